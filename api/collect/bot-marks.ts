/**
 * By what a program is told from a person. A session with a mark is stored apart with the mark's name as the reason, so
 * that what was judged wrongly can be seen; a site's rules allow or deny by mark or by a part of the user agent.
 */

export type BotEvidence = {
  userAgent: string
  /** Its user agent is one of those that crawlers are known by. */
  isKnownBot: boolean
  /** It names itself headless in its client hints. */
  isHeadless: boolean
  webdriver: boolean
  /** When people's own actions of the batch happened, epoch ms, in order. */
  actionsAt: readonly number[]
}

type Mark = { meaning: string; isMarked: (evidence: BotEvidence) => boolean }

/** Nobody clicks this often: a burst of so many actions within a second is a program's. */
const ACTIONS_OF_A_BURST = 20
const BURST_MS = 1000

export const BOT_MARKS = {
  agent: {
    meaning: 'The user agent is that of a known crawler, monitor or library.',
    isMarked: ({ isKnownBot }) => isKnownBot,
  },
  webdriver: {
    meaning: 'The browser says that a program drives it.',
    isMarked: ({ webdriver }) => webdriver,
  },
  headless: {
    meaning: 'The browser names itself headless in its client hints.',
    isMarked: ({ isHeadless }) => isHeadless,
  },
  pace: {
    meaning: `It acted ${ACTIONS_OF_A_BURST} times within a second.`,
    isMarked: ({ actionsAt }) =>
      actionsAt.some(
        (at, i) =>
          i + 1 >= ACTIONS_OF_A_BURST && at - (actionsAt[i + 1 - ACTIONS_OF_A_BURST] ?? 0) < BURST_MS,
      ),
  },
} as const satisfies Record<string, Mark>

export type BotMark = keyof typeof BOT_MARKS
const NAMES = Object.keys(BOT_MARKS) as BotMark[]

export type BotRules = { allow: readonly string[]; deny: readonly string[] }

/** Why it is a bot: the name of the first mark, `rule` where the site says so, null for a person. Allowing goes first. */
export function botReason(evidence: BotEvidence, { allow, deny }: BotRules): BotMark | 'rule' | null {
  const userAgent = evidence.userAgent.toLowerCase()
  const names = (rules: readonly string[]) =>
    rules.some((rule) => !rule.startsWith('mark:') && userAgent.includes(rule.toLowerCase()))
  if (names(allow)) return null
  if (names(deny)) return 'rule'
  const mark = NAMES.find((name) => !allow.includes(`mark:${name}`) && BOT_MARKS[name].isMarked(evidence))
  return mark ?? null
}
