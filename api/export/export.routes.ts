/**
 * `GET /v1/export`: everything that is stored of a visitor, a session or a user, or of a site in a period, as NDJSON. It
 * needs an API token with the scope MANAGE in the Authorization header: no cookie, so that no page can ask for it.
 */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Authenticator } from '../access/authenticate.ts'
import type { Queryable } from '../db/database.ts'
import type { Control } from '../db/prisma.ts'
import { type Sql, sql } from '../db/sql.ts'
import { isOfSubject, parseSubject } from '../erasure/subject.ts'
import { siteBySlug } from '../sites/sites.queries.ts'
import { exportLines } from './export-rows.ts'

export type ExportParts = {
  authenticator: Pick<Authenticator, 'callerOf'>
  control: Control
  db: Queryable
  onError: (error: unknown) => void
}

type Query = Partial<Record<'site' | 'visitor' | 'session' | 'user' | 'from' | 'to', string>>

export function exportRoutes(
  app: FastifyInstance,
  { authenticator, control, db, onError }: ExportParts,
): void {
  app.get<{ Querystring: Query }>('/v1/export', async (request, reply) => {
    const [, secret = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    const caller = secret === '' ? null : await authenticator.callerOf(secret)
    if (caller === null) return refuse(reply, 401, 'send an API token: Authorization: Bearer sl_…')
    if (!caller.scopes.includes('MANAGE'))
      return refuse(reply, 403, 'exporting needs a token with the scope MANAGE')
    const { site: slug = '' } = request.query
    const site = await siteBySlug(control, caller, slug)
    if (site === null)
      return refuse(
        reply,
        404,
        `there is no site "${slug.slice(0, 60)}" that this token may see: name it as ?site=`,
      )
    const where = wanted(request.query)
    if (typeof where === 'string') return refuse(reply, 400, where)
    const lines = Readable.from(exportLines(db, { siteId: site.id, where }), { objectMode: false })
    // The status is sent by then: that it ends early is all that can still be told.
    lines.on('error', onError)
    return reply
      .type('application/x-ndjson; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${site.slug}.ndjson"`)
      .header('x-content-type-options', 'nosniff')
      .send(lines)
  })
}

/** The condition on sessions, or what is wrong with the query. */
function wanted({ visitor, session, user, from, to }: Query): Sql | string {
  const period = { from: momentOf(from), to: momentOf(to) }
  for (const [name, moment] of Object.entries(period))
    if (moment !== null && Number.isNaN(moment.getTime()))
      return `${name}=${String(name === 'from' ? from : to).slice(0, 40)} is no time: expected 2026-11-21T09:30:00Z`
  const within = sql`(${period.from}::timestamptz IS NULL OR s.last_at >= ${period.from}::timestamptz)
  AND (${period.to}::timestamptz IS NULL OR s.started_at < ${period.to}::timestamptz)`
  if (visitor === undefined && session === undefined && user === undefined) return within
  const [, attribute = '', value = ''] = /^([^:]+):(.+)$/s.exec(user ?? '') ?? []
  if (user !== undefined && value === '')
    return `user=${user.slice(0, 40)}: expected an attribute and its value, such as user=id:u-42`
  const subject = parseSubject({ visitor, session, user: user === undefined ? null : { attribute, value } })
  if (Array.isArray(subject)) return subject.map(({ message }) => message).join('; ')
  return sql`${isOfSubject(subject)} AND ${within}`
}

function momentOf(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text)
}

function refuse(reply: FastifyReply, status: number, detail: string): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: 'No export.', status, detail }))
}
