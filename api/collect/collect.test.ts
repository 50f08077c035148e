/** The collector over real HTTP: every answer of the protocol, every limit from both sides. */
import Fastify, { type FastifyInstance } from 'fastify'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../sdk/wire/limits.ts'
import type { Batch, WireEvent } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aView, aVital } from '../../test/batches.ts'
import { createCounters } from '../counters.ts'
import type { Control } from '../db/prisma.ts'
import { decodeBatch } from '../../jobs/ingest/batch-facts.ts'
import type { IngestBatch } from '../queue/ingest-job.ts'
import { decodeRow, readRows } from '../rows/decode.ts'
import type { TableName } from '../rows/layout.ts'
import { clientConfig, parseSettings } from '../sites/settings.ts'
import { createAcceptor } from './accept.ts'
import { collectRoutes } from './collect.routes.ts'
import { createEnricher } from './enrich.ts'
import { PROBLEMS, REJECTIONS } from './problems.ts'
import { AS_SENT } from './privacy.ts'
import { createWriteKeys } from './write-keys.ts'

const NOW = Date.parse('2026-11-20T12:00:00.000Z')
const VIEW = '01935f3e-0000-7000-8000-000000000001'

/** The table of write keys: all that the look-up of a key asks of the database. */
const WRITE_KEYS: Record<string, { disabledAt: Date | null; site: { id: number; origins: string[] } }> = {
  pk_test: { disabledAt: null, site: { id: 1, origins: [] } },
  pk_shop: { disabledAt: null, site: { id: 2, origins: ['https://shop.example'] } },
  pk_disabled: { disabledAt: new Date(NOW - 1), site: { id: 1, origins: [] } },
}
const control = {
  writeKey: {
    findUnique: ({ where: { key } }: { where: { key: string } }) =>
      Promise.resolve(WRITE_KEYS[key]?.disabledAt === null ? WRITE_KEYS[key] : null),
  },
} as unknown as Control

let app: FastifyInstance
let url: string
const counters = createCounters()
let queued: IngestBatch[] = []
let queueIsUp = true

beforeAll(async () => {
  app = Fastify()
  const keys = createWriteKeys(control, () => NOW)
  const queue = {
    enqueue: (batch: IngestBatch) => {
      if (!queueIsUp) return Promise.reject(new Error('the queue is gone'))
      queued.push(batch)
      return Promise.resolve()
    },
  }
  const accept = createAcceptor({
    keys,
    queue,
    enricher: await createEnricher(null),
    privacy: AS_SENT,
    onError: () => {},
  })
  await app.register(async (scope) =>
    collectRoutes(scope, { accept, keys, counters, trustedProxies: 0, now: () => NOW, onError: () => {} }),
  )
  url = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app.close())
afterEach(() => {
  queued = []
  queueIsUp = true
})

/** A batch of one view whose clock is right. */
function atNow(overrides: Partial<Batch> = {}): Batch {
  return aBatch({
    sentAt: NOW,
    session: { id: VIEW, startedAt: NOW - 1000 },
    views: { [VIEW]: aView({ startedAt: NOW - 1000 }) },
    events: [aVital({ view: VIEW, at: NOW })],
    ...overrides,
  })
}

type Given = { body: string | Uint8Array; headers?: Record<string, string> }

async function post({ body, headers }: Given) {
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    body: body as BodyInit,
    headers: { 'content-type': 'application/json', ...headers },
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text === '' ? null : JSON.parse(text),
  }
}

const send = (batch: unknown, headers: Record<string, string> = {}) =>
  post({ body: JSON.stringify(batch), headers })

/** What was queued of the last batch, as plain rows. */
function rowsOf(table: TableName): Record<string, unknown>[] {
  const batch = queued.at(-1)
  if (batch === undefined) throw new Error('nothing was queued')
  const rows = [...mapRows(decodeBatch(batch)[table], table)]
  return rows.map((row) => ({
    ...row,
    detail: typeof row['detail'] === 'string' ? JSON.parse(row['detail']) : null,
  }))
}

function* mapRows(buffer: Buffer, table: TableName) {
  for (const row of readRows(buffer, table)) yield decodeRow(row, table)
}

const anEvent = (event: Record<string, unknown>) =>
  ({ at: NOW, view: VIEW, seq: 0, ...event }) as unknown as WireEvent

