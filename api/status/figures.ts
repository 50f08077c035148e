/**
 * What the public is told of a component. So that no figure speaks of fewer visitors than the floor, nor the difference
 * of two:
 *
 * - periods are not asked for but given: days that are over, by the calendar of the site; for the state of now whole hours;
 * - a period with fewer visitors than the floor says nothing, and what is summed up leaves it out;
 * - no counts are told, and shares and percentiles are rounded: without counts the share of a part does not follow from
 *   those of the whole and the rest, and percentiles cannot be subtracted at all.
 */
import type { Context } from '../context.ts'
import type { Rating, StatusState } from '../schema.generated.ts'
import { EVERYTHING } from '../segment/conditions.ts'
import { bucketEdges } from '../segment/intervals.ts'
import type { Range } from '../segment/range.ts'
import { DAY_MS, HOUR_MS } from '../segment/rollups.ts'
import { type Segment, bucketsOf, during, wholeScope } from '../segment/segment.ts'
import type { WeightedDistribution } from '../segment/weighted.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import type { EventCount } from '../slos/burn-rate.ts'
import { sliceEdge, summed } from '../slos/evaluate-slo.ts'
import { type Slo, sloById } from '../slos/saved-slos.ts'
import { sloCounts } from '../slos/slo-counts.queries.ts'
import { VITALS } from '../../sdk/wire/vitals.ts'
import { percentiles } from '../vitals/percentile.ts'
import { ratingOf } from '../vitals/vital-stats.ts'
import type { StatusComponent } from './check-page.ts'
import { stateOfCount, stateOfRating } from './state.ts'
import { visitorsBehind } from './visitors.queries.ts'

export type DayFigure = {
  start: number
  compliance: number | null
  p75: number | null
  state: StatusState
}

export type Figures = {
  state: StatusState
  objective: number | null
  uptime: number | null
  vital: { unit: string; p75: number; rating: Rating } | null
  days: DayFigure[]
}

type Asking = Pick<Context, 'db' | 'control' | 'record' | 'segments'>
export type Asked = { site: SiteRow; floor: number; now: number }

export const SHOWN_DAYS = 90
/** Over which a vital is told as it is now. */
const VITAL_DAYS = 7

export async function figuresOf(
  component: StatusComponent,
  { site, floor, now }: Asked,
  context: Asking,
): Promise<Figures> {
  const days = daysBefore(site, now)
  if (component.slo === null) return vitalFigures({ site, metric: component.vital, days, floor }, context)
  const slo = await sloById(context.control, site, String(component.slo))
  return slo === null ? nothingOf(days) : sloFigures({ slo, days, floor, now }, context)
}

/** The end of what is told. */
export function lastHour(now: number): number {
  return Math.floor(now / HOUR_MS) * HOUR_MS
}

/** The last 90 days that are over on the clocks of the site, the oldest first. */
function daysBefore({ timeZone }: SiteRow, now: number): Range[] {
  // A moment later, so that the day that ends right now is over.
  const edges = bucketEdges({ from: now - (SHOWN_DAYS + 2) * DAY_MS, to: now + 1 }, 'DAY', timeZone)
  // The first edge and the last are no midnights.
  const midnights = edges.slice(1, -1)
  return midnights
    .slice(1)
    .map((to, i) => ({ from: midnights[i] ?? to, to }))
    .slice(-SHOWN_DAYS)
}

function nothingOf(days: readonly Range[]): Figures {
  return {
    state: 'UNKNOWN',
    objective: null,
    uptime: null,
    vital: null,
    days: days.map(({ from }) => ({ start: from, compliance: null, p75: null, state: 'UNKNOWN' })),
  }
}

type OfSlo = { slo: Slo; days: readonly Range[]; floor: number; now: number }

