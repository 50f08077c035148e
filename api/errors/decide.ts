/** What a person decides about a group of errors: resolved, ignored, or open again. */
import { type Context, requireCaller } from '../context.ts'
import { parseGlobalId } from '../global-id.ts'
import { userError } from '../problem.ts'
import type { UserError } from '../user-errors.ts'
import { siteBySlug } from '../sites/sites.queries.ts'
import { errorGroup } from './error-groups.ts'
import type { ErrorGroup } from './errors.queries.ts'

export type NewDecision = {
  state: 'OPEN' | 'RESOLVED' | 'IGNORED'
  release?: string | null | undefined
  until?: Date | null | undefined
  count?: number | null | undefined
}

const NOWHERE = { slug: '', kind: null, id: '' }
const LONGEST_RELEASE = 200
const MOST_EVENTS = 1_000_000

/** Stores the decision and returns the group as it stands then, or tells every mistake of the input. */
export async function decide(
  context: Context,
  id: string,
  decision: NewDecision,
): Promise<{ group: ErrorGroup | null; userErrors: UserError[] }> {
  const caller = requireCaller(context)
  if (!caller.scopes.includes('MANAGE')) {
    throw userError('deciding about errors needs a token with the scope MANAGE', 'FORBIDDEN')
  }
  const { slug, kind, id: fingerprint } = parseGlobalId(id) ?? NOWHERE
  const site = kind === 'error' ? await siteBySlug(context.control, caller, slug) : null
  const group = site === null ? null : await errorGroup(context, site, { fingerprint, range: null })
  if (site === null || group === null) {
    const message = `there is no group of errors "${id.slice(0, 100)}": expected an id such as shop/error/v1-4f9a1c`
    return { group: null, userErrors: [{ path: ['id'], code: 'UNKNOWN', message }] }
  }
  const userErrors = mistakesIn(decision, context.now)
  if (userErrors.length > 0) return { group: null, userErrors }
  const row = {
    state: decision.state,
    release: decision.release ?? null,
    until: decision.until ?? null,
    count: decision.count ?? null,
    at: new Date(context.now),
    by: caller.name,
  }
  await context.control.errorState.upsert({
    where: { siteId_fingerprint: { siteId: site.id, fingerprint } },
    create: { siteId: site.id, fingerprint, ...row },
    update: row,
  })
  context.errors.forget(site.id, fingerprint)
  return { group, userErrors: [] }
}

function mistakesIn({ release, until, count }: NewDecision, now: number): UserError[] {
  const mistakes: UserError[] = []
  const invalid = (path: string, message: string) => mistakes.push({ path: [path], code: 'INVALID', message })
  if (typeof release === 'string') {
    if (release.length < 1 || release.length > LONGEST_RELEASE || release.includes('\0'))
      invalid('release', `\`release\` has ${release.length} characters: expected 1 to ${LONGEST_RELEASE}`)
  }
  if (until instanceof Date && until.getTime() <= now)
    invalid('until', `\`until\` (${until.toISOString()}) has passed: expected a moment to come`)
  if (typeof count === 'number' && (count < 1 || count > MOST_EVENTS))
    invalid('count', `\`count\` is ${count}: expected 1 to ${MOST_EVENTS}`)
  if (until instanceof Date && typeof count === 'number')
    invalid('count', 'both `until` and `count` are given: expected one of them, or none')
  return mistakes
}
