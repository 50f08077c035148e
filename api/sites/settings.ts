/** What can be set of a site, with its defaults. Stored as JSON; what is absent or wrong there has its default. */
import { LIMITS } from '../../sdk/wire/limits.ts'

export type SiteSettings = {
  /** A session ends after so long without activity: 1 minute to 4 hours. */
  sessionIdleMs: number
  /** The share of sessions that is recorded, 0…1. */
  sampleRate: number
}

const MINUTE = 60_000

export function parseSettings(stored: unknown): SiteSettings {
  const value = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  return {
    sessionIdleMs: within(value['sessionIdleMs'], MINUTE, 240 * MINUTE, 30 * MINUTE),
    sampleRate: within(value['sampleRate'], 0, 1, 1),
  }
}

/** What `GET /v1/config` publishes to clients. */
export function clientConfig(settings: SiteSettings) {
  return {
    version: 1,
    session: { idleMs: settings.sessionIdleMs, maxMs: 240 * MINUTE },
    sampling: { rate: settings.sampleRate },
    limits: LIMITS,
  }
}

function within(value: unknown, minimum: number, maximum: number, fallback: number): number {
  return typeof value === 'number' && value >= minimum && value <= maximum ? value : fallback
}
