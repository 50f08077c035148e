/** The flags of a site: those that its sessions evaluated of late, and those that were saved. */
import type { Context } from '../context.ts'
import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { localId } from '../global-id.ts'
import { EVERYTHING } from '../segment/conditions.ts'
import { needsViews } from '../segment/fields.ts'
import { DAY_MS, HOUR_MS } from '../segment/rollups.ts'
import { type Scope, wholeScope } from '../segment/segment.ts'
import { sessionsOf } from '../segment/sources.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { MOST_VARIANTS } from './cohorts.ts'
import { type SavedFlag, savedFlagsOf } from './saved-flags.ts'

export type Flag = {
  site: SiteRow
  key: string
  variants: { key: string; sessions: number }[]
  /** epoch ms */
  lastEvaluation: number | null
  saved: SavedFlag | null
}

/** Sites evaluate hundreds of flags, not thousands. */
const MOST_FLAGS = 1000

export async function flagsOf(
  site: SiteRow,
  { db, control, now, record }: Context,
  key: string | null = null,
): Promise<Flag[]> {
  const [rows, saved] = await Promise.all([
    seenVariants(db, { scope: lately(site, now), key }, record),
    savedFlagsOf(control, site),
  ])
  const flags = new Map<string, Flag>()
  const flagAt = (of: string): Flag => {
    const flag = flags.get(of) ?? { site, key: of, variants: [], lastEvaluation: null, saved: null }
    flags.set(of, flag)
    return flag
  }
  for (const { key: of, variant, sessions, last } of rows) {
    const flag = flagAt(of)
    if (flag.variants.length < MOST_VARIANTS)
      flag.variants.push({ key: variant, sessions: Math.round(sessions) })
    flag.lastEvaluation = Math.max(flag.lastEvaluation ?? 0, last)
  }
  for (const one of saved) if (key === null || one.key === key) flagAt(one.key).saved = one
  return [...flags.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, MOST_FLAGS)
}

/** By its id or its key alone; null where it was neither seen nor saved. */
export async function flagById(site: SiteRow, id: string, context: Context): Promise<Flag | null> {
  const key = localId(site, 'flag', id) ?? id
  return (await flagsOf(site, context, key))[0] ?? null
}

/** As far as whoever asks may see of the site. */
function lately(site: SiteRow, now: number): Scope {
  const range = { from: now - 30 * DAY_MS, to: now + HOUR_MS }
  return wholeScope({ site, range, where: EVERYTHING, includeBots: false }).scope
}

type SeenRow = { key: string; variant: string; sessions: number; last: number }

/** Those of most sessions first. */
function seenVariants(
  db: Queryable,
  { scope, key }: { scope: Scope; key: string | null },
  record: (statement: StatementRecord) => void,
): Promise<SeenRow[]> {
  const once = needsViews(scope.where, []) ? sql`DISTINCT ON (s.session_id) ` : sql``
  return db.query<SeenRow>(
    sql`/* flags.seen */
SELECT flag.key, flag.value ->> 'variant' AS variant, sum(weight) AS sessions, max((flag.value ->> 'at')::double precision) AS last
FROM (
  SELECT ${once}s.flags, s.weight::double precision AS weight
  FROM ${sessionsOf({ scope, axes: [], edges: null }, new Map())} AND s.weight > 0 AND s.flags <> '{}'
) seen
CROSS JOIN LATERAL jsonb_each(seen.flags) flag
WHERE ${key}::text IS NULL OR flag.key = ${key}::text
GROUP BY flag.key, variant
ORDER BY sessions DESC, variant`,
    record,
  )
}
