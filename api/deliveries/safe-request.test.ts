import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Receiver, startReceiver } from '../../test/receiver.ts'
import { isPublicAddress } from './public-address.ts'
import { RefusedUrlError, type Resolve, safePost } from './safe-request.ts'

let trap: Receiver
let port: string

beforeAll(async () => {
  trap = await startReceiver()
  port = new URL(trap.origin).port
})
afterAll(() => trap.close())

/** Every name is at the trap: whatever gets as far as a connection is counted. */
const atTrap: Resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
const ask = (url: string, more: { allowedOrigins?: string[]; resolve?: Resolve; timeoutMs?: number } = {}) =>
  safePost({ url, headers: {}, body: '{}' }, { allowedOrigins: [], resolve: atTrap, ...more })

/** Hosts that are, or lead to, something inside. */
const INNER_HOSTS = `
127.0.0.1 127.1 127.0.1 127.255.255.254 0.0.0.0 0 0.0.0.1
2130706433 0x7f000001 0x7f.1 0x7F.0x0.0x0.0x1 017700000001 0177.0.0.1 0177.0.0.01 127.0.0.0x1 ①②⑦.⓪.⓪.①
10.0.0.1 10.255.255.255 10.1 167772161 0xa000001 012.0.0.1
172.16.0.1 172.31.255.255 0xac100001 192.168.0.1 192.168.1 192.168.255.255 3232235521
169.254.169.254 169.254.169.254. 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.43518 169.254.170.2
100.64.0.1 100.100.100.200 100.127.255.255 192.0.0.1 192.0.0.192 192.0.2.1 168.63.129.16
198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 192.88.99.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
[::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::ffff:a9fe:a9fe] [::127.0.0.1]
[64:ff9b::7f00:1] [64:ff9b::169.254.169.254] [64:ff9b:1::a00:1] [2002:7f00:1::] [2002:a9fe:a9fe::1] [2001:0:7f00:1::1]
[fc00::1] [fd00:ec2::254] [fdff:ffff::1] [fe80::1] [febf::1] [fec0::1] [ff02::1] [ff05::2] [2001:db8::1] [3fff::1]
[100::1] [5f00::1] [4000::1] [0:0:0:0:0:ffff:0:0]
localhost LOCALHOST localhost. a.localhost a.b.localhost. ⓛocalhost
internal.example metadata.google.internal router localtest.me 127.0.0.1.nip.io xn--e1afmkfd.example
`
  .trim()
  .split(/\s+/)

const BAD_URLS = [
  ['plain http', (at: string) => `http://public.example:${at}/`],
  ['plain http to the trap', (at: string) => `http://127.0.0.1:${at}/`],
  ['a port that is not of https', (at: string) => `https://public.example:${at}/`],
  ['a user name', () => 'https://user@public.example/'],
  ['a user name that looks like a host', () => 'https://public.example:443@127.0.0.1/'],
  ['a backslash', () => 'https:\\\\127.0.0.1\\'],
  ['another protocol', () => 'ftp://public.example/'],
  ['a file', () => 'file:///etc/passwd'],
  ['gopher', () => 'gopher://127.0.0.1:25/_MAIL'],
  ['data', () => 'data:text/plain,x'],
  ['no URL', () => 'public.example'],
  ['an IPv6 zone', () => 'https://[fe80::1%25eth0]/'],
  ['nothing', () => ''],
  ['a very long one', () => `https://public.example/${'x'.repeat(3000)}`],
  ['line breaks in the host', () => 'https://127.0.0.1\r\n.public.example/'],
] as const

test('there are at least 80 of them', () => {
  expect(INNER_HOSTS.length + BAD_URLS.length).toBeGreaterThanOrEqual(100)
})

test.each(INNER_HOSTS)('%s is refused, and nobody is connected to', async (host) => {
  const before = trap.connections()
  await expect(ask(`https://${host}/`)).rejects.toBeInstanceOf(RefusedUrlError)
  await expect(ask(`https://${host}:8443/`)).rejects.toBeInstanceOf(RefusedUrlError)
  expect(trap.connections()).toBe(before)
})

test.each(BAD_URLS)('%s is refused, and nobody is connected to', async (_, urlAt) => {
  const before = trap.connections()
  await expect(ask(urlAt(port))).rejects.toBeInstanceOf(RefusedUrlError)
  expect(trap.connections()).toBe(before)
})

