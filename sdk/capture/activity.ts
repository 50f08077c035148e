import { listen, type Stop } from '../browser/listen.ts'

const EVENTS = ['keydown', 'pointerdown', 'scroll'] as const
const EVERY_MS = 10_000

/** Calls `onActivity` while the visitor does something that is no event of its own: reading is activity too. */
export function startActivity(onActivity: () => void, now: () => number): Stop {
  let last = -Infinity
  const stops = EVENTS.map((type) =>
    listen(
      window,
      type,
      () => {
        if (now() - last < EVERY_MS) return
        last = now()
        onActivity()
      },
      { capture: true },
    ),
  )
  return () => stops.forEach((stop) => stop())
}
