/**
 * Rage clicks: a chain of clicks on one target, each at most 1 s after the last and 100 px from it, of which three fell
 * within 1 s. None may have selected text or scrolled: three clicks on a paragraph select it. A chain is one rage click.
 */
import type { Stop } from '../../browser/listen.ts'

const CLICKS = 3
const WITHIN_MS = 1000
const WITHIN_PX = 100
/** What begins so soon after a click is its doing: a smooth scroll takes a frame or two to begin. */
const AFTERMATH_MS = 100

/** Times are milliseconds since the time origin, places are pixels of the viewport. */
export type Pointed = {
  element: { isConnected: boolean }
  target: string
  pressedAt: number
  clickedAt: number
  x: number
  y: number
}

export type RageClicks<Click> = {
  add: (click: Click) => void
  /** Text was selected or something was scrolled. */
  disturb: (at: number) => void
  /** The chain ends here: nothing is to be waited for. */
  end: () => void
  stop: Stop
}

export function createRageClicks<Click extends Pointed>({
  later,
  onRage,
}: {
  later: (callback: () => void, delayMs: number) => Stop
  onRage: (first: Click, count: number) => void
}): RageClicks<Click> {
  let chain: Click[] = []
  let isCalm = true
  let disturbedAt = -Infinity
  let cancel: Stop = () => {}

  function end(): void {
    cancel()
    const [first] = chain
    if (first && isCalm && isRage(chain)) onRage(first, chain.length)
    chain = []
  }
  return {
    add(click) {
      const before = chain.at(-1)
      if (before && !continues(before, click)) end()
      const last = chain.at(-1)
      isCalm = last ? isCalm && disturbedAt < last.pressedAt : disturbedAt < click.pressedAt
      chain.push(click)
      cancel()
      cancel = later(end, WITHIN_MS)
    },
    disturb(at) {
      disturbedAt = at
      const last = chain.at(-1)
      if (last && at <= last.clickedAt + AFTERMATH_MS) isCalm = false
    },
    end,
    stop() {
      cancel()
      chain = []
    },
  }
}

function isRage(chain: readonly Pointed[]): boolean {
  return chain.some(({ clickedAt }, index) => {
    const third = chain[index + CLICKS - 1]
    return third !== undefined && third.clickedAt - clickedAt <= WITHIN_MS
  })
}

function continues(last: Pointed, next: Pointed): boolean {
  // An app may draw the button anew after each click; two rows of a list may have the same name.
  const isSame = next.element === last.element || (next.target === last.target && !last.element.isConnected)
  return (
    isSame &&
    next.clickedAt - last.clickedAt <= WITHIN_MS &&
    Math.hypot(next.x - last.x, next.y - last.y) <= WITHIN_PX
  )
}