describe('what is accepted', () => {
  test('a batch is answered with 202 once it is in the queue', async () => {
    const batch = atNow()
    const { status, json } = await send(batch)
    expect(status).toBe(202)
    expect(json).toEqual({ accepted: 1, rejected: [], config: clientConfig(parseSettings(null)).version })
    expect(queued.map(({ batchId }) => batchId)).toEqual([batch.id])
  })

  test.each([
    ['text/plain, as sendBeacon sends it', { 'content-type': 'text/plain;charset=UTF-8' }],
    ['application/json with a charset', { 'content-type': 'application/json; charset=utf-8' }],
    ['a content-encoding of identity', { 'content-encoding': 'identity' }],
    ['a content-encoding in capitals', { 'content-encoding': 'Identity' }],
  ])('%s is taken', async (_, headers) => {
    expect((await send(atNow(), headers)).status).toBe(202)
  })

  test('gzip is taken by its header and by its first bytes', async () => {
    const body = gzipSync(JSON.stringify(atNow()))
    expect((await post({ body, headers: { 'content-encoding': 'gzip' } })).status).toBe(202)
    expect((await post({ body, headers: { 'content-encoding': 'GZip' } })).status).toBe(202)
    expect((await post({ body, headers: { 'content-type': 'text/plain' } })).status).toBe(202)
  })

  test('unknown fields are dropped, at whatever depth', async () => {
    const vital = {
      ...aVital({ view: VIEW, at: NOW }),
      novelty: 'x',
      attribution: { element: 'p', novelty: { a: 1 } },
    }
    const view = anEvent({ t: 'view', seq: 1, timing: { load: 12, novelty: 'someone@shop.example' } })
    const { status, json } = await send({ ...atNow({ events: [vital, view] }), novelty: [1] })
    expect(status).toBe(202)
    expect(json.unknownFields).toBe(3)
    const rows = rowsOf('events')
    expect(JSON.stringify([rows, queued])).not.toContain('novelty')
    expect(rows.find(({ name, kind }) => kind === 2 && name === null)?.detail).toEqual({
      LCP: { element: 'p' },
    })
  })

  test('NUL and halves of surrogate pairs become U+FFFD', async () => {
    const event = anEvent({
      t: 'custom',
      name: 'a\u0000b\ud800c\udc00',
      attributes: { 'k\u0000': '\ud83d\ude00' },
    })
    expect((await send(atNow({ events: [event] }))).status).toBe(202)
    expect(rowsOf('events')[0]).toMatchObject({
      name: 'a\ufffdb\ufffdc\ufffd',
      detail: { attributes: { 'k\ufffd': '\u{1f600}' } },
    })
  })

  test('NUL that comes percent-encoded in a campaign does not reach the queue', async () => {
    const views = { [VIEW]: aView({ url: 'https://shop.example/?utm_source=a%00b', startedAt: NOW }) }
    expect((await send(atNow({ views }))).status).toBe(202)
    expect(queued[0]?.session.utmSource).toBe('a\ufffdb')
  })

  test('__proto__ and constructor are keys like any other', async () => {
    const attributes = JSON.parse('{"__proto__":"p","constructor":"c"}')
    const body = JSON.stringify({ ...atNow(), context: { attributes, user: attributes, flags: attributes } })
    const { status } = await post({ body: body.replace('"views":{', '"views":{"__proto__":{"url":1},') })
    expect(status).toBe(202)
    expect(Object.keys(queued[0]?.session.attributes ?? {})).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['p']).toBeUndefined()
  })

  test.each(['constructor', '__proto__', 'toString'])('a platform hint of %s is a name', async (hint) => {
    expect((await send(atNow(), { 'sec-ch-ua-platform': `"${hint}"` })).status).toBe(202)
    expect(queued[0]?.session.os).toBe(hint)
  })

  test('a platform hint of any length does not become a key of any length', async () => {
    const hint = Array.from({ length: 400 }, (_, i) => (i * 7919).toString(36)).join('')
    expect((await send(atNow(), { 'sec-ch-ua-platform': hint })).status).toBe(202)
    expect(queued[0]?.session.os?.length).toBeLessThanOrEqual(LIMITS.nameLength)
  })

  test('secrets are gone before the queue, in every text', async () => {
    const secret = 'jane.doe@mail.example'
    const event = anEvent({
      t: 'error',
      message: secret,
      source: 'window',
      stack: secret,
      type: secret,
      attributes: { a: secret },
    })
    const flag = anEvent({ t: 'flag', key: secret, variant: secret, reason: secret, seq: 1 })
    const context = {
      release: secret,
      environment: secret,
      language: secret,
      flags: { [secret]: secret },
      user: { a: secret },
      attributes: { [secret]: secret },
    }
    const views = {
      [VIEW]: aView({
        url: `https://shop.example/${secret}?utm_source=${secret}`,
        title: secret,
        page: secret,
        startedAt: NOW,
      }),
    }
    const { status } = await send(
      atNow({ events: [event, flag, anEvent({ t: 'view', seq: 2 })], context, views, sdk: secret }),
    )
    expect(status).toBe(202)
    expect(JSON.stringify([queued, rowsOf('events'), rowsOf('errors')])).not.toContain('jane.doe')
  })

  test('a release with an @ in it stays what it is', async () => {
    await send(atNow({ context: { release: 'web@4.2.0' } }))
    expect(queued[0]?.session.release).toBe('web@4.2.0')
  })

  test('a flag is mixed when its second variant comes, also under a name that is scrubbed', async () => {
    const events = ['on', 'off'].map((variant, seq) =>
      anEvent({ t: 'flag', key: 'for jane@mail.example', variant, seq, at: NOW + seq }),
    )
    await send(atNow({ events }))
    expect(queued[0]?.session.flags).toEqual({
      'for [email]': { variant: 'on', at: NOW, viewAt: NOW - 1000, mixed: true },
    })
  })

  test('what the batch tells of an evaluation goes before what it says is in force', async () => {
    const view = '00000000-0000-4000-8000-000000000001'
    const views = { [view]: aView({ startedAt: NOW - 2000 }) }
    const events = [
      anEvent({ t: 'view', view, at: NOW - 5000, seq: 0 }),
      anEvent({ t: 'flag', key: 'told', variant: 'on', view, at: NOW, seq: 1 }),
    ]
    await send(atNow({ events, views, context: { flags: { told: 'on', inForce: 'off' } } }))
    expect(queued[0]?.session.flags).toEqual({
      told: { variant: 'on', at: NOW, viewAt: NOW - 2000, mixed: false },
      inForce: { variant: 'off', at: NOW - 5000, viewAt: NOW - 5000, mixed: false },
    })
  })
})

