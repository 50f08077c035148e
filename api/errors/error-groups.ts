/** One group of errors, and the list of those of a segment in a state. */
import type { Context } from '../context.ts'
import { type Sql, sql } from '../db/sql.ts'
import type { ErrorState, RangeInput } from '../schema.generated.ts'
import { EVERYTHING } from '../segment/conditions.ts'
import { figuresOf } from '../segment/group-loaders.ts'
import { groupAt } from '../segment/groups.ts'
import { parseRange } from '../segment/range.ts'
import { DAY_MS } from '../segment/rollups.ts'
import { type Segment, wholeScope } from '../segment/segment.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { type Proportion, proportion } from '../statistics/proportion.ts'
import { ERRORS, type ErrorGroup } from './errors.queries.ts'

/** The group with its figures in the range, or in the last 30 days; null where nothing of it is kept. */
export async function errorGroup(
  { errors, now }: Context,
  site: SiteRow,
  { fingerprint, range }: { fingerprint: string; range: RangeInput | null },
): Promise<ErrorGroup | null> {
  if (fingerprint.includes('\0')) return null
  const period = parseRange(range ?? { last: 30 * DAY_MS }, now)
  const whole = wholeScope({ site, range: period, where: EVERYTHING, includeBots: false })
  const group = groupAt({ source: ERRORS, segment: whole }, fingerprint)
  return (await errors.history.load(group.place)) === null ? null : group
}

/** The rows of groups that stand like this. Groups that nobody decided about are open. */
export async function rowsInState(
  { errors }: Context,
  { scope }: Segment,
  state: ErrorState | null | undefined,
): Promise<{ rows?: Sql }> {
  if (state === null || state === undefined) return {}
  const standing = await errors.all(scope.site.id)
  const among = (isListed: (one: ErrorState) => boolean) =>
    standing.filter((one) => isListed(one.state)).map(({ fingerprint }) => fingerprint)
  if (state === 'OPEN') return { rows: sql`e.fingerprint <> ALL (${among((one) => one !== 'OPEN')}::text[])` }
  return { rows: sql`e.fingerprint = ANY (${among((one) => one === state)}::text[])` }
}

/** Sessions with the error, of those that began in the period. One that began before and had it counts as well. */
export async function shareOfAllSessions(
  group: ErrorGroup,
  { groups, segments }: Context,
): Promise<Proportion> {
  const [{ sessions: affected }, figures] = await Promise.all([
    figuresOf(groups, group),
    segments.sessions.load(group.segment),
  ])
  return proportion(
    Math.min(affected, figures.sessions),
    figures.sessions,
    figures.sessions ** 2 / figures.squares,
  )
}
