/** Shows the page's XMLHttpRequests, and leaves them as they are. The same object may make several, one after the other. */
import { guard } from '../browser/guard.ts'
import type { Stop } from '../browser/listen.ts'
import { replaceMethod } from '../browser/replace-method.ts'
import type { Call, Opened, RequestTap } from './requests.ts'

const ENDINGS = ['load', 'error', 'abort', 'timeout']

type End = (type: string, thrown?: unknown) => void

export function startXhrs(tap: RequestTap): Stop {
  const { prototype } = XMLHttpRequest
  /** What each was opened with last, and how to end that if it was sent. */
  const states = new WeakMap<XMLHttpRequest, Opened & { end?: End }>()

  function begin(xhr: XMLHttpRequest): End | undefined {
    const opened = states.get(xhr)
    // Not opened, or sent already: then it throws, and is none.
    if (xhr.readyState !== XMLHttpRequest.OPENED || opened?.end) return undefined
    const call: Call = { begin: performance.now(), xhr, opened }
    tap.prepare(call)
    tap.begun(call)
    const listener = ({ type }: Event) => end(type)
    const end = guard((type: string, thrown?: unknown) => {
      for (const ending of ENDINGS) xhr.removeEventListener(ending, listener)
      tap.ended(call, { type, status: xhr.status, thrown })
    })
    if (opened) opened.end = end
    for (const ending of ENDINGS) xhr.addEventListener(ending, listener)
    return end
  }

  const stops = [
    replaceMethod(
      prototype,
      'open',
      (original) =>
        function (this: XMLHttpRequest, ...args: unknown[]) {
          // To open it again ends what it did before, without an event; in its own `load` that was complete.
          states.get(this)?.end?.(this.readyState === XMLHttpRequest.DONE ? 'load' : 'abort')
          original.apply(this, args as Parameters<XMLHttpRequest['open']>)
          states.set(this, { args, at: performance.now() })
        },
    ),
    replaceMethod(
      prototype,
      'send',
      (original) =>
        function (this: XMLHttpRequest, ...args) {
          let end: End | undefined
          guard(() => {
            if (tap.isOn()) end = begin(this)
          })()
          try {
            original.apply(this, args)
          } catch (thrown) {
            // One that is not asynchronous fails this way, and without an event.
            end?.('error', thrown)
            throw thrown
          }
        },
    ),
  ]
  return () => stops.forEach((stop) => stop())
}
