/**
 * What kept the main thread busy for more than 50 ms. Long animation frames name the script that did it; where the
 * browser has none (Firefox, Safari) long tasks tell at least how long. A frame that was only late, without any task of
 * over 50 ms, blocked nothing and is none. At most 50 of a view are sent, those that blocked longest first.
 */
import { toEpoch } from '../browser/clock.ts'
import type { Stop } from '../browser/listen.ts'
import { startBudgetedEntries } from './budgeted-entries.ts'
import type { Kit } from './parts.ts'
import { isThirdParty } from './third-party.ts'

const PER_VIEW = 50
/** Under this a task is not long (https://w3c.github.io/longtasks/). */
const LONG_MS = 50

/** https://w3c.github.io/long-animation-frames/, which TypeScript does not know yet. */
export type LongFrame = PerformanceEntry & {
  blockingDuration?: number
  scripts?: readonly { duration: number; sourceURL: string; invoker: string; invokerType: string }[]
}

export function start(kit: Kit): Stop {
  const isFrameKnown = PerformanceObserver.supportedEntryTypes.includes('long-animation-frame')
  return startBudgetedEntries<LongFrame>(kit, {
    type: isFrameKnown ? 'long-animation-frame' : 'longtask',
    isWanted: (frame) => blockingOf(frame) > 0,
    limitOf: () => PER_VIEW,
    order: (a, b) => blockingOf(b) - blockingOf(a),
    send(frame, view) {
      const script = scriptOf(frame)
      kit.recordPassive(
        {
          t: 'longtask',
          at: toEpoch(frame.startTime),
          duration: Math.round(frame.duration),
          blocking: Math.round(blockingOf(frame)),
          script: script && kit.url(script),
          thirdParty: script === undefined ? undefined : isThirdParty(script, location.hostname),
        },
        view,
      )
    },
  })
}

/** A frame adds up what its tasks had over 50 ms; a long task is one. */
export function blockingOf({ blockingDuration, duration }: LongFrame): number {
  return blockingDuration ?? Math.max(0, duration - LONG_MS)
}

/** The file of the script that took longest. A script that loads is called by its own address. */
export function scriptOf({ scripts = [] }: LongFrame): string | undefined {
  const [longest] = [...scripts].sort((a, b) => b.duration - a.duration)
  if (!longest) return undefined
  const { sourceURL, invoker, invokerType } = longest
  return sourceURL || (/-script$/.test(invokerType) ? invoker : '') || undefined
}
