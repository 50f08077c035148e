/**
 * Parts of the SDK that are loaded after the page, each only where the site's settings ask for it. A part imports
 * nothing of the core but types, so that nothing is loaded twice: what it needs comes with the kit.
 */
import type { Stop, listen } from '../browser/listen.ts'
import type { guard } from '../browser/guard.ts'
import type { replaceMethod } from '../browser/replace-method.ts'
import type { Clicks } from '../capture/clicks.ts'
import type { CaptureError } from '../capture/errors.ts'
import type { Requests } from '../capture/requests.ts'
import type { sendableText, sendableUrl, View } from '../capture/view.ts'
import type { Vitals } from '../capture/vitals.ts'
import type { Draft, RecordEvent } from '../record.ts'
import type { HandOver } from '../transport/hand-over.ts'
import type { WireEvent } from '../wire/batch.generated.ts'
import type { ClientSettings } from '../wire/settings.ts'

/** The file of each part: first those that come at once, then those that a setting in `capture` of that name asks for. */
export const PART_FILES = {
  attribution: 'attribution',
  requests: 'requests',
  delivery: 'delivery',
  interactions: 'interactions',
  resources: 'resources',
  longFrames: 'long-frames',
  reports: 'reports',
  console: 'console-errors',
} as const

export type PartName = keyof typeof PART_FILES
/** Loaded where a setting asks for them: requests as soon as that is known, the others after the page. */
export const CAPTURE_PARTS = [
  'requests',
  'interactions',
  'resources',
  'longFrames',
  'reports',
  'console',
] as const satisfies (PartName & keyof ClientSettings['capture'])[]

export type Kit = {
  record: RecordEvent
  /**
   * The same for what a page does without its visitor: it is no activity, belongs to the session of the moment, and is
   * left out where that has ended. A page that asks for news all night would otherwise never end its session.
   */
  recordPassive: (draft: Draft, view: View) => void
  settings: () => ClientSettings
  /** Says what vitals are owed to. */
  attributeVitals: Vitals['attributeWith']
  /** What it takes to send: the site's write key, the collector's address, `fetch` as it was before anybody wrapped it. */
  transport: {
    key: string
    collector: string
    fetch: typeof fetch
    /** An answer of the collector named this version of the site's settings. */
    heardOf: (version: unknown) => void
    handOver: HandOver['to']
  }
  /** An error that the part found; counted against the same bounds as every other. */
  captureError: CaptureError
  /** Calls back for every event as it was recorded, after the page's `beforeSend`. */
  onRecorded: (callback: (event: WireEvent, view: View) => void) => Stop
  /**
   * Calls back when a view is over, before another begins or as the page is left, and each time the page is hidden, when
   * its visitor may come back.
   */
  onViewEnd: (callback: (view: View, isOver: boolean) => void) => Stop
  /** Calls back for each click, and first for the last ones before the part came. */
  onClick: Clicks['follow']
  currentView: () => View
  /** The view in which something began, by milliseconds since the time origin. */
  viewAt: (sinceOrigin: number) => View
  /** Shows every request of the page's from now on; those from before are the answer. */
  watchRequests: Requests['watch']
  /** How many requests the page has started so far. */
  requestsStarted: () => number
  /** Whether the address is the collector's, so that nothing of our own is reported. */
  isOwn: (url: string) => boolean
  /** Addresses of elements that failed to load since the page began. */
  failedUrls: ReadonlySet<string>
  listen: typeof listen
  guard: typeof guard
  replaceMethod: typeof replaceMethod
  text: typeof sendableText
  url: typeof sendableUrl
}

export type Part = { start: (kit: Kit) => Stop }
export type LoadPart = (name: PartName) => Promise<Part>
