/**
 * Aggregates what a flush brings into rollup rows, one for each cube and key. Runs in the process, not in SQL: 1–2 µs a
 * value, and the database only appends.
 */
import { type VitalName, rateVital } from '../../sdk/wire/vitals.ts'
import { METRICS, VIEWS } from '../../api/segment/metrics.ts'
import { POPULATIONS, populationOf } from '../../api/segment/populations.ts'
import {
  CUBES,
  type Cube,
  type CubeDimension,
  type Distribution,
  HOUR_MS,
  type RollupKey,
  type RollupRow,
  emptyDistribution,
} from '../../api/segment/rollups.ts'
import { binOf } from '../../api/segment/sketch.ts'

/** What a value is counted under. */
export type SampleContext = {
  siteId: number
  weight: number
  bot: boolean
  page: string | null
  navigation: string | null
  country: string | null
  device: string | null
  browser: string | null
  os: string | null
  release: string | null
  environment: string | null
}

export type RollupDeltas = {
  view(context: SampleContext, time: number): void
  /** `sign` −1 takes back a value that was counted before. */
  vital(context: SampleContext, time: number, metric: VitalName, value: number, sign?: 1 | -1): void
  rows(): RollupRow[]
}

type Group = Omit<RollupKey, 'metric'> & { metrics: (Distribution | undefined)[] }

export function createRollupDeltas(): RollupDeltas {
  const groups = new Map<string, Group>()
  // The groups of a context, one for each cube: looked up once for the several values of a view.
  const cells = new WeakMap<SampleContext, { hour: number; groups: Group[] }>()

  const groupsOf = (context: SampleContext, time: number): Group[] => {
    const bucket = Math.floor(time / HOUR_MS) * HOUR_MS
    const cell = cells.get(context)
    if (cell !== undefined && cell.hour === bucket) return cell.groups
    const { siteId, weight } = context
    const environment = context.environment ?? ''
    const population = POPULATIONS[populationOf(context.navigation)].code
    // No text that is stored holds a NUL, so nothing else gives the same id.
    const shared = `${siteId}\0${population}\0${weight}\0${bucket}\0${environment}`
    const found = CUBES.map(({ code, dimensions: [first, second] }: Cube) => {
      const k1 = first === undefined ? '' : keyOf(context, first)
      const k2 = second === undefined ? '' : keyOf(context, second)
      const id = `${shared}\0${code}\0${k1}\0${k2}`
      const group = groups.get(id) ?? {
        siteId,
        cube: code,
        population,
        environment,
        k1,
        k2,
        weight,
        bucket,
        metrics: [],
      }
      groups.set(id, group)
      return group
    })
    cells.set(context, { hour: bucket, groups: found })
    return found
  }

  const isCounted = ({ bot, weight }: SampleContext) => !bot && weight > 0

  return {
    view(context, time) {
      if (!isCounted(context)) return
      for (const { metrics } of groupsOf(context, time)) (metrics[VIEWS.code] ??= emptyDistribution()).n++
    },
    vital(context, time, metric, value, sign = 1) {
      if (!isCounted(context)) return
      const { code } = METRICS[metric]
      const bin = binOf(value)
      const rating = rateVital(metric, value)
      for (const { metrics } of groupsOf(context, time)) {
        const distribution = (metrics[code] ??= emptyDistribution())
        distribution.n += sign
        distribution.sum += sign * value
        if (rating === 'good') distribution.good += sign
        if (rating === 'poor') distribution.poor += sign
        distribution.bins.set(bin, (distribution.bins.get(bin) ?? 0) + sign)
        if (sign === 1) {
          distribution.min = Math.min(distribution.min ?? value, value)
          distribution.max = Math.max(distribution.max ?? value, value)
        }
      }
    },
    rows: () => {
      const rows: RollupRow[] = []
      for (const { metrics, ...key } of groups.values())
        for (const [metric, distribution] of metrics.entries())
          if (distribution !== undefined) rows.push({ ...key, metric, ...distribution })
      return rows
    },
  }
}

const KEYS: Record<CubeDimension, (context: SampleContext) => string | null> = {
  PAGE: ({ page }) => page,
  DEVICE: ({ device }) => device,
  COUNTRY: ({ country }) => country,
  BROWSER: ({ browser }) => browser,
  OS: ({ os }) => os,
  RELEASE: ({ release }) => release,
}

function keyOf(context: SampleContext, dimension: CubeDimension): string {
  return KEYS[dimension](context) ?? ''
}
