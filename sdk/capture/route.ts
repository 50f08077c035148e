/**
 * How long a soft navigation took: from the change of the URL to the last change of the document, once there was none,
 * and no request under way, for 100 ms. Without any change there is no value, for nothing was seen to happen.
 */
import { guard } from '../browser/guard.ts'
import type { Stop } from '../browser/listen.ts'
import type { RecordEvent } from '../record.ts'
import type { View } from './view.ts'

const QUIET_MS = 100
const CAP_MS = 10_000

/**
 * Watches until the view is settled, then calls `onSettled` with milliseconds since `start`. A view that is never quiet
 * gives what it has after 10 s. `start` and `now` are on the same clock.
 */
export function watchRoute({
  start,
  now,
  pendingRequests,
  observeMutations,
  onSettled,
}: {
  start: number
  now: () => number
  pendingRequests: () => number
  observeMutations: (onMutation: () => void) => Stop
  onSettled: (durationMs: number) => void
}): Stop {
  let lastMutation: number | undefined
  const stopMutations = observeMutations(() => {
    lastMutation = now()
    again()
  })
  const check = guard(() => {
    if (pendingRequests() > 0) again()
    else settle()
  })
  const settle = guard(() => {
    stop()
    if (lastMutation !== undefined) onSettled(Math.max(0, lastMutation - start))
  })
  let quiet = setTimeout(check, QUIET_MS)
  const cap = setTimeout(settle, CAP_MS)
  function again(): void {
    clearTimeout(quiet)
    quiet = setTimeout(check, QUIET_MS)
  }
  function stop(): void {
    stopMutations()
    clearTimeout(quiet)
    clearTimeout(cap)
  }
  return stop
}

/** Nodes, text and the attributes that bring content in or show it; classes and styles change without end in animations. */
export function observeDocument(onMutation: () => void): Stop {
  const observer = new MutationObserver(guard(onMutation))
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['src', 'srcset', 'hidden', 'open'],
  })
  return () => observer.disconnect()
}

export type Routes = {
  /** Measures this soft navigation, and gives up on the one before if it never settled. */
  watch: (view: View) => void
  /** Gives up: a hidden page is not drawn, and its timers are slowed down. */
  abandon: () => void
  stop: Stop
}

/** A `ROUTE` vital for each soft navigation that settles while it is looked at. */
export function startRoutes(record: RecordEvent, pendingRequests: () => number): Routes {
  let abandon: Stop = () => {}
  return {
    watch(view) {
      abandon()
      abandon = watchRoute({
        start: view.start,
        now: () => performance.now(),
        pendingRequests,
        observeMutations: observeDocument,
        onSettled: (durationMs) => record({ t: 'vital', name: 'ROUTE', value: Math.round(durationMs) }, view),
      })
    },
    abandon: () => abandon(),
    stop: () => abandon(),
  }
}
