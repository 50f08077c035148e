/** An embed token, signed here: for whoever has an API token at hand and would rather not keep a second secret. */
import { randomUUID } from 'node:crypto'
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import type { FilterInput } from '../schema.generated.ts'
import { parseFilter } from '../segment/filters.ts'
import { MAX_RANGE_MS } from '../segment/range.ts'
import type { UserError } from '../user-errors.ts'
import { EmbedTokenError, MAX_LIFE_S, originsClaim, signEmbedToken, widgetsClaim } from './embed-claims.ts'
import { manageableSite, signingSecret, unknownSite } from './embed-secrets.ts'

export type NewEmbedToken = {
  site: string
  widgets: readonly string[]
  origins: readonly string[]
  where: FilterInput | null
  maxRangeMs: number | null
  expiresInMs: number
}

export type EmbedTokenPayload = {
  token: string | null
  jti: string | null
  expiresAt: Date | null
  userErrors: UserError[]
}

const SHORTEST_MS = 60_000

export async function createEmbedToken(
  control: Control,
  caller: Caller,
  now: number,
  { site: slug, widgets, origins, where, maxRangeMs, expiresInMs }: NewEmbedToken,
): Promise<EmbedTokenPayload> {
  const site = await manageableSite(control, caller, slug)
  const userErrors: UserError[] = []
  const checked = <T>(path: string, parse: () => T): T | null => {
    try {
      return parse()
    } catch (error) {
      if (!(error instanceof EmbedTokenError)) throw error
      userErrors.push({ path: [path], code: 'INVALID', message: error.message })
      return null
    }
  }
  if (site === null) userErrors.push({ path: ['site'], code: 'UNKNOWN', message: unknownSite(slug) })
  const named = checked('widgets', () => widgetsClaim(widgets, where))
  const allowed = checked('origins', () => originsClaim(origins))
  if (expiresInMs < SHORTEST_MS || expiresInMs > MAX_LIFE_S * 1000) {
    const message = '`expiresIn` must be PT1M to PT1H: the page asks for a new one before it ends'
    userErrors.push({ path: ['expiresIn'], code: 'INVALID', message })
  }
  if (where !== null) parseFilter(where)
  if (site === null || named === null || allowed === null || userErrors.length > 0)
    return { token: null, jti: null, expiresAt: null, userErrors }
  const claims = {
    site: site.slug,
    widgets: named,
    origins: allowed,
    where,
    maxRangeMs: maxRangeMs ?? MAX_RANGE_MS,
    reader: null,
    expiresAt: new Date(now + expiresInMs),
    jti: randomUUID(),
  }
  const token = await signEmbedToken(claims, await signingSecret(control, site), now)
  return { token, jti: claims.jti, expiresAt: claims.expiresAt, userErrors: [] }
}
