/** Server-sent events off a response (HTML Standard, 9.2.6), since EventSource can neither POST nor send a token. */
export type StreamEvent = { event: string; data: string }

export async function* readEvents(response: Response): AsyncGenerator<StreamEvent, void, undefined> {
  if (response.body === null) return
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    let buffer = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      buffer += value.replaceAll('\r\n', '\n')
      const blocks = buffer.split('\n\n')
      buffer = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = parseEvent(block)
        if (event !== null) yield event
      }
    }
  } finally {
    // Whoever stops reading hangs up, so that the server stops too.
    await reader.cancel().catch(() => undefined)
  }
}

/** Null for a block of comments, which only keep the connection alive. */
export function parseEvent(block: string): StreamEvent | null {
  let event = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? []
    if (field === 'event') event = value
    if (field === 'data') data.push(value)
  }
  return data.length === 0 && event === 'message' ? null : { event, data: data.join('\n') }
}
