import { guard } from './guard.ts'
import type { Stop } from './listen.ts'

/** Calls back with performance entries of a type, those from before included. A browser without them says nothing. */
export function observePerformance(
  type: string,
  onEntries: (entries: PerformanceEntryList) => void,
  more: PerformanceObserverInit & { durationThreshold?: number } = {},
): Stop {
  try {
    const observer = new PerformanceObserver(
      guard((list: PerformanceObserverEntryList) => onEntries(list.getEntries())),
    )
    observer.observe({ type, buffered: true, ...more })
    return () => observer.disconnect()
  } catch {
    return () => {}
  }
}
