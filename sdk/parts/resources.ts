/**
 * The files that the page loads: scripts, styles, pictures, fonts. At most 50 of a view are sent: first what failed,
 * then what kept the page from being shown, what other sites serve, and then the slowest.
 */
import { toEpoch } from '../browser/clock.ts'
import type { Stop } from '../browser/listen.ts'
import { bodySize, tenths } from '../capture/network-timing.ts'
import { startBudgetedEntries } from './budgeted-entries.ts'
import type { Kit } from './parts.ts'
import { isThirdParty } from './third-party.ts'

export const PER_VIEW = 50
/** What is nothing special leaves so many places to what comes later and is. */
const KEPT_PLACES = 10

/** Requests are events of their own. */
const REQUESTS = /^(?:fetch|xmlhttprequest|beacon)$/

/** `blocking` and `thirdParty` are undefined where they are not known. */
type Judgement = { failed: boolean; blocking: boolean | undefined; thirdParty: boolean | undefined }
export type Judged = Judgement & { duration: number }

export function start(kit: Kit): Stop {
  function judge(entry: PerformanceResourceTiming): Judged {
    // Of the engines only Chromium tells whether rendering waited.
    const { renderBlockingStatus: status } = entry as { renderBlockingStatus?: string }
    return {
      // Not every browser tells the status, and not of every origin. Elements tell that they failed, but only to who
      // listens: what failed before the SDK came and hides its status is taken for loaded.
      failed: entry.responseStatus >= 400 || kit.failedUrls.has(entry.name),
      blocking: status === undefined ? undefined : status === 'blocking',
      thirdParty: isThirdParty(entry.name, location.hostname),
      duration: tenths(entry.duration),
    }
  }
  return startBudgetedEntries<PerformanceResourceTiming>(kit, {
    type: 'resource',
    isWanted: ({ name, initiatorType }) =>
      !REQUESTS.test(initiatorType) && /^http/.test(name) && !kit.isOwn(name),
    limitOf: (entry) => limitOf(judge(entry)),
    order: (a, b) => mostTellingFirst(judge(a), judge(b)),
    send: (entry, view) =>
      kit.recordPassive(
        {
          t: 'resource',
          at: toEpoch(entry.startTime),
          url: kit.url(entry.name),
          initiator: entry.initiatorType || 'other',
          size: bodySize(entry),
          ...judge(entry),
        },
        view,
      ),
  })
}

export function limitOf(resource: Judgement): number {
  return weightOf(resource) > 0 ? PER_VIEW : PER_VIEW - KEPT_PLACES
}

export function mostTellingFirst(a: Judged, b: Judged): number {
  return weightOf(b) - weightOf(a) || b.duration - a.duration
}

function weightOf({ failed, blocking, thirdParty }: Judgement): number {
  if (failed) return 3
  if (blocking) return 2
  return thirdParty ? 1 : 0
}
