/** Batches of 2 MiB that are valid, or nearly, and made to take as long as they can. */
import { gzipSync } from 'node:zlib'
import { LIMITS } from '../../sdk/wire/limits.ts'
import { aBatch, aView } from '../batches.ts'
import type { Batch } from '../../sdk/wire/batch.generated.ts'

const VIEW = '01935f3e-0000-7000-8000-000000000001'

/** Texts that rules with two ways to read them would take minutes for. */
const SLOW_TEXTS = [
  'a',
  ' ',
  '\t',
  'eyJ-',
  'a@',
  'a%40',
  'token ',
  '@http://',
  'a@http://a:1',
  'http://?#',
  ':1',
  'DE11 ',
  '4-',
  '[as ',
  'at http://a/-',
]

/** A batch of errors with the text in their stacks, and as much of it as the collector unpacks. */
function ofStacks(key: string, part: string, begin: string): Batch {
  const stack = (begin + part.repeat(LIMITS.stackLength)).slice(0, LIMITS.stackLength - 1)
  const bytes = JSON.stringify(stack).length + 200
  const events = Array.from({ length: Math.floor((LIMITS.unpackedBytes - 2000) / bytes) }, (_, seq) => ({
    t: 'error',
    at: Date.now(),
    view: VIEW,
    seq,
    message: 'm',
    source: 'window',
    stack: `${stack}@`,
  }))
  return aBatch({ key, views: { [VIEW]: aView() }, events: events as Batch['events'] })
}

/** By name, each packed: a few KiB on the wire. */
export function slowBodies(key: string): [string, Buffer][] {
  const pack = (text: string) => gzipSync(text, { level: 1 })
  const wide = (item: (i: number) => string, open: string, close: string): Buffer => {
    const items: string[] = []
    for (let i = 0, bytes = 0; bytes < LIMITS.unpackedBytes - 4000; i++)
      bytes += items[items.push(item(i)) - 1]?.length ?? 0
    return pack(`${JSON.stringify(aBatch({ key })).slice(0, -1)},"novelty":${open}${items.join('')}${close}}`)
  }
  return [
    ...SLOW_TEXTS.flatMap((part) =>
      ['', 'token', 'at a (http://'].map((begin): [string, Buffer] => [
        `stacks of ${JSON.stringify(begin + part)}`,
        pack(JSON.stringify(ofStacks(key, part, begin))),
      ]),
    ),
    ['a list of numbers', wide(() => '0,', '[', '0]')],
    ['a list of objects', wide(() => '{},', '[', '0]')],
    ['escapes', wide(() => '"\\u0000",', '[', '0]')],
    ['names', wide((i) => `"${i}":0,`, '{', '"z":0}')],
    ['brackets', pack('['.repeat(LIMITS.unpackedBytes))],
    ['quotes', pack('"'.repeat(LIMITS.unpackedBytes))],
    ['spaces', pack(' '.repeat(LIMITS.unpackedBytes))],
    ['backslashes', pack(`"${'\\'.repeat(LIMITS.unpackedBytes - 2)}"`)],
  ]
}
