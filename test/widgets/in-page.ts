/** Functions that run in the page: none of them needs anything but what it is given. */

/** As a refresh does, once there is an answer: at a stale address the second question fails. */
export async function askAgain(
  element: Element,
  { answered, stale }: { answered: string; stale: string },
): Promise<void> {
  const has = async (selector: string): Promise<void> => {
    if (element.shadowRoot?.querySelector(selector)) return
    await new Promise((resolve) => setTimeout(resolve, 10))
    await has(selector)
  }
  await has(answered)
  element.setAttribute('refresh', '0.001')
  await has(stale)
  element.removeAttribute('refresh')
  await has(stale)
}

/** What was asked once is answered from memory, so that a thousand elements ask one question. */
export function answerFromMemory(): void {
  const ask = globalThis.fetch.bind(globalThis)
  const answers = new Map<unknown, Promise<string>>()
  globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers)
    if (headers.get('accept')?.includes('event-stream')) return ask(input, init)
    const answer = answers.get(init?.body) ?? ask(input, init).then((response) => response.text())
    answers.set(init?.body, answer)
    return new Response(await answer, { headers: { 'content-type': 'application/json' } })
  }
}
