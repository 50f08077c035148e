/**
 * The outlines of the countries for the map, from Natural Earth (public domain) as world-atlas brings it: projected
 * (Equal Earth, so that areas compare), simplified where nobody sees it, and rounded to a grid of 1000 columns. What is
 * too small to be seen or to be hit is a dot.
 */
import { readFileSync } from 'node:fs'
import { merge } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { GeneratedFile } from './generate.ts'
import { EARTH } from './widgets/charts/earth.ts'
import { projectEarth } from './widgets/charts/equal-earth.ts'

type CountryGeometry = (Polygon | MultiPolygon) & { properties?: { name: string } }
type Countries = Topology<{ countries: GeometryCollection & { geometries: CountryGeometry[] } }>
type Point = [x: number, y: number]
interface Shape {
  code: string
  rings: Point[][]
}

/** Those that Natural Earth draws apart without a code, by the code that addresses there are found under. */
const BY_NAME: Record<string, string> = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' }
/** Nobody visits from there. */
const LEFT_OUT = new Set(['AQ', 'TF', 'HM', 'GS', 'IO'])
/** Parts of another country in the outlines that have a code of their own. */
const OVERSEAS: [code: string, longitude: number, latitude: number][] = [
  ['BQ', -68.3, 12.2],
  ['GF', -53.1, 3.9],
  ['GI', -5.35, 36.1],
  ['GP', -61.5, 16.2],
  ['MQ', -61, 14.6],
  ['RE', 55.5, -21.1],
  ['YT', 45.2, -12.8],
]
/** In the square of a unit of the grid. */
const LEAST_TRIANGLE = 0.35
const LEAST_ISLAND = 1.2
const LEAST_COUNTRY = 9

export function outlinesModule(note: string): GeneratedFile {
  const shapes = shapesOf('110m', LEAST_TRIANGLE)
  const drawn = new Set(shapes.map(({ code }) => code))
  const small = shapesOf('50m', 0).filter(({ code }) => !drawn.has(code))
  const overseas = OVERSEAS.map(([code, longitude, latitude]) => {
    const { x, y } = projectEarth(longitude, latitude)
    return row(code, [x, y], 0, '')
  })
  const rows = [...shapes.map(outlineOf), ...small.map((shape) => dotOf(shape)), ...overseas].sort()
  const content = `/* ${note} */
/** Code, the point that speaks for it, how broad its largest piece is, and its outline; a dot where there is none. */
export const COUNTRIES: readonly (readonly [code: string, x: number, y: number, breadth: number, outline: string])[] = [
${rows.join('\n')}
]
`
  return { path: 'widgets/charts/countries.generated.ts', content }
}

function shapesOf(detail: '110m' | '50m', leastTriangle: number): Shape[] {
  const source = readFileSync(`node_modules/world-atlas/countries-${detail}.json`, 'utf8')
  const flat = project(JSON.parse(source) as Countries)
  const topology = leastTriangle > 0 ? simplify(presimplify(flat), leastTriangle) : flat
  const parts = new Map<string, CountryGeometry[]>()
  for (const geometry of topology.objects.countries.geometries) {
    const { id, properties } = geometry
    const code = id === undefined ? (BY_NAME[properties?.name ?? ''] ?? '') : codeOf(Number(id))
    parts.set(code, [...(parts.get(code) ?? []), geometry])
  }
  return [...parts]
    .filter(([code]) => code !== '' && !LEFT_OUT.has(code))
    .map(([code, geometries]) => ({
      code,
      rings: (merge(topology, geometries).coordinates.flat() as Point[][]).filter((ring) => !isTorn(ring)),
    }))
}

/** On the plane before it is simplified: what counts is what is seen. */
function project(topology: Countries): Countries {
  const { scale, translate } = topology.transform ?? { scale: [1, 1], translate: [0, 0] }
  const arcs = topology.arcs.map((arc) => {
    let [column, line] = [0, 0]
    return arc.map(([right = 0, down = 0]) => {
      column += right
      line += down
      const { x, y } = projectEarth(column * scale[0] + translate[0], line * scale[1] + translate[1])
      return [x, y]
    })
  })
  const { transform: _, ...rest } = topology
  return { ...rest, arcs }
}

/** An island in the Bering Strait would reach from one edge to the other. */
function isTorn(ring: Point[]): boolean {
  return ring.some(([x], index) => index > 0 && Math.abs(x - (ring[index - 1]?.[0] ?? x)) > EARTH.width / 2)
}

/** 276 is DE: CLDR, which Intl goes by, takes the numbers of ISO 3166 for other names of its regions. */
function codeOf(number: number): string {
  return new Intl.Locale(`und-${String(number).padStart(3, '0')}`).region ?? ''
}

function outlineOf({ code, rings }: Shape): string {
  const largest = rings.reduce((best, ring) => (areaOf(ring) > areaOf(best) ? ring : best))
  if (areaOf(largest) < LEAST_COUNTRY) return dotOf({ code, rings })
  const kept = rings.filter((ring) => ring === largest || areaOf(ring) >= LEAST_ISLAND)
  const across = largest.map(([x]) => x)
  const breadth = Math.round(Math.max(...across) - Math.min(...across))
  return row(code, centreOf(largest), breadth, kept.map(pathOf).join(''))
}

function dotOf({ code, rings }: Shape): string {
  const largest = rings.reduce((best, ring) => (areaOf(ring) > areaOf(best) ? ring : best))
  return row(code, centreOf(largest), 0, '')
}

function row(code: string, [x, y]: Point, breadth: number, outline: string): string {
  return `  ['${code}', ${Math.round(x)}, ${Math.round(y)}, ${breadth}, '${outline}'],`
}

/** Steps between rounded points, so that neighbours share their border to the last digit. */
function pathOf(ring: Point[]): string {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y)] as const)
  const kept = points.filter(
    ([x, y], index) => index === 0 || x !== points[index - 1]?.[0] || y !== points[index - 1]?.[1],
  )
  const [[startX, startY] = [0, 0], ...others] = kept.slice(0, -1)
  let [fromX, fromY] = [startX, startY]
  const steps = others.map(([x, y]) => {
    const step = `${x - fromX}${y < fromY ? '' : ' '}${y - fromY}`
    fromX = x
    fromY = y
    return step
  })
  return `M${startX} ${startY}l${steps.join(' ').replaceAll(' -', '-')}z`
}

function areaOf(ring: Point[]): number {
  return Math.abs(signedArea(ring))
}

function signedArea(ring: Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}

/** Of gravity. */
function centreOf(ring: Point[]): Point {
  const area = signedArea(ring)
  let [centreX, centreY] = [0, 0]
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    const cross = x * nextY - nextX * y
    centreX += (x + nextX) * cross
    centreY += (y + nextY) * cross
  })
  return area === 0 ? (ring[0] ?? [0, 0]) : [centreX / (6 * area), centreY / (6 * area)]
}
