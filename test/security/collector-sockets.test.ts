/** The real server under connections that are slow, half-open, many, or speak HTTP badly. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../sdk/wire/limits.ts'
import { aBatch } from '../batches.ts'
import { type GraphqlServer, startGraphqlServer } from '../graphql-server.ts'
import { createRandom } from '../oracle/random.ts'
import { type RawConnection, openRaw, postHead } from '../raw-http.ts'

const KEY = 'pk_sockets'
const SLOW_SENDERS = 600
/** 15 s, as long as it takes to look, and room for a busy machine. */
const CUT_MS = 20_000

let server: GraphqlServer

beforeAll(async () => {
  server = await startGraphqlServer('plain', { RATE_KEY: '100000/100000', RATE_ADDRESS: '1/5' })
  await server.database.control.site.create({
    data: { slug: 'sockets', name: 'Sockets', writeKeys: { create: { key: KEY } } },
  })
})
afterAll(() => server.close())

const body = () => Buffer.from(JSON.stringify(aBatch({ key: KEY })))

async function send(
  payload: Buffer,
  headers: Record<string, string> = {},
  url: string = server.url,
): Promise<Response> {
  return fetch(`${url}/v1/events`, {
    method: 'POST',
    body: new Uint8Array(payload),
    headers: { 'content-type': 'text/plain', ...headers },
  })
}

test('whoever sends slowly is cut after 15 s, and everybody else is answered meanwhile', async () => {
  const head = postHead({ 'content-length': '5000' })
  const kinds: (() => RawConnection)[] = [
    () => openRaw(server.url),
    () => openRaw(server.url, head.slice(0, 20)),
    () => openRaw(server.url, head, '{"v":1'),
    () => openRaw(server.url, postHead({ 'transfer-encoding': 'chunked' }), '5\r\n{"v":'),
  ]
  const slow = Array.from({ length: SLOW_SENDERS }, (_, i) =>
    (kinds[i % kinds.length] ?? openRaw)(server.url),
  )
  const drip = setInterval(() => {
    for (const { socket } of slow.slice(0, 200))
      if (!socket.destroyed && socket.bytesWritten > 0) socket.write('1')
  }, 1000)
  const open = () => slow.some(({ socket }) => !socket.destroyed)
  const cut = Promise.all(slow.map(({ answer }) => answer))
  const times: number[] = []
  const end = Date.now() + CUT_MS + 10_000
  while (open() && Date.now() < end) {
    const begun = performance.now()
    expect((await send(body())).status).toBe(202)
    times.push(performance.now() - begun)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  clearInterval(drip)
  for (const { socket } of slow) socket.destroy()
  const answers = await cut
  const longest = kinds.map((_, kind) =>
    Math.max(...answers.filter((_answer, i) => i % kinds.length === kind).map(({ ms }) => ms)),
  )
  expect(longest.map((ms) => (ms < CUT_MS ? 'cut' : ms))).toEqual(kinds.map(() => 'cut'))
  expect(answers.filter(({ status }) => status !== null && status !== 408 && status !== 400)).toEqual([])
  expect(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]).toBeLessThan(500)
}, 60_000)

test.each([
  ['chunked, at the limit', LIMITS.batchBytes, 202],
  ['chunked, a byte more', LIMITS.batchBytes + 1, 413],
])('%s: %s bytes are %s, whatever no header says', async (_, bytes, expected) => {
  const text = body()
  const padded = Buffer.concat([text, Buffer.alloc(bytes - text.length, 0x20)])
  const chunks = Array.from({ length: Math.ceil(bytes / 60_000) }, (_item, i) =>
    padded.subarray(i * 60_000, (i + 1) * 60_000),
  )
  const { answer } = openRaw(
    server.url,
    postHead({ 'transfer-encoding': 'chunked', connection: 'close' }),
    ...chunks.flatMap((chunk) => [`${chunk.length.toString(16)}\r\n`, chunk, '\r\n']),
    '0\r\n\r\n',
  )
  expect((await answer).status).toBe(expected)
})

