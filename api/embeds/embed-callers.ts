/**
 * Who asks with an embed token. Secrets and what was taken back are read again after half a minute, so that a token is
 * dead within that; the signature and the claims are looked at for every request.
 */
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { userError } from '../problem.ts'
import { EVERYTHING } from '../segment/conditions.ts'
import { parseFilter } from '../segment/filters.ts'
import { EmbedTokenError, type ParseWhere, kidOf, verifyEmbedToken } from './embed-claims.ts'
import { kidOfPage, pageOfKid } from '../status/reader-tokens.ts'
import { statusPageBySlug } from '../status/status-pages.ts'
import { operationsOf } from './embeddable.ts'

/** How long what is known of a site's secrets may be old: a revoked token is dead after this. */
const FRESH_MS = 30_000
const KEPT = 1000

/** `subject`: what its tokens name, the site or, for readers of a status page, that. */
type Known = {
  siteId: number
  subject: string
  secret: Uint8Array
  revoked: ReadonlySet<string>
  page: string | null
} | null

/** The caller behind an embed token. Throws what is wrong with it: whoever made it has to read that. */
export type EmbedCallers = (token: string) => Promise<Caller>

/** Header, payload and signature. */
export function looksLikeEmbedToken(secret: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(secret)
}

export function createEmbedCallers(
  control: Control,
  now: () => number,
  parseWhere: ParseWhere,
): EmbedCallers {
  const kept = new Map<string, { known: Promise<Known>; until: number }>()
  const knownOf = (kid: string): Promise<Known> => {
    const fresh = kept.get(kid)
    if (fresh !== undefined && fresh.until > now()) return fresh.known
    const known = readSecret(control, kid, now())
    if (kept.size >= KEPT) kept.clear()
    kept.set(kid, { known, until: now() + FRESH_MS })
    known.catch(() => kept.delete(kid))
    return known
  }
  return async (token) => {
    const kid = kidOf(token)
    const known = kid === null ? null : await knownOf(kid)
    if (known === null) throw refused('the embed token is not signed with a working secret of a site')
    const claims = await verifyEmbedToken(token, { secret: known.secret, now: now(), parseWhere }).catch(
      (error: unknown) => {
        throw error instanceof EmbedTokenError ? refused(error.message) : error
      },
    )
    if (claims.site !== known.subject)
      throw refused(
        `the embed token names "${claims.site.slice(0, 60)}", but another site's secret signed it`,
      )
    // The secret of a page signs for its readers alone.
    if (known.page !== null && claims.reader?.page !== known.page)
      throw refused('the embed token is not for the readers of its status page')
    if (known.revoked.has(claims.jti)) throw refused('the embed token was revoked')
    return {
      tokenId: `${known.siteId}:${claims.jti}`,
      name: `embed ${claims.widgets.join(', ')}`,
      scopes: ['READ'],
      siteIds: [known.siteId],
      expiresAt: claims.expiresAt,
      grant: {
        operations: operationsOf(claims.widgets),
        origins: new Set(claims.origins),
        lock: {
          where: claims.where === null ? EVERYTHING : parseFilter(claims.where),
          maxRangeMs: claims.maxRangeMs,
        },
        ...(claims.reader === null ? {} : { reader: claims.reader }),
      },
    }
  }
}

async function readSecret(control: Control, kid: string, now: number): Promise<Known> {
  const slug = pageOfKid(kid)
  if (slug !== null) return readPageSecret(control, slug)
  const row = await control.embedSecret.findUnique({ where: { kid }, include: { site: true } })
  if (row === null || row.disabledAt !== null) return null
  const revoked = await control.revokedEmbedToken.findMany({
    where: { siteId: row.siteId, until: { gt: new Date(now) } },
  })
  return {
    siteId: row.site.id,
    subject: row.site.slug,
    secret: row.secret,
    revoked: new Set(revoked.map(({ jti }) => jti)),
    page: null,
  }
}

/** One that is not published any more has no readers. */
async function readPageSecret(control: Control, slug: string): Promise<Known> {
  const page = await statusPageBySlug(control, slug)
  if (page === null || !page.published) return null
  const { secret, site } = page
  return { siteId: site.id, subject: kidOfPage(slug), secret, revoked: new Set(), page: slug }
}

function refused(message: string) {
  return userError(message, 'UNAUTHENTICATED')
}
