/** Requests to the collector as nobody should send them: valid batches changed by structure, by text and by bytes. */
import { gzipSync } from 'node:zlib'
import type { Batch } from '../../sdk/wire/batch.generated.ts'
import type { Random } from '../oracle/random.ts'
import { everyField } from '../pii/every-field.ts'

export type Sent = { payload: Buffer; headers: Record<string, string> }

const NASTY: unknown[] = [
  null,
  true,
  -1,
  -0,
  0.1,
  1e308,
  5e-324,
  2 ** 53,
  8_640_000_000_000_000,
  '',
  'constructor',
  '__proto__',
  'toString',
  '\ud800',
  '\udc00\ud800',
  '\ufeff',
  'ß'.repeat(300),
  'eyJ-'.repeat(500),
  `token${' '.repeat(2000)}`,
  'https://[::1',
  'https://a@b@c/%00?utm_source=%E0%A4%A&utm_medium=%00',
  '01935f3e-0000-7000-8000-000000000001',
  [],
  {},
  [[[[]]]],
  { constructor: { prototype: { polluted: 1 } } },
  JSON.parse('{"__proto__":{"polluted":1}}'),
  Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`k${i}`, i])),
  Array.from({ length: 600 }, () => 0),
  // Every control character, in one text and each by itself.
  String.fromCharCode(...Array.from({ length: 32 }, (_, i) => i), 0x7f, 0x85, 0x2028),
  ...Array.from({ length: 32 }, (_, i) => `a${String.fromCharCode(i)}b`),
]

const TEXT_CHANGES: ((text: string, random: Random) => string)[] = [
  (text) => text.replace(/:\d+/, ':1e400'),
  (text, random) =>
    text.replace(/:\d+/, `:${random.pick(['-0', '1e-400', '9'.repeat(400), 'NaN', '01', '1.'])}`),
  (text, random) => text.replace('{', `{"${random.pick(['v', 'key', 'id', 'events', '__proto__'])}":2,`),
  (text, random) => text.replace(/"[a-z]+"/gi, (name) => (random.chance(0.02) ? '"t"' : name)),
  (text, random) => text.replace('"x', `"${random.pick(['\\u0000', '\\ud800', '\\uDFFF\\ud800', '\\x'])}x`),
  (text, random) => text.replace('"x', `"${String.fromCharCode(random.int(0, 31))}x`),
  (text) => `\ufeff${text}`,
  (text) => text + text,
  (text, random) => '[{"a":'.repeat(random.int(2, 3000)) + text,
]

const BOMBS = [
  gzipSync(Buffer.alloc(64 * 2 ** 20), { level: 9 }),
  gzipSync(gzipSync(Buffer.alloc(16 * 2 ** 20))),
  Buffer.concat(Array.from({ length: 200 }, () => gzipSync(Buffer.alloc(2 ** 16, 32)))),
]

/** Another value somewhere in the tree, or one thing less, or one more. */
function mutated(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.15)) return random.pick(NASTY)
  const entries = Object.entries(value)
  const name = random.pick([...entries.map(([key]) => key), '__proto__', 'novelty'])
  const kept = entries.filter(([key]) => key !== name)
  const old = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : null
  const changed = random.chance(0.1) ? kept : [...kept, [name, mutated(random, old)] as const]
  return Array.isArray(value) ? changed.map(([, item]) => item) : Object.fromEntries(changed)
}

function aText(random: Random, value: Batch): string {
  let changed: unknown = value
  for (let i = random.int(0, 3); i > 0; i--) changed = mutated(random, changed)
  const text = JSON.stringify(changed) ?? 'undefined'
  return random.chance(0.15) ? random.pick(TEXT_CHANGES)(text, random) : text
}

function damaged(random: Random, body: Buffer): Buffer {
  const copy = Buffer.from(body)
  for (let i = random.pick([1, 1, 5]); i > 0 && copy.length > 0; i--)
    copy[random.int(0, copy.length - 1)] = random.int(0, 255)
  if (random.chance(0.3)) return copy.subarray(0, random.int(0, copy.length))
  const cut = random.int(0, copy.length)
  return random.chance(0.2) ? Buffer.concat([copy, copy.subarray(cut)]) : copy
}

function headersOf(random: Random): Record<string, string> {
  const hostile = ['', 'constructor', '__proto__', 'x'.repeat(900), '\u00e9\u00ff', '"a";v="', ',,;=', 'null']
  const some = (name: string, values: readonly string[]) =>
    random.chance(0.3) ? { [name]: random.pick([...values, ...hostile]) } : {}
  return {
    'content-type': random.pick(['application/json', 'text/plain', 'application/json;charset=x']),
    ...some('user-agent', ['Mozilla/5.0 (__proto__) Chrome/'.repeat(30), 'Googlebot/2.1']),
    ...some('sec-ch-ua-mobile', ['?1', '?0']),
    ...some('sec-ch-ua-platform', ['"Windows"', 'hasOwnProperty']),
    ...some('sec-ch-ua', ['"Opera";v="99999999999"', `"Google Chrome";v="${'1'.repeat(500)}"`]),
    ...some('sec-gpc', ['1', '2']),
    ...some('origin', ['https://shop.example', 'https://shop.example.evil', 'http://[::']),
    ...some('x-forwarded-for', ['203.0.113.1, unknown', '::1%eth0', '999.1.1.1']),
    ...some('x-geo-country', ['DE', 'd\u00eb']),
  }
}

/** Draws requests whose batches are for one of the keys, all at the time. */
export function createMutator(random: Random, { keys, at }: { keys: readonly string[]; at: number }) {
  const { batch } = everyField('x1', at)
  const [view = ''] = Object.keys(batch.views ?? {})
  const quiet = batch.events.filter(({ t }) => t !== 'consent')

  const aBatch = (): Batch => ({
    ...batch,
    key: random.pick(keys),
    id: random.uuid(),
    session: { ...batch.session, id: random.uuid() },
    // A change of consent is written at once: with one in every batch the run would be of little else.
    events: random.chance(0.01)
      ? batch.events
      : Array.from({ length: random.int(1, 4) }, (_, seq) => ({ ...random.pick(quiet), view, seq })),
  })

  return (): Sent => {
    const headers = headersOf(random)
    if (random.chance(0.0005))
      return { payload: random.pick(BOMBS), headers: { ...headers, 'content-encoding': 'gzip' } }
    const text = aText(random, aBatch())
    const plain = Buffer.from(text, random.chance(0.01) ? 'latin1' : 'utf8')
    const isPacked = random.chance(0.05)
    const whole = isPacked ? gzipSync(plain, { level: 1 }) : plain
    const payload = random.chance(isPacked ? 0.5 : 0.15) ? damaged(random, whole) : whole
    const encoding = isPacked
      ? random.pick(['gzip', 'GZip', ' gzip', null, 'identity'])
      : random.chance(0.02)
        ? random.pick(['br', 'gzip, gzip', 'deflate', 'identity', 'x'.repeat(500), '__proto__'])
        : null
    return { payload, headers: encoding === null ? headers : { ...headers, 'content-encoding': encoding } }
  }
}
