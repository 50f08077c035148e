import type { Control } from '../db/prisma.ts'
import { userError } from '../problem.ts'
import { siteBySlug } from '../sites/sites.queries.ts'
import { type UserError, checkLength } from '../user-errors.ts'
import type { Caller } from './authenticate.ts'
import { type Scope, createToken } from './tokens.ts'

export type NewApiToken = {
  name: string
  scopes: readonly Scope[]
  sites: readonly string[]
  expiresInMs: number | null
}

/** Makes an API token that may do no more than the one that asks for it. */
export async function createApiToken(
  control: Control,
  caller: Caller,
  now: number,
  { name, scopes, sites, expiresInMs }: NewApiToken,
): Promise<{ secret: string | null; userErrors: UserError[] }> {
  if (!caller.scopes.includes('MANAGE')) throw userError('making a token needs the scope MANAGE', 'FORBIDDEN')
  const userErrors = checkLength('name', name, 100)
  const found = await Promise.all(sites.map((slug) => siteBySlug(control, caller, slug)))
  found.forEach((site, i) => {
    const path = ['sites', String(i)]
    if (site === null)
      userErrors.push({
        path,
        code: 'UNKNOWN',
        message: `there is no site "${sites[i]}" that this token may see`,
      })
  })
  const foreign = scopes.filter((scope) => !caller.scopes.includes(scope))
  if (foreign.length > 0) {
    userErrors.push({
      path: ['scopes'],
      code: 'INVALID',
      message: `the asking token does not have ${foreign.join(', ')} itself`,
    })
  }
  if (userErrors.length > 0) return { secret: null, userErrors }
  const siteIds =
    found.length > 0 ? found.flatMap((site) => (site === null ? [] : [site.id])) : caller.siteIds
  const expiresAt = expiresInMs === null ? null : new Date(now + expiresInMs)
  const secret = await createToken(control, {
    name: name.trim(),
    kind: 'api',
    scopes: [...scopes],
    siteIds,
    expiresAt,
  })
  return { secret, userErrors: [] }
}
