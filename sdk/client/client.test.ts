/** The client against a server of its own that answers as it is told to. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { until } from '../../test/until.ts'
import { type ClientOptions, QueryError, createClient, typedDocument } from './client.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, body: Asked) => void
type Asked = { query?: string; documentId?: string; variables: Record<string, unknown> }

const Views = typedDocument<{ views: number }, { site: string }>('query Views { views }')
const Named = typedDocument<{ views: number }, { site: string }>('query Views { views }', 'sha256:1')
const Live = typedDocument<{ live: number }, { site: string }>('subscription Live { live }')

let url: string
/** Answers the first request, the second, and so on; the last one all that follow. */
let handlers: Handler[]
let asked: { headers: IncomingMessage['headers']; body: Asked }[]
const unhandled: unknown[] = []
const onUnhandled = (reason: unknown) => void unhandled.push(reason)

const http = createServer((request, response) => {
  let text = ''
  request.on('data', (chunk: Buffer) => (text += chunk.toString()))
  request.on('end', () => {
    const body = JSON.parse(text) as Asked
    asked.push({ headers: request.headers, body })
    handlers[Math.min(asked.length, handlers.length) - 1]?.(request, response, body)
  })
})

beforeAll(async () => {
  process.on('unhandledRejection', onUnhandled)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`
})
afterEach(() => {
  expect(unhandled).toEqual([])
})
afterAll(async () => {
  process.off('unhandledRejection', onUnhandled)
  http.closeAllConnections()
  await new Promise((resolve) => http.close(resolve))
})

function setUp(answers: Handler[], options: Partial<ClientOptions> = {}) {
  handlers = answers
  asked = []
  return createClient({ url, token: 'sl_test', reconnectAfterMs: () => 1, ...options })
}

const json =
  (body: unknown, status = 200): Handler =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const failure = (code: string, message = 'no') => ({ errors: [{ message, extensions: { code } }] })

/** Sends the pieces and then drops the connection, or keeps it. */
const stream =
  (pieces: string[], end: 'drop' | 'end' | 'keep'): Handler =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    for (const piece of pieces) response.write(piece)
    if (end === 'end') response.end()
    if (end === 'drop') setTimeout(() => response.destroy(), 10)
  }

const next = (live: number) => `event: next\ndata: {"data":{"live":${live}}}\n\n`

async function errorOf(promise: Promise<unknown>): Promise<QueryError> {
  const error = await promise.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(error instanceof QueryError)) throw new Error(`expected a QueryError, got ${String(error)}`)
  return error
}

test('posts the text, the variables and the token, and resolves to the data', async () => {
  const client = setUp([json({ data: { views: 7 } })])
  expect(await client.query(Views, { site: 'shop' })).toEqual({ views: 7 })
  expect(asked).toMatchObject([
    {
      headers: { authorization: 'Bearer sl_test', 'content-type': 'application/json' },
      body: { query: 'query Views { views }', variables: { site: 'shop' } },
    },
  ])
})

test('names a registered document by its id, and sends the text where the server does not know it', async () => {
  const client = setUp([
    json({ data: { views: 1 } }),
    json(failure('DOCUMENT_UNKNOWN'), 400),
    json({ data: { views: 2 } }),
  ])
  await client.query(Named, { site: 'shop' })
  expect(asked[0]?.body).toEqual({ documentId: 'sha256:1', variables: { site: 'shop' } })
  expect(await client.query(Named, { site: 'shop' })).toEqual({ views: 2 })
  expect(asked.slice(1).map(({ body }) => body.documentId ?? body.query)).toEqual([
    'sha256:1',
    'query Views { views }',
  ])
})

test.each<[string, unknown, number, string]>([
  ['the code of the first error', failure('COST_EXCEEDED'), 400, 'COST_EXCEEDED'],
  ['a part that is missing as an error', { data: { views: null }, ...failure('TIMEOUT') }, 200, 'TIMEOUT'],
  ['an error without a code', { errors: [{ message: 'no' }] }, 200, 'BAD_ANSWER'],
  ['a proxy that wants to know who asks', {}, 401, 'UNAUTHENTICATED'],
  ['a proxy without a server behind it', {}, 502, 'UNREACHABLE'],
  ['too many requests', {}, 429, 'RATE_LIMITED'],
  ['an answer that is no answer', [1], 200, 'BAD_ANSWER'],
  ['an answer of null', null, 200, 'BAD_ANSWER'],
  ['data of null', { data: null }, 200, 'BAD_ANSWER'],
])('tells %s', async (_, body, status, code) => {
  const error = await errorOf(setUp([json(body, status)]).query(Views, { site: 'shop' }))
  expect(error.code).toBe(code)
})

test('keeps every error of the answer with its path', async () => {
  const errors = [
    { message: 'too slow', path: ['site', 0], extensions: { code: 'TIMEOUT' } },
    { message: 'too', extensions: { code: 'INTERNAL', id: '1' } },
  ]
  const error = await errorOf(setUp([json({ data: null, errors })]).query(Views, { site: 'shop' }))
  expect(error).toMatchObject({ name: 'QueryError', code: 'TIMEOUT', message: 'too slow', errors })
})

test('tells what is no JSON, and a connection that breaks within the answer', async () => {
  const client = setUp([
    (_, response) => void response.end('<html>'),
    (_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{')
      setTimeout(() => response.destroy(), 10)
    },
  ])
  expect((await errorOf(client.query(Views, { site: 'shop' }))).code).toBe('BAD_ANSWER')
  expect((await errorOf(client.query(Views, { site: 'shop' }))).code).toBe('UNREACHABLE')
})

test('tells which address does not answer, and why', async () => {
  const client = createClient({ url: 'http://127.0.0.1:1/graphql' })
  const error = await errorOf(client.query(Views, { site: 'shop' }))
  expect(error).toMatchObject({ code: 'UNREACHABLE', message: 'no answer from http://127.0.0.1:1/graphql' })
  expect(error.cause).toBeInstanceOf(TypeError)
})

test('rejects with the reason of the signal, before and while it waits', async () => {
  const client = setUp([() => undefined])
  const reason = new Error('the page was left')
  await expect(client.query(Views, { site: 'shop' }, { signal: AbortSignal.abort(reason) })).rejects.toBe(
    reason,
  )
  const controller = new AbortController()
  const answer = client.query(Views, { site: 'shop' }, { signal: controller.signal })
  await until('it was asked', () => Promise.resolve(asked.length === 1))
  controller.abort(reason)
  await expect(answer).rejects.toBe(reason)
})

test('asks by another fetch, and without a token by the cookie of the origin', async () => {
  const seen: (RequestInit | undefined)[] = []
  const fetch: typeof globalThis.fetch = (_, init) => {
    seen.push(init)
    return Promise.resolve(Response.json({ data: { views: 3 } }))
  }
  expect(await createClient({ url: '/graphql', fetch }).query(Views, { site: 'shop' })).toEqual({ views: 3 })
  expect(seen[0]).toMatchObject({ credentials: 'same-origin' })
  expect(seen[0]?.headers).not.toHaveProperty('authorization')
})

async function take<T>(answers: AsyncIterable<T>, count: number): Promise<T[]> {
  const taken: T[] = []
  for await (const answer of answers) {
    taken.push(answer)
    if (taken.length === count) break
  }
  return taken
}

test('a subscription tells every answer until it is complete', async () => {
  const client = setUp([stream([': ping\n\n', next(1), next(2), 'event: complete\ndata:\n\n'], 'keep')])
  expect(await take(client.subscribe(Live, { site: 'shop' }), 99)).toEqual([{ live: 1 }, { live: 2 }])
  expect(asked).toHaveLength(1)
  expect(asked[0]?.headers.accept).toBe('text/event-stream')
})

test('a subscription goes on over connections that break, end and cannot be made', async () => {
  const waits: number[] = []
  const client = setUp(
    [
      stream([next(1), next(2).slice(0, 20)], 'drop'),
      json(failure('INTERNAL'), 500),
      (_, response) => void response.destroy(),
      stream([next(3)], 'end'),
      stream([next(4)], 'keep'),
    ],
    { reconnectAfterMs: (failures) => (waits.push(failures), 1) },
  )
  const answers = await take(client.subscribe(Live, { site: 'shop' }), 3)
  expect(answers).toEqual([{ live: 1 }, { live: 3 }, { live: 4 }])
  expect(waits).toEqual([1, 2, 3, 1])
})

test.each([
  ['a refusal', json(failure('FORBIDDEN'), 403), 'FORBIDDEN'],
  ['an answer that is no stream', json({ data: { live: 1 } }), 'BAD_ANSWER'],
  ['another page', (_, response) => void response.end('<html>'), 'BAD_ANSWER'],
  ['an event that is no JSON', stream(['event: next\ndata: {\n\n'], 'keep'), 'BAD_ANSWER'],
  [
    'an error in an event',
    stream([`event: next\ndata: ${JSON.stringify(failure('UNAUTHENTICATED'))}\n\n`], 'keep'),
    'UNAUTHENTICATED',
  ],
] as [string, Handler, string][])('a subscription throws %s, and asks no more', async (_, handler, code) => {
  const error = await errorOf(setUp([handler]).subscribe(Live, { site: 'shop' }).next())
  expect([error.code, asked.length]).toEqual([code, 1])
})

test('leaving the loop hangs up', async () => {
  let closed = false
  const client = setUp([
    (request, response, body) => {
      response.on('close', () => (closed = true))
      stream([next(1)], 'keep')(request, response, body)
    },
  ])
  await take(client.subscribe(Live, { site: 'shop' }), 1)
  await until('the connection is closed', () => Promise.resolve(closed))
  expect(asked).toHaveLength(1)
})

test('aborting ends a subscription that listens, and one that waits to connect', async () => {
  const listening = new AbortController()
  const client = setUp([stream([next(1)], 'keep')])
  const answers = client.subscribe(Live, { site: 'shop' }, { signal: listening.signal })
  await answers.next()
  const end = answers.next()
  listening.abort()
  expect(await end).toEqual({ done: true, value: undefined })

  const waiting = new AbortController()
  const reconnecting = setUp([json({}, 503)], { reconnectAfterMs: () => 3_600_000 })
  const nothing = reconnecting.subscribe(Live, { site: 'shop' }, { signal: waiting.signal }).next()
  await until('it was asked', () => Promise.resolve(asked.length === 1))
  waiting.abort()
  expect((await nothing).done).toBe(true)
  const never = setUp([]).subscribe(Live, { site: 'shop' }, { signal: AbortSignal.abort() })
  expect([(await never.next()).done, asked.length]).toEqual([true, 0])
})
