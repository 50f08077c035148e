/**
 * Sightline's API in a page: the exports of the npm module, and `window.sightline` of the script tag.
 * No function here throws, logs or waits. Calls before `init`, or while the page is being prerendered, are kept (100 at
 * most) and made afterwards; calls after `stop` do nothing.
 */
import { guard } from './browser/guard.ts'
import { whenActivated } from './browser/page-lifecycle.ts'
import type { Attributes } from './attributes.ts'
import type { Options } from './options.ts'
import { start, type ErrorOptions, type EventDetails, type FlagVariant, type Running } from './start.ts'

export type { Attributes, ErrorOptions, EventDetails, FlagVariant, Options }

const MAX_EARLY_CALLS = 100

let running: Running | undefined
let early: ((sdk: Running) => void)[] = []
let stopped = false
let cancel: (() => void) | undefined

function call(action: (sdk: Running) => void): void {
  const guarded = guard(action)
  if (running) guarded(running)
  else if (!stopped && early.length < MAX_EARLY_CALLS) early.push(guarded)
}

/** Starts to observe this page. A second call does nothing until `stop`. */
export const init: (options: Options) => void = guard((options) => {
  if (cancel) return
  stopped = false
  cancel = whenActivated(() => {
    const sdk = start(options)
    running = sdk
    const calls = early
    early = []
    for (const call of calls) call(sdk)
  })
})

/** Names the route template of the current view, up to 200 characters: `view('/products/:id')`. */
export const view = (page: string): void => call((sdk) => sdk.view(page))

/**
 * An event of the site's own: `event('checkout_completed', { value: 59.9, attributes: { currency: 'EUR' } })`.
 * The name is cut to 200 characters; attributes as in `setAttributes`.
 */
export const event = (name: string, details?: EventDetails): void => call((sdk) => sdk.event(name, details))

/**
 * Reports an error that the page caught. Anything thrown is taken; e-mail addresses, cards and tokens in message and
 * stack are replaced. At most 10 of the same kind and 100 in all are sent for one view.
 */
export const error = (thrown: unknown, options?: ErrorOptions): void =>
  call((sdk) => sdk.error(thrown, options))

/** A feature flag was evaluated: `flag('new-checkout', 'on', 'TARGETING_MATCH')`. Repetitions cost nothing. */
export const flag = (key: string, variant: FlagVariant, reason?: string): void =>
  call((sdk) => sdk.flag(key, variant, reason))

/**
 * Who is signed in: `setUser({ id: 'u-17', plan: 'pro' })`, at most 64 values. `null` when they sign out, which, like
 * another `id`, begins a new session. Do not put names or addresses here.
 */
export const setUser = (user: Attributes | null): void => call((sdk) => sdk.setUser(user))

/**
 * Adds values to every event from now on, at most 64 keys of 40 characters with text of up to 1,024 characters, finite
 * numbers, booleans or null. What does not fit is left out.
 */
export const setAttributes = (attributes: Attributes): void => call((sdk) => sdk.setAttributes(attributes))

/** Ends the session; the next event begins another. */
export const endSession = (): void => call((sdk) => sdk.endSession())

/** Stops for this page: takes every listener, timer and wrapper away; what was not sent yet stays unsent. */
export const stop: () => void = guard(() => {
  stopped = true
  cancel?.()
  running?.stop()
  cancel = undefined
  running = undefined
  early = []
})
