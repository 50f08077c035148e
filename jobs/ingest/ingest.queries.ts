/** The statements of the ingest transaction, in the order in which it runs them. */
import type { Queryable } from '../../api/db/database.ts'
import { frozen, sql } from '../../api/db/sql.ts'
import type { DecodedBatch } from './batch-facts.ts'
import type { SessionChange } from './session-changes.ts'

/** Claims the batches that were not stored before, and returns those. Sorted: two workers claim in the same order. */
export async function claimBatches(
  db: Queryable,
  batches: readonly { batch: DecodedBatch; rows: number }[],
): Promise<Set<string>> {
  const sorted = [...batches].sort((a, b) => (batchKey(a.batch) < batchKey(b.batch) ? -1 : 1))
  const claimed = await db.query<{ site_id: number; batch_id: string }>(sql`/* ingest.claimBatches */
INSERT INTO rum.ingest_batch (site_id, batch_id, rows, delivery, sender, number)
SELECT site_id, batch_id, rows, delivery, sender, number
FROM unnest(
  ${sorted.map(({ batch }) => batch.siteId)}::integer[],
  ${sorted.map(({ batch }) => batch.batchId)}::uuid[],
  ${sorted.map(({ rows }) => rows)}::integer[],
  ${sorted.map(({ batch }) => batch.delivery ?? null)}::uuid[],
  ${sorted.map(({ batch }) => batch.numbered?.sender ?? null)}::uuid[],
  ${sorted.map(({ batch }) => batch.numbered?.number ?? null)}::integer[]
) AS batch (site_id, batch_id, rows, delivery, sender, number)
ON CONFLICT DO NOTHING
RETURNING site_id, batch_id`)
  return new Set(claimed.map(({ site_id, batch_id }) => `${site_id} ${batch_id}`))
}

export function batchKey({ siteId, batchId }: { siteId: number; batchId: string }): string {
  return `${siteId} ${batchId}`
}

type SessionColumn = { name: string; type: string; value: (change: SessionChange) => unknown }

const date = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at))

/** Counted up, extended or merged: these do not depend on the order in which batches arrive. */
const MERGED: (SessionColumn & { merge: string })[] = [
  {
    name: 'started_at',
    type: 'timestamptz',
    value: (c) => date(c.startedAt),
    merge: 'LEAST(s.started_at, excluded.started_at)',
  },
  {
    name: 'last_at',
    type: 'timestamptz',
    value: (c) => date(c.lastAt),
    merge: 'GREATEST(s.last_at, excluded.last_at)',
  },
  {
    name: 'entry_at',
    type: 'timestamptz',
    value: (c) => date(c.entry?.at),
    merge: 'LEAST(s.entry_at, excluded.entry_at)',
  },
  {
    name: 'entry_page',
    type: 'text',
    value: (c) => c.entry?.page ?? null,
    merge: `CASE WHEN s.entry_at IS NULL OR (excluded.entry_at, coalesce(excluded.entry_page, '') COLLATE "C") < (s.entry_at, coalesce(s.entry_page, ''))
      THEN excluded.entry_page ELSE s.entry_page END`,
  },
  {
    name: 'exit_at',
    type: 'timestamptz',
    value: (c) => date(c.exit?.at),
    merge: 'GREATEST(s.exit_at, excluded.exit_at)',
  },
  {
    name: 'exit_page',
    type: 'text',
    value: (c) => c.exit?.page ?? null,
    merge: `CASE WHEN s.exit_at IS NULL OR (excluded.exit_at, coalesce(excluded.exit_page, '') COLLATE "C") > (s.exit_at, coalesce(s.exit_page, ''))
      THEN excluded.exit_page ELSE s.exit_page END`,
  },
  { name: 'views', type: 'integer', value: (c) => c.counts.views, merge: 's.views + excluded.views' },
  { name: 'errors', type: 'integer', value: (c) => c.counts.errors, merge: 's.errors + excluded.errors' },
  {
    name: 'unhandled_errors',
    type: 'integer',
    value: (c) => c.counts.unhandledErrors,
    merge: 's.unhandled_errors + excluded.unhandled_errors',
  },
  {
    name: 'interactions',
    type: 'integer',
    value: (c) => c.counts.interactions,
    merge: 's.interactions + excluded.interactions',
  },
  {
    name: 'frustrations',
    type: 'integer',
    value: (c) => c.counts.frustrations,
    merge: 's.frustrations + excluded.frustrations',
  },
  { name: 'revised', type: 'boolean', value: (c) => c.revised, merge: 's.revised OR excluded.revised' },
  {
    name: 'flags',
    type: 'jsonb',
    value: (c) => JSON.stringify(c.flags),
    merge: `CASE WHEN excluded.flags = '{}' THEN s.flags WHEN s.flags = '{}' THEN excluded.flags
      ELSE rum.merge_flags(s.flags, excluded.flags) END`,
  },
  {
    name: 'attributes',
    type: 'jsonb',
    value: (c) => JSON.stringify(c.attributes),
    merge: `CASE WHEN excluded.attributes = '{}' THEN s.attributes
      WHEN excluded.context_at > s.last_at THEN s.attributes || excluded.attributes
      ELSE rum.merge_attributes(s.attributes, s.attributes_told, excluded.attributes, excluded.attributes_told) END`,
  },
  {
    name: 'attributes_told',
    type: 'jsonb',
    value: (c) => JSON.stringify(c.attributesTold),
    // What begins behind all that is known was told last: no key need be looked at.
    merge: `CASE WHEN excluded.attributes = '{}' THEN s.attributes_told
      WHEN excluded.context_at > s.last_at THEN s.attributes_told || excluded.attributes_told
      ELSE rum.merge_told(s.attributes_told, excluded.attributes_told) END`,
  },
  {
    name: 'context_at',
    type: 'timestamptz',
    value: (c) => date(c.context.contextAt),
    merge: 'LEAST(s.context_at, excluded.context_at)',
  },
]

