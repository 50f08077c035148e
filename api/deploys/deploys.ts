/** What pipelines say went live, and when. */
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { userError } from '../problem.ts'
import type { Range } from '../segment/range.ts'
import { DAY_MS } from '../segment/rollups.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import { type UserError, checkLength } from '../user-errors.ts'

export type DeployRow = {
  version: string
  environment: string
  at: Date
  note: string | null
  url: string | null
  by: string
}

/** More than a chart can mark. */
const MOST = 200
const LONGEST = { version: 200, environment: 100, note: 500, url: 2000 }
const MOST_PAST_MS = 366 * DAY_MS
const MOST_AHEAD_MS = DAY_MS

/** The latest first. */
export function deploysIn(
  control: Control,
  site: SiteRow,
  { from, to }: Range,
  environment: string | null = null,
): Promise<DeployRow[]> {
  return control.deploy.findMany({
    where: {
      siteId: site.id,
      at: { gte: new Date(from), lt: new Date(to) },
      ...(environment === null ? {} : { environment }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST,
  })
}

export type NewDeploy = Omit<DeployRow, 'by'> & { site: string; now: number }

export async function recordDeploy(
  control: Control,
  caller: Caller,
  { site: slug, now, ...deploy }: NewDeploy,
): Promise<{ deploy: DeployRow | null; userErrors: UserError[] }> {
  if (!caller.scopes.includes('MANAGE'))
    throw userError('recording a deploy needs a token with the scope MANAGE', 'FORBIDDEN')
  const site = await siteBySlug(control, caller, slug)
  const userErrors = [
    ...(site === null
      ? [mistake('site', `there is no site "${slug.slice(0, 60)}" that this token may see`, 'UNKNOWN')]
      : []),
    ...mistakesIn(deploy, now),
  ]
  if (site === null || userErrors.length > 0) return { deploy: null, userErrors }
  const [version, environment] = [deploy.version.trim(), deploy.environment.trim()]
  const row = { ...deploy, version, environment, by: caller.name, siteId: site.id }
  const key = { siteId: site.id, at: deploy.at, environment, version }
  const saved = await control.deploy.upsert({
    where: { siteId_at_environment_version: key },
    create: row,
    update: { note: row.note, url: row.url, by: row.by },
  })
  return { deploy: saved, userErrors: [] }
}

function mistakesIn(
  { version, environment, at, note, url }: Omit<DeployRow, 'by'>,
  now: number,
): UserError[] {
  const aheadMs = at.getTime() - now
  return [
    ...checkLength('version', version, LONGEST.version),
    ...checkLength('environment', environment, LONGEST.environment),
    ...(note === null ? [] : checkLength('note', note, LONGEST.note)),
    ...(url === null || isWebAddress(url)
      ? []
      : [mistake('url', `"${url.slice(0, 80)}" is no address: expected https://…`)]),
    ...(aheadMs > MOST_AHEAD_MS || aheadMs < -MOST_PAST_MS
      ? [mistake('at', `${at.toISOString()} is not within the last year: expected when it went live`)]
      : []),
  ]
}

/** It becomes a link: nothing that runs. */
function isWebAddress(text: string): boolean {
  return text.length <= LONGEST.url && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function mistake(field: string, message: string, code: UserError['code'] = 'INVALID'): UserError {
  return { path: [field], code, message }
}
