/** What can be set of a site. Stored as JSON; what is absent or wrong there has its default. */
import { createHash } from 'node:crypto'
import { LIMITS } from '../../sdk/wire/limits.ts'
import { DEFAULT_SETTINGS, mergeSettings, type ClientSettings } from '../../sdk/wire/settings.ts'

const MINUTE = 60_000
const SESSION_MAX_MS = 240 * MINUTE
const LEVELS = ['none', 'cookieless', 'full'] as const

export type SiteSettings = ClientSettings

export function parseSettings(stored: unknown): SiteSettings {
  const settings = mergeSettings(DEFAULT_SETTINGS, stored)
  const { session, sampling, privacy, tracing } = settings
  if (!isWithin(session.idleMs, MINUTE, SESSION_MAX_MS)) session.idleMs = DEFAULT_SETTINGS.session.idleMs
  if (!isWithin(sampling.rate, 0, 1)) sampling.rate = DEFAULT_SETTINGS.sampling.rate
  if (!LEVELS.includes(privacy.consent)) privacy.consent = DEFAULT_SETTINGS.privacy.consent
  if (!['honour', 'ignore'].includes(privacy.gpc)) privacy.gpc = DEFAULT_SETTINGS.privacy.gpc
  tracing.origins = tracing.origins.filter(
    (origin) => URL.canParse(origin) && new URL(origin).origin === origin,
  )
  return settings
}

/** What `GET /v1/config` publishes to clients. `version` is another one whenever anything of it is. */
export function clientConfig(settings: SiteSettings) {
  const published = {
    ...settings,
    session: { ...settings.session, maxMs: SESSION_MAX_MS },
    limits: LIMITS,
  }
  return { version: checksum(JSON.stringify(published)), ...published }
}

/** 32 bits: a client only has to notice that something changed. */
function checksum(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE()
}

function isWithin(value: number, minimum: number, maximum: number): boolean {
  return value >= minimum && value <= maximum
}
