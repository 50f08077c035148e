/** What a site's settings mean for its batches, made once for each time that they are read. */
import type { SiteSettings } from '../sites/settings.ts'
import type { BotRules } from './bot-marks.ts'
import { compilePageRules } from './page-rules.ts'
import { type Scrubber, createScrubber } from './scrubber.ts'

export type SiteRules = { scrub: Scrubber; page: (url: string) => string; bots: BotRules }

export function compileRules({ scrub, pages, bots }: SiteSettings): SiteRules {
  return { scrub: createScrubber(scrub), page: compilePageRules(pages.rules), bots }
}
