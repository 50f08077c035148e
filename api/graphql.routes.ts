/**
 * GraphQL over HTTP: who asks, whether it is their turn, and how long they may take. What is refused before there is an
 * operation is answered in the shape of GraphQL too, so that a client needs one way to read errors.
 */
import { isUtf8 } from 'node:buffer'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Caller } from './access/authenticate.ts'
import { nestsDeeperThan } from './collect/parse-body.ts'
import type { Context } from './context.ts'
import { GRAPHQL_LIMITS } from './cost/graphql-limits.ts'
import { type Documents, createDocuments } from './documents/documents.ts'
import { allowToRead, answerPreflights, requireGranted } from './embeds/embed-requests.ts'
import { createStream, wantsStream } from './graphql-stream.ts'
import { type OnInternalError, maskError } from './mask-error.ts'
import { pictureRoutes } from './pictures/pictures.routes.ts'
import { grouped, userError, userErrorCode } from './problem.ts'
import { createTokenBuckets } from './token-buckets.ts'
import { createTurns } from './turns.ts'

export type GraphqlParts = {
  graphql: ApolloServer<Context>
  documents: Documents
  callerOf: (request: FastifyRequest) => Promise<Caller | null>
  /** With `lasting` the context of a stream, which outlives its request. */
  contextOf: (caller: Caller, signal: AbortSignal, lasting?: () => Promise<Caller | null>) => Promise<Context>
  onError: OnInternalError
}

const JSON_TYPE = 'application/json; charset=utf-8'
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8'
const RETRY_AFTER_S = 1
/** Of one embed token at one address: a page of twenty elements at once, and each of them every ten seconds. */
const EMBED_RATE = { capacity: 60, perSecond: 2 }

export function graphqlRoutes(
  app: FastifyInstance,
  { graphql, documents, callerOf, contextOf, onError }: GraphqlParts,
): void {
  const turns = createTurns({
    atOnce: GRAPHQL_LIMITS.operationsAtOnce,
    waiting: GRAPHQL_LIMITS.operationsWaiting,
    waitMs: GRAPHQL_LIMITS.waitMs,
  })
  const embeds = createTokenBuckets({ ...EMBED_RATE, now: Date.now })
  const trusted = createDocuments('trusted')
  const openStream = createStream(onError)
  answerPreflights(app)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => {
    try {
      done(null, parseQuestion(Buffer.from(body)))
    } catch (error) {
      done(error as Error)
    }
  })
  app.setErrorHandler((error: FastifyError | GraphQLError, _, reply) =>
    sendError(reply, asUserError(error), onError),
  )
  const callerFor = async (request: FastifyRequest, reply: FastifyReply): Promise<Caller> => {
    // What is wrong with an embed token has to be read in the page that has it.
    if (/^Bearer \S+\.\S+\./i.test(request.headers.authorization ?? '')) allowToRead(request, reply)
    const caller = await callerOf(request)
    if (caller !== null) return caller
    throw userError('sign in, or send a token in the Authorization header: Bearer sl_…', 'UNAUTHENTICATED')
  }
  /** Throws if an embed token may not ask this, or not so soon. */
  const admit = (caller: Caller, request: FastifyRequest, document: string | null): void => {
    if (caller.grant === undefined) return
    requireGranted(caller, request, document)
    // Readers of a status page get as many tokens as they like.
    const { reader } = caller.grant
    const who = reader === undefined ? caller.tokenId : `reader ${reader.page}`
    const retryAfterS = embeds.take(`${who} ${request.ip}`)
    if (retryAfterS !== null) throw tooOften(retryAfterS)
  }
  /** When it is the caller's turn, and for no longer than an operation may take. */
  const inTurn = async <T>(
    caller: Caller,
    reply: FastifyReply,
    work: (context: Context) => Promise<T>,
  ): Promise<T> => {
    const { signal, settled } = patienceOf(reply)
    const done = await turns.take(caller.tokenId, signal)
    try {
      if (done === null) throw busy(signal)
      return await work(await contextOf(caller, signal))
    } finally {
      settled()
      done?.()
    }
  }
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    bodyLimit: GRAPHQL_LIMITS.bodyBytes,
    handler: async (request, reply) => {
      const caller = await callerFor(request, reply)
      putDocument(request, caller.grant === undefined ? documents : trusted)
      admit(caller, request, textOf(request))
      if (wantsStream(request)) {
        const context = (signal: AbortSignal) => contextOf(caller, signal, () => callerOf(request))
        return openStream(request, reply, { key: caller.tokenId, context })
      }
      return inTurn(caller, reply, (context) => answer(graphql, { request, reply, context }))
    },
  })
  pictureRoutes(app, {
    ask: async ({ request, reply, document, variables }) => {
      const caller = await callerFor(request, reply)
      admit(caller, request, document)
      return inTurn(caller, reply, (context) => dataOf(graphql, { document, variables, context }))
    },
  })
  app.route({
    url: '/graphql',
    method: ['PUT', 'PATCH', 'DELETE'],
    handler: () => {
      throw badRequest('GraphQL is asked by GET or POST', 405)
    },
  })
}

/** Puts the text in the place of its id, for whoever answers: both ways of asking read the request themselves. */
function putDocument(request: FastifyRequest, documents: Documents): void {
  if (request.method === 'POST') {
    request.body = documents.ofBody(request.body)
    return
  }
  const { pathname, search } = new URL(request.url, 'http://localhost')
  const given = new URLSearchParams(search)
  const parameters = documents.ofSearch(given)
  if (parameters === given) return
  request.raw.url = `${pathname}?${parameters.toString()}`
  request.query = Object.fromEntries(parameters)
}

