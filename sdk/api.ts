/**
 * Sightline's API in a page: the exports of the npm module, and `window.sightline` of the script tag.
 * No function here throws, logs or waits. Calls before `init`, or while the page is being prerendered, are kept (100 at
 * most) and made afterwards; calls after `stop` do nothing. Without consent only those that name the view, the user, the
 * attributes and the flags are kept, for when it is given.
 */
import type { Attributes } from './attributes.ts'
import { guard } from './browser/guard.ts'
import { whenActivated } from './browser/page-lifecycle.ts'
import { createStorage } from './browser/storage.ts'
import { isConsentLevel, type Options } from './options.ts'
import type { LoadPart } from './parts/parts.ts'
import { start, type ErrorOptions, type EventDetails, type FlagVariant, type Running } from './start.ts'
import type { ConsentLevel } from './wire/settings.ts'

/** A task of the site's that is being timed. Only the first call of either counts. */
export type Transaction = { succeed: () => void; fail: () => void }

export type Api = {
  /** Starts to observe this page. A second call does nothing until `stop`. */
  init: (options: Options) => void
  /** Names the route template of the current view, up to 200 characters: `view('/products/:id')`. */
  view: (page: string) => void
  /**
   * An event of the site's own: `event('checkout_completed', { value: 59.9, attributes: { currency: 'EUR' } })`.
   * The name is cut to 200 characters; attributes as in `setAttributes`.
   */
  event: (name: string, details?: EventDetails) => void
  /**
   * Reports an error that the page caught. Anything thrown is taken; e-mail addresses, cards and tokens in message and
   * stack are replaced. At most 10 of the same kind and 100 in all are sent for one view.
   */
  error: (thrown: unknown, options?: ErrorOptions) => void
  /**
   * A moment or a length of the site's own, in milliseconds: `timing('search', 182)`; without a length the time since
   * the view began. Kept as an event of that name with the milliseconds as its value.
   */
  timing: (name: string, durationMs?: number) => void
  /** Times a task from now until `succeed()` or `fail()`. If the page goes before, it was abandoned. */
  transaction: (name: string) => Transaction
  /** A feature flag was evaluated: `flag('new-checkout', 'on', 'TARGETING_MATCH')`. Repetitions cost nothing. */
  flag: (key: string, variant: FlagVariant, reason?: string) => void
  /**
   * Who is signed in: `setUser({ id: 'u-17', plan: 'pro' })`, at most 64 values. `null` when they sign out, which, like
   * another `id`, begins a new session. Do not put names or addresses here.
   */
  setUser: (user: Attributes | null) => void
  /**
   * Adds values to every event from now on, at most 64 keys of 40 characters with text of up to 1,024 characters, finite
   * numbers, booleans or null. What does not fit is left out.
   */
  setAttributes: (attributes: Attributes) => void
  /**
   * What the visitor agreed to: `none`, `cookieless` or `full`. `full` is remembered for the next pages. `none` takes
   * away whatever was stored, tells the collector so, and stops.
   */
  consent: (level: ConsentLevel) => void
  /** Ends the session; the next event begins another. */
  endSession: () => void
  /** Stops for this page: takes every listener, timer and wrapper away; what was not sent yet stays unsent. */
  stop: () => void
}

const MAX_EARLY_CALLS = 100
/** Where the copies of the SDK on a page find each other: what runs, by write key and endpoint. */
const COPIES = Symbol.for('sightline')
/** Where the visitor's `full` is remembered. Nothing else is: no consent leaves no trace. */
const REMEMBERED = 'sightline.consent'

type Copies = { [COPIES]?: Map<string, Running> }

export function createApi(loadPart: LoadPart): Api {
  let running: Running | undefined
  let early: { make: (sdk: Running) => void; tells: boolean }[] = []
  let stopped = false
  let options: Options | undefined
  let level: ConsentLevel | undefined
  let cancel: (() => void) | undefined

  /** `tells` what happened, which without consent is nobody's business; what only says who and where is kept for later. */
  function call(action: (sdk: Running) => void, tells = true): void {
    const make = guard(action)
    if (running) make(running)
    else if (!stopped && !(tells && level === 'none') && early.length < MAX_EARLY_CALLS) {
      early.push({ make, tells })
    }
  }
  const begin = guard(() => {
    if (level === 'none') early = early.filter(({ tells }) => !tells)
    if (!options || level === 'none') return
    const copies = ((globalThis as Copies)[COPIES] ??= new Map())
    const place = `${options.key} ${options.endpoint}`
    // Two copies, of two bundles or tags, would count everything twice: the later one speaks through the first.
    const first = copies.get(place)
    if (first) running = first
    else {
      running = start(options, {
        loadPart,
        consent: level,
        onConsentRequired: () => halt('none'),
      })
      copies.set(place, running)
    }
    const calls = early
    early = []
    for (const { make } of calls) make(running)
  })
  /** Back to where it was before `init` could begin, with what was agreed to. */
  function halt(agreed: ConsentLevel | undefined): void {
    const copies = (globalThis as Copies)[COPIES]
    for (const [place, sdk] of copies ?? []) if (sdk === running) copies?.delete(place)
    running = undefined
    early = []
    level = agreed
  }
  return {
    init: guard((given) => {
      if (options) return
      stopped = false
      options = given
      level ??= remembered() ?? given.consent
      cancel = whenActivated(begin)
    }),
    view: (page) => call((sdk) => sdk.view(page), false),
    event: (name, details) => call((sdk) => sdk.event(name, details)),
    error: (thrown, details) => call((sdk) => sdk.error(thrown, details)),
    timing: (name, durationMs) => call((sdk) => sdk.timing(name, durationMs)),
    transaction(name) {
      let end: ReturnType<Running['transaction']> | undefined
      call((sdk) => {
        end = sdk.transaction(name)
      })
      return {
        succeed: () => call(() => end?.('success')),
        fail: () => call(() => end?.('failure')),
      }
    },
    flag: (key, variant, reason) => call((sdk) => sdk.flag(key, variant, reason), false),
    setUser: (user) => call((sdk) => sdk.setUser(user), false),
    setAttributes: (attributes) => call((sdk) => sdk.setAttributes(attributes), false),
    consent: guard((next) => {
      if (!isConsentLevel(next)) return
      level = next
      if (running) running.consent(next)
      // What earlier pages stored under a consent that is withdrawn.
      else if (next === 'none') createStorage(() => localStorage).persist(false)
      if (next === 'none') halt('none')
      else if (!running && options && !stopped) begin()
      remember(next)
    }),
    endSession: () => call((sdk) => sdk.endSession()),
    stop: guard(() => {
      stopped = true
      cancel?.()
      running?.stop()
      halt(undefined)
      options = undefined
    }),
  }
}

function remembered(): ConsentLevel | undefined {
  try {
    const level = localStorage.getItem(REMEMBERED)
    return isConsentLevel(level) ? level : undefined
  } catch {
    return undefined
  }
}

function remember(level: ConsentLevel): void {
  if (level === 'full') localStorage.setItem(REMEMBERED, level)
  else localStorage.removeItem(REMEMBERED)
}
