/** Which site a write key belongs to. Unknown and disabled keys are the same to whoever asks. */
import type { Control } from '../db/prisma.ts'
import { type SiteSettings, parseSettings } from '../sites/settings.ts'
import { type SiteRules, compileRules } from './site-rules.ts'

export type KeyedSite = {
  id: number
  origins: string[]
  settings: SiteSettings
  rules: SiteRules
  /** How many events may come a day; null: any number. */
  eventsADay: number | null
}

export type WriteKeys = { siteOf(key: string): Promise<KeyedSite | null> }

/** How long an answer may be old: a disabled key is dead after this, if the database can be asked. */
const FRESH_MS = 10_000
const KEYS_KEPT = 10_000
/** How long a look-up may take before what was known is used: while the database is away, batches go on into the queue. */
const PATIENCE_MS = 300

/** Anything else is not asked for: PostgreSQL refuses some of it, and what is long fills the memory. */
const COULD_BE_KEY = /^[\x20-\x7e]{1,100}$/

type Known = { site: Promise<KeyedSite | null>; until: number; last: KeyedSite | null | undefined }

export function createWriteKeys(control: Control, now: () => number): WriteKeys {
  const known = new Map<string, Known>()
  const lookUp = (key: string, last: Known['last']): Promise<KeyedSite | null> => {
    const found = findSite(control, key)
    if (known.size >= KEYS_KEPT) known.clear()
    const entry: Known = { site: found, until: now() + FRESH_MS, last }
    known.set(key, entry)
    found.then(
      (site) => (entry.last = site),
      // A failed look-up is asked again at once, but for a key that is known: that lives on until the database is back.
      () => (last === undefined ? known.delete(key) : (entry.until = now() + PATIENCE_MS)),
    )
    if (last === undefined) return found
    entry.site = orLast(found, last)
    return entry.site
  }
  return {
    siteOf: (key) => {
      if (!COULD_BE_KEY.test(key)) return Promise.resolve(null)
      const cached = known.get(key)
      return cached !== undefined && cached.until > now() ? cached.site : lookUp(key, cached?.last)
    },
  }
}

function orLast(found: Promise<KeyedSite | null>, last: KeyedSite | null): Promise<KeyedSite | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(last), PATIENCE_MS)
    found.then(resolve, () => resolve(last)).finally(() => clearTimeout(timer))
  })
}

async function findSite(control: Control, key: string): Promise<KeyedSite | null> {
  // Left out by the database and not here: the site of a disabled key would take another query, and that takes time.
  const row = await control.writeKey.findUnique({ where: { key, disabledAt: null }, include: { site: true } })
  if (row === null) return null
  const { id, origins, eventsADay } = row.site
  const settings = parseSettings(row.site.settings)
  return { id, origins, settings, rules: compileRules(settings), eventsADay }
}
