/** What a site's settings mean for its batches. */
import type { SiteSettings } from '../sites/settings.ts'
import type { BotRules } from './bot-marks.ts'
import { memo } from './memo.ts'
import { compilePageRules } from './page-rules.ts'
import { type Scrubber, createScrubber } from './scrubber.ts'

export type SiteRules = { scrub: Scrubber; page: (url: string) => string; bots: BotRules }

/** Settings are read again and again, and what is remembered of texts lives here: the same ones have the same rules. */
const KNOWN = new Map<string, SiteRules>()
const MOST_KNOWN = 500

export function compileRules({ scrub, pages, bots }: SiteSettings): SiteRules {
  const key = JSON.stringify([scrub, pages, bots])
  const known = KNOWN.get(key)
  if (known !== undefined) return known
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  const rules = { scrub: createScrubber(scrub), page: memo(compilePageRules(pages.rules)), bots }
  KNOWN.set(key, rules)
  return rules
}
