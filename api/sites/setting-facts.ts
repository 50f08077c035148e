/**
 * Every setting of a site in one table: its default, who gets to know it, and what it may be. Stored as JSON in the same
 * shape. What is published goes to every page with the write key, so nothing is published that tells visitors how data
 * are guarded.
 */
import { DEFAULT_SETTINGS } from '../../sdk/wire/settings.ts'
import { BOT_MARKS } from '../collect/bot-marks.ts'
import { patternProblem } from '../collect/scrub-pattern.ts'
import { pageRuleProblem } from '../collect/page-rules.ts'

const MINUTE_MS = 60_000
/** A session is over after so long, whatever is set. */
export const SESSION_MAX_MS = 240 * MINUTE_MS
/** The CNIL's ceiling for data of audience measurement: 25 months. */
const RETENTION_MAX_DAYS = 760
const MOST_RULES = 50

export type Fact = {
  default: unknown
  isPublished: boolean
  /** What is expected, where the value is not that; null if it is good. */
  problem: (value: unknown) => string | null
  /** As the API calls it, where that is another name. */
  input?: string
}

const published = (value: unknown, problem: Fact['problem']): Fact => ({
  default: value,
  isPublished: true,
  problem,
})
const kept = (value: unknown, problem: Fact['problem']): Fact => ({
  default: value,
  isPublished: false,
  problem,
})

const { session, sampling, capture, privacy, tracing } = DEFAULT_SETTINGS

export const SETTING_FACTS: Readonly<Record<string, Readonly<Record<string, Fact>>>> = {
  session: {
    idleMs: {
      ...published(session.idleMs, between(MINUTE_MS, SESSION_MAX_MS, 'PT1M to PT4H')),
      input: 'idle',
    },
  },
  sampling: {
    rate: published(sampling.rate, between(0, 1, '0 to 1')),
    keepErrors: published(sampling.keepErrors, isSwitch),
  },
  capture: Object.fromEntries(
    Object.entries(capture).map(([name, value]) => [name, published(value, isSwitch)]),
  ),
  privacy: {
    consent: published(privacy.consent, oneOf(['none', 'cookieless', 'full'])),
    gpc: published(privacy.gpc, oneOf(['honour', 'ignore'])),
  },
  tracing: {
    origins: published(tracing.origins, listOf(originProblem)),
  },
  visitors: {
    daily: kept(true, isSwitch),
  },
  retention: {
    eventsDays: kept(30, days),
    errorsDays: kept(90, days),
    sessionsDays: kept(90, days),
    rollupsDays: kept(395, days),
  },
  scrub: {
    keepParameters: kept([], listOf(parameterProblem)),
    patterns: kept([], listOf(patternProblem)),
    dropAttributes: kept([], listOf(keyProblem)),
    allowAttributes: kept([], listOf(keyProblem)),
  },
  pages: {
    rules: kept([], listOf(pageRuleProblem)),
  },
  bots: {
    allow: kept([], listOf(botRuleProblem)),
    deny: kept([], listOf(botRuleProblem)),
  },
}

function between(minimum: number, maximum: number, words: string): Fact['problem'] {
  return (value) =>
    typeof value === 'number' && value >= minimum && value <= maximum ? null : `expected ${words}`
}

function days(value: unknown): string | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= RETENTION_MAX_DAYS
    ? null
    : `expected 1 to ${RETENTION_MAX_DAYS} days, which are 25 months`
}

function isSwitch(value: unknown): string | null {
  return typeof value === 'boolean' ? null : 'expected true or false'
}

function oneOf(values: readonly string[]): Fact['problem'] {
  return (value) =>
    typeof value === 'string' && values.includes(value) ? null : `expected one of ${values.join(', ')}`
}

/** Names the entry that is wrong. */
function listOf(problem: (entry: string) => string | null): Fact['problem'] {
  return (value) => {
    if (!Array.isArray(value)) return 'expected a list'
    if (value.length > MOST_RULES) return `expected ${MOST_RULES} entries at most`
    for (const entry of value as unknown[]) {
      const wrong = typeof entry === 'string' ? problem(entry) : 'expected text'
      if (wrong !== null) return `${JSON.stringify(entry).slice(0, 80)}: ${wrong}`
    }
    return null
  }
}

function originProblem(origin: string): string | null {
  const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin
  return isOrigin ? null : 'expected scheme and host such as https://api.shop.example'
}

function parameterProblem(name: string): string | null {
  return /^[\w.[\]-]{1,40}$/.test(name)
    ? null
    : 'expected the name of a parameter such as `tab`: letters, digits and ._-[], 40 at most'
}

function keyProblem(key: string): string | null {
  return key.length >= 1 && key.length <= 40 ? null : 'expected a key of 1 to 40 characters'
}

function botRuleProblem(rule: string): string | null {
  const isMark = rule.startsWith('mark:') && rule.slice(5) in BOT_MARKS
  if (isMark || (!rule.startsWith('mark:') && rule.length >= 3 && rule.length <= 100)) return null
  const marks = Object.keys(BOT_MARKS).map((mark) => `mark:${mark}`)
  return `expected a part of the user agent of 3 to 100 characters, or one of ${marks.join(', ')}`
}
