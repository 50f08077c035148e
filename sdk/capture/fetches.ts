/** Shows the page's calls of `fetch`, and leaves them as they are. */
import type { Stop } from '../browser/listen.ts'
import { guard } from '../browser/guard.ts'
import { replaceMethod } from '../browser/replace-method.ts'
import type { Call, FetchArgs, RequestTap } from './requests.ts'

export function startFetches(tap: RequestTap): Stop {
  return replaceMethod(window, 'fetch', (original) => {
    const isNative = String(original).includes('[native code]')
    return function (this: unknown, ...args: FetchArgs) {
      if (!tap.isOn()) return original.apply(this as Window, args)
      const call: Call = { begin: performance.now(), args }
      tap.prepare(call)
      const response = original.apply(this as Window, call.sent ?? args)
      tap.begun(call)
      const answered = (answer: Response) => tap.ended(call, { answer })
      const failed = (thrown: unknown) => tap.ended(call, { thrown })
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
