/** `console.error` as an error: its first error if there is one among the arguments, else what it says. */
import type { Stop } from '../browser/listen.ts'
import type { Kit } from './parts.ts'

export function start({ captureError, guard, replaceMethod }: Kit): Stop {
  let isCapturing = false
  const capture = guard((args: unknown[]) => {
    const error = args.find((argument) => argument instanceof Error)
    captureError(error ?? args.map(asText).join(' '), 'console')
  })
  return replaceMethod(
    console,
    'error',
    (original) =>
      function (this: Console, ...args: unknown[]) {
        // A getter or a toString of the page's may call console.error again.
        if (!isCapturing) {
          isCapturing = true
          capture(args)
          isCapturing = false
        }
        return original.apply(this, args)
      },
  )
}

/** Objects are named, not spelt out: what they hold was not meant for us. */
function asText(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.prototype.toString.call(value) : String(value)
}
