/** What a person decides about dead letters: once more, or gone. */
import type { Caller } from '../access/authenticate.ts'
import { type Context, requireCaller, requireOutbound } from '../context.ts'
import type { Queryable } from '../db/database.ts'
import { userError } from '../problem.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import type { UserError } from '../user-errors.ts'
import { type Chosen, letterNumber, unknownIds } from './dead-letters.queries.ts'

type Asked = { site: string; ids?: readonly string[] | null; all?: boolean | null }
type Settled = { count: number | null; userErrors: UserError[] }

const MOST_IDS = 1000

export function requireManage({ scopes }: Caller): void {
  if (!scopes.includes('MANAGE'))
    throw userError('dead letters need a token with the scope MANAGE', 'FORBIDDEN')
}

export async function settleDeadLetters(
  context: Context,
  { site: slug, ids, all }: Asked,
  settle: (db: Queryable, site: SiteRow, ids: Chosen) => Promise<number>,
): Promise<Settled> {
  const caller = requireCaller(context)
  requireManage(caller)
  const site = await siteBySlug(context.control, caller, slug)
  if (site === null)
    return failed('site', 'UNKNOWN', `there is no site "${slug.slice(0, 60)}" that this token may see`)
  const given = ids ?? []
  if ((all === true) === given.length > 0)
    return failed('ids', 'INVALID', 'either `ids` or `all`: name the letters, or say that every one is meant')
  if (given.length > MOST_IDS)
    return failed('ids', 'INVALID', `${given.length} ids: expected ${MOST_IDS} at most, or \`all\``)
  const { db } = requireOutbound(context)
  const numbers = given.map(letterNumber)
  const strange = given.find((_, i) => numbers[i] === null)
  const chosen = numbers.filter((number) => number !== null)
  const [missing] = strange === undefined ? await unknownIds(db, site, chosen) : [strange]
  if (missing !== undefined)
    return failed('ids', 'UNKNOWN', `there is no dead letter "${String(missing).slice(0, 60)}" of this site`)
  return { count: await settle(db, site, all === true ? null : chosen), userErrors: [] }
}

function failed(path: string, code: UserError['code'], message: string): Settled {
  return { count: null, userErrors: [{ path: [path], code, message }] }
}
