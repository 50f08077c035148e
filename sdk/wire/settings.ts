/**
 * What a site decides about its measuring. The API keeps it and publishes it at `GET /v1/config`, the SDK follows it
 * without a new release of the page. Durations are milliseconds, rates 0…1. One place for every default.
 */

/**
 * `none`: nothing is stored, observed or sent. `cookieless`: measured, but nothing is kept in the browser: no visitor,
 * and a session lasts as long as its page. `full`: session, visitor and unsent batches are kept in first-party storage.
 */
export type ConsentLevel = 'none' | 'cookieless' | 'full'

export type SessionSettings = { idleMs: number }
export type PrivacySettings = { consent: ConsentLevel; gpc: 'honour' | 'ignore' }

export type ClientSettings = {
  /** A session ends after so long without activity. */
  session: SessionSettings
  /**
   * `rate`: the share of sessions that is sent. `keepErrors`: a session that was not drawn is sent all the same, with
   * what happened shortly before, once it holds an error; in figures about everybody it has no weight.
   */
  sampling: { rate: number; keepErrors: boolean }
  /** What is observed besides views, vitals, errors and what the page reports itself. */
  capture: {
    /** `fetch` and XMLHttpRequest. */
    requests: boolean
    /** Clicks, rage, dead and error clicks, scroll depth, forms. */
    interactions: boolean
    /** Scripts, styles, pictures and other files, within a budget for each view. */
    resources: boolean
    /** Long animation frames, or long tasks where the browser has no others. */
    longFrames: boolean
    /** Deprecations and interventions, as the browser's Reporting API tells them. */
    reports: boolean
    /** `console.error` as an error. */
    console: boolean
  }
  /**
   * `consent`: what holds until the page says what the visitor agreed to. `gpc`: `honour` takes Global Privacy Control
   * for a refusal of everything beyond `cookieless`.
   */
  privacy: PrivacySettings
  /** Requests to these origins carry a W3C `traceparent`. They must allow that header. Where `capture.requests` is off none does. */
  tracing: { origins: string[] }
}

export const DEFAULT_SETTINGS: ClientSettings = {
  session: { idleMs: 30 * 60_000 },
  sampling: { rate: 1, keepErrors: true },
  capture: {
    requests: true,
    interactions: true,
    resources: true,
    longFrames: true,
    reports: true,
    console: false,
  },
  privacy: { consent: 'cookieless', gpc: 'honour' },
  tracing: { origins: [] },
}

/** Some groups with some of their values: what a page or a site says of its own. */
export type SettingsPatch = { [Group in keyof ClientSettings]?: Partial<ClientSettings[Group]> }

/** `base` with what `patch` says, as far as it is of the same type; anything else is left out. */
export function mergeSettings(base: ClientSettings, patch: unknown): ClientSettings {
  const merged: Record<string, Record<string, unknown>> = {}
  for (const [group, values] of Object.entries(base)) {
    const given = (patch as Record<string, Record<string, unknown>> | null | undefined)?.[group]
    merged[group] = { ...values }
    for (const [name, value] of Object.entries(values)) {
      const other = given?.[name]
      if (typeof other === typeof value && Array.isArray(other) === Array.isArray(value))
        merged[group][name] = other
    }
  }
  return merged as ClientSettings
}