/** Told by the batch with the earliest first event; of two that begin at one instant by the smaller id. */
const CONTEXT: SessionColumn[] = [
  { name: 'context_batch', type: 'uuid', value: (c) => c.contextBatch },
  { name: 'visitor_id', type: 'uuid', value: (c) => c.context.visitorId },
  { name: 'weight', type: 'real', value: (c) => c.context.weight },
  { name: 'bot', type: 'boolean', value: (c) => c.context.bot },
  { name: 'bot_reason', type: 'text', value: (c) => c.context.botReason ?? null },
  { name: 'country', type: 'text', value: (c) => c.context.country },
  { name: 'region', type: 'text', value: (c) => c.context.region },
  { name: 'city', type: 'text', value: (c) => c.context.city },
  { name: 'device', type: 'text', value: (c) => c.context.device },
  { name: 'browser', type: 'text', value: (c) => c.context.browser },
  { name: 'browser_version', type: 'text', value: (c) => c.context.browserVersion },
  { name: 'os', type: 'text', value: (c) => c.context.os },
  { name: 'language', type: 'text', value: (c) => c.context.language },
  { name: 'connection', type: 'text', value: (c) => c.context.connection },
  { name: 'referrer', type: 'text', value: (c) => c.context.referrer },
  { name: 'utm_source', type: 'text', value: (c) => c.context.utmSource },
  { name: 'utm_medium', type: 'text', value: (c) => c.context.utmMedium },
  { name: 'utm_campaign', type: 'text', value: (c) => c.context.utmCampaign },
  { name: 'release', type: 'text', value: (c) => c.context.release },
  { name: 'environment', type: 'text', value: (c) => c.context.environment },
]

const KEY: SessionColumn[] = [
  { name: 'site_id', type: 'integer', value: (c) => c.siteId },
  { name: 'session_id', type: 'uuid', value: (c) => c.context.id },
]

const COLUMNS = [...KEY, ...MERGED, ...CONTEXT]
const names = COLUMNS.map(({ name }) => name).join(', ')

const UPSERT_SESSIONS = `/* ingest.upsertSessions */
INSERT INTO rum.sessions AS s (${names})
SELECT ${names}
FROM unnest(${COLUMNS.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ')}) AS change (${names})
ON CONFLICT (site_id, session_id) DO UPDATE SET
${[
  ...MERGED.map(({ name, merge }) => `  ${name} = ${merge}`),
  ...CONTEXT.map(
    ({ name }) =>
      `  ${name} = CASE WHEN (excluded.context_at, excluded.context_batch) < (s.context_at, s.context_batch) THEN excluded.${name} ELSE s.${name} END`,
  ),
].join(',\n')}
RETURNING site_id, session_id, revised`

/**
 * Upserts the sessions and thereby locks them until the transaction ends: two transactions with parts of one session
 * follow each other, so what one finds of a session's vitals is whole. Returns the sessions with revised vitals.
 */
export async function upsertSessions(
  db: Queryable,
  changes: readonly SessionChange[],
): Promise<{ siteId: number; session: string }[]> {
  const rows = await db.query<{ site_id: number; session_id: string; revised: boolean }>(
    frozen(
      UPSERT_SESSIONS,
      COLUMNS.map(({ value }) => changes.map(value)),
    ),
  )
  return rows
    .filter(({ revised }) => revised)
    .map(({ site_id, session_id }) => ({ siteId: site_id, session: session_id }))
}
