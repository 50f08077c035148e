/** The page's calls of `fetch`: what was asked and how it ended. Of headers only a trace and the length of the answer are looked at. */
import { guard } from '../browser/guard.ts'
import type { Stop } from '../browser/listen.ts'
import { replaceMethod } from '../browser/replace-method.ts'
import { askedFor, failureOf, lengthOf, type Asked, type End, type RequestWatch } from './request-facts.ts'
import { formatTraceparent, parseTraceparent, TRACEPARENT, type Trace } from './traceparent.ts'

type Args = Parameters<typeof fetch>

export function startFetches(watch: RequestWatch): Stop {
  return replaceMethod(window, 'fetch', (original) => {
    const isNative = String(original).includes('[native code]')
    return function (this: unknown, ...args: Args) {
      if (!watch.isOn()) return original.apply(this as Window, args)
      const begin = performance.now()
      let asked: Asked | undefined
      let traced = args
      guard(() => {
        asked = askedOf(args)
        const found = asked && withTrace(args, watch.traceFor(asked.url))
        if (!asked || !found) return
        asked.trace = found.trace
        traced = found.args
      })()
      const response = original.apply(this as Window, traced)
      let end: End | undefined
      let signal: AbortSignal | null | undefined
      guard(() => {
        end = watch.begin(asked, begin)
        signal = args[1]?.signal ?? requestOf(args[0])?.signal
      })()
      const answered = guard(({ status, headers }: Response) =>
        end?.({ status, size: lengthOf(headers.get('content-length')) }),
      )
      const failed = guard((thrown: unknown) => end?.(failureOf(thrown, signal?.aborted)))
      // To listen to a promise is to handle its rejection, and the page would never hear that one of its own went
      // unhandled. So it gets what follows from the browser's promise, which nobody else has seen; but of a fetch that
      // somebody wrapped the very promise, for that may be known elsewhere or be more than a promise.
      if (isNative)
        return response.then(
          (answer) => {
            answered(answer)
            return answer
          },
          (thrown: unknown) => {
            failed(thrown)
            throw thrown
          },
        )
      guard(() => void response.then(answered, failed))()
      return response
    }
  })
}

function askedOf([input, init]: Args): Asked | undefined {
  const request = requestOf(input)
  return askedFor(init?.method ?? request?.method ?? 'GET', request?.url ?? String(input))
}

/** By its shape: the Request of a frame or of a polyfill is no instance of this window's. */
function requestOf(input: Args[0]): Request | undefined {
  return input && typeof input === 'object' && 'url' in input ? input : undefined
}

/** The same call with the header, or with the trace that the page put there itself. Undefined: leave it as it is. */
function withTrace(
  [input, init]: Args,
  trace: Trace | undefined,
): { args: Args; trace: Trace | undefined } | undefined {
  const request = requestOf(input)
  // Without CORS the browser takes the header away. Options that are no plain object may lose by being copied.
  const isPlain = !init || [Object.prototype, null].includes(Object.getPrototypeOf(init) as object | null)
  if (!trace || !isPlain || (init?.mode ?? request?.mode) === 'no-cors') return undefined
  const headers = new Headers(init?.headers ?? request?.headers)
  const own = headers.get(TRACEPARENT)
  if (own === null) headers.set(TRACEPARENT, formatTraceparent(trace))
  // Any option at all makes the browser forget the referrer of a Request (https://fetch.spec.whatwg.org/#dom-request).
  const kept = Object.values(init ?? {}).some((value) => value !== undefined)
    ? undefined
    : request && { referrer: request.referrer, referrerPolicy: request.referrerPolicy }
  return { args: [input, { ...kept, ...init, headers }], trace: own === null ? trace : parseTraceparent(own) }
}
