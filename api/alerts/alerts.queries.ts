/** Alerts, states and what was held back, as they are shown. */
import { decodeCursor, encodeCursor } from '../connection.ts'
import type { Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { globalId, localId } from '../global-id.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import type { Change, FrozenReason, Phase } from './advance.ts'
import type { Question, Reading } from './reading.ts'
import type { AlertRule } from './rules.ts'

type AlertRow = {
  id: number
  rule_id: number
  rule_name: string
  severity: string
  state: Change
  dimension: string | null
  segment: string
  started_at: Date
  escalated_at: Date | null
  resolved_at: Date | null
  ended_by: string | null
  reading: Reading
  question: Question
}

export type Alert = {
  site: SiteRow
  id: number
  ruleId: number
  ruleName: string
  severity: string
  state: Change
  dimension: string | null
  segment: string
  startedAt: Date
  escalatedAt: Date | null
  resolvedAt: Date | null
  endedBy: string | null
  reading: Reading
  question: Question
}

const COLUMNS = sql`a.id, a.rule_id, a.rule_name, a.severity, a.state, a.dimension, a.segment, a.started_at,
  a.escalated_at, a.resolved_at, a.ended_by, a.reading, a.question`
const CURSOR = /^(\d{1,15}) (\d{1,15})$/

export type AlertPage = { first: number; after: string | null; state: Change | null }

/** One more than asked for where there are more, newest first. */
export async function alertsOf(
  db: Queryable,
  site: SiteRow,
  { first, after, state }: AlertPage,
): Promise<Alert[]> {
  const [at, id] = decodeCursor(after, CURSOR) ?? []
  const rows = await db.query<AlertRow>(sql`/* alerts.list */
SELECT ${COLUMNS}
FROM rum.alerts a
WHERE a.site_id = ${site.id}
  AND (${state}::text IS NULL OR a.state = ${state}::text)
  AND (${id ?? null}::bigint IS NULL
    OR (a.started_at, a.id) < (${at === undefined ? null : new Date(Number(at))}::timestamptz, ${id ?? null}::bigint))
ORDER BY a.started_at DESC, a.id DESC
LIMIT ${first + 1}`)
  return rows.map((row) => ofSite(site, row))
}

export function cursorOfAlert({ startedAt, id }: Alert): string {
  return encodeCursor([startedAt.getTime(), id])
}

export function idOfAlert({ site, id }: Alert): string {
  return globalId(site, 'alert', String(id))
}

export async function alertById(db: Queryable, site: SiteRow, id: string): Promise<Alert | null> {
  const number = localId(site, 'alert', id)
  if (number === null || !/^\d{1,15}$/.test(number)) return null
  const [row] = await db.query<AlertRow>(sql`/* alerts.byId */
SELECT ${COLUMNS}
FROM rum.alerts a
WHERE a.site_id = ${site.id}
  AND a.id = ${number}::bigint`)
  return row === undefined ? null : ofSite(site, row)
}

const MOST_OPEN = 50

export async function openAlertsOf(db: Queryable, site: SiteRow): Promise<Alert[]> {
  const rows = await db.query<AlertRow>(sql`/* alerts.allOpen */
SELECT ${COLUMNS}
FROM rum.alerts a
WHERE a.site_id = ${site.id}
  AND a.resolved_at IS NULL
ORDER BY a.started_at DESC, a.id DESC
LIMIT ${MOST_OPEN}`)
  return rows.map((row) => ofSite(site, row))
}

export type AlertEventRow = { eventId: number; at: Date; change: Change; alert: Alert }

/** What changed since a moment of the database's clock, oldest first. */
export async function eventsSince(db: Queryable, site: SiteRow, since: Date): Promise<AlertEventRow[]> {
  const rows = await db.query<
    AlertRow & { event_id: number; event_at: Date; change: Change }
  >(sql`/* alerts.events */
SELECT e.id AS event_id, e.at AS event_at, e.change, ${COLUMNS}
FROM rum.alert_events e
JOIN rum.alerts a ON a.site_id = e.site_id AND a.id = e.alert_id
WHERE e.site_id = ${site.id}
  AND e.created_at >= ${since}
ORDER BY e.id`)
  return rows.map(({ event_id: eventId, event_at: at, change, ...row }) => ({
    eventId,
    at,
    change,
    alert: ofSite(site, row),
  }))
}

export type HeldNotice = { alert: Alert; change: Change; at: Date; heldBy: string; toldAt: Date | null }

export async function heldNoticesOf(db: Queryable, site: SiteRow, first: number): Promise<HeldNotice[]> {
  const rows = await db.query<
    AlertRow & { change: Change; event_at: Date; held_by: string; told_at: Date | null }
  >(sql`/* alerts.held */
SELECT e.change, e.at AS event_at, e.held_by, e.told_at, ${COLUMNS}
FROM rum.alert_events e
JOIN rum.alerts a ON a.site_id = e.site_id AND a.id = e.alert_id
WHERE e.site_id = ${site.id}
  AND e.held_by IS NOT NULL
ORDER BY e.id DESC
LIMIT ${first}`)
  return rows.map(({ change, event_at: at, held_by: heldBy, told_at: toldAt, ...row }) => ({
    alert: ofSite(site, row),
    change,
    at,
    heldBy,
    toldAt,
  }))
}

export type RuleState = {
  segment: string
  phase: Phase
  since: Date
  at: Date
  frozen: FrozenReason | null
  reading: Reading | null
}

export function statesOfRule(db: Queryable, { siteId, id }: AlertRule): Promise<RuleState[]> {
  return db.query<RuleState>(sql`/* alerts.statesOfRule */
SELECT segment, phase, since, at, frozen, reading
FROM rum.alert_states
WHERE site_id = ${siteId}
  AND rule_id = ${id}
ORDER BY segment`)
}

export type RuleProgress = { evaluatedUntil: Date | null; problem: string | null }

export async function progressOfRule(db: Queryable, { siteId, id }: AlertRule): Promise<RuleProgress> {
  const [row] = await db.query<{
    evaluated_until: Date
    problem: string | null
  }>(sql`/* alerts.progressOfRule */
SELECT evaluated_until, problem
FROM rum.alert_progress
WHERE site_id = ${siteId}
  AND rule_id = ${id}`)
  return { evaluatedUntil: row?.evaluated_until ?? null, problem: row?.problem ?? null }
}

function ofSite(site: SiteRow, row: AlertRow): Alert {
  return {
    site,
    id: row.id,
    ruleId: row.rule_id,
    ruleName: row.rule_name,
    severity: row.severity,
    state: row.state,
    dimension: row.dimension,
    segment: row.segment,
    startedAt: row.started_at,
    escalatedAt: row.escalated_at,
    resolvedAt: row.resolved_at,
    endedBy: row.ended_by,
    reading: row.reading,
    question: row.question,
  }
}
