/**
 * Dead clicks: clicks that nothing answered within 2.5 s. Any answer answers every click before it: better a dead click
 * missed than a slow one called dead.
 */
import type { Stop } from '../../browser/listen.ts'

const PATIENCE_MS = 2500

export type DeadClicks<Click> = {
  /**
   * A pointer was pressed at this time: from now on the page may answer. Many menus open before the click, when the
   * button goes down.
   */
  press: (at: number) => void
  /** A click; `isPressed` if it is that of the last press, and not of a key. */
  add: (click: Click, isPressed: boolean) => void
  /** Something happened. */
  answer: () => void
  stop: Stop
}

export function createDeadClicks<Click>({
  now,
  later,
  state,
  watch,
  onUnanswered,
}: {
  /** Milliseconds, on the clock of `press`. */
  now: () => number
  later: (callback: () => void, delayMs: number) => Stop
  /** What is compared instead of observed: another text than before is an answer too. */
  state: () => string
  /** Watches for answers until it is stopped, which it is while nothing is waited for. May be called again before. */
  watch: () => Stop
  onUnanswered: (click: Click) => void
}): DeadClicks<Click> {
  const waiting = new Map<Click, Stop>()
  let pressed = { at: 0, state: '' }
  let answeredAt = -Infinity
  let stopWatching: Stop | undefined
  let cancelEnd: Stop = () => {}

  function keepWatching(): void {
    cancelEnd()
    cancelEnd = later(endWatch, PATIENCE_MS)
  }
  function endWatch(): void {
    cancelEnd()
    stopWatching?.()
    stopWatching = undefined
  }
  function stop(): void {
    for (const cancel of waiting.values()) cancel()
    waiting.clear()
    endWatch()
  }
  return {
    press(at) {
      pressed = { at, state: state() }
      // Again, for the press may be in another shadow tree than the last.
      stopWatching = watch()
      keepWatching()
    },
    add(click, isPressed) {
      const since = isPressed ? pressed : { at: now(), state: state() }
      if (answeredAt >= since.at) return
      const judge = () => {
        waiting.delete(click)
        if (state() === since.state) onUnanswered(click)
      }
      waiting.set(click, later(judge, PATIENCE_MS))
      stopWatching ??= watch()
      keepWatching()
    },
    answer() {
      answeredAt = now()
      if (stopWatching) stop()
    },
    stop,
  }
}
