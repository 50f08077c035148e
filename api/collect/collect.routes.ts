/** The collector over HTTP: raw bodies in, problem details or 202 out. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BATCH_SCHEMA } from '../../sdk/wire/batch-schema.ts'
import { DROP_REASONS } from '../../sdk/wire/drop-reasons.ts'
import { clientConfig } from '../sites/settings.ts'
import { type Acceptor, BODY_LIMIT } from './accept.ts'
import type { Counters } from '../counters.ts'
import { edgePlace } from './edge-headers.ts'
import type { RequestFacts } from './enrich.ts'
import { CONTENT_TYPES } from './parse-body.ts'
import { type Problem, type ProblemCode, problem, unavailable } from './problems.ts'
import type { WriteKeys } from './write-keys.ts'

export type CollectParts = {
  accept: Acceptor
  keys: WriteKeys
  counters: Counters
  trustedProxies: number
  now: () => number
  onError: (error: unknown) => void
}

const CONFIG_MAX_AGE = 'public, max-age=300'

/** How Fastify's own refusals are told. */
const FRAMEWORK_PROBLEMS: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_json',
}

export function collectRoutes(app: FastifyInstance, parts: CollectParts): void {
  const { accept, keys, counters, now } = parts
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    [...CONTENT_TYPES],
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (_, body, done) => done(null, body),
  )

  app.addHook('onRequest', async (_, reply) => {
    // Anybody's page may send: there are no cookies here and nothing to read.
    void reply
      .header('access-control-allow-origin', '*')
      .header('access-control-expose-headers', 'retry-after')
    void reply.header('cross-origin-resource-policy', 'cross-origin')
  })

  app.options('/v1/*', (_, reply) =>
    reply
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'content-type, content-encoding')
      .header('access-control-max-age', '86400')
      .code(204)
      .send(),
  )

  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, _, reply) => {
    const code = FRAMEWORK_PROBLEMS[error.code ?? '']
    if (code === undefined) throw error
    return refuse(reply, counters, problem(code, error.message))
  })

  app.post('/v1/events', async (request, reply) => {
    const answer = await accept({
      ...requestFacts(request, parts.trustedProxies),
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      encoding: request.headers['content-encoding'],
      origin: request.headers.origin,
      receivedAt: now(),
    })
    if ('code' in answer) return refuse(reply, counters, answer)
    counters.add('sightline_events_accepted_total', answer.accepted)
    counters.add('sightline_unknown_fields_total', answer.unknownFields)
    for (const [kind, events] of Object.entries(answer.kinds))
      counters.add('sightline_events_total', events, { kind })
    for (const { code } of answer.rejected) counters.add('sightline_events_rejected_total', 1, { code })
    // As often as it is told: a batch that is sent again counts again, as it does in the two above.
    for (const reason of DROP_REASONS) {
      const events = answer.dropped[reason]
      if (events !== undefined) counters.add('sightline_client_dropped_total', events, { reason })
    }
    return reply.code(202).send({
      accepted: answer.accepted,
      rejected: answer.rejected,
      config: answer.config,
      ...(answer.unknownFields > 0 && { unknownFields: answer.unknownFields }),
    })
  })

  app.get<{ Querystring: { key?: string | string[] } }>('/v1/config', async (request, reply) => {
    const { key } = request.query
    const site = typeof key === 'string' ? await keys.siteOf(key).catch(parts.onError) : null
    if (site === undefined)
      return refuse(reply, counters, unavailable('the write key cannot be looked up now'))
    if (site === null)
      return refuse(
        reply,
        counters,
        problem('unknown_key', 'no site has this write key: look it up in the console'),
      )
    const config = clientConfig(site.settings)
    const etag = `"${config.version}"`
    void reply.header('cache-control', CONFIG_MAX_AGE).header('etag', etag)
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(config)
  })

  app.get('/v1/schema.json', (_, reply) => reply.header('cache-control', CONFIG_MAX_AGE).send(BATCH_SCHEMA))
}

function refuse(reply: FastifyReply, counters: Counters, answer: Problem): FastifyReply {
  counters.add('sightline_batches_refused_total', 1, { code: answer.code })
  if (answer.retryAfter !== undefined) void reply.header('retry-after', String(answer.retryAfter))
  return reply.code(answer.status).type('application/problem+json').send(JSON.stringify(answer))
}

function requestFacts(request: FastifyRequest, trustedProxies: number): RequestFacts {
  const header = (name: string): string | null => {
    const value = request.headers[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  // Whoever has gone away has no address any more, which Fastify's type does not tell: all of them are one network.
  const { ip = '' } = request as { ip?: string }
  return {
    ip,
    userAgent: header('user-agent') ?? '',
    edgePlace: trustedProxies > 0 ? edgePlace(header) : null,
    mobileHint: header('sec-ch-ua-mobile'),
    platformHint: header('sec-ch-ua-platform'),
    brandsHint: header('sec-ch-ua-full-version-list') ?? header('sec-ch-ua'),
    gpc: header('sec-gpc') === '1',
  }
}
