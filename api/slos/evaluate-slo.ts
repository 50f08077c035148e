/** What an SLO counted in windows that end at one moment: alerts ask on schedule, the API asks for now. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { DAY_MS } from '../segment/rollups.ts'
import type { EventCount } from './burn-rate.ts'
import type { Budgeting } from './definition.ts'
import type { Slo } from './saved-slos.ts'
import { type LastSigns, type SloCountRow, lastSigns, sloCounts } from './slo-counts.queries.ts'

export type WindowCounts = {
  /** In the order of `windowsMs`. */
  counts: Required<EventCount>[]
  /** Everything that happened until then is counted, epoch ms; null: that is not known. */
  watermark: number | null
}

export type Evaluation = {
  slo: Pick<Slo, 'site' | 'definition'>
  /** Epoch ms; the windows end there, whenever it is asked. */
  at: number
  windowsMs: readonly number[]
  /** Everything accepted until then is stored, as the queue tells; null: it cannot be asked. Absent: nobody asked. */
  acceptedUntil?: number | null
}

/** The counts of each window, all of them by one statement, and one for the watermark. */
export async function burnWindows(
  db: Queryable,
  evaluation: Evaluation,
  record: (statement: StatementRecord) => void,
): Promise<WindowCounts> {
  const [counts, watermark] = await Promise.all([
    countsOf(db, evaluation, record),
    watermarkOf(db, evaluation, record),
  ])
  return { counts, watermark }
}

const NOTHING: Required<EventCount> = { bad: 0, total: 0, effective: 0 }

async function countsOf(
  db: Queryable,
  { slo, at, windowsMs }: Evaluation,
  record: (statement: StatementRecord) => void,
): Promise<Required<EventCount>[]> {
  const { budgeting } = slo.definition
  const end = sliceEdge(budgeting, at, Math.floor)
  // Windows of slices end with the last whole one, or a window of one slice would mostly hold none.
  const starts = windowsMs.map((windowMs) => sliceEdge(budgeting, end - windowMs, Math.ceil))
  const edges = [...new Set([...starts.filter((start) => start < end), end])].sort((a, b) => a - b)
  if (edges.length < 2) return starts.map(() => NOTHING)
  const rows = await sloCounts(db, { site: slo.site, ...slo.definition, edges }, record)
  return starts.map((start) => summed(rows.filter(({ bucket }) => (edges[bucket] ?? 0) >= start)))
}

/** Only whole slices are judged. */
export function sliceEdge(budgeting: Budgeting, time: number, round: (x: number) => number): number {
  return budgeting.method === 'OCCURRENCES' ? time : round(time / budgeting.widthMs) * budgeting.widthMs
}

export function summed(
  rows: readonly Pick<SloCountRow, 'good' | 'total' | 'squares'>[],
): Required<EventCount> {
  let [good, total, squares] = [0, 0, 0]
  for (const row of rows) {
    good += row.good
    total += row.total
    squares += row.squares
  }
  return { bad: Math.max(0, total - good), total, effective: squares > 0 ? total ** 2 / squares : 0 }
}

/** Nothing is so rare that silence of so many times its usual distance is usual. */
const PATIENCE = 20
const LEAST_PATIENCE_MS = 60_000
const LOOK_BACK_MS = 31 * DAY_MS

/** What the queue promises, but not later than the last view where views should have come since. */
async function watermarkOf(
  db: Queryable,
  { slo, at, acceptedUntil }: Evaluation,
  record: (statement: StatementRecord) => void,
): Promise<number | null> {
  if (acceptedUntil === null) return null
  const signs = await lastSigns(db, { siteId: slo.site.id, at, lookBackMs: LOOK_BACK_MS }, record)
  return Math.min(at, acceptedUntil ?? at, knownUntil(signs, at))
}

/** A site whose views stopped coming is known up to the last of them; one without any says nothing. */
export function knownUntil({ newest, oldest, n }: LastSigns, at: number): number {
  if (newest === null || oldest === null) return at
  const gapMs = n > 1 ? (newest.getTime() - oldest.getTime()) / (n - 1) : Infinity
  const silenceMs = at - newest.getTime()
  return silenceMs > Math.max(LEAST_PATIENCE_MS, PATIENCE * gapMs) ? newest.getTime() : at
}