test('one inner address among public ones is enough to refuse', async () => {
  const resolve: Resolve = () =>
    Promise.resolve([
      { address: '93.184.216.34', family: 4 },
      { address: '::ffff:10.0.0.1', family: 6 },
    ])
  await expect(ask('https://mixed.example/', { resolve })).rejects.toThrow('::ffff:10.0.0.1')
})

test('a name that changes its answer is asked once, and the checked address is the one connected to', async () => {
  let asked = 0
  // The trap first, which is what is checked; then an address at which nobody is.
  const resolve: Resolve = () =>
    Promise.resolve([{ address: ++asked === 1 ? '127.0.0.1' : '127.99.99.99', family: 4 }])
  const origin = `http://rebinding.invalid:${port}`
  trap.answer = { status: 204, body: '' }
  expect(await ask(`${origin}/here`, { resolve, allowedOrigins: [origin] })).toMatchObject({ status: 204 })
  expect(asked).toBe(1)
  expect(trap.received.at(-1)?.headers.host).toBe(`rebinding.invalid:${port}`)
})

test('a name that turns inside after it was public is refused when it is asked again', async () => {
  const before = trap.connections()
  await expect(ask('https://rebinding.example/', { resolve: atTrap })).rejects.toThrow('127.0.0.1')
  expect(trap.connections()).toBe(before)
})

describe('a receiver that the operator allows', () => {
  const allowed = () => ({ allowedOrigins: [trap.origin] })

  test('is posted to, by its address, and what it says stays inside', async () => {
    trap.answer = { status: 202, body: 'internal words' }
    const answer = await safePost(
      { url: `${trap.origin}/hook?a=1`, headers: { 'content-type': 'application/json' }, body: '{"ü":1}' },
      allowed(),
    )
    expect(answer).toEqual({ status: 202, text: '' })
    expect(trap.received.at(-1)).toMatchObject({ path: '/hook?a=1', body: '{"ü":1}' })
    expect(trap.received.at(-1)?.headers.host).toBe(`127.0.0.1:${port}`)
  })

  test('is allowed by its whole origin, not by a part of it', async () => {
    const before = trap.connections()
    for (const origin of [`http://127.0.0.1:${port}1`, 'http://127.0.0.1', `https://127.0.0.1:${port}`])
      await expect(ask(`${trap.origin}/`, { allowedOrigins: [origin] })).rejects.toThrow(RefusedUrlError)
    expect(trap.connections()).toBe(before)
  })

  test('sends nobody elsewhere: a redirect is an answer like any other', async () => {
    const other = await startReceiver()
    trap.answer = { status: 302, body: '', headers: { location: `${other.origin}/latest/meta-data` } }
    expect(await ask(`${trap.origin}/`, allowed())).toMatchObject({ status: 302 })
    expect(other.connections()).toBe(0)
    await other.close()
  })

  test('has so long in all', async () => {
    trap.answer = { status: 200, body: '', afterMs: 5000 }
    await expect(ask(`${trap.origin}/`, { ...allowed(), timeoutMs: 200 })).rejects.toThrow(
      'no answer within 0.2 s',
    )
  })

  test('is not listened to for longer than 64 KiB', async () => {
    trap.answer = { status: 200, body: 'x'.repeat(5_000_000) }
    expect(await ask(`${trap.origin}/`, allowed())).toMatchObject({ status: 200 })
  })
})

test('a resolver that never answers is waited for no longer than the rest', async () => {
  const resolve: Resolve = () => new Promise(() => {})
  await expect(ask('https://slow.example/', { resolve, timeoutMs: 100 })).rejects.toThrow('no answer')
})

test.each([
  ['1.1.1.1', true],
  ['8.8.8.8', true],
  ['172.15.255.255', true],
  ['172.32.0.0', true],
  ['100.63.255.255', true],
  ['100.128.0.0', true],
  ['223.255.255.255', true],
  ['2606:4700:4700::1111', true],
  ['2a00:1450:4001::1', true],
  ['2001:200::1', true],
  ['2001:1ff::1', false],
  ['fe80::1%eth0', false],
  ['no address', false],
  ['', false],
])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})
