/** What can be set of a site. Stored as JSON; what is absent or wrong there has its default. */
import { createHash } from 'node:crypto'
import { LIMITS } from '../../sdk/wire/limits.ts'
import type { ClientSettings } from '../../sdk/wire/settings.ts'
import type { UserError } from '../user-errors.ts'
import { type Fact, SESSION_MAX_MS, SETTING_FACTS } from './setting-facts.ts'

/** For how many days each kind is kept. */
export type Retention = { eventsDays: number; errorsDays: number; sessionsDays: number; rollupsDays: number }

/** What the server alone knows and does. */
export type ServerSettings = {
  /** `daily`: a visitor without an id is told apart within a day by a hash whose salt is destroyed. */
  visitors: { daily: boolean }
  retention: Retention
  scrub: ScrubRules
  pages: { rules: string[] }
  bots: { allow: string[]; deny: string[] }
}

export type ScrubRules = {
  /** Query parameters that stay in addresses besides utm_*. */
  keepParameters: string[]
  patterns: string[]
  dropAttributes: string[]
  /** Empty: all. */
  allowAttributes: string[]
}

export type SiteSettings = ClientSettings & ServerSettings

/** Some groups with some of their values; what is null or absent stays. */
export type SettingsChange = Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>

const GROUPS = Object.entries(SETTING_FACTS)

export function parseSettings(stored: unknown): SiteSettings {
  return Object.fromEntries(
    GROUPS.map(([group, facts]) => {
      const given = (stored as SettingsChange | null | undefined)?.[group]
      const values = Object.entries(facts).map(([name, fact]) => {
        return [name, possible(given?.[name], fact)]
      })
      return [group, Object.fromEntries(values)]
    }),
  ) as SiteSettings
}

/** The value if it may be; of a list the entries that may be. */
function possible(value: unknown, { problem, default: usual }: Fact): unknown {
  if (problem(value) === null) return structuredClone(value)
  const entries = Array.isArray(value)
    ? (value as unknown[]).filter((entry) => problem([entry]) === null)
    : []
  return structuredClone(entries.length > 0 && problem(entries) === null ? entries : usual)
}

export function retentionOf({ settings }: { settings: unknown }): Retention {
  return parseSettings(settings).retention
}

/** What `before` becomes by `change`, and every mistake of it. */
export function changeSettings(
  before: SiteSettings,
  change: SettingsChange,
): { settings: SiteSettings; userErrors: UserError[] } {
  const userErrors: UserError[] = []
  const settings = Object.fromEntries(
    GROUPS.map(([group, facts]) => {
      const old = before[group as keyof SiteSettings] as Record<string, unknown>
      const values = Object.entries(facts).map(([name, fact]) => {
        const value = change[group]?.[name] ?? old[name]
        const problem = fact.problem(value)
        if (problem !== null) {
          const told = Array.isArray(value) ? '' : ` ${JSON.stringify(value)}`
          const field = fact.input ?? name
          const message = `invalid ${group}.${field}${told}: ${problem}`
          userErrors.push({ path: ['settings', group, field], code: 'INVALID', message })
        }
        return [name, value]
      })
      return [group, Object.fromEntries(values)]
    }),
  ) as SiteSettings
  return { settings, userErrors }
}

/** What `GET /v1/config` publishes to clients. `version` is another one whenever anything of it is. */
export function clientConfig(settings: SiteSettings): ClientConfig {
  const known = CONFIGS.get(settings)
  if (known !== undefined) return known
  const config = publish(settings)
  CONFIGS.set(settings, config)
  return config
}

type ClientConfig = ReturnType<typeof publish>

/** Every batch is answered with its version. */
const CONFIGS = new WeakMap<SiteSettings, ClientConfig>()

function publish(settings: SiteSettings) {
  const open = Object.fromEntries(
    GROUPS.filter(([, facts]) => Object.values(facts).every(({ isPublished }) => isPublished)).map(
      ([group]) => [group, settings[group as keyof SiteSettings]],
    ),
  ) as ClientSettings
  const published = {
    ...open,
    session: { ...open.session, maxMs: SESSION_MAX_MS },
    limits: LIMITS,
  }
  return { version: checksum(JSON.stringify(published)), ...published }
}

/** 32 bits: a client only has to notice that something changed. */
function checksum(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE()
}
