/** The pages of the console in the order of its menu: what each is called, where it is, and how to get there by keys. */
import type { TemplateResult } from 'lit'
import type { VitalName } from '../../sdk/wire/vitals.ts'
import type { ConsoleLocation } from './location.ts'

/** What a page is drawn from; the elements in it ask the context around them for site, period and filters. */
export interface PageView {
  site: string
  place: ConsoleLocation
  /** Whether whoever looks may change anything. */
  manages: boolean
  /** Goes elsewhere: what is not said stays. */
  onGo: (change: Partial<ConsoleLocation>) => void
}

export interface ConsolePage {
  path: string
  title: string
  /** What it answers, in the words of somebody who asks. */
  question: string
  group: 'See' | 'Understand' | 'Act' | 'Set up'
  /** Pressed after `g`. */
  key: string
  /** What of the bar it obeys: an SLO has a period and a filter of its own. */
  takes: { period: boolean; filters: boolean }
  /** Seconds between updates while it is live: what reads many rows is asked less often. */
  refreshSeconds: number
  load: () => Promise<{ renderPage: (view: PageView) => TemplateResult }>
}

const EVERYTHING = { period: true, filters: true }

export const CONSOLE_PAGES = {
  overview: {
    path: '/',
    title: 'Overview',
    question: 'What should I look at first?',
    group: 'See',
    key: 'o',
    takes: EVERYTHING,
    refreshSeconds: 10,
    load: () => import('./pages/overview.ts'),
  },
  vitals: {
    path: '/vitals',
    title: 'Web vitals',
    question: 'How fast is it, for whom, and since when?',
    group: 'See',
    key: 'v',
    takes: EVERYTHING,
    refreshSeconds: 10,
    load: () => import('./pages/vitals.ts'),
  },
  pages: {
    path: '/pages',
    title: 'Pages',
    question: 'Which pages are slow, and what happens on them?',
    group: 'See',
    key: 'p',
    takes: EVERYTHING,
    refreshSeconds: 10,
    load: () => import('./pages/pages.ts'),
  },
  sessions: {
    path: '/sessions',
    title: 'Sessions',
    question: 'What did a visitor live through?',
    group: 'See',
    key: 's',
    takes: EVERYTHING,
    refreshSeconds: 10,
    load: () => import('./pages/sessions.ts'),
  },
  errors: {
    path: '/errors',
    title: 'Errors',
    question: 'What breaks, and whom does it hit?',
    group: 'See',
    key: 'e',
    takes: EVERYTHING,
    refreshSeconds: 30,
    load: () => import('./pages/errors.ts'),
  },
  requests: {
    path: '/requests',
    title: 'Requests',
    question: 'Which endpoints and third parties are slow or fail?',
    group: 'See',
    key: 'r',
    takes: EVERYTHING,
    refreshSeconds: 30,
    load: () => import('./pages/requests.ts'),
  },
  funnels: {
    path: '/funnels',
    title: 'Funnels',
    question: 'How many get there, and where do the others leave?',
    group: 'Understand',
    key: 'f',
    takes: EVERYTHING,
    refreshSeconds: 300,
    load: () => import('./pages/funnels.ts'),
  },
  retention: {
    path: '/retention',
    title: 'Retention and paths',
    question: 'Who comes again, and which ways do they take?',
    group: 'Understand',
    key: 't',
    takes: EVERYTHING,
    refreshSeconds: 300,
    load: () => import('./pages/retention.ts'),
  },
  flags: {
    path: '/flags',
    title: 'Flags',
    question: 'What does a variant do to speed, errors and conversion?',
    group: 'Understand',
    key: 'x',
    takes: EVERYTHING,
    refreshSeconds: 300,
    load: () => import('./pages/flags.ts'),
  },
  alerts: {
    path: '/alerts',
    title: 'Alerts',
    question: 'What is wrong now, and who is told?',
    group: 'Act',
    key: 'a',
    takes: { period: false, filters: false },
    refreshSeconds: 30,
    load: () => import('./pages/alerts.ts'),
  },
  slos: {
    path: '/slos',
    title: 'SLOs',
    question: 'Does it hold what was promised?',
    group: 'Act',
    key: 'b',
    takes: { period: false, filters: false },
    refreshSeconds: 30,
    load: () => import('./pages/slos.ts'),
  },
  usage: {
    path: '/usage',
    title: 'Usage',
    question: 'Did everything arrive that was sent?',
    group: 'Set up',
    key: 'u',
    takes: { period: true, filters: false },
    refreshSeconds: 30,
    load: () => import('./pages/usage.ts'),
  },
  settings: {
    path: '/settings',
    title: 'Settings',
    question: 'What is measured, and who may see it?',
    group: 'Set up',
    key: ',',
    takes: { period: false, filters: false },
    refreshSeconds: 0,
    load: () => import('./pages/settings.ts'),
  },
} as const satisfies Record<string, ConsolePage>

export type PageName = keyof typeof CONSOLE_PAGES

export const PAGE_NAMES = Object.keys(CONSOLE_PAGES) as PageName[]

/** The page of an address; null where there is none. */
export function pageAt(pathname: string): PageName | null {
  const path = pathname === '/' ? pathname : pathname.replace(/\/$/, '')
  return PAGE_NAMES.find((name) => CONSOLE_PAGES[name].path === path) ?? null
}

/** Which sessions are listed: all, or those in which something went wrong. */
export const SESSION_KINDS = {
  all: 'All',
  slow: 'Slow',
  errors: 'With errors',
  frustrated: 'Frustrated',
} as const

export type SessionKind = keyof typeof SESSION_KINDS

/** Vitals that can be chosen as the one that a page is about. */
export const CHOSEN_VITALS = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] as const satisfies readonly VitalName[]
