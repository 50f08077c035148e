/** Which site a write key belongs to. Unknown and disabled keys are the same to whoever asks. */
import type { Control } from '../db/prisma.ts'
import { type SiteSettings, parseSettings } from '../sites/settings.ts'

export type KeyedSite = { id: number; origins: string[]; settings: SiteSettings }

export type WriteKeys = { siteOf(key: string): Promise<KeyedSite | null> }

/** How long an answer may be old: a disabled key is dead after this, if the database can be asked. */
const FRESH_MS = 10_000
const KEYS_KEPT = 10_000

export function createWriteKeys(control: Control, now: () => number): WriteKeys {
  const known = new Map<string, { site: Promise<KeyedSite | null>; until: number }>()
  return {
    siteOf: (key) => {
      const cached = known.get(key)
      if (cached !== undefined && cached.until > now()) return cached.site
      const site = findSite(control, key).catch(async (error: unknown) => {
        // Asked again at once. Until the database answers, what was known goes on: the queue may be elsewhere.
        const before = await cached?.site
        if (cached === undefined || !before) known.delete(key)
        else known.set(key, cached)
        if (before) return before
        throw error
      })
      if (known.size >= KEYS_KEPT) known.clear()
      known.set(key, { site, until: now() + FRESH_MS })
      return site
    },
  }
}

async function findSite(control: Control, key: string): Promise<KeyedSite | null> {
  const row = await control.writeKey.findUnique({ where: { key }, include: { site: true } })
  if (row === null || row.disabledAt !== null) return null
  return { id: row.site.id, origins: row.site.origins, settings: parseSettings(row.site.settings) }
}
