/**
 * When to hand over what was seen: the page is hidden or goes away. `visibilitychange` to hidden is the last event
 * that mobile browsers fire for certain; `pagehide` is added for Safari, which left the former out when a page was
 * navigated away from (https://bugs.webkit.org/show_bug.cgi?id=151234). `unload` would keep the page out of the bfcache.
 */
import { listen, type Stop } from './listen.ts'

/**
 * Calls `onHidden` each time the page is hidden or, then `isLeft`, gone away from. It listens on the document in the bubbling phase: web-vitals
 * reports its final values from capturing listeners on the window, so they come first whatever was registered when.
 */
export function startPageLifecycle(onHidden: (isLeft: boolean) => void): Stop {
  const stops = [
    listen(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') onHidden(false)
    }),
    listen(window, 'pagehide', () => onHidden(true)),
  ]
  return () => stops.forEach((stop) => stop())
}

/**
 * Calls `begin` now, or once a page that is being prerendered is really shown: before that nobody has seen anything.
 * The answer calls it off.
 */
export function whenActivated(begin: () => void): Stop {
  if (document.prerendering) return listen(document, 'prerenderingchange', begin, { once: true })
  begin()
  return () => {}
}
