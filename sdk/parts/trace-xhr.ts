/** Puts a trace on an XMLHttpRequest that has none. */
import type { Stop } from '../browser/listen.ts'
import type { Call } from '../capture/requests.ts'
import type { Kit } from './parts.ts'
import { formatTraceparent, parseTraceparent, TRACEPARENT, type Trace } from './traceparent.ts'

export type XhrTracer = {
  /** The trace that it goes with: this one, or the page's own. Undefined if it goes without. */
  trace: (call: Call, trace: Trace) => Trace | undefined
  stop: Stop
}

export function startXhrTracer({ guard, replaceMethod }: Pick<Kit, 'guard' | 'replaceMethod'>): XhrTracer {
  const since = performance.now()
  const { prototype } = XMLHttpRequest
  const { setRequestHeader } = prototype
  /** The page's own headers: a second one of that name would be put behind the first, and make nonsense of both. */
  const own = new WeakMap<XMLHttpRequest, { header: string; at: number }>()
  const stop = replaceMethod(
    prototype,
    'setRequestHeader',
    (original) =>
      function (this: XMLHttpRequest, ...args) {
        original.apply(this, args)
        guard(() => {
          const [name, header] = args
          if (String(name).toLowerCase() === TRACEPARENT)
            own.set(this, { header: String(header), at: performance.now() })
        })()
      },
  )
  return {
    trace({ xhr, opened }, trace) {
      // What was opened before may have a header that nobody saw.
      if (!xhr || !opened || opened.at < since) return undefined
      const theirs = own.get(xhr)
      if (theirs && theirs.at >= opened.at) return parseTraceparent(theirs.header)
      setRequestHeader.call(xhr, TRACEPARENT, formatTraceparent(trace))
      return trace
    },
    stop,
  }
}
