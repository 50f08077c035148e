/**
 * Whether an element is in sight or within a screen of it. What is far away needs no answer yet: its room is kept by its
 * styles, so that nothing moves when it comes. Paper shows everything, and so does a browser that cannot tell.
 */
export interface Nearness {
  readonly isNear: boolean
  stop(): void
}

export type WatchNearness = (element: Element, onChange: () => void) => Nearness

export const watchNearness: WatchNearness = (element, onChange) => {
  if (typeof IntersectionObserver === 'undefined' || hasNoPlace(element))
    return { isNear: true, stop: () => undefined }
  // The observer answers after the next frame, and not at all in a tab in the background: the first look is our own.
  let isNear = isNearNow(element)
  const change = (now: boolean) => {
    if (now === isNear) return
    isNear = now
    onChange()
  }
  const observer = new IntersectionObserver((entries) => change(entries.at(-1)?.isIntersecting ?? true), {
    rootMargin: '100%',
  })
  const onPrint = () => change(true)
  observer.observe(element)
  addEventListener('beforeprint', onPrint)
  return {
    get isNear() {
      return isNear
    },
    stop: () => {
      observer.disconnect()
      removeEventListener('beforeprint', onPrint)
    },
  }
}

/** Nothing that is not rendered is near. */
function isNearNow(element: Element): boolean {
  if (element.getClientRects().length === 0) return false
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= -innerHeight && top <= 2 * innerHeight
}

/** What shows itself elsewhere, as a dialog does, and takes no room of its own. */
function hasNoPlace(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  const { display } = getComputedStyle(element)
  return (
    display === 'contents' ||
    (display !== 'none' && element.getClientRects().length > 0 && width * height === 0)
  )
}
