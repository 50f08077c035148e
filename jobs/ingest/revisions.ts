/**
 * A vital is one value for one view: the report with the highest revision replaces the earlier ones, in whatever order
 * they arrive. Only sessions that are known to hold a revised vital come here. Their earlier values are read, the loser
 * of each pair is emptied in `rum.events`, and what was counted of it is taken back: raw and rolled-up answers stay equal.
 */
import type { Queryable } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import { EVENT_KINDS } from '../../api/rows/layout.ts'
import { METRICS, METRIC_NAMES } from '../../api/segment/metrics.ts'
import type { VitalFact } from './batch-facts.ts'
import type { SampleContext } from './rollup-deltas.ts'

/** A report that may have been replaced; `stored` if an earlier transaction wrote and counted it. */
export type Report = VitalFact & { stored: boolean }

/** A session lasts 4 hours at most; this much around its new vitals holds all its earlier ones. */
const SESSION_SPAN_MS = 5 * 3_600_000

type VitalRow = {
  time: Date
  site_id: number
  session_id: string
  view_id: string
  seq: number
  revision: number | null
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
  name: string | null
  value: number | null
  lcp: number | null
  inp: number | null
  cls: number | null
  fcp: number | null
  ttfb: number | null
}

/** The vitals that are stored of these sessions. Reads before the new rows are pasted. */
export async function storedReports(
  db: Queryable,
  sessions: readonly { siteId: number; session: string }[],
  around: { from: number; to: number },
): Promise<Report[]> {
  const rows = await db.query<VitalRow>(sql`/* ingest.storedVitals */
SELECT
  e.time, e.site_id, e.session_id, e.view_id, e.seq, e.revision, e.weight, e.bot, e.page, e.navigation, e.country,
  e.device, e.browser, e.os, e.release, e.environment, e.name, e.value, e.lcp, e.inp, e.cls, e.fcp, e.ttfb
FROM unnest(${sessions.map(({ siteId }) => siteId)}::integer[], ${sessions.map(({ session }) => session)}::uuid[])
  AS revised (site_id, session_id)
JOIN rum.events e USING (site_id, session_id)
WHERE e.kind = ${EVENT_KINDS.vital}
  AND e.time >= ${new Date(around.from - SESSION_SPAN_MS)}
  AND e.time <= ${new Date(around.to + SESSION_SPAN_MS)}`)
  return rows.flatMap(reportsOf)
}

function reportsOf(row: VitalRow): Report[] {
  const { site_id, bot, page, navigation, country, device, browser, os, release, environment } = row
  const context: SampleContext = {
    siteId: site_id,
    weight: Math.fround(row.weight),
    bot,
    page,
    navigation,
    country,
    device,
    browser,
    os,
    release,
    environment,
  }
  const { session_id: session, view_id: view, seq } = row
  return METRIC_NAMES.flatMap((metric) => {
    const { kind, column, name } = METRICS[metric]
    if (
      kind !== EVENT_KINDS.vital ||
      column === null ||
      column === 'duration' ||
      (name !== null && name !== row.name)
    )
      return []
    const value = row[column]
    if (value === null) return []
    const revision = row.revision ?? 0
    return [{ context, session, view, seq, revision, time: row.time.getTime(), metric, value, stored: true }]
  })
}

/** Of the reports for each view and metric the one that stays, and those that it replaces. */
export function settle(reports: readonly Report[]): { winners: Report[]; losers: Report[] } {
  const winners = new Map<string, Report>()
  const losers: Report[] = []
  for (const report of reports) {
    const key = `${report.context.siteId} ${report.session} ${report.view} ${report.metric}`
    const other = winners.get(key)
    if (other === undefined) winners.set(key, report)
    else if (replaces(report, other)) {
      winners.set(key, report)
      losers.push(other)
    } else losers.push(report)
  }
  return { winners: [...winners.values()], losers }
}

/** The higher revision; for clients that send none, the later report. */
function replaces(a: Report, b: Report): boolean {
  return (a.revision - b.revision || a.time - b.time || a.seq - b.seq || a.value - b.value) > 0
}

/** Empties the losers' values, stored and newly pasted ones alike. */
export async function emptyReports(db: Queryable, losers: readonly Report[]): Promise<void> {
  const of = (column: string) => losers.map(({ metric }) => METRICS[metric].column === column)
  await db.query(sql`/* ingest.emptyReplacedVitals */
UPDATE rum.events e SET
  lcp = CASE WHEN loser.lcp THEN NULL ELSE e.lcp END,
  inp = CASE WHEN loser.inp THEN NULL ELSE e.inp END,
  cls = CASE WHEN loser.cls THEN NULL ELSE e.cls END,
  fcp = CASE WHEN loser.fcp THEN NULL ELSE e.fcp END,
  ttfb = CASE WHEN loser.ttfb THEN NULL ELSE e.ttfb END,
  value = CASE WHEN loser.value THEN NULL ELSE e.value END
FROM (
  SELECT site_id, session_id, view_id, time, seq, revision,
    bool_or(lcp) AS lcp, bool_or(inp) AS inp, bool_or(cls) AS cls, bool_or(fcp) AS fcp, bool_or(ttfb) AS ttfb,
    bool_or(value) AS value
  FROM unnest(
    ${losers.map(({ context }) => context.siteId)}::integer[],
    ${losers.map(({ session }) => session)}::uuid[],
    ${losers.map(({ view }) => view)}::uuid[],
    ${losers.map(({ time }) => new Date(time))}::timestamptz[],
    ${losers.map(({ seq }) => seq)}::integer[],
    ${losers.map(({ revision }) => revision)}::smallint[],
    ${of('lcp')}::boolean[],
    ${of('inp')}::boolean[],
    ${of('cls')}::boolean[],
    ${of('fcp')}::boolean[],
    ${of('ttfb')}::boolean[],
    ${of('value')}::boolean[]
  ) AS loser (site_id, session_id, view_id, time, seq, revision, lcp, inp, cls, fcp, ttfb, value)
  GROUP BY site_id, session_id, view_id, time, seq, revision
) loser
WHERE e.site_id = loser.site_id
  AND e.session_id = loser.session_id
  AND e.view_id = loser.view_id
  AND e.time = loser.time
  AND e.seq = loser.seq
  AND coalesce(e.revision, 0) = loser.revision
  AND e.kind = ${EVENT_KINDS.vital}`)
}
