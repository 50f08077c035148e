/** Every setting of a site that has a field in a form: where it stands, how it is written, what it is good for. */
import type { Choice } from '../forms/controls.ts'

export type SettingSection = 'collection' | 'privacy' | 'retention'

/**
 * `minutes` a duration, `percent` a share, `days` and `amount` whole numbers (`amount` may be empty: null), `switches`
 * a whole group, `lines` a list with an entry a line.
 */
type FieldKind = 'minutes' | 'percent' | 'days' | 'amount' | 'switch' | 'switches' | 'choice' | 'lines'

export interface SettingField {
  section: SettingSection
  kind: FieldKind
  label: string
  hint: string
  options?: readonly Choice[]
  placeholder?: string
}

const RULES = 'one a line, 50 at most.'

/** By path: group and name in `settings`, or a field of the site itself. */
export const SETTING_FIELDS = {
  'sampling.rate': {
    section: 'collection',
    kind: 'percent',
    label: 'Sessions that are sent, in percent',
    hint: '100 is all. Whole sessions are drawn, and figures are weighted to stand for everybody.',
  },
  'sampling.keepErrors': {
    section: 'collection',
    kind: 'switch',
    label: 'Send sessions with an error also where they were not drawn',
    hint: 'They are listed and searched; in figures about everybody they have no weight.',
  },
  capture: {
    section: 'collection',
    kind: 'switches',
    label: 'Besides views, vitals and errors, collect',
    hint: 'What is switched off is not even observed.',
    options: [
      ['requests', 'requests'],
      ['interactions', 'clicks, scrolling and forms'],
      ['resources', 'scripts, pictures and other files'],
      ['longFrames', 'long frames'],
      ['reports', 'deprecations and interventions'],
      ['console', 'console.error as an error'],
    ],
  },
  'session.idle': {
    section: 'collection',
    kind: 'minutes',
    label: 'A session ends after minutes without activity',
    hint: '1 to 240; 30 is usual.',
  },
  'tracing.origins': {
    section: 'collection',
    kind: 'lines',
    label: 'Origins that take a traceparent',
    hint: `Requests to them carry the trace of the view, and they must allow that header; ${RULES}`,
    placeholder: 'https://api.shop.example',
  },
  eventsADay: {
    section: 'collection',
    kind: 'amount',
    label: 'Events a day, at most',
    hint: 'Counted in UTC. Beyond it batches are refused until midnight. Empty: any number.',
  },
  'privacy.consent': {
    section: 'privacy',
    kind: 'choice',
    label: 'Until the page says what a visitor agreed to',
    hint: 'Where consent is required the collector refuses what comes of a session without it.',
    options: [
      ['NONE', 'Consent is required: nothing is measured'],
      ['COOKIELESS', 'Measure, and keep nothing in the browser'],
      ['FULL', 'Measure, and keep session and visitor in the browser'],
    ],
  },
  'privacy.gpc': {
    section: 'privacy',
    kind: 'choice',
    label: 'Global Privacy Control of the browser',
    hint: 'Some laws make it binding.',
    options: [
      ['HONOUR', 'Honour it: nothing beyond the session'],
      ['IGNORE', 'Ignore it'],
    ],
  },
  'visitors.daily': {
    section: 'privacy',
    kind: 'switch',
    label: 'Tell visitors without an id apart within a day',
    hint: 'By a hash of address and browser whose salt is destroyed after 48 h. Off: each session is a visitor.',
  },
  'scrub.keepParameters': {
    section: 'privacy',
    kind: 'lines',
    label: 'Query parameters to keep',
    hint: `All but utm_* are cut off addresses; ${RULES}`,
    placeholder: 'tab',
  },
  'scrub.patterns': {
    section: 'privacy',
    kind: 'lines',
    label: 'Texts to remove',
    hint: `Besides addresses, numbers of cards and the like: # is a digit, * a run of characters; ${RULES}`,
    placeholder: 'KD-######',
  },
  'scrub.dropAttributes': {
    section: 'privacy',
    kind: 'lines',
    label: 'Attributes never to store',
    hint: `By their keys; ${RULES}`,
    placeholder: 'email',
  },
  'scrub.allowAttributes': {
    section: 'privacy',
    kind: 'lines',
    label: 'The only attributes to store',
    hint: `By their keys; ${RULES} Empty: all.`,
    placeholder: 'plan',
  },
  'pages.rules': {
    section: 'privacy',
    kind: 'lines',
    label: 'Page rules',
    hint: `The first that fits names the page; * and :id stand for a segment each; ${RULES}`,
    placeholder: '/shop/*/item/:id',
  },
  'bots.deny': {
    section: 'privacy',
    kind: 'lines',
    label: 'Robots',
    hint: `Parts of a user agent, or marks such as mark:headless; ${RULES} They are left out of figures.`,
    placeholder: 'PriceSpider',
  },
  'bots.allow': {
    section: 'privacy',
    kind: 'lines',
    label: 'No robots',
    hint: `Goes before the robots above and every mark; ${RULES}`,
    placeholder: 'ShopMonitor',
  },
  'retention.eventsDays': {
    section: 'retention',
    kind: 'days',
    label: 'Events, in days',
    hint: 'What happened in sessions, one by one: the timelines.',
  },
  'retention.errorsDays': {
    section: 'retention',
    kind: 'days',
    label: 'Errors, in days',
    hint: 'Errors one by one: stacks, and what led to them.',
  },
  'retention.sessionsDays': {
    section: 'retention',
    kind: 'days',
    label: 'Sessions, in days',
    hint: 'They outlive their events and errors, which are found and erased by them.',
  },
  'retention.rollupsDays': {
    section: 'retention',
    kind: 'days',
    label: 'Figures, in days',
    hint: 'Sums by hour and day, from which charts are drawn.',
  },
} as const satisfies Record<string, SettingField>

export type SettingPath = keyof typeof SETTING_FIELDS

export const SETTING_PATHS = Object.keys(SETTING_FIELDS) as SettingPath[]

export function fieldAt(path: SettingPath): SettingField {
  return SETTING_FIELDS[path]
}

export function pathsOf(section: SettingSection): SettingPath[] {
  return SETTING_PATHS.filter((path) => SETTING_FIELDS[path].section === section)
}
