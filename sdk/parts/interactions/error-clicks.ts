/**
 * Error clicks: clicks that a JavaScript error followed within 1 s. An error is put down to what was clicked last, not to
 * whatever else was clicked shortly before; and no click counts twice.
 */
const WITHIN_MS = 1000

export type ErrorClicks<Click> = {
  add: (click: Click) => void
  /** An error happened just now. */
  fail: () => void
}

/** `now` is milliseconds. The second runs from when the page hears of the click: a busy one hears late, then fails at once. */
export function createErrorClicks<Click extends { element: object }>(
  now: () => number,
  onErrorClick: (click: Click) => void,
): ErrorClicks<Click> {
  let recent: { click: Click; at: number }[] = []
  return {
    add(click) {
      const same = recent.filter((one) => one.click.element === click.element && isRecent(one))
      recent = [...same, { click, at: now() }]
    },
    fail() {
      const blamed = recent.filter(isRecent)
      recent = []
      for (const { click } of blamed) onErrorClick(click)
    },
  }
  function isRecent({ at }: { at: number }): boolean {
    return now() - at <= WITHIN_MS
  }
}