test('what a client says it gave up is counted under the reasons we know', async () => {
  const dropped = { outbox_full: 100, refused: 2, made_up: 7 } as NonNullable<Batch['dropped']>
  expect((await send(atNow({ dropped }))).status).toBe(202)
  await send(atNow({ dropped: { outbox_full: 1 } }))
  const told = counters
    .text()
    .split('\n')
    .filter((line) => line.startsWith('sightline_client_dropped_total'))
  expect(told).toEqual([
    'sightline_client_dropped_total{reason="outbox_full"} 101',
    'sightline_client_dropped_total{reason="refused"} 2',
  ])
})

test('a refused batch tells nothing: the client says it again', async () => {
  const before = counters.text().match(/reason="too_old"/)
  const dropped = { too_old: 5 }
  expect((await send(atNow({ dropped, events: [anEvent({ t: 'dance' })] }))).status).toBe(422)
  expect(before).toBeNull()
  expect(counters.text()).not.toContain('reason="too_old"')
})

describe('what is refused as a whole', () => {
  test.each([
    ['no JSON', '{"v":1', 'malformed_json'],
    ['nothing at all', '', 'malformed_json'],
    ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), 'malformed_json'],
    ['a surrogate encoded in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'malformed_json'],
    ['six levels', '{"a":[{"b":[{"c":{}}]}]}', 'too_deep'],
    ['a million brackets', '['.repeat(500_000), 'too_deep'],
    ['a list', '[]', 'invalid_batch'],
    ['null', 'null', 'invalid_batch'],
    ['another version', JSON.stringify({ ...atNow(), v: 2 }), 'invalid_batch'],
    ['no key', JSON.stringify({ ...atNow(), key: undefined }), 'invalid_batch'],
    ['an id that is none', JSON.stringify(atNow({ id: 'x' })), 'invalid_batch'],
    ['no events', JSON.stringify(atNow({ events: [] })), 'invalid_batch'],
    [
      'a rate of 0',
      JSON.stringify(atNow({ session: { id: VIEW, startedAt: NOW, rate: 0 } })),
      'invalid_batch',
    ],
  ])('%s is 400', async (_, body, code) => {
    const { status, json, headers } = await post({ body })
    expect({ status, code: json.code }).toEqual({ status: 400, code })
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(json).toMatchObject({
      type: 'about:blank',
      title: PROBLEMS[code as 'too_deep'].title,
      status: 400,
    })
    expect(json.detail).not.toBe('')
  })

  test.each([
    ['cut off', gzipSync(JSON.stringify(atNow())).subarray(0, 60)],
    ['none at all', Buffer.from('{}')],
  ])('gzip that is %s is 400', async (_, body) => {
    const { status, json } = await post({ body, headers: { 'content-encoding': 'gzip' } })
    expect({ status, code: json.code }).toEqual({ status: 400, code: 'bad_encoding' })
  })

  test('five levels are taken, brackets in texts are not levels', async () => {
    const attribution = { element: '[[[[[[{{{{{{\\"[', phases: { ttfb: 1 } }
    expect((await send(atNow({ events: [aVital({ view: VIEW, at: NOW, attribution })] }))).status).toBe(202)
  })

  test('an unknown key is 401, a disabled one the same to the byte', async () => {
    const unknown = await send(atNow({ key: 'pk_nobody' }))
    const disabled = await send(atNow({ key: 'pk_disabled' }))
    expect(unknown.status).toBe(401)
    expect(disabled.text).toBe(unknown.text)
  })

  test.each([
    'https://evil-shop.example',
    'https://shop.example.evil',
    'https://shop.example:8443',
    'http://shop.example',
    'https://SHOP.example.',
    'https://x.shop.example',
    'null',
    '',
  ])('the origin "%s" is 403', async (origin) => {
    const { status, json } = await send(atNow({ key: 'pk_shop' }), { origin })
    expect({ status, code: json.code }).toEqual({ status: 403, code: 'origin_not_allowed' })
    expect(queued).toEqual([])
  })

  test('the site’s own origin is let in, and so is a server without one', async () => {
    expect((await send(atNow({ key: 'pk_shop' }), { origin: 'https://shop.example' })).status).toBe(202)
    expect((await send(atNow({ key: 'pk_shop' }))).status).toBe(202)
  })

  test.each([
    ['application/xml', { 'content-type': 'application/xml' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['brotli', { 'content-encoding': 'br' }],
  ])('%s is 415', async (_, headers) => {
    const { status, json } = await send(atNow(), headers)
    expect({ status, code: json.code }).toEqual({ status: 415, code: 'unsupported_type' })
  })

  test('a batch without one valid event is 422 and says why of each', async () => {
    const { status, json } = await send(atNow({ events: [anEvent({ t: 'vital' }), anEvent({ t: 'dance' })] }))
    expect({ status, code: json.code }).toEqual({ status: 422, code: 'nothing_valid' })
    expect(json.rejected.map(({ index, code }: never) => [index, code])).toEqual([
      [0, 'missing_field'],
      [1, 'unknown_event_type'],
    ])
    expect(queued).toEqual([])
  })

  test('503 says when to come again if the queue does not take it', async () => {
    queueIsUp = false
    const { status, json, headers } = await send(atNow())
    expect({ status, code: json.code }).toEqual({ status: 503, code: 'queue_unavailable' })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('sizes', () => {
  const padded = (bytes: number) => {
    const text = JSON.stringify(atNow())
    return text + ' '.repeat(bytes - text.length)
  }

  test('512 KiB as sent are taken, a byte more is 413', async () => {
    expect((await post({ body: padded(LIMITS.batchBytes) })).status).toBe(202)
    const { status, json } = await post({ body: padded(LIMITS.batchBytes + 1) })
    expect({ status, code: json.code }).toEqual({ status: 413, code: 'too_large' })
  })

  test('2 MiB unpacked are taken, a byte more is 413', async () => {
    const gzip = (bytes: number) =>
      post({ body: gzipSync(padded(bytes)), headers: { 'content-encoding': 'gzip' } })
    expect((await gzip(LIMITS.unpackedBytes)).status).toBe(202)
    const { status, json } = await gzip(LIMITS.unpackedBytes + 1)
    expect({ status, code: json.code }).toEqual({ status: 413, code: 'too_large_unpacked' })
  })

  test('a gzip bomb is refused without being unpacked', async () => {
    const body = gzipSync(Buffer.alloc(160 * 1024 * 1024), { level: 9 })
    const before = process.memoryUsage().arrayBuffers
    const { status } = await post({ body, headers: { 'content-encoding': 'gzip' } })
    expect(status).toBe(413)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024)
  })
})

describe('what is refused of a batch', () => {
  const long = (length: number) => 'x'.repeat(length)
  const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]))
  const error = (fields: object) => anEvent({ t: 'error', message: 'm', source: 'window', ...fields })
  const custom = (fields: object) => anEvent({ t: 'custom', name: 'n', ...fields })
  const breadcrumbs = (count: number) => Array.from({ length: count }, () => ({ at: NOW, kind: 'k' }))

  test.each([
    ['unknown_event_type', anEvent({ t: 'dance' }), anEvent({ t: 'view' })],
    [
      'implausible',
      anEvent({ t: 'vital', name: 'LCP', value: 600_001 }),
      anEvent({ t: 'vital', name: 'LCP', value: 600_000 }),
    ],
    [
      'implausible',
      anEvent({ t: 'vital', name: 'CLS', value: 601 }),
      anEvent({ t: 'vital', name: 'CLS', value: 600 }),
    ],
    ['unknown_event_type', null, anEvent({ t: 'view' })],
    ['unknown_event_type', anEvent({ t: 'constructor' }), anEvent({ t: 'view' })],
    ['missing_field', custom({ name: undefined }), custom({})],
    [
      'missing_field',
      anEvent({ t: 'view', view: undefined }),
      anEvent({ t: 'consent', view: undefined, state: 'granted' }),
    ],
    [
      'wrong_type',
      anEvent({ t: 'vital', name: 'LCP', value: '12' }),
      aVital({ view: VIEW, at: NOW, value: 12 }),
    ],
    ['wrong_type', anEvent({ t: 'vital', name: 'XYZ', value: 12 }), aVital({ view: VIEW, at: NOW })],
    ['wrong_type', custom({ attributes: { a: [] } }), custom({ attributes: { a: null } })],
    ['wrong_type', anEvent({ t: 'view', seq: 0.5 }), anEvent({ t: 'view', seq: 1 })],
    ['out_of_range', aVital({ view: VIEW, at: NOW, value: -1 }), aVital({ view: VIEW, at: NOW, value: 0 })],
    [
      'out_of_range',
      aVital({ view: VIEW, at: NOW, value: 86_400_001 }),
      aVital({ view: VIEW, at: NOW, value: 600_000 }),
    ],
    ['out_of_range', anEvent({ t: 'view', seq: 2 ** 31 }), anEvent({ t: 'view', seq: 2 ** 31 - 1 })],
    [
      'out_of_range',
      aVital({ view: VIEW, at: NOW, revision: 32_768 }),
      aVital({ view: VIEW, at: NOW, revision: 32_767 }),
    ],
    ['out_of_range', custom({ name: '' }), custom({ name: 'n' })],
    ['too_long', custom({ name: long(201) }), custom({ name: long(200) })],
    ['too_long', error({ message: long(4097) }), error({ message: long(4096) })],
    ['stack_too_long', error({ stack: long(16_385) }), error({ stack: long(16_384) })],
    ['too_many_attributes', custom({ attributes: keys(65) }), custom({ attributes: keys(64) })],
    [
      'attribute_too_long',
      custom({ attributes: { [long(41)]: 1 } }),
      custom({ attributes: { [long(40)]: 1 } }),
    ],
    [
      'attribute_too_long',
      custom({ attributes: { a: long(1025) } }),
      custom({ attributes: { a: long(1024) } }),
    ],
    [
      'too_many_breadcrumbs',
      error({ breadcrumbs: breadcrumbs(51) }),
      error({ breadcrumbs: breadcrumbs(50) }),
    ],
    ['unknown_view', anEvent({ t: 'view', view: VIEW.replace('1', '2') }), anEvent({ t: 'view' })],
    [
      'clock_out_of_window',
      anEvent({ t: 'view', at: NOW - LIMITS.pastMs - 1 }),
      anEvent({ t: 'view', at: NOW - LIMITS.pastMs }),
    ],
    [
      'clock_out_of_window',
      anEvent({ t: 'view', at: NOW + LIMITS.futureMs + 1 }),
      anEvent({ t: 'view', at: NOW + LIMITS.futureMs }),
    ],
  ])(
    '%s names the event, and its neighbour on the right side of the limit goes on',
    async (code, bad, good) => {
      const { status, json } = await send(atNow({ events: [good, bad as WireEvent, good] }))
      expect(status).toBe(202)
      expect(json.accepted).toBe(2)
      expect(json.rejected).toEqual([{ index: 1, code, message: expect.stringContaining('events[1]') }])
    },
  )

  test('every code of the table is told of some event', () => {
    // `shed` is of no event but of the queue: api/limits/gate.test.ts tells it.
    const ofEvents = Object.keys(REJECTIONS).filter((code) => code !== 'shed')
    expect(ofEvents.sort()).toEqual(
      [
        'attribute_too_long',
        'clock_out_of_window',
        // test/consent.test.ts
        'consent_missing',
        'implausible',
        'missing_field',
        'out_of_range',
        'stack_too_long',
        'too_long',
        'too_many_attributes',
        'too_many_breadcrumbs',
        'unknown_event_type',
        'unknown_view',
        'wrong_type',
      ].sort(),
    )
  })

  test('500 events are taken, one more is refused with the batch', async () => {
    const events = (count: number) => Array.from({ length: count }, (_, seq) => anEvent({ t: 'view', seq }))
    expect((await send(atNow({ events: events(500) }))).json.accepted).toBe(500)
    expect((await send(atNow({ events: events(501) }))).json).toMatchObject({
      status: 400,
      code: 'invalid_batch',
    })
  })

  test('a view with an error takes its events with it, and no others', async () => {
    const other = VIEW.replace('1', '2')
    const views = { [VIEW]: aView({ startedAt: NOW }), [other]: { url: 'https://shop.example/' } as never }
    const events = [anEvent({ t: 'view' }), anEvent({ t: 'view', view: other })]
    const { json } = await send(atNow({ views, events }))
    expect(json.accepted).toBe(1)
    expect(json.rejected).toMatchObject([{ index: 1, code: 'unknown_view' }])
  })
})

describe('clocks', () => {
  const timesWith = async (sentAt: number, at: number) => {
    const { json } = await send(
      atNow({ sentAt, events: [anEvent({ t: 'view', at })], session: { id: VIEW, startedAt: at } }),
    )
    return json.accepted === 1 ? rowsOf('events')[0]?.['time'] : json.rejected[0].code
  }

  test('a clock that is off by up to 5 s is left alone, beyond it is put right', async () => {
    expect(await timesWith(NOW - 5000, NOW - 6000)).toBe(NOW - 6000)
    expect(await timesWith(NOW - 5001, NOW - 6000)).toBe(NOW - 6000 + 5001)
    expect(await timesWith(NOW + 3 * 86_400_000, NOW + 3 * 86_400_000 - 10)).toBe(NOW - 10)
    expect(await timesWith(0, 0)).toBe(NOW)
  })

  test('the window counts from the corrected time', async () => {
    const day = 86_400_000
    expect(await timesWith(NOW - 30 * day, NOW - 36 * day)).toBe(NOW - 6 * day)
    expect(await timesWith(NOW - 30 * day, NOW - 38 * day)).toBe('clock_out_of_window')
  })

  test('times at the ends of what a date can be are refused, not stumbled over', async () => {
    const end = 8_640_000_000_000_000
    expect(await timesWith(0, end)).toBe('clock_out_of_window')
    expect(await timesWith(end, 0)).toBe('clock_out_of_window')
    expect(await timesWith(end, end)).toBe(NOW)
  })
})

test('any page may ask beforehand, and read the answer', async () => {
  const preflight = await fetch(`${url}/v1/events`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type, content-encoding',
    },
  })
  expect(preflight.status).toBe(204)
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': expect.stringContaining('POST'),
    'access-control-allow-headers': expect.stringContaining('content-encoding'),
  })
  for (const answer of [
    await send(atNow()),
    await post({ body: '{' }),
    await post({ body: 'x'.repeat(600_000) }),
  ])
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
})
