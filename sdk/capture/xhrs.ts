/** The page's XMLHttpRequests: what was asked and how it ended. Of headers only a trace and the length of the answer are looked at. */
import { guard } from '../browser/guard.ts'
import type { Stop } from '../browser/listen.ts'
import { replaceMethod } from '../browser/replace-method.ts'
import { askedFor, failureOf, lengthOf, type Asked, type RequestWatch } from './request-facts.ts'
import { formatTraceparent, parseTraceparent, TRACEPARENT } from './traceparent.ts'

/** What is known of the request that an object holds now: the same object may make several, one after the other. */
type Opened = { asked: Asked | undefined; ownTrace?: string; end?: (type: string) => void }

const ENDINGS = ['load', 'error', 'abort', 'timeout']

export function startXhrs(watch: RequestWatch): Stop {
  const opened = new WeakMap<XMLHttpRequest, Opened>()
  const { prototype } = XMLHttpRequest
  const { setRequestHeader } = prototype

  function begin(xhr: XMLHttpRequest): ((type: string) => void) | undefined {
    const request = opened.get(xhr) ?? { asked: undefined }
    opened.set(xhr, request)
    if (xhr.readyState !== XMLHttpRequest.OPENED || request.end) return undefined
    const { asked, ownTrace } = request
    const trace = asked && watch.traceFor(asked.url)
    if (asked && trace) {
      asked.trace = ownTrace === undefined ? trace : parseTraceparent(ownTrace)
      if (ownTrace === undefined) setRequestHeader.call(xhr, TRACEPARENT, formatTraceparent(trace))
    }
    const end = watch.begin(asked, performance.now())
    request.end = guard((type) => {
      for (const ending of ENDINGS) xhr.removeEventListener(ending, listener)
      if (type === 'load') end({ status: xhr.status, size: lengthOf(contentLength(xhr)) })
      else end(type === 'error' ? failureOf(null) : { failed: type as 'abort' | 'timeout' })
    })
    const listener = ({ type }: Event) => request.end?.(type)
    for (const ending of ENDINGS) xhr.addEventListener(ending, listener)
    return request.end
  }

  const stops = [
    replaceMethod(
      prototype,
      'open',
      (original) =>
        function (this: XMLHttpRequest, ...args: unknown[]) {
          guard(() => {
            // To open it again ends what it did before, without an event; in its own `load` that was complete.
            opened.get(this)?.end?.(this.readyState === XMLHttpRequest.DONE ? 'load' : 'abort')
          })()
          original.apply(this, args as Parameters<XMLHttpRequest['open']>)
          guard(() => {
            opened.delete(this)
            if (watch.isOn()) opened.set(this, { asked: askedFor(String(args[0]), String(args[1])) })
          })()
        },
    ),
    replaceMethod(
      prototype,
      'setRequestHeader',
      (original) =>
        function (this: XMLHttpRequest, ...args) {
          original.apply(this, args)
          guard(() => {
            const request = opened.get(this)
            if (request && String(args[0]).toLowerCase() === TRACEPARENT) request.ownTrace = String(args[1])
          })()
        },
    ),
    replaceMethod(
      prototype,
      'send',
      (original) =>
        function (this: XMLHttpRequest, ...args) {
          let end: ((type: string) => void) | undefined
          guard(() => {
            if (watch.isOn()) end = begin(this)
          })()
          try {
            original.apply(this, args)
          } catch (thrown) {
            // One that is not asynchronous fails this way, and without an event.
            guard(() => end?.(failureOf(thrown).failed === 'timeout' ? 'timeout' : 'error'))()
            throw thrown
          }
        },
    ),
  ]
  return () => stops.forEach((stop) => stop())
}

/** Not `getResponseHeader`, which complains in the console where another origin does not allow it. */
function contentLength(xhr: XMLHttpRequest): string | undefined {
  return /^content-length: *(\d+)/im.exec(xhr.getAllResponseHeaders())?.[1]
}