test('an endless body is refused when it is too long, not when it ends', async () => {
  const { socket, answer } = openRaw(server.url, postHead({ 'transfer-encoding': 'chunked' }))
  const before = process.memoryUsage().arrayBuffers
  const chunk = `${(65_536).toString(16)}\r\n${' '.repeat(65_536)}\r\n`
  for (let i = 0; i < 200 && !socket.destroyed; i++) {
    socket.write(chunk)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  expect(socket.destroyed).toBe(true)
  expect([413, null]).toContain((await answer).status)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 2 ** 20)
})

test.each([
  ['says less than it is', (text: Buffer) => ({ 'content-length': String(text.length - 10) }), [400]],
  ['says 1 GB', () => ({ 'content-length': '1000000000' }), [413]],
  [
    'says two lengths',
    (text: Buffer) => ({ 'content-length': `${text.length}\r\ncontent-length: 5` }),
    [400],
  ],
  ['says a length and chunks', () => ({ 'content-length': '5', 'transfer-encoding': 'chunked' }), [400]],
  ['says no number', () => ({ 'content-length': '0x10' }), [400]],
  ['says less than nothing', () => ({ 'content-length': '-1' }), [400]],
  ['has a header of 64 KiB', () => ({ 'content-length': '1', 'x-long': 'x'.repeat(65_536) }), [431]],
  [
    'has 5,000 headers',
    () => Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x-${i}`, 'y'])),
    [431],
  ],
])('a request that %s is refused', async (_, headers, expected) => {
  const text = body()
  const { answer } = openRaw(server.url, postHead({ connection: 'close', ...headers(text) }), text)
  expect(expected).toContain((await answer).status)
})

test('750 damaged requests on sockets of their own are answered or cut, and none with 5xx', async () => {
  const random = createRandom(20_261_122)
  const statuses = new Set<number | null>()
  for (let i = 0; i < 750; i += 50) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => {
        const text = body()
        const whole = Buffer.concat([
          Buffer.from(postHead({ connection: 'close', 'content-length': String(text.length) })),
          text,
        ])
        for (let changes = random.int(1, 4); changes > 0; changes--)
          whole[random.int(0, random.pick([20, 120, whole.length - 1]))] = random.int(0, 255)
        const { socket, answer } = openRaw(server.url, whole)
        // Some wait for bytes that never come.
        const over = setTimeout(() => socket.destroy(), 300)
        return answer.finally(() => clearTimeout(over))
      }),
    )
    for (const { status } of answers) statuses.add(status)
  }
  const answered = [...statuses].filter((status) => status !== null)
  expect(answered.filter((status) => status >= 500)).toEqual([])
  expect(answered).toEqual(expect.arrayContaining([202, 400]))
  expect((await send(body())).status).toBe(202)
  expect(server.log.map((line) => JSON.parse(line).err)).toEqual([])
}, 60_000)

describe('X-Forwarded-For', () => {
  let behindProxy: GraphqlServer
  beforeAll(async () => {
    behindProxy = await startGraphqlServer('plain', { TRUSTED_PROXIES: '1', RATE_ADDRESS: '1/5' })
    await behindProxy.database.control.site.create({
      data: { slug: 'proxied', name: 'Proxied', writeKeys: { create: { key: KEY } } },
    })
  })
  afterAll(() => behindProxy.close())

  // 20 requests at once with 5 let through: the last shows whether they were one network's.
  test.each([
    ['is not looked at where no proxy is trusted', () => server, () => '203.0.113.7', 202],
    ['is believed for what the proxy added', () => behindProxy, () => '203.0.113.7', 429],
    [
      'is not believed for what the client wrote',
      () => behindProxy,
      (i: number) => `203.0.${i}.7, 198.51.100.1`,
      429,
    ],
    [
      'tells clients apart by what the proxy added',
      () => behindProxy,
      (i: number) => `203.0.113.7, 192.0.${i}.1`,
      202,
    ],
  ])('%s', async (_, of, forwarded, expected) => {
    const statuses: number[] = []
    for (let i = 0; i < 20; i++)
      statuses.push((await send(body(), { 'x-forwarded-for': forwarded(i) }, of().url)).status)
    expect(statuses.at(-1)).toBe(expected)
  })
})
