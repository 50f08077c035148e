/** Server-sent events off a response (HTML Standard, 9.2.6), since EventSource can neither POST nor send a token. */
export type StreamEvent = { event: string; data: string }

/** The server sends a comment every 12 s: a connection that is silent for longer is gone, also if nobody said so. */
const SILENCE_MS = 60_000

/** The events, until the response ends. Whoever stops reading hangs up, so that the server stops too. */
export async function* readEvents(
  response: Response,
  silenceMs: number = SILENCE_MS,
): AsyncGenerator<StreamEvent, void, undefined> {
  if (response.body === null) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  const parse = createEventParser()
  try {
    for (;;) {
      const silent = setTimeout(() => void reader.cancel().catch(() => undefined), silenceMs)
      const { done, value } = await reader.read().finally(() => clearTimeout(silent))
      if (done) return
      yield* parse(decoder.decode(value, { stream: true }))
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Takes a stream piece by piece, however it was cut, and returns the events that each piece completes. */
export function createEventParser(): (piece: string) => StreamEvent[] {
  let rest = ''
  let event = ''
  let data: string[] = []
  const takeLine = (line: string): StreamEvent | null => {
    if (line === '') {
      // A `complete` without data counts, although EventSource would drop it. Comments keep a connection alive.
      const isEmpty = event === '' && data.length === 0
      const done = isEmpty ? null : { event: event === '' ? 'message' : event, data: data.join('\n') }
      event = ''
      data = []
      return done
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (field === 'event') event = value
    if (field === 'data') data.push(value)
    return null
  }
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    // The last line may go on, and a carriage return at its end may be half a line break.
    rest = lines.pop() ?? ''
    return lines.map(takeLine).filter((done) => done !== null)
  }
}
