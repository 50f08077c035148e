/** An SLO over time, and the parts that burned it. */
import type { Context } from '../context.ts'
import { deploysIn } from '../deploys/deploys.ts'
import { userError } from '../problem.ts'
import type { RangeInput } from '../schema.generated.ts'
import type { Axis } from '../segment/axes.ts'
import { INTERVALS, type Interval, bucketEdges } from '../segment/intervals.ts'
import { type Range, parseRange } from '../segment/range.ts'
import { type Proportion, proportion } from '../statistics/proportion.ts'
import { budgetOf, remainingShare } from './status.ts'
import { sliceEdge, summed } from './evaluate-slo.ts'
import { allowanceOf } from './burn-rate.ts'
import type { SloDefinition } from './definition.ts'
import type { Slo } from './saved-slos.ts'
import { type SloCountRow, sloCounts } from './slo-counts.queries.ts'
import { windowAt } from './windows.ts'

type Asking = Pick<Context, 'db' | 'control' | 'record' | 'now' | 'releases'>

export type SloPoint = {
  start: number
  end: number
  good: number
  bad: number
  total: number
  compliance: number | null
  budgetRemaining: number | null
}

export type SloMark = { at: Date; kind: 'RELEASE' | 'DEPLOY'; label: string; environment: string | null }

/** Beside the buckets' edges those of the window that ends with each of them, so that one statement tells both. */
export async function historyOf(
  slo: Slo,
  { interval, range }: { interval: Interval; range: RangeInput | null },
  context: Asking,
): Promise<{ points: SloPoint[]; marks: SloMark[] }> {
  const period = periodOf(slo, range, context.now)
  const { site, definition } = slo
  const { budgeting, objective } = definition
  checkWidth(definition, interval)
  const edge = (time: number) => sliceEdge(budgeting, time, Math.floor)
  const buckets = bucketEdges(period, interval, site.timeZone).map(edge)
  const starts = buckets.slice(1).map((end) => sliceEdge(budgeting, windowBefore(definition, end), Math.ceil))
  const edges = [...new Set([...buckets, ...starts])].sort((a, b) => a - b)
  const between = sumsBetween(
    await sloCounts(context.db, { site, ...definition, edges }, context.record),
    edges,
  )
  const points = starts.flatMap((windowStart, i): SloPoint[] => {
    const [start, end] = [buckets[i] ?? period.from, buckets[i + 1] ?? period.to]
    if (end <= start) return []
    const { bad, total } = between(start, end)
    const budget = budgetOf(between(windowStart, end), objective)
    return [
      {
        start,
        end,
        good: total - bad,
        bad,
        total,
        compliance: total > 0 ? (total - bad) / total : null,
        budgetRemaining: budget === null ? null : remainingShare(budget),
      },
    ]
  })
  return { points, marks: await marksIn(slo, period, context) }
}

function checkWidth({ budgeting }: SloDefinition, interval: Interval): void {
  if (budgeting.method === 'OCCURRENCES' || budgeting.widthMs <= INTERVALS[interval].ms) return
  const minutes = budgeting.widthMs / 60_000
  throw userError(
    `buckets of ${interval} are shorter than the slices of ${minutes} min: ask for a wider interval`,
  )
}

/** Where the window begins of which this is the end, or in which what happened last lies. */
function windowBefore({ window }: SloDefinition, end: number): number {
  return windowAt(window, window.kind === 'ROLLING' ? end : end - 1).from
}

type Sum = { bad: number; total: number }

/** What lies between two of the edges. */
function sumsBetween(
  rows: readonly SloCountRow[],
  edges: readonly number[],
): (from: number, to: number) => Sum {
  const byBucket = new Map(rows.map((row) => [row.bucket, summed([row])]))
  const until = new Map<number, Sum>()
  let [bad, total] = [0, 0]
  edges.forEach((edge, i) => {
    until.set(edge, { bad, total })
    bad += byBucket.get(i)?.bad ?? 0
    total += byBucket.get(i)?.total ?? 0
  })
  return (from, to) => ({
    bad: (until.get(to)?.bad ?? 0) - (until.get(from)?.bad ?? 0),
    total: (until.get(to)?.total ?? 0) - (until.get(from)?.total ?? 0),
  })
}

async function marksIn({ site }: Slo, range: Range, { releases, control }: Asking): Promise<SloMark[]> {
  const [seen, deploys] = await Promise.all([releases.seen(site.id), deploysIn(control, site, range)])
  const isIn = ({ at }: SloMark) => at.getTime() >= range.from && at.getTime() < range.to
  const released = seen.map(({ version, first_time: at }): SloMark => ({
    at,
    kind: 'RELEASE',
    label: version,
    environment: null,
  }))
  const deployed = deploys.map(({ version, environment, at }): SloMark => ({
    at,
    kind: 'DEPLOY',
    label: version,
    environment,
  }))
  return [...released.filter(isIn), ...deployed].sort((a, b) => a.at.getTime() - b.at.getTime())
}

export type SloBurner = {
  key: string | null
  bad: number
  total: number
  compliance: Proportion
  shareOfBad: number
  budgetShare: number
  excess: number
}

const MOST_BURNERS = 50

/**
 * A part that is large and no worse than others has many bad events too; what tells who burned the budget is how many
 * there are beyond the part's own allowance.
 */
export async function burnersOf(
  slo: Slo,
  { top, range }: { top: number; range: RangeInput | null },
  { db, record, now }: Asking,
): Promise<SloBurner[]> {
  if (top < 1 || top > MOST_BURNERS) throw userError(`\`top\` is ${top}: ask for 1 to ${MOST_BURNERS}`)
  const { site, definition } = slo
  const { fanOut, objective } = definition
  if (fanOut === null) return []
  const { from, to } = periodOf(slo, range, now)
  const axes: Axis[] = [fanOut]
  const budgeting = { method: 'OCCURRENCES' } as const
  const rows = await sloCounts(db, { site, ...definition, budgeting, edges: [from, to], axes }, record)
  const all = summed(rows)
  return rows
    .map((row) => {
      const { bad, total, effective } = summed([row])
      return {
        key: row.d0 ?? null,
        bad,
        total,
        compliance: proportion(total - bad, total, effective),
        shareOfBad: all.bad > 0 ? bad / all.bad : 0,
        budgetShare: bad / (allowanceOf(objective) * all.total),
        excess: bad - allowanceOf(objective) * total,
      }
    })
    .filter(({ bad }) => bad > 0)
    .sort((a, b) => b.excess - a.excess || ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
    .slice(0, top)
}

/** The window until now unless a period is given. */
function periodOf({ definition: { window } }: Slo, range: RangeInput | null, now: number): Range {
  if (range !== null) return parseRange(range, now)
  return { from: windowAt(window, now).from, to: now }
}
