/**
 * How much of the page was seen by those who scrolled: the largest share, from its top to the lower edge of the window.
 * A page that fits, or that nobody scrolled, has none: the visitor did nothing.
 */
import type { Stop } from '../../browser/listen.ts'
import type { View } from '../../capture/view.ts'

/** Asked no more often than this, and last when the scrolling is over. */
const EVERY_MS = 200
/** So much of the window an element must fill for its scrolling to be the page's, as the pane of an app does. */
const LARGE = 0.5

export type ScrollDepth = {
  /** The document or an element in it was scrolled. */
  scrolled: (target: EventTarget | null) => void
  /** Reports what was seen, if it is more than was reported. `isReplaced`: the address is already that of the next view. */
  settle: (isReplaced: boolean) => void
  stop: Stop
}

export function createScrollDepth({
  later,
  currentView,
  onDepth,
}: {
  later: (callback: () => void, delayMs: number) => Stop
  currentView: () => View
  onDepth: (share: number, at: number, view: View) => void
}): ScrollDepth {
  let target: EventTarget | null = null
  let cancel: Stop | undefined
  /** What was seen in a view, when that was, and how much of it was told. */
  let view: View | undefined
  let seen = 0
  let seenAt = 0
  let told = 0

  function measure(): void {
    cancel?.()
    cancel = undefined
    const share = target && shareSeen(target)
    if (view !== currentView()) seen = told = 0
    view = currentView()
    if (share === null || share <= seen) return
    seen = share
    seenAt = Date.now()
  }
  function stop(): void {
    cancel?.()
    cancel = undefined
  }
  return {
    scrolled(scrolled) {
      target = scrolled
      cancel ??= later(measure, EVERY_MS)
    },
    settle(isReplaced) {
      // Then the document may be the next view's already.
      if (isReplaced) stop()
      else if (cancel) measure()
      if (view && seen > told) onDepth(seen, seenAt, view)
      told = seen
    },
    stop,
  }
}

/** From 0 to 1, in hundredths; null if what was scrolled is not the page or stands at its top, where it began. */
function shareSeen(target: EventTarget): number | null {
  const page = document.scrollingElement
  const scroller = target === document ? page : target
  if (!page || !(scroller instanceof Element)) return null
  if (scroller !== page) {
    const share = (scroller.clientWidth * scroller.clientHeight) / (innerWidth * innerHeight)
    if (share < LARGE || page.scrollHeight > page.clientHeight) return null
  }
  const { scrollTop, clientHeight, scrollHeight } = scroller
  return scrollTop > 0
    ? Math.min(1, Math.round(((scrollTop + clientHeight) / scrollHeight) * 100) / 100)
    : null
}
