/**
 * What the public gets without signing in: the page, the token that its element asks with, and the feed of its incidents.
 * A page that is not published and one that is not there are answered alike.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Assets } from '../assets.ts'
import { sendAsset } from '../assets.ts'
import type { Context } from '../context.ts'
import type { Control } from '../db/prisma.ts'
import { createTokenBuckets } from '../token-buckets.ts'
import { incidentFeed } from './feed.ts'
import { missingHtml, statusHtml } from './page-html.ts'
import { readerToken } from './reader-tokens.ts'
import { statusPageBySlug } from './status-pages.ts'
import { viewOf } from './status-view.ts'

export type StatusParts = {
  control: Control
  assets: Assets
  contextOf: () => Promise<Context>
  /** Where browsers reach this server. */
  ownOrigins: () => string[]
  headers: Record<string, string>
  now: () => number
}

type Params = { Params: { slug: string } }

/** Of one address: a page that is opened often, or several elements in one; beyond that it is no reader. */
const RATE = { capacity: 30, perSecond: 0.5 }

export function statusRoutes(
  app: FastifyInstance,
  { control, assets, contextOf, ownOrigins, headers, now }: StatusParts,
): void {
  const buckets = createTokenBuckets({ ...RATE, now })
  const published = async (slug: string) => {
    const page = /^[a-z0-9-]{1,60}$/.test(slug) ? await statusPageBySlug(control, slug) : null
    return page?.published === true ? page : null
  }
  /** Whether it was answered that there were too many. */
  const isTooOften = ({ ip }: FastifyRequest, reply: FastifyReply): boolean => {
    const retryAfterS = buckets.take(ip)
    if (retryAfterS === null) return false
    void reply
      .code(429)
      .header('retry-after', String(retryAfterS))
      .send({ message: `Too many questions from this address: ask again in ${retryAfterS} s.` })
    return true
  }

  app.get<{ Params: { '*': string } }>('/status-page/*', (request, reply) => {
    const file = assets.get(`status-page/${request.params['*']}`)
    return file === undefined ? reply.callNotFound() : sendAsset(request, reply.headers(headers), file)
  })

  app.get<Params>('/status/:slug', async (request, reply) => {
    if (isTooOften(request, reply)) return reply
    const page = await published(request.params.slug)
    void reply.headers(headers).type('text/html; charset=utf-8')
    if (page === null) return reply.code(404).send(missingHtml())
    return reply.send(statusHtml(page, await viewOf(page, page.floor, await contextOf())))
  })

  app.get<Params>('/status/:slug/token', async (request, reply) => {
    void reply.header('vary', 'Origin').header('cache-control', 'no-store')
    if (isTooOften(request, reply)) return reply
    const page = await published(request.params.slug)
    if (page === null) return reply.code(404).send({ message: 'There is no such status page.' })
    const { origin } = request.headers
    const allowed = [...ownOrigins(), ...page.origins]
    // A page of the same origin sends none; another that is not named may not have the token.
    if (origin !== undefined && !allowed.includes(origin))
      return reply
        .code(403)
        .send({ message: 'This status page is not embedded here: its `origins` lack this one.' })
    if (origin !== undefined) void reply.header('access-control-allow-origin', origin)
    return reply
      .type('text/plain; charset=utf-8')
      .header('x-content-type-options', 'nosniff')
      .send(await readerToken(page, { ownOrigins: ownOrigins(), now: now() }))
  })

  app.get<Params>('/status/:slug/feed.xml', async (request, reply) => {
    if (isTooOften(request, reply)) return reply
    const page = await published(request.params.slug)
    if (page === null) return reply.code(404).send({ message: 'There is no such status page.' })
    const { incidents } = await viewOf(page, page.floor, await contextOf())
    return reply
      .header('cache-control', 'public, max-age=60')
      .header('x-content-type-options', 'nosniff')
      .type('application/atom+xml; charset=utf-8')
      .send(incidentFeed(page, incidents, ownOrigins()[0] ?? ''))
  })
}
