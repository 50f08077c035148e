/** Puts the api process together: collector, GraphQL, pages, health. */
import Fastify from 'fastify'
import type { Logger } from 'pino'
import { packagePath } from '../prisma/package-path.ts'
import { createAuthenticator } from './access/authenticate.ts'
import { oidcRoutes } from './access/oidc.routes.ts'
import { secretOf, signInRoutes } from './access/sign-in.routes.ts'
import { readAssets } from './assets.ts'
import { createAcceptor } from './collect/accept.ts'
import { collectRoutes } from './collect/collect.routes.ts'
import { createDailyVisitors } from './collect/daily-visitors.ts'
import { createEnricher } from './collect/enrich.ts'
import { createPrivacy } from './collect/privacy.ts'
import { createWriteKeys } from './collect/write-keys.ts'
import { createConsentLog } from './consent/consent-log.ts'
import { createContext } from './context.ts'
import { GRAPHQL_LIMITS } from './cost/graphql-limits.ts'
import { countStatements, createCounters } from './counters.ts'
import { createBackpressure } from './limits/backpressure.ts'
import { createGate } from './limits/gate.ts'
import { createKeptValues } from './limits/kept-values.ts'
import { createQuotas } from './limits/quota.ts'
import { createBuckets } from './limits/rates.ts'
import { createStorage } from './limits/storage.ts'
import { createSessionEvents } from './limits/session-events.ts'
import { openDatabase } from './db/database.ts'
import { openControl } from './db/prisma.ts'
import { createDocuments } from './documents/documents.ts'
import type { ParseWhere } from './embeds/embed-claims.ts'
import { createEmbedCallers, looksLikeEmbedToken } from './embeds/embed-callers.ts'
import type { Env } from './env.ts'
import { exportRoutes } from './export/export.routes.ts'
import { createInputParser } from './input-parser.ts'
import { createGraphql } from './graphql.ts'
import { graphqlRoutes } from './graphql.routes.ts'
import { PAGE_HEADERS, pagesRoutes } from './pages.routes.ts'
import { createBatchQueue } from './queue/group-commit.ts'
import { openQueue } from './queue/queues.ts'
import { demoWriteKey } from './sites/demo-site.ts'
import { statusRoutes } from './status/status.routes.ts'
import { createTally, refusalEntries } from './usage/tally.ts'
import { lookAtQueue } from './usage/queued.ts'
import { countQueue, countStorage, createReadiness, healthRoutes } from './health.routes.ts'
import { createWatermark } from './watermark.ts'

export type Server = { url: string; close(): Promise<void> }

/** A slow sender is cut off: nothing that a browser sends takes longer. */
const REQUEST_TIMEOUT_MS = 15_000
const HEADERS_TIMEOUT_MS = 10_000
/** Node looks only so often who is over time; by itself every 30 s, which would make 45 of the 15. */
const TIMEOUT_CHECK_MS = 1000
/** Requests under way may end when the server closes. Connections that browsers open ahead of need would hold it for a minute. */
const DRAIN_MS = 5000

