/**
 * What the readers of a published status page ask with: an embed token that anybody gets. It is signed with the page's own
 * secret and names the page, so that it tells nothing of the site behind it, and ends when the page does.
 */
import { randomUUID } from 'node:crypto'
import { signEmbedToken } from '../embeds/embed-claims.ts'
import { MAX_RANGE_MS } from '../segment/range.ts'
import type { StatusPage } from './status-pages.ts'

/** Ten minutes: elements ask for another when it has ended. */
const LIFE_MS = 600_000

/** Secrets of sites are called `<site>-…`: no slug has a colon. */
const PREFIX = 'status:'

export function kidOfPage(slug: string): string {
  return `${PREFIX}${slug}`
}

/** Null where it is the secret of a site. */
export function pageOfKid(kid: string): string | null {
  return kid.startsWith(PREFIX) ? kid.slice(PREFIX.length) : null
}

export function readerToken(
  { slug, floor, origins, secret }: StatusPage & { secret: Uint8Array },
  { ownOrigins, now }: { ownOrigins: readonly string[]; now: number },
): Promise<string> {
  const claims = {
    site: kidOfPage(slug),
    widgets: ['sight-status-page' as const],
    origins: [...new Set([...ownOrigins, ...origins])],
    where: null,
    maxRangeMs: MAX_RANGE_MS,
    reader: { page: slug, floor },
    expiresAt: new Date(now + LIFE_MS),
    jti: randomUUID(),
  }
  return signEmbedToken(claims, { kid: kidOfPage(slug), secret }, now)
}
