import { readFileSync } from 'node:fs'
import { getOperationAST, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { executableSchema } from '../schema.ts'
import { ARRIVAL_QUERY, CONSOLE_QUERY } from '../../widgets/console/console.query.ts'
import { BREAKDOWN_QUERY } from '../../widgets/elements/breakdown/breakdown.query.ts'
import { SESSION_TIMELINE_QUERY } from '../../widgets/elements/session-timeline/session-timeline.query.ts'
import { SESSIONS_QUERY } from '../../widgets/elements/sessions/sessions.query.ts'
import { TIME_SERIES_QUERY } from '../../widgets/elements/time-series/time-series.query.ts'
import { VITAL_CARD_QUERY } from '../../widgets/elements/vital-card/vital-card.query.ts'
import { GRAPHQL_LIMITS } from './graphql-limits.ts'
import { operationCost } from './operation-cost.ts'

const schema = executableSchema()
/** 10:30, so that relative periods end at 11:00. */
const now = Date.UTC(2026, 10, 21, 10, 30)

function explain(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  const operation = getOperationAST(document)
  if (operation === null || operation === undefined) throw new TypeError('no operation')
  return operationCost({ schema, document, operation, variables, now })
}
const costOf = (query: string, variables: Record<string, unknown> = {}) => explain(query, variables).cost
/** What a selection of a segment costs without the 21 points of finding its site. */
const inSegment = (selection: string, { last = 'P7D', more = '' } = {}) =>
  costOf(`{ site(id: "shop") { segment(range: { last: "${last}" }${more}) { ${selection} } } }`) - 21

describe('what is counted', () => {
  test.each([
    ['a figure: its point and its statement', 'views', 21],
    ['three ratings by one statement', 'coreWebVitals { passed }', 23],
    ['the same field twice is one', 'views views ...{ views }', 21],
    ['an alias is a field of its own', 'views again: views', 42],
    [
      'what is read off an object is free',
      'vital(metric: LCP) { count mean percentile { value low } shares { good } }',
      21,
    ],
    [
      'parts: the statement of their keys, an item and a figure each, one statement',
      'by(dimension: PAGE, top: 20) { key segment { views } }',
      20 + 20 + 20 + 20,
    ],
    [
      'parts in the order of a vital take one statement more',
      'by(dimension: PAGE, top: 20, orderBy: { vital: LCP }) { key }',
      40 + 20,
    ],
    ['ten parts where `top` is not given', 'by(dimension: PAGE) { key }', 20 + 10],
    [
      'all others are one part and a scope of their own',
      'by(dimension: PAGE, top: 20, other: true) { segment { views } }',
      20 + 21 + 21 + 40,
    ],
    ['buckets', 'over(interval: DAY) { segment { views } }', 7 + 7 + 20],
    [
      'parts by buckets share a statement',
      'by(dimension: PAGE, top: 20) { segment { over(interval: DAY) { segment { views } } } }',
      20 + 20 + 140 + 140 + 20,
    ],
    [
      'hours in days are the hours of the whole',
      'over(interval: DAY) { segment { over(interval: HOUR) { segment { views } } } }',
      7 + 168 + 168 + 20,
    ],
    [
      'days in hours are a scope each',
      'over(interval: HOUR) { segment { over(interval: DAY) { segment { views } } } }',
      168 + 168 + 168 + 168 * 20,
    ],
    ['a list by `first`', 'sessions(first: 30) { nodes { id } pageInfo { hasNextPage } }', 20 + 30],
    [
      'a list in each of its parts',
      'by(dimension: COUNTRY, top: 5) { segment { sessions(first: 3) { edges { node { id } } } } }',
      20 + 5 + 5 * 20 + 15,
    ],
    ['the bins of a histogram', 'vital(metric: LCP) { histogram(bins: 50) { count } }', 21 + 50],
    ['the quantiles of a list', 'vital(metric: LCP) { percentiles(q: [0.5, 0.75, 0.99]) { value } }', 21 + 3],
    [
      'the dearest entry that a timeline can have',
      'sessions(first: 1) { nodes { timeline(first: 10) { nodes { __typename ... on ErrorEntry { breadcrumbs { text } } ... on VitalEntry { values { value } } } } } }',
      20 + 1 + 20 + 10 + 200,
    ],
  ])('%s', (_, selection, cost) => {
    expect(inSegment(selection)).toBe(cost)
  })

  test.each([
    [
      'a split that no rollup covers',
      'by(dimension: CITY, top: 2) { segment { views } }',
      {},
      7 * 20 + 2 + 2 + 7 * 20,
    ],
    [
      'a filter that no rollup covers',
      'views',
      { more: ', where: { not: { utmSource: { eq: "x" } } }' },
      1 + 7 * 20,
    ],
    [
      'a filter that one covers',
      'views',
      { more: ', where: { or: [{ page: { eq: "/" } }, { device: { in: [MOBILE] } }] }' },
      21,
    ],
    ['bots', 'views', { more: ', includeBots: true' }, 1 + 7 * 20],
    ['minutes', 'over(interval: MINUTE) { segment { views } }', { last: 'PT3H' }, 180 + 180 + 20],
    [
      'sessions by what only their views carry',
      'sessionCount',
      { more: ', where: { page: { eq: "/" } }' },
      1 + 7 * 20,
    ],
    [
      'sessions by what they carry themselves',
      'sessionCount',
      { more: ', where: { city: { eq: "Berlin" } }' },
      21,
    ],
  ])('raw rows cost by their days: %s', (_, selection, options, cost) => {
    expect(inSegment(selection, options)).toBe(cost)
  })

  test('what @skip and @include leave out costs nothing', () => {
    const query = `query ($yes: Boolean!, $no: Boolean = false) { site(id: "shop") { segment(range: { last: "P1D" }) {
      views @skip(if: $yes) sessionCount @include(if: $no) ...F @include(if: $no) ... @skip(if: $yes) { views } } } }
      fragment F on Segment { views }`
    expect(costOf(query, { yes: true })).toBe(21)
    expect(costOf(query, { yes: false, no: true })).toBe(21 + 42)
  })

  test('variables, their default values and inputs within inputs are taken in', () => {
    const query = `query ($top: Int! = 3, $where: FilterInput, $last: Duration = "P2D") { site(id: "shop") {
      segment(range: { last: $last }, where: { and: [{ not: $where }] }) { by(dimension: PAGE, top: $top) { key } } } }`
    expect(costOf(query)).toBe(21 + 20 + 3)
    expect(costOf(query, { top: 7 })).toBe(21 + 20 + 7)
    expect(costOf(query, { top: 7, where: { city: { eq: 'Berlin' } }, last: 'P4D' })).toBe(21 + 4 * 20 + 7)
  })

  test('a fragment counts wherever it is spread, and where it is spread twice once', () => {
    const query = `{ site(id: "shop") { a: segment(range: { last: "P1D" }) { ...F ...F } b: segment(range: { last: "P1D" }) { ...F } } }
      fragment F on Segment { views }`
    expect(costOf(query)).toBe(21 + 21 + 21)
  })

  test('what the resolver will refuse costs nothing below', () => {
    expect(inSegment('views', { last: 'PT1S' })).toBe(0)
    expect(costOf('query ($id: ID!) { site(id: $id) { name } sites { nodes { id } } }', { id: null })).toBe(0)
  })

  test('the parts tell where the points are', () => {
    const { parts } = explain(`{ site(id: "shop") { segment(range: { last: "P1D" }) {
      pages: by(dimension: PAGE, top: 4) { segment { lcp: vital(metric: LCP) { count } } } } } }`)
    expect(parts).toEqual([
      { path: 'site', times: 1, points: 1, statements: 20 },
      { path: 'site.segment.pages', times: 1, points: 4, statements: 20 },
      { path: 'site.segment.pages.segment.lcp', times: 4, points: 4, statements: 20 },
    ])
  })
})

const FIVE_VITALS = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB']
  .map((metric) => `${metric}: vital(metric: ${metric}) { percentile { value low high } }`)
  .join(' ')
const pagesByDays = (
  pages: number,
  vitals: string,
  { last = 'P30D', interval = 'DAY' } = {},
) => `{ site(id: "shop") {
  segment(range: { last: "${last}" }) { by(dimension: PAGE, top: ${pages}) { key segment {
    views over(interval: ${interval}) { start segment { ${vitals} } } } } } } }`
const DESIGN_EXAMPLE = `{ site(id: "shop") { segment(range: { last: "P7D" }, where: { device: { in: [MOBILE] } }) {
  sessionCount
  vital(metric: LCP) { p75: percentile(q: 0.75) { value low high } rating shares { good needsImprovement poor } }
  by(dimension: PAGE, top: 20, orderBy: { vital: LCP, q: 0.75, direction: DESC }) { key segment { views
    vital(metric: LCP) { percentile(q: 0.75) { value thin } }
    over(interval: DAY) { start segment { vital(metric: LCP) { percentile(q: 0.75) { value } } } } } } } } }`
const README_EXAMPLE = /```graphql\n([^`]+)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''
const of = { site: 'shop', where: { device: { in: ['MOBILE'] } }, metric: 'LCP', q: 0.75 }

