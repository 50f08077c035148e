/** Which site a write key belongs to. Unknown and disabled keys are the same to whoever asks. */
import type { Control } from '../db/prisma.ts'
import { type SiteSettings, parseSettings } from '../sites/settings.ts'
import { type SiteRules, compileRules } from './site-rules.ts'

export type KeyedSite = { id: number; origins: string[]; settings: SiteSettings; rules: SiteRules }

export type WriteKeys = { siteOf(key: string): Promise<KeyedSite | null> }

/** How long an answer may be old: a disabled key is dead after this. */
const FRESH_MS = 10_000
const KEYS_KEPT = 10_000

export function createWriteKeys(control: Control, now: () => number): WriteKeys {
  const known = new Map<string, { site: Promise<KeyedSite | null>; until: number }>()
  return {
    siteOf: (key) => {
      const cached = known.get(key)
      if (cached !== undefined && cached.until > now()) return cached.site
      const site = findSite(control, key)
      if (known.size >= KEYS_KEPT) known.clear()
      known.set(key, { site, until: now() + FRESH_MS })
      // A failed look-up is asked again at once.
      site.catch(() => known.delete(key))
      return site
    },
  }
}

async function findSite(control: Control, key: string): Promise<KeyedSite | null> {
  const row = await control.writeKey.findUnique({ where: { key }, include: { site: true } })
  if (row === null || row.disabledAt !== null) return null
  const settings = parseSettings(row.site.settings)
  return { id: row.site.id, origins: row.site.origins, settings, rules: compileRules(settings) }
}
