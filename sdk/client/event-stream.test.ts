import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type StreamEvent, createEventParser, readEvents } from './event-stream.ts'

function parse(pieces: readonly string[]): StreamEvent[] {
  const take = createEventParser()
  return pieces.flatMap((piece) => take(piece))
}

test.each<[string, string, StreamEvent[]]>([
  ['an event', 'event: next\ndata: 1\n\n', [{ event: 'next', data: '1' }]],
  ['an event without a name', 'data: 1\n\n', [{ event: 'message', data: '1' }]],
  ['data of several lines', 'data: a\ndata\ndata:b\n\n', [{ event: 'message', data: 'a\n\nb' }]],
  ['one space after the colon and no more', 'data:  a: b\n\n', [{ event: 'message', data: ' a: b' }]],
  ['a name without data', 'event: complete\n\n', [{ event: 'complete', data: '' }]],
  [
    'comments and fields that it does not know',
    ': ping\n\nid: 7\nretry: 1\n:\ndata: 1\n\n',
    [{ event: 'message', data: '1' }],
  ],
  ['line breaks of Windows', 'event: next\r\ndata: 1\r\n\r\n', [{ event: 'next', data: '1' }]],
  ['no event that is not complete', 'event: next\ndata: 1\n', []],
  [
    'events one after the other',
    'data: 1\n\n\n\ndata: 2\n\n',
    [
      { event: 'message', data: '1' },
      { event: 'message', data: '2' },
    ],
  ],
])('reads %s', (_, text, events) => {
  expect(parse([text])).toEqual(events)
})

test('a carriage return alone ends a line too', () => {
  expect(parse(['data: 1\r\rdata: 2\r\r', 'data: 3'])).toEqual([
    { event: 'message', data: '1' },
    { event: 'message', data: '2' },
  ])
})

const LINE = fc.string({ unit: fc.constantFrom('a', ':', ' ', 'ü', '🙂', '{', '"') })
const EVENT = fc.record({
  event: fc.constantFrom('next', 'complete'),
  lines: fc.array(LINE, { minLength: 1, maxLength: 3 }),
})

test('reads the same however the bytes are cut, in every kind of line break', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(EVENT, { maxLength: 4 }),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.nat({ max: 200 }), { maxLength: 8 }),
      async (events, end, cuts) => {
        const text = events
          .map(({ event, lines }) =>
            [': ping', `event: ${event}`, ...lines.map((line) => `data: ${line}`), '', ''].join(end),
          )
          .join('')
        const read: StreamEvent[] = []
        for await (const event of readEvents(new Response(streamOf(new TextEncoder().encode(text), cuts))))
          read.push(event)
        expect(read).toEqual(events.map(({ event, lines }) => ({ event, data: lines.join('\n') })))
      },
    ),
    { numRuns: 300 },
  )
})

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
  return new ReadableStream({
    start: (controller) => {
      places.slice(1).forEach((end, index) => controller.enqueue(bytes.slice(places[index], end)))
      controller.close()
    },
  })
}

test('hangs up when nobody reads on', async () => {
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\ndata: 2\n\n')),
    cancel: () => {
      cancelled = true
    },
  })
  for await (const { data } of readEvents(new Response(body))) {
    expect(data).toBe('1')
    break
  }
  expect(cancelled).toBe(true)
})

test('takes a connection on which nothing is heard for over', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
  })
  const read: string[] = []
  for await (const { data } of readEvents(new Response(body), 20)) read.push(data)
  expect(read).toEqual(['1'])
})

test('an answer without a body has no events', async () => {
  expect((await readEvents(new Response(null)).next()).done).toBe(true)
})