export async function startServer(env: Env & { databaseUrl: string }, log: Logger): Promise<Server> {
  const onError = (error: unknown) => log.error({ err: error }, 'api')
  const now = () => Date.now()
  const counters = createCounters()
  const onStatement = countStatements(counters)
  const control = openControl(env.databaseUrl)
  const db = openDatabase({
    onStatement,
    url: env.databaseUrl,
    name: 'api',
    connections: 8,
    statementTimeoutMs: GRAPHQL_LIMITS.statementMs,
    readOnly: true,
    onError,
  })
  const writing = openDatabase({
    url: env.databaseUrl,
    name: 'api-write',
    connections: 2,
    onError,
    onStatement,
  })
  // Of its own: a batch must not wait for what is mutated. Connections are made when a site needs them.
  const consentDb = openDatabase({ url: env.databaseUrl, name: 'api-consent', connections: 2, onError })
  const { smtpUrl, mailFrom, outboundOrigins } = env
  const outbound = { db: writing, settings: { smtpUrl, mailFrom, allowedOrigins: outboundOrigins } }
  const ingest = openQueue('ingest', env, onError)
  const watermark = createWatermark(() => ingest.oldest(), now)
  const keys = createWriteKeys(control, now)
  const authenticator = createAuthenticator(control, now)
  const embedCallers = createEmbedCallers(control, now, createInputParser('FilterInput') as ParseWhere)
  const secure = env.publicUrl.startsWith('https:')
  const limiting = { db: writing, now, onError }
  const tally = createTally(writing, onError)
  const kept = createKeptValues(limiting)
  const backpressure = createBackpressure({ depth: () => ingest.depth(), bounds: env.queueBounds, now })
  countQueue(counters, backpressure, now)
  const storage = createStorage({ db, maxBytes: env.databaseMaxBytes, onError })
  countStorage(counters, storage)
  const accept = createAcceptor({
    gate: createGate({
      buckets: createBuckets(env.rates, now),
      sessions: createSessionEvents(env.sessionEvents),
      quotas: createQuotas({
        ...limiting,
        onWarning: (site, use) => log.warn({ site, ...use }, 'quota: 80 % of the events of today are used'),
      }),
      backpressure,
      storage,
      kept,
      onRefused: (siteId, refusal, at) => tally.count(...refusalEntries(siteId, refusal, at)),
      random: Math.random,
    }),
    keys,
    enricher: await createEnricher(env.geoDatabase),
    queue: createBatchQueue((job, content) => ingest.add(job, content)),
    privacy: createPrivacy({ log: createConsentLog(consentDb), visitors: createDailyVisitors(control) }),
    onError,
  })

  const app = Fastify({
    // Requests are not logged: a log of addresses and user agents is what this product promises not to keep.
    logger: false,
    trustProxy: env.trustedProxies > 0 ? (_, hop) => hop < env.trustedProxies : false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: TIMEOUT_CHECK_MS },
    forceCloseConnections: 'idle',
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, _, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) onError(error)
    return reply
      .code(status)
      .send({ message: status >= 500 ? 'Something broke on our side.' : error.message })
  })
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ message: 'There is nothing here.' }))

  await app.register(async (scope) =>
    collectRoutes(scope, { accept, keys, counters, trustedProxies: env.trustedProxies, now, onError }),
  )
  const onGraphqlError = (error: unknown, id: string) => log.error({ err: error, id }, 'graphql')
  const graphql = createGraphql(onGraphqlError)
  await graphql.start()
  await app.register(async (scope) =>
    graphqlRoutes(scope, {
      graphql,
      documents: createDocuments(env.graphqlDocuments),
      callerOf: async (request) => {
        const secret = secretOf(request, secure)
        if (secret === null) return null
        return looksLikeEmbedToken(secret) ? embedCallers(secret) : authenticator.callerOf(secret)
      },
      contextOf: async (caller, signal, lasting) =>
        createContext({
          watermark: await watermark(),
          lookAtQueue: () =>
            lookAtQueue(ingest).catch((error: unknown) => {
              onError(error)
              return null
            }),
          caller,
          control,
          db: db.until(signal),
          now: now(),
          outbound,
          lasting: lasting === undefined ? null : { now, caller: lasting },
        }),
      onError: onGraphqlError,
    }),
  )
  signInRoutes(app, { authenticator, secure })
  exportRoutes(app, { authenticator, control, db, onError })
  oidcRoutes(app, { settings: env.oidc, control, publicUrl: env.publicUrl, now, onError })
  const assets = readAssets(packagePath('dist/public'))
  pagesRoutes(app, {
    assets,
    demoWriteKey: () => demoWriteKey(control),
  })
  const boundUrl = () => {
    const address = app.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : env.port
    return `http://${env.host === '0.0.0.0' ? '127.0.0.1' : env.host}:${port}`
  }
  statusRoutes(app, {
    control,
    assets,
    contextOf: async () =>
      createContext({ watermark: await watermark(), caller: null, control, db, now: now() }),
    ownOrigins: () => [...new Set([env.publicUrl, boundUrl()])],
    headers: PAGE_HEADERS,
    now,
  })
  healthRoutes(app, {
    ready: createReadiness({ db: writing, queue: ingest, backpressure, storage }),
    metrics: () => counters.text(),
  })

  await app.listen({ host: env.host, port: env.port })
  return {
    url: boundUrl(),
    close: async () => {
      const drained = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS)
      await app.close()
      clearTimeout(drained)
      await graphql.stop()
      backpressure.stop()
      storage.stop()
      await Promise.all([tally.close(), kept.close()])
      await Promise.all([
        ingest.close(),
        db.close(),
        writing.close(),
        consentDb.close(),
        control.$disconnect(),
      ])
    },
  }
}
