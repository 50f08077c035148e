/** What the address of a picture says, parsed: the values, or what is wrong with them and what would be right. */
import { VITALS } from '../../sdk/wire/vitals.ts'
import { parseFilter, type Filter } from '../data/filter.ts'
import { DIMENSIONS, isDimension, type DimensionName } from '../format/names.ts'
import type { Look } from './look.ts'

export interface PictureParameters {
  site: string
  period: string
  metric: string
  dimension: DimensionName
  top: number
  slo: string
  days: number
  funnel: string
  filter: Filter | null
  look: Look
}

const LEAST_WIDTH = 280
const MOST_WIDTH = 1600
const MOST_PARTS = 50

/** Every parameter with its value where it is not said. */
const DEFAULTS: Record<string, string> = {
  site: '',
  range: 'P7D',
  metric: 'LCP',
  dimension: 'PAGE',
  top: '10',
  slo: '',
  days: '90',
  funnel: '',
  filter: '',
  theme: 'light',
  width: '',
  locale: 'en',
}

export type Parsed = { parameters: PictureParameters } | { problem: string }

/** `width` is that of the picture where the address names none. */
export function readParameters(search: URLSearchParams, width: number): Parsed {
  const said = (name: string) => search.get(name) ?? DEFAULTS[name] ?? ''
  const filter = parseFilter(said('filter'))
  const look = {
    theme: said('theme') === 'dark' ? ('dark' as const) : ('light' as const),
    width: said('width') === '' ? width : Number(said('width')),
    locale: said('locale'),
  }
  const dimension = said('dimension')
  const [top, days] = [Number(said('top')), Number(said('days'))]
  const problem = [
    unknownName(search),
    said('site') === '' ? 'site is missing: name the site, as in ?site=shop' : null,
    Object.hasOwn(VITALS, said('metric')) ? null : notOneOf('metric', said('metric'), Object.keys(VITALS)),
    isDimension(dimension) ? null : notOneOf('dimension', dimension, Object.keys(DIMENSIONS)),
    outOf('top', top, [1, MOST_PARTS]),
    outOf('days', days, [7, 365]),
    outOf('width', look.width, [LEAST_WIDTH, MOST_WIDTH]),
    typeof filter === 'string' ? `filter is not a JSON object: ${shown(filter)}` : null,
    ['light', 'dark'].includes(said('theme')) ? null : notOneOf('theme', said('theme'), ['light', 'dark']),
    isLocale(look.locale)
      ? null
      : `locale is "${shown(look.locale)}": write a language tag, such as en or de-CH`,
  ].find((problem) => problem !== null)
  if (problem !== undefined) return { problem }
  return {
    parameters: {
      site: said('site'),
      period: said('range'),
      metric: said('metric'),
      dimension: dimension as DimensionName,
      top,
      slo: said('slo'),
      days,
      funnel: said('funnel'),
      filter: typeof filter === 'string' ? null : filter,
      look,
    },
  }
}

function unknownName(search: URLSearchParams): string | null {
  const name = [...search.keys()].find((name) => !Object.hasOwn(DEFAULTS, name))
  return name === undefined ? null : notOneOf('a parameter', name, Object.keys(DEFAULTS))
}

function notOneOf(what: string, value: string, choices: readonly string[]): string {
  return `${what} is "${shown(value)}": choose ${choices.join(', ')}`
}

function outOf(name: string, value: number, [least, most]: readonly [number, number]): string | null {
  const isFine = Number.isInteger(value) && value >= least && value <= most
  return isFine ? null : `${name} is ${value}: choose ${least} to ${most}`
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
