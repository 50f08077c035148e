/**
 * How many requests of the page's are under way: a route is not settled while it still waits for its data.
 * Only counts; what was asked and answered is not looked at.
 */
import { guard } from '../browser/guard.ts'
import { replaceMethod } from '../browser/replace-method.ts'
import type { Stop } from '../browser/listen.ts'

export type Requests = {
  /** How many are under way. */
  pending: () => number
  /** How many were started so far. */
  started: () => number
  stop: Stop
}

export function startRequests(): Requests {
  let count = 0
  let started = 0
  const ended = () => {
    count--
  }
  const stops = [
    replaceMethod(
      window,
      'fetch',
      (original) =>
        function (this: unknown, ...args: Parameters<typeof fetch>) {
          const response = original.apply(this as Window, args)
          guard(() => {
            count++
            started++
            response.then(ended, ended)
          })()
          return response
        },
    ),
    replaceMethod(
      XMLHttpRequest.prototype,
      'send',
      (original) =>
        function (this: XMLHttpRequest, ...args: Parameters<XMLHttpRequest['send']>) {
          original.apply(this, args)
          guard(() => {
            if (this.readyState === XMLHttpRequest.DONE) return
            count++
            started++
            this.addEventListener('loadend', ended, { once: true })
          })()
        },
    ),
  ]
  return { pending: () => count, started: () => started, stop: () => stops.forEach((stop) => stop()) }
}
