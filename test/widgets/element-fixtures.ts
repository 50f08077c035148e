/**
 * One line of what is needed to show each element, for the rules that all of them bear, the gallery and the pictures. An
 * element that is not here fails them: a new one joins by its line.
 */
import type { ELEMENT_FILES } from '../../widgets/element-files.ts'
import { addressOf, ELEMENT_STATES, type ElementState } from './element-states.ts'

export interface ElementFixture {
  /** Its own attributes, as markup; what all of them have is added. */
  attributes: string
  /** False: it asks nothing, and so has no states. */
  asks?: false
  /** What it says where there is nothing; null where there is always something. */
  empty: RegExp | null
  /** Whether it shows what visitors or clients send. */
  showsSentText: boolean
  /** Its length is the answer's, so what follows it moves. */
  grows?: true
  /** The attribute that says what it is asked about, unless that is the site. It may be left out: then a token says it. */
  subject?: string
  /** Markup inside of it. */
  inside?: string
  /** How wide its picture is, px; 720 unless it is small. */
  pictureWidth?: number
  /** Its states that tell something beside plenty, for the pictures. */
  telling?: readonly ElementState[]
  /** Its other looks, by name: attributes in place of the usual ones. */
  looks?: Readonly<Record<string, string>>
}

export const ELEMENT_FIXTURES: Readonly<Record<keyof typeof ELEMENT_FILES, ElementFixture>> = {
  'sight-alerts': {
    pictureWidth: 560,
    attributes: 'first="4"',
    empty: /No alerts\s+Nothing is watched yet/,
    showsSentText: true,
  },
  'sight-breakdown': {
    attributes: '',
    empty: /No views in the last 7 days/,
    showsSentText: true,
    looks: { 'by country': 'dimension="COUNTRY" sort="p75" top="4"' },
  },
  'sight-context': {
    attributes: '',
    asks: false,
    empty: null,
    showsSentText: false,
    inside: '<sight-range></sight-range><sight-vital-card></sight-vital-card>',
  },
  'sight-core-web-vitals': {
    attributes: '',
    empty: /No Core Web Vitals in the last 7 days/,
    showsSentText: false,
    telling: ['thin'],
  },
  'sight-dashboard': {
    attributes: 'heading="Shop"',
    asks: false,
    empty: null,
    showsSentText: false,
    inside:
      '<sight-range slot="controls"></sight-range><sight-vital-card site="shop" data-span="4"></sight-vital-card>',
  },
  'sight-distribution': {
    attributes: '',
    empty: /No LCP in the last 7 days/,
    showsSentText: false,
    looks: { INP: 'metric="INP"' },
  },
  'sight-error-detail': {
    attributes: 'error="shop/error/v1-4f9a1c"',
    empty: /No such error/,
    showsSentText: true,
  },
  'sight-errors': { attributes: '', empty: /No errors in the last 7 days/, showsSentText: true },
  'sight-filters': { pictureWidth: 360, attributes: '', asks: false, empty: null, showsSentText: false },
  'sight-flag': {
    attributes: 'flag="new-checkout"',
    empty: /No sessions with new-checkout in the last 7 days/,
    showsSentText: true,
    looks: { 'a split that is off': 'flag="old-split" metrics="LCP,CLS"' },
  },
  'sight-funnel': {
    attributes: 'funnel="shop/funnel/3" by="DEVICE"',
    empty: /Nobody entered in the last 7 days/,
    showsSentText: true,
  },
  'sight-live': {
    attributes: '',
    empty: /Nobody is here at the moment/,
    showsSentText: true,
  },
  'sight-map': {
    attributes: '',
    empty: /No views in the last 7 days/,
    showsSentText: false,
    telling: ['thin'],
    looks: { views: 'metric="VIEWS"' },
  },
  'sight-paths': { attributes: '', empty: /No paths from the entry in the last 7 days/, showsSentText: true },
  'sight-range': { pictureWidth: 480, attributes: '', asks: false, empty: null, showsSentText: false },
  'sight-requests': { attributes: '', empty: /No requests in the last 7 days/, showsSentText: true },
  'sight-retention': {
    attributes: 'range="P60D"',
    empty: /No visitors in the last 60 days/,
    showsSentText: false,
  },
  'sight-session-timeline': { attributes: 'session="s1"', empty: null, showsSentText: true, grows: true },
  'sight-sessions': { attributes: 'first="8"', empty: /No sessions in the last 7 days/, showsSentText: true },
  'sight-slo': {
    pictureWidth: 480,
    attributes: 'slo="shop/slo/2"',
    empty: /No sessions in the last 28 days/,
    showsSentText: true,
    looks: { 'budget overdrawn': 'slo="shop/slo/3"' },
  },
  'sight-slo-budget': {
    attributes: 'slo="shop/slo/2"',
    empty: /No sessions in the last 28 days/,
    showsSentText: false,
  },
  'sight-slos': { attributes: 'top="3"', empty: /No SLOs/, showsSentText: true },
  'sight-slow-pages': { attributes: '', empty: /No views in the last 7 days/, showsSentText: true },
  'sight-status-page': {
    attributes: 'page="shop" feed="/status/shop/feed.xml"',
    subject: 'page',
    empty: /Not enough data.*Too few visits to tell in public/,
    showsSentText: true,
    grows: true,
  },
  'sight-status-strip': {
    pictureWidth: 720,
    attributes: 'slo="shop/slo/1"',
    empty: /No values in the last 90 days/,
    showsSentText: true,
  },
  'sight-third-parties': {
    attributes: '',
    empty: /No third parties in the last 7 days/,
    showsSentText: true,
  },
  'sight-time-series': {
    attributes: 'show-views',
    empty: /No LCP in the last 7 days/,
    showsSentText: false,
    telling: ['thin'],
  },
  'sight-vital-card': {
    pictureWidth: 360,
    attributes: '',
    empty: /No LCP in the last 7 days/,
    showsSentText: false,
    telling: ['thin', 'empty', 'loading', 'error', 'stale'],
    looks: { selected: 'selectable selected metric="INP"' },
  },
}

export type ElementTag = keyof typeof ELEMENT_FILES

export const ELEMENT_TAGS = Object.keys(ELEMENT_FIXTURES) as ElementTag[]

/** Those that ask something, and so have states. */
export const ASKING_TAGS = ELEMENT_TAGS.filter((tag) => ELEMENT_FIXTURES[tag].asks !== false)

/** The attributes that show an element in a state, by name. */
export function attributesIn(
  tag: ElementTag,
  state: ElementState,
  own = ELEMENT_FIXTURES[tag].attributes,
): Record<string, string> {
  const { site } = ELEMENT_STATES[state]
  const { subject = 'site' } = ELEMENT_FIXTURES[tag]
  // An id may name the site that it is of.
  const attributes = site === null ? '' : own.replaceAll('"shop/', `"${site}/`)
  return {
    ...parseAttributes(attributes),
    ...(site === null ? {} : { [subject]: site }),
    ...addressOf(state),
  }
}

export function parseAttributes(markup: string): Record<string, string> {
  const found = [...markup.matchAll(/([\w-]+)(?:="([^"]*)"|='([^']*)')?/g)]
  return Object.fromEntries(found.map(([, name = '', plain, quoted]) => [name, plain ?? quoted ?? '']))
}
