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
  /** What is compared instead of observed: another text than before is an answer too, but for a `#` at its end. */
  state: () => string
  /** Watches for answers until it is stopped, which it is while nothing is waited for. May be called again before. */
  watch: () => Stop
  onUnanswered: (click: Click) => void
}): DeadClicks<Click> {
  /** In the order in which their time runs out. */
  let waiting: { click: Click; since: string; until: number }[] = []
  let pressed = { at: 0, state: '' }
  let answeredAt = -Infinity
  let stopWatching: Stop | undefined
  let watchUntil = 0
  let cancelLook: Stop | undefined

  function keepWatching(at: number): void {
    watchUntil = at + PATIENCE_MS
    // One for all: to put it off at every press would cost more than a look in vain.
    cancelLook ??= later(look, PATIENCE_MS)
  }
  function look(): void {
    cancelLook = undefined
    const time = now()
    for (let [first] = waiting; first && first.until <= time; [first] = waiting) {
      waiting.shift()
      if (withoutEmptyHash(state()) === withoutEmptyHash(first.since)) onUnanswered(first.click)
    }
    const next = waiting[0]?.until ?? watchUntil
    if (next > time) cancelLook = later(look, next - time)
    else stop()
  }
  function stop(): void {
    waiting = []
    cancelLook?.()
    cancelLook = undefined
    stopWatching?.()
    stopWatching = undefined
  }
  return {
    press(at) {
      pressed = { at, state: state() }
      // Again, for the press may be in another shadow tree than the last.
      stopWatching = watch()
      keepWatching(now())
    },
    add(click, isPressed) {
      const time = now()
      const since = isPressed ? pressed : { at: time, state: state() }
      if (answeredAt >= since.at) return
      waiting.push({ click, since: since.state, until: time + PATIENCE_MS })
      stopWatching ??= watch()
      keepWatching(time)
    },
    answer() {
      answeredAt = now()
      if (stopWatching) stop()
    },
    stop,
  }
}

/** A link to `#` leads nowhere, but leaves that behind. */
function withoutEmptyHash(state: string): string {
  return state.replace(/#$/, '')
}
