/**
 * The elements that the builder offers, and what can be said of each. Two that can be embedded are not here, for they show
 * what is chosen in another element of the page (a session, a group of errors), and one has tokens of its own: the status page.
 */
import { DIMENSIONS } from '../../format/names.ts'
import { CHOSEN_VITALS } from '../console-pages.ts'
import type { Choice } from '../forms/controls.ts'

export interface ElementAttribute {
  name: string
  label: string
  /** Where a value comes from: the first of the choices is the default, as what is saved of the site has none. */
  of: readonly Choice[] | 'number' | 'text' | 'funnels' | 'slos'
  /** Without it the element shows nothing. */
  required?: boolean
}

export interface BuilderElement {
  title: string
  attributes: readonly ElementAttribute[]
  load: () => Promise<unknown>
}

const METRIC: ElementAttribute = {
  name: 'metric',
  label: 'Vital',
  of: CHOSEN_VITALS.map((name) => [name, name] as const),
}
const dimensions = Object.entries(DIMENSIONS).map(([name, { label }]): Choice => [name, label])
const count = (name: string, label: string): ElementAttribute => ({ name, label, of: 'number' })
const TOP = count('top', 'How many')
const FIRST = count('first', 'How many')
const SLO: ElementAttribute = { name: 'slo', label: 'Objective', of: 'slos', required: true }

export const BUILDER_ELEMENTS = {
  'sight-vital-card': {
    title: 'A vital',
    attributes: [METRIC],
    load: () => import('../../elements/vital-card/vital-card.ts'),
  },
  'sight-core-web-vitals': {
    title: 'Core Web Vitals',
    attributes: [],
    load: () => import('../../elements/core-web-vitals/core-web-vitals.ts'),
  },
  'sight-time-series': {
    title: 'A vital over time',
    attributes: [METRIC, count('q', 'Percentile, 0 to 1')],
    load: () => import('../../elements/time-series/time-series.ts'),
  },
  'sight-distribution': {
    title: 'How a vital is spread',
    attributes: [METRIC],
    load: () => import('../../elements/distribution/distribution.ts'),
  },
  'sight-breakdown': {
    title: 'A vital by parts',
    attributes: [
      {
        name: 'dimension',
        label: 'By',
        of: [['PAGE', 'Page'], ...dimensions.filter(([name]) => name !== 'PAGE')],
      },
      METRIC,
      TOP,
    ],
    load: () => import('../../elements/breakdown/breakdown.ts'),
  },
  'sight-slow-pages': {
    title: 'Slow pages',
    attributes: [METRIC, TOP],
    load: () => import('../../elements/slow-pages/slow-pages.ts'),
  },
  'sight-map': {
    title: 'A map of countries',
    attributes: [
      {
        name: 'metric',
        label: 'Shaded by',
        of: [...CHOSEN_VITALS.map((name) => [name, name] as const), ['VIEWS', 'Views']],
      },
    ],
    load: () => import('../../elements/map/map.ts'),
  },
  'sight-sessions': {
    title: 'Sessions',
    attributes: [FIRST],
    load: () => import('../../elements/sessions/sessions.ts'),
  },
  'sight-funnel': {
    title: 'A funnel',
    attributes: [
      { name: 'funnel', label: 'Funnel', of: 'funnels', required: true },
      { name: 'by', label: 'Split by', of: [['', 'Nothing'], ...dimensions] },
    ],
    load: () => import('../../elements/funnel/funnel.ts'),
  },
  'sight-retention': {
    title: 'Who comes again',
    attributes: [
      {
        name: 'interval',
        label: 'By',
        of: [
          ['', 'As suits the period'],
          ['DAY', 'Day'],
          ['WEEK', 'Week'],
          ['MONTH', 'Month'],
        ],
      },
    ],
    load: () => import('../../elements/retention/retention.ts'),
  },
  'sight-paths': {
    title: 'Ways from page to page',
    attributes: [
      { name: 'from', label: 'From the page', of: 'text' },
      { name: 'to', label: 'To the page', of: 'text' },
    ],
    load: () => import('../../elements/paths/paths.ts'),
  },
  'sight-errors': {
    title: 'Errors',
    attributes: [
      {
        name: 'sort',
        label: 'First those',
        of: [
          ['worst', 'that hit most sessions'],
          ['most', 'that occur most'],
          ['new', 'that are new'],
        ],
      },
      FIRST,
    ],
    load: () => import('../../elements/errors/errors.ts'),
  },
  'sight-requests': {
    title: 'Requests',
    attributes: [
      {
        name: 'sort',
        label: 'First those',
        of: [
          ['count', 'that are most'],
          ['slow', 'that are slow'],
          ['failures', 'that fail'],
          ['time', 'that take most time together'],
        ],
      },
      FIRST,
    ],
    load: () => import('../../elements/requests/requests.ts'),
  },
  'sight-third-parties': {
    title: 'Third parties',
    attributes: [FIRST],
    load: () => import('../../elements/third-parties/third-parties.ts'),
  },
  'sight-live': {
    title: 'Who is here now',
    attributes: [],
    load: () => import('../../elements/live/live.ts'),
  },
  'sight-slos': {
    title: 'Objectives',
    attributes: [TOP],
    load: () => import('../../elements/slos/slos.ts'),
  },
  'sight-slo': {
    title: 'An objective',
    attributes: [SLO],
    load: () => import('../../elements/slo/slo.ts'),
  },
  'sight-slo-budget': {
    title: 'The budget of an objective',
    attributes: [SLO],
    load: () => import('../../elements/slo-budget/slo-budget.ts'),
  },
  'sight-status-strip': {
    title: 'An objective, day by day',
    attributes: [SLO, count('days', 'Days')],
    load: () => import('../../elements/status-strip/status-strip.ts'),
  },
  'sight-flag': {
    title: 'An experiment',
    attributes: [{ name: 'flag', label: 'Key of the flag', of: 'text', required: true }],
    load: () => import('../../elements/flag/flag.ts'),
  },
  'sight-alerts': {
    title: 'Alerts',
    attributes: [FIRST],
    load: () => import('../../elements/alerts/alerts.ts'),
  },
} as const satisfies Record<string, BuilderElement>

export type ElementTag = keyof typeof BUILDER_ELEMENTS

export function builderElement(tag: ElementTag): BuilderElement {
  return BUILDER_ELEMENTS[tag]
}
