/** The Equal Earth projection: areas keep their proportions, which a map of shares needs. */
import { geoEqualEarth } from 'd3'
import { EARTH } from './earth.ts'

/** The map ends in the Bering Strait, which cuts no country in two. */
const MIDDLE = 11
/** Without Antarctica there is less below it. */
const EQUATOR = 254
/** d3 puts the earth at 5.414 times the scale in width. */
const projection = geoEqualEarth()
  .rotate([-MIDDLE, 0])
  .scale(EARTH.width / 5.4136)
  .translate([EARTH.width / 2, EQUATOR])

/** Where a place, in degrees, is on the map. */
export function projectEarth(longitude: number, latitude: number): { x: number; y: number } {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0]
  return { x, y }
}
