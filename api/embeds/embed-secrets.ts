/** The secrets that sign a site's embed tokens, and the tokens that were taken back. */
import { randomBytes } from 'node:crypto'
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { userError } from '../problem.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import type { UserError } from '../user-errors.ts'
import { MAX_LIFE_S } from './embed-claims.ts'

/** One works while the other takes its place. */
const MOST_LIVE = 2
/** 256 bits, as many as the hash has (RFC 7518, 3.2). */
const SECRET_BYTES = 32

export type EmbedSecretRow = { kid: string; createdAt: Date; disabledAt: Date | null }
export type EmbedSecretPayload = {
  kid: string | null
  secret: string | null
  userErrors: UserError[]
}

export function secretsOf(control: Control, { id }: SiteRow): Promise<EmbedSecretRow[]> {
  return control.embedSecret.findMany({
    where: { siteId: id },
    orderBy: { createdAt: 'asc' },
    select: { kid: true, createdAt: true, disabledAt: true },
  })
}

/** The newest that works, made if there is none: for tokens that Sightline signs itself. */
export async function signingSecret(
  control: Control,
  site: SiteRow,
): Promise<{ kid: string; secret: Uint8Array }> {
  const newest = await control.embedSecret.findFirst({
    where: { siteId: site.id, disabledAt: null },
    orderBy: { createdAt: 'desc' },
  })
  return newest ?? control.embedSecret.create({ data: newSecret(site) })
}

export async function createEmbedSecret(
  control: Control,
  caller: Caller,
  slug: string,
): Promise<EmbedSecretPayload> {
  const site = await manageableSite(control, caller, slug)
  if (site === null) return failed(['site'], 'UNKNOWN', unknownSite(slug))
  const live = await control.embedSecret.count({ where: { siteId: site.id, disabledAt: null } })
  if (live >= MOST_LIVE)
    return failed(
      ['site'],
      'TAKEN',
      `"${slug}" has ${live} embed secrets that work: disable one that nobody signs with any more`,
    )
  const made = await control.embedSecret.create({ data: newSecret(site) })
  return { kid: made.kid, secret: Buffer.from(made.secret).toString('base64url'), userErrors: [] }
}

export async function disableEmbedSecret(
  control: Control,
  caller: Caller,
  { site: slug, kid, now }: { site: string; kid: string; now: number },
): Promise<{ disabledKid: string | null; userErrors: UserError[] }> {
  const site = await manageableSite(control, caller, slug)
  const { count } =
    site === null
      ? { count: 0 }
      : await control.embedSecret.updateMany({
          where: { kid, siteId: site.id, disabledAt: null },
          data: { disabledAt: new Date(now) },
        })
  if (count > 0) return { disabledKid: kid, userErrors: [] }
  const message = `"${slug}" has no working embed secret "${kid.slice(0, 60)}"`
  return { disabledKid: null, userErrors: [{ path: ['kid'], code: 'UNKNOWN', message }] }
}

/** Whether there is such a token or not: nobody keeps a list of those that are out. */
export async function revokeEmbedToken(
  control: Control,
  caller: Caller,
  { site: slug, jti, now }: { site: string; jti: string; now: number },
): Promise<{ revokedJti: string | null; userErrors: UserError[] }> {
  const site = await manageableSite(control, caller, slug)
  if (site === null) {
    const userErrors = [{ path: ['site'], code: 'UNKNOWN' as const, message: unknownSite(slug) }]
    return { revokedJti: null, userErrors }
  }
  await control.revokedEmbedToken.deleteMany({ where: { siteId: site.id, until: { lt: new Date(now) } } })
  const until = new Date(now + 2 * MAX_LIFE_S * 1000)
  const key = { siteId: site.id, jti: jti.slice(0, 100) }
  await control.revokedEmbedToken.upsert({
    where: { siteId_jti: key },
    create: { ...key, until },
    update: { until },
  })
  return { revokedJti: jti, userErrors: [] }
}

/** The site, if the caller may change what it sees; null if there is none such. */
export function manageableSite(control: Control, caller: Caller, slug: string): Promise<SiteRow | null> {
  requireManage(caller)
  return siteBySlug(control, caller, slug)
}

function requireManage({ scopes }: Caller): void {
  if (!scopes.includes('MANAGE'))
    throw userError('embedding needs a token with the scope MANAGE', 'FORBIDDEN')
}

export function unknownSite(slug: string): string {
  return `there is no site "${slug.slice(0, 60)}" that this token may see`
}

function newSecret({ id, slug }: SiteRow) {
  return {
    kid: `${slug}-${randomBytes(6).toString('hex')}`,
    siteId: id,
    secret: new Uint8Array(randomBytes(SECRET_BYTES)),
  }
}

function failed(path: string[], code: UserError['code'], message: string): EmbedSecretPayload {
  return { kid: null, secret: null, userErrors: [{ path, code, message }] }
}
