/**
 * The visitor's clicks, for the part that makes something of them. It comes after the page has loaded, and until then
 * the last clicks wait for it.
 */
import { toEpoch } from '../browser/clock.ts'
import { guard } from '../browser/guard.ts'
import { listen, type Stop } from '../browser/listen.ts'
import type { Session } from '../session/session.ts'
import type { View } from './view.ts'

export type Click = {
  event: MouseEvent
  /** The innermost element that was hit, in an open shadow tree too: after its dispatch the event does not know. */
  hit: Element
  /** Epoch milliseconds of the input, which a busy page hears of later. */
  at: number
  view: View
  session: Session
}

export type Clicks = {
  /** Calls back for the clicks that waited, then for each as it happens. */
  follow: (onClick: (click: Click) => void) => Stop
  /** Lets no click wait any more. */
  forget: () => void
  stop: Stop
}

const MAX_WAITING = 20

export function startClicks(currentView: () => View, touch: () => Session): Clicks {
  let waiting: Click[] = []
  let tell: ((click: Click) => void) | undefined = (click) => {
    waiting = [...waiting.slice(1 - MAX_WAITING), click]
  }
  function forget(): void {
    waiting = []
    tell = undefined
  }
  const stop = listen(
    document,
    'click',
    (event: MouseEvent) => {
      const hit = event.composedPath()[0]
      // What a script clicks, nobody did: a carousel that turns by itself is no interaction.
      if (!tell || !event.isTrusted || !(hit instanceof Element)) return
      tell({ event, hit, at: toEpoch(event.timeStamp), view: currentView(), session: touch() })
    },
    { capture: true },
  )
  return {
    follow(onClick) {
      const early = waiting
      waiting = []
      tell = onClick
      early.forEach(guard(onClick))
      return forget
    },
    forget,
    stop() {
      stop()
      forget()
    },
  }
}