describe('the limit', () => {
  test.each<[string, string, Record<string, unknown>?]>([
    ['the example of the design', DESIGN_EXAMPLE],
    ['the example of the README', README_EXAMPLE],
    ['20 pages by 30 days by 5 vitals', pagesByDays(20, FIVE_VITALS)],
    ['100 pages by 30 days by 3 vitals', pagesByDays(100, FIVE_VITALS.split(' FCP')[0] ?? '')],
    ['the console', CONSOLE_QUERY],
    ['its first look', ARRIVAL_QUERY, { site: 'shop' }],
    ['a card over a year', VITAL_CARD_QUERY, { ...of, range: { last: 'P365D' }, interval: 'WEEK' }],
    [
      'a series of a day by quarters of an hour',
      TIME_SERIES_QUERY,
      { ...of, range: { last: 'P1D' }, interval: 'QUARTER_HOUR' },
    ],
    ['a series of 2,000 buckets', TIME_SERIES_QUERY, { ...of, range: { last: 'P83D' }, interval: 'HOUR' }],
    [
      'a breakdown of 90 days by what no rollup covers',
      BREAKDOWN_QUERY,
      {
        ...of,
        range: { last: 'P90D' },
        dimension: 'CITY',
        top: 20,
        orderBy: { vital: 'LCP', direction: 'DESC' },
      },
    ],
    ['a page of sessions', SESSIONS_QUERY, { ...of, range: { last: 'P30D' }, first: 200 }],
    ['a long timeline', SESSION_TIMELINE_QUERY, { site: 'shop', session: 'x', first: 500 }],
  ])('leaves room for %s', (_, query, variables = {}) => {
    expect(costOf(query, variables)).toBeGreaterThan(0)
    expect(costOf(query, variables)).toBeLessThan(GRAPHQL_LIMITS.cost * 0.7)
  })

  test.each([
    ['200 parts by 2,000 buckets', pagesByDays(200, 'views', { last: 'P83D', interval: 'HOUR' })],
    [
      '200 parts by 2,000 buckets without a figure',
      pagesByDays(200, '__typename', { last: 'P83D', interval: 'HOUR' }),
    ],
    [
      'every bucket a scope of its own',
      `{ site(id: "shop") { segment(range: { last: "P80D" }) { over(interval: HOUR) { segment {
      over(interval: DAY) { segment { views } } } } } } }`,
    ],
    [
      'three years of raw rows',
      '{ site(id: "shop") { segment(range: { last: "P1090D" }, includeBots: true) { views } } }',
    ],
    [
      'the timelines of 200 sessions',
      '{ site(id: "shop") { segment(range: { last: "P1D" }) { sessions(first: 200) { nodes { timeline { nodes { id } } } } } } }',
    ],
    [
      '30 names for 200 by 200 parts',
      `{ site(id: "shop") { segment(range: { last: "P1D" }) { ${Array.from({ length: 30 }, (_, i) => `a${i}: by(dimension: PAGE, top: 200) { segment { by(dimension: COUNTRY, top: 200) { key } } }`).join(' ')} } } }`,
    ],
  ])('refuses %s', (_, query) => {
    expect(costOf(query)).toBeGreaterThan(GRAPHQL_LIMITS.cost)
  })
})