async function sloFigures({ slo, days, floor, now }: OfSlo, { db, record }: Asking): Promise<Figures> {
  const { site, definition } = slo
  const { objective, budgeting } = definition
  const to = lastHour(now)
  // The last hour, and the last 24 where that is not enough.
  const recent = [HOUR_MS, DAY_MS].map((lengthMs) => ({ from: to - lengthMs, to }))
  const periods = [...days, ...recent]
  const group = { site, indicator: definition.indicator, where: definition.where }
  const countsIn = async (ranges: readonly Range[]): Promise<Required<EventCount>[]> => {
    const slices = ranges.map(({ from, to: end }) => ({
      from: sliceEdge(budgeting, from, Math.floor),
      to: sliceEdge(budgeting, end, Math.floor),
    }))
    const edges = [...new Set(slices.flatMap(({ from, to: end }) => [from, end]))].sort((a, b) => a - b)
    if (edges.length < 2) return ranges.map(() => NOTHING)
    const rows = await sloCounts(db, { site, ...definition, edges }, record)
    return slices.map(({ from, to: end }) =>
      summed(rows.filter(({ bucket }) => (edges[bucket] ?? 0) >= from && (edges[bucket] ?? 0) < end)),
    )
  }
  const [visitors, ofDays, ofRecent] = await Promise.all([
    visitorsBehind(db, { group, periods }, record),
    countsIn(days),
    countsIn(recent),
  ])
  const told = [...ofDays, ...ofRecent].map((count, i) =>
    (visitors[i] ?? 0) >= floor && count.total > 0 ? count : null,
  )
  const shown = told.slice(0, days.length)
  const now24 = told.slice(days.length).find((count) => count !== null) ?? NOTHING
  return {
    state: stateOfCount(now24, objective),
    objective,
    uptime: shareOf(shown.filter((count) => count !== null)),
    vital: null,
    days: days.map(({ from }, i) => {
      const count = shown[i] ?? null
      return {
        start: from,
        compliance: shareOf(count === null ? [] : [count]),
        p75: null,
        state: count === null ? 'UNKNOWN' : stateOfCount(count, objective),
      }
    }),
  }
}

const NOTHING: Required<EventCount> = { bad: 0, total: 0, effective: 0 }

/** In steps of 0.0001, down: what missed an objective must not seem to have kept it. */
function shareOf(counts: readonly EventCount[]): number | null {
  const total = counts.reduce((sum, count) => sum + count.total, 0)
  const bad = counts.reduce((sum, count) => sum + count.bad, 0)
  return total > 0 ? Math.floor((1 - bad / total) * 10_000 + 1e-6) / 10_000 : null
}

type VitalOfPage = NonNullable<StatusComponent['vital']>

async function vitalFigures(
  {
    site,
    metric,
    days,
    floor,
  }: { site: SiteRow; metric: VitalOfPage; days: readonly Range[]; floor: number },
  { db, record, segments }: Asking,
): Promise<Figures> {
  const range = { from: days[0]?.from ?? 0, to: days.at(-1)?.to ?? 0 }
  const whole = wholeScope({ site, range, where: EVERYTHING, includeBots: false })
  const week = { from: days.at(-VITAL_DAYS)?.from ?? range.from, to: range.to }
  const parts: Segment[] = [...bucketsOf(whole, 'DAY').map(({ segment }) => segment), during(whole, week)]
  const indicator = { kind: 'VITAL' as const, metric, threshold: VITALS[metric].good ?? 0 }
  const group = { site, indicator, where: EVERYTHING }
  const [visitors, distributions] = await Promise.all([
    visitorsBehind(db, { group, periods: [...days, week] }, record),
    Promise.all(parts.map((segment) => segments.distribution.load({ segment, metric }))),
  ])
  const told = distributions.map((distribution, i) =>
    (visitors[i] ?? 0) >= floor ? measured(metric, distribution) : null,
  )
  const now = told.at(-1) ?? null
  return {
    state: stateOfRating(now?.rating ?? null),
    objective: null,
    uptime: null,
    vital: now,
    days: days.map(({ from }, i) => ({
      start: from,
      compliance: null,
      p75: told[i]?.p75 ?? null,
      state: stateOfRating(told[i]?.rating ?? null),
    })),
  }
}

/** Rounded to 10 ms or 0.01. */
function measured(metric: VitalOfPage, distribution: WeightedDistribution): Figures['vital'] {
  const rating = ratingOf({ metric, distribution })
  const [p75] = percentiles(distribution, [0.75])
  if (rating === null || p75 === undefined || p75.value === null) return null
  const step = VITALS[metric].unit === 'ms' ? 0.1 : 100
  return { unit: VITALS[metric].unit, p75: Math.round(p75.value * step) / step, rating }
}
