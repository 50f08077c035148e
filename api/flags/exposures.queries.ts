/** How many sessions saw which variant of a flag. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { type PartRow, partColumns, partNames } from '../segment/columns.ts'
import { sessionColumn } from '../segment/fields.ts'
import { partOfRow } from '../segment/grouping.ts'
import type { Question } from '../segment/planner.ts'
import { type WantedKeys, sessionsOf } from '../segment/sources.ts'
import type { ClusterSums } from '../statistics/cluster-ratio.ts'

/** Of one variant; `sums` are by visitor, of its sessions (y) and those of all declared variants (x). */
export type VariantCount = { key: string; sessions: number; sums: ClusterSums }

export type Exposures = { sessions: number; mixed: number; variants: VariantCount[] }

export const NO_EXPOSURES: Exposures = { sessions: 0, mixed: 0, variants: [] }

type ExposureRow = PartRow & {
  variant: string
  mixed: boolean
  clusters: number
  sessions: number
  yy: number
  xy: number
}

export type ExposureQuestion = {
  question: Question
  wanted: WantedKeys
  key: string
  /** The variants of the split; null: all that were seen. */
  declared: readonly string[] | null
}

/** By part. */
export async function exposures(
  db: Queryable,
  { question, wanted, key, declared }: ExposureQuestion,
  record: (statement: StatementRecord) => void,
): Promise<Map<string, Exposures>> {
  const parts = partNames(question)
  const rows = await db.query<ExposureRow>(
    sql`/* flags.exposures */
SELECT ${parts}, variant, mixed, count(*) AS clusters, sum(y) AS sessions, sum(y * y) AS yy, sum(x * y) AS xy
FROM (
  SELECT ${parts}, variant, mixed, sum(weight) AS y,
    coalesce(sum(sum(weight) FILTER (WHERE NOT mixed AND ${declared === null ? sql`TRUE` : sql`variant = ANY (${declared}::text[])`}))
      OVER (PARTITION BY ${parts}, visitor_id), 0) AS x
  FROM (
    SELECT DISTINCT ${partColumns(question, sessionColumn, sql`s.started_at`)}, s.session_id, s.visitor_id,
      s.weight::double precision AS weight,
      s.flags -> ${key}::text ->> 'variant' AS variant,
      (s.flags -> ${key}::text ->> 'mixed')::boolean AS mixed
    FROM ${sessionsOf(question, wanted)} AND s.weight > 0 AND s.flags ? ${key}::text
  ) evaluated
  GROUP BY ${parts}, variant, mixed, visitor_id
) visitors
GROUP BY ${parts}, variant, mixed`,
    record,
  )
  const byPart = new Map<string, ExposureRow[]>()
  for (const row of rows) {
    const part = partOfRow(row, question)
    byPart.set(part, [...(byPart.get(part) ?? []), row])
  }
  return new Map([...byPart].map(([part, ofPart]) => [part, exposuresOf(ofPart, declared)]))
}

function exposuresOf(rows: readonly ExposureRow[], declared: readonly string[] | null): Exposures {
  const mixed = sum(rows.filter((row) => row.mixed).map(({ sessions }) => sessions))
  const unmixed = rows.filter((row) => !row.mixed)
  const counted = unmixed.filter(({ variant }) => declared === null || declared.includes(variant))
  const x = sum(counted.map(({ sessions }) => sessions))
  // Each visitor's sessions times all of its sessions: over all variants that is their square.
  const xx = sum(counted.map(({ xy }) => xy))
  const missing = (declared ?? []).filter((key) => !unmixed.some(({ variant }) => variant === key))
  const variants = [
    ...unmixed.map(({ variant, sessions, clusters, yy, xy }) => ({
      key: variant,
      sessions,
      sums: { clusters, y: sessions, x, yy, xy, xx },
    })),
    // A variant that nobody came to is the worst mismatch of all.
    ...missing.map((key) => ({ key, sessions: 0, sums: { clusters: 0, y: 0, x, yy: 0, xy: 0, xx } })),
  ].sort((a, b) => b.sessions - a.sessions || (a.key < b.key ? -1 : 1))
  return { sessions: mixed + sum(unmixed.map(({ sessions }) => sessions)), mixed, variants }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
