/**
 * How many requests of the page's are under way: a route is not settled while it still waits for its data.
 * Only counts; what was asked and answered is not looked at.
 */
import { guard } from './guard.ts'
import { replaceMethod } from './replace-method.ts'
import type { Stop } from './listen.ts'

export type PendingRequests = { count: () => number; stop: Stop }

export function startPendingRequests(): PendingRequests {
  let count = 0
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
            this.addEventListener('loadend', ended, { once: true })
          })()
        },
    ),
  ]
  return { count: () => count, stop: () => stops.forEach((stop) => stop()) }
}