/** What is asked, once ids have become texts. */
function textOf({ method, body, query }: FastifyRequest): string | null {
  const question = (method === 'POST' ? body : query) as { query?: unknown } | null
  return typeof question?.query === 'string' ? question.query : null
}

/** Bytes to a question, each bound checked before the work that it bounds. */
function parseQuestion(body: Buffer): unknown {
  if (!isUtf8(body)) throw userError('the body is not UTF-8', 'BAD_REQUEST')
  if (nestsDeeperThan(body, GRAPHQL_LIMITS.bodyDepth))
    throw userError(`the body nests deeper than ${GRAPHQL_LIMITS.bodyDepth} levels`, 'BODY_TOO_DEEP')
  const question = parseJson(body.toString('utf8'))
  if (Array.isArray(question))
    throw userError(`the body is a list of ${question.length}: send one operation a request`, 'BATCH_REFUSED')
  return question
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw userError(`the body is not JSON: ${(error as Error).message.slice(0, 200)}`, 'BAD_REQUEST')
  }
}

/**
 * A signal that aborts when the client goes away, when the operation takes too long, and when it is over: an answer that
 * an error made null at the top is sent while statements for its other fields still run.
 */
function patienceOf(reply: FastifyReply): { signal: AbortSignal; settled: () => void } {
  const controller = new AbortController()
  const seconds = GRAPHQL_LIMITS.operationMs / 1000
  const late = `the operation took longer than ${seconds} s: ask for less time or fewer parts`
  const timer = setTimeout(() => controller.abort(userError(late, 'TIMEOUT')), GRAPHQL_LIMITS.operationMs)
  const settled = () => {
    clearTimeout(timer)
    controller.abort(userError('nobody waits for this any more', 'CANCELLED'))
  }
  if (reply.raw.destroyed) settled()
  else reply.raw.once('close', settled)
  return { signal: controller.signal, settled }
}

function busy(signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason
  const { operationsAtOnce } = GRAPHQL_LIMITS
  return userError(
    `this token has ${operationsAtOnce} operations under way and more that wait: ask again in ${RETRY_AFTER_S} s`,
    'RATE_LIMITED',
  )
}

function tooOften(retryAfterS: number): unknown {
  const { capacity, perSecond } = EMBED_RATE
  return userError(
    `the embed token was used more than ${capacity} times at once and ${perSecond} times a second from one address: ask again in ${retryAfterS} s`,
    'RATE_LIMITED',
  )
}

type Asked = { request: FastifyRequest; reply: FastifyReply; context: Context }

async function answer(
  graphql: ApolloServer<Context>,
  { request, reply, context }: Asked,
): Promise<FastifyReply> {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const { search } = new URL(request.url, 'http://localhost')
  const response = await graphql.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers, search, body: request.body },
    context: () => Promise.resolve(context),
  })
  for (const [name, value] of response.headers) void reply.header(name, value)
  // There is no @defer in the schema, so that an answer is always whole.
  const text = response.body.kind === 'complete' ? response.body.string : ''
  return reply.code(response.status ?? 200).send(text)
}

type Question = { document: string; variables: Record<string, unknown>; context: Context }

/** The data alone, for whoever shows it otherwise. The first error is thrown as it was told. */
async function dataOf(
  graphql: ApolloServer<Context>,
  { document, variables, context }: Question,
): Promise<unknown> {
  const { body } = await graphql.executeOperation({ query: document, variables }, { contextValue: context })
  if (body.kind !== 'single') return null
  const [error] = body.singleResult.errors ?? []
  if (error !== undefined) throw toldError(error)
  return body.singleResult.data
}

/** What stands in an answer with status 200 is an answer of its own here. */
function toldError({ message, extensions }: GraphQLFormattedError): GraphQLError {
  const code = extensions?.['code']
  const status = { INTERNAL: 500, FORBIDDEN: 403, TIMEOUT: 503, RATE_LIMITED: 429 }[String(code)] ?? 400
  return new GraphQLError(message, { extensions: { ...extensions, http: { status } } })
}

/** What Fastify finds wrong with a request, as an error of ours. */
function asUserError(error: FastifyError | GraphQLError): Error {
  if (error instanceof GraphQLError) return error
  const { statusCode = 500, message } = error
  if (statusCode >= 500) return error
  if (statusCode === 413)
    return userError(`the body is larger than ${grouped(GRAPHQL_LIMITS.bodyBytes)} bytes`, 'BODY_TOO_LARGE')
  return badRequest(message, statusCode)
}

function badRequest(message: string, status: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } })
}

const HEADERS: Record<number, Record<string, string>> = {
  401: { 'www-authenticate': 'Bearer' },
  405: { allow: 'GET, POST' },
  429: { 'retry-after': String(RETRY_AFTER_S) },
}

/**
 * An error before there is an operation, in the shape of an answer. An id that is not known is like a document that does
 * not parse: over application/json alone its status is 200.
 */
function sendError(reply: FastifyReply, error: Error, onError: OnInternalError): FastifyReply {
  const http =
    error instanceof GraphQLError ? (error.extensions['http'] as { status: number } | undefined) : undefined
  const status = http?.status ?? 500
  const takesGraphql = (reply.request.headers.accept ?? '').includes('graphql-response+json')
  return reply
    .code(!takesGraphql && userErrorCode(error) === 'DOCUMENT_UNKNOWN' ? 200 : status)
    .headers(HEADERS[status] ?? {})
    .type(takesGraphql ? GRAPHQL_TYPE : JSON_TYPE)
    .send(JSON.stringify({ errors: [maskError(error, onError)] }))
}
