/** The figures of a segment on a handful of sessions that can be counted by head. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Batch, WireEvent } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aView } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000

type Visit = {
  at: number
  pages: string[]
  visitor?: string
  lcp?: number
  minutes?: number
  events?: (view: string, at: number) => WireEvent[]
  context?: Batch['context']
  supported?: ('LCP' | 'CLS')[]
}

/** One session: a hard view a page, a minute apart or as long as told. */
function aVisit({ at, pages, visitor, lcp, minutes = 1, events, context, supported }: Visit): Batch {
  const views = pages.map((page, i) => ({ id: randomUUID(), page, at: at + i * minutes * MINUTE }))
  const first = views[0]?.id ?? ''
  return aBatch({
    sentAt: NOW,
    session: { id: randomUUID(), startedAt: at, ...(visitor === undefined ? {} : { visitor }) },
    ...(context === undefined ? {} : { context }),
    views: Object.fromEntries(
      views.map(({ id, page, at: startedAt }) => [
        id,
        aView({ url: `https://shop.example${page}`, page, startedAt }),
      ]),
    ),
    events: [
      ...views.map(({ id, at: began }, i): WireEvent => ({
        t: 'view',
        at: began,
        view: id,
        seq: i * 10,
        timing: { load: 1000 * (i + 1) },
        ...(supported === undefined ? {} : { supported }),
      })),
      ...(lcp === undefined ? [] : [vital(first, at + 1000, lcp)]),
      ...(events?.(first, at) ?? []),
    ],
  })
}

function vital(view: string, at: number, value: number): WireEvent {
  return {
    t: 'vital',
    at,
    view,
    seq: 1,
    name: 'LCP',
    value,
    attribution: { element: value > 2500 ? 'img.hero' : 'h1', phases: { ttfb: 100, load: value - 100 } },
  }
}

const [ANN, BEN] = [randomUUID(), randomUUID()]
const action =
  (kind: 'click' | 'rage_click' | 'dead_click') =>
  (view: string, at: number): WireEvent[] => [
    { t: 'action', at: at + 2000, view, seq: 2, kind, target: 'button#pay' },
  ]
const VISITS: Visit[] = [
  // Today: a bounce, a click, a walk through the shop, a crash.
  { at: NOW - HOUR, pages: ['/'], visitor: ANN, lcp: 1000, supported: ['LCP', 'CLS'] },
  { at: NOW - 2 * HOUR, pages: ['/'], visitor: BEN, lcp: 3000, events: action('click') },
  {
    at: NOW - 3 * HOUR,
    pages: ['/', '/products', '/products/:id'],
    visitor: ANN,
    lcp: 5000,
    events: action('rage_click'),
    supported: ['LCP'],
  },
  {
    at: NOW - 4 * HOUR,
    pages: ['/cart'],
    supported: ['CLS'],
    events: (view, at) => [
      { t: 'error', at: at + 500, view, seq: 3, type: 'TypeError', message: 'x', source: 'window' },
      { t: 'custom', at: at + 600, view, seq: 4, name: 'paid' },
      {
        t: 'request',
        at: at + 700,
        view,
        seq: 5,
        method: 'GET',
        url: '/a',
        duration: 9,
        traceId: 'a'.repeat(32),
      },
      {
        t: 'request',
        at: at + 800,
        view,
        seq: 6,
        method: 'GET',
        url: '/b',
        duration: 9,
        traceId: 'b'.repeat(32),
      },
      {
        t: 'request',
        at: at + 900,
        view,
        seq: 7,
        method: 'GET',
        url: '/a',
        duration: 9,
        traceId: 'a'.repeat(32),
      },
    ],
    context: { flags: { checkout: 'on' }, attributes: { plan: 'pro' } },
  },
  // Yesterday and last week.
  { at: NOW - DAY, pages: ['/', '/'], visitor: BEN, lcp: 2000 },
  { at: NOW - 7 * DAY, pages: ['/products'], visitor: ANN, lcp: 900 },
]

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database, () => NOW)
  for (const visit of VISITS) await pipeline.send(aVisit(visit))
})
afterAll(() => database.drop())

async function ask(fields: string, range = '{ last: "PT12H" }', where = '{}') {
  const { data, errors, statements } = await pipeline.ask(
    `{ site(id: "test") { segment(range: ${range}, where: ${where}) { ${fields} } } }`,
  )
  expect(errors).toBeUndefined()
  return { ...data.site.segment, statements }
}

test('sessions are counted with what became of them', async () => {
  const segment = await ask(`sessionCount visitors
    bounceRate { count total value } engagementRate { count } frustrationRate { count }
    crashFreeSessions { count total low high }`)
  expect(segment).toMatchObject({
    sessionCount: 4,
    // Ann twice, Ben, and one without consent, who is known by the session alone.
    visitors: 3,
    bounceRate: { count: 2, total: 4, value: 0.5 },
    engagementRate: { count: 2 },
    frustrationRate: { count: 1 },
    crashFreeSessions: { count: 3, total: 4 },
  })
  expect(segment.crashFreeSessions.low).toBeLessThan(0.75)
  expect(segment.statements.sort()).toEqual(['segment.sessionFigures', 'segment.visitors'])
})

test('shares of nothing are null', async () => {
  const range = '{ from: "2026-11-01T00:00:00Z", to: "2026-11-02T00:00:00Z" }'
  expect(
    await ask('bounceRate { value total } medianSessionDuration apdex { score total } visitors', range),
  ).toMatchObject({
    bounceRate: { value: null, total: 0 },
    medianSessionDuration: null,
    apdex: { score: null, total: 0 },
    visitors: 0,
  })
})

test('active users are those of the day, the week and the month that end with the period', async () => {
  expect(await ask('activeUsers { day week month stickiness }')).toMatchObject({
    activeUsers: { day: 3, week: 3, month: 3, stickiness: 1 },
  })
  const { by } = await ask('by(dimension: PAGE, top: 9) { key segment { visitors activeUsers { week } } }')
  const products = by.find(({ key }: { key: string }) => key === '/products')
  expect(products.segment).toEqual({ visitors: 1, activeUsers: { week: 1 } })
})

test('a visitor is in every day that they have a view in', async () => {
  const { over } = await ask(
    'visitors over(interval: DAY) { segment { visitors } }',
    '{ from: "2026-11-20T00:00:00Z", to: "2026-11-22T00:00:00Z" }',
  )
  expect(over.map(({ segment }: { segment: { visitors: number } }) => segment.visitors)).toEqual([1, 3])
})

test('durations are told with their distribution', async () => {
  const { medianSessionDuration, sessionDuration } = await ask(
    'medianSessionDuration sessionDuration { unit count max }',
  )
  expect(sessionDuration).toEqual({ unit: 'ms', count: 4, max: 2 * MINUTE })
  expect(medianSessionDuration).toMatch(/^PT[12]\.?\d*S$/)
})

test('Apdex has its three counts', async () => {
  const { apdex } = await ask('apdex(threshold: 1500) { score satisfied tolerating frustrated total }')
  // Loads: 1 s four times, 2 s and 3 s once.
  expect(apdex).toEqual({ score: (4 + 1) / 6, satisfied: 4, tolerating: 2, frustrated: 0, total: 6 })
  const wrong = await pipeline.ask(
    '{ site(id: "test") { segment(range: { last: "PT1H" }) { apdex(threshold: 0) { score } } } }',
  )
  expect(wrong.errors?.[0]?.message).toMatch(/`threshold` is 0: expected more than 0/)
})

test.each([
  ['that crashed', '{ session: { has: { error: { handled: false } } } }', 1],
  ['that did not', '{ session: { hasNot: { error: {} } } }', 3],
  ['that paid', '{ session: { has: { event: "paid" } } }', 1],
  ['that saw a product', '{ session: { has: { page: { prefix: "/products/" } } } }', 1],
  ['with a poor LCP', '{ session: { has: { vital: { metric: LCP, rating: POOR } } } }', 1],
  ['with an LCP from 1 to 3 s', '{ session: { has: { vital: { metric: LCP, min: 1000, max: 3000 } } } }', 2],
  [
    'that raged at the button',
    '{ session: { has: { action: { kind: RAGE_CLICK, target: { eq: "button#pay" } } } } }',
    1,
  ],
  ['that asked for /a', '{ session: { has: { request: { endpoint: { eq: "GET /a" } } } } }', 1],
  ['of two views and more', '{ session: { views: { min: 2 } } }', 1],
  ['of a minute and more', '{ session: { duration: { min: "PT1M" } } }', 1],
  ['that bounced', '{ session: { bounced: true } }', 2],
  [
    'that neither bounced nor crashed',
    '{ not: { or: [{ session: { bounced: true } }, { session: { errors: { min: 1 } } }] } }',
    2,
  ],
  [
    'that paid with the flag on',
    '{ session: { has: { event: "paid", where: { flag: { key: "checkout", eq: "on" } } } } }',
    1,
  ],
  ['of the group of products', '{ pageGroup: { eq: "/products" } }', 1],
])('sessions %s are found', async (_, where, count) => {
  const { sessionCount, views, sessions } = await ask(
    'sessionCount views sessions { totalCount }',
    undefined,
    where,
  )
  expect(sessionCount).toBe(count)
  expect(sessions.totalCount).toBe(count)
  expect(views).toBeGreaterThanOrEqual(count)
})

test('a segment splits by flags, attributes and groups of pages', async () => {
  const segment = await ask(`flag: by(dimension: FLAG, key: "checkout") { key segment { views } }
    plan: by(dimension: ATTRIBUTE, key: "plan") { key segment { sessionCount } }
    group: by(dimension: PAGE_GROUP, other: true, top: 2) { key other segment { views } }`)
  expect(segment.flag).toEqual([
    { key: null, segment: { views: 5 } },
    { key: 'on', segment: { views: 1 } },
  ])
  expect(segment.plan).toContainEqual({ key: 'pro', segment: { sessionCount: 1 } })
  expect(segment.group).toEqual([
    { key: '/', other: false, segment: { views: 3 } },
    { key: '/products', other: false, segment: { views: 2 } },
    { key: null, other: true, segment: { views: 1 } },
  ])
})

describe('a comparison', () => {
  test('with the period before has the difference of every figure', async () => {
    const { compare } = await ask(
      `compare(to: PREVIOUS_PERIOD) { baseline { range { from to } views }
        views { value baseline difference relative } sessionCount { difference low high }
        vital(metric: LCP) { value baseline difference verdict } bounceRate { value verdict } }`,
      '{ from: "2026-11-21T00:00:00Z", to: "2026-11-22T00:00:00Z" }',
    )
    expect(compare).toMatchObject({
      baseline: { range: { from: '2026-11-20T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' }, views: 2 },
      views: { value: 6, baseline: 2, difference: 4, relative: 2 },
      sessionCount: { difference: 3 },
      bounceRate: { value: 0.5, verdict: 'TOO_LITTLE_DATA' },
    })
    expect(compare.vital.verdict).toBe('TOO_LITTLE_DATA')
    expect(Math.abs(compare.vital.baseline - 2000)).toBeLessThan(20)
  })

  test('with the same days of last week, with another filter, and with any period', async () => {
    const { week, filter, range } = await ask(
      `week: compare(to: SAME_DAYS_LAST_WEEK) { baseline { views } }
       filter: compare(where: { page: { eq: "/cart" } }) { views { baseline } }
       range: compare(range: { from: "2026-11-01T00:00:00Z", to: "2026-11-02T00:00:00Z" }) {
         vital(metric: LCP) { value baseline difference low verdict } }`,
      '{ from: "2026-11-21T00:00:00Z", to: "2026-11-22T00:00:00Z" }',
    )
    expect(week.baseline.views).toBe(1)
    expect(filter.views.baseline).toBe(1)
    expect(range.vital).toMatchObject({
      baseline: null,
      difference: null,
      low: null,
      verdict: 'TOO_LITTLE_DATA',
    })
  })

  test('nests in splits and series without a statement more for each part', async () => {
    const { by, statements } = await ask(
      `by(dimension: PAGE, top: 5) { key segment { over(interval: DAY) { segment {
        compare(to: PREVIOUS_PERIOD) { views { value baseline } vital(metric: LCP) { difference } } } } } }`,
      '{ from: "2026-11-20T00:00:00Z", to: "2026-11-22T00:00:00Z" }',
    )
    expect(by.length).toBeGreaterThan(3)
    expect(statements.length).toBeLessThanOrEqual(5)
  })

  test('with nothing, or with two periods, is refused', async () => {
    const compare = async (argument: string) => {
      const { errors } = await pipeline.ask(
        `{ site(id: "test") { segment(range: { last: "P1D" }) { compare${argument} { views { value } } } } }`,
      )
      return errors?.[0]?.message
    }
    expect(await compare('')).toMatch(/say what to compare with/)
    expect(await compare('(to: PREVIOUS_PERIOD, range: { last: "P1D" })')).toMatch(/either `to` or `range`/)
  })
})

test('a vital tells what it is owed to, its phases, and who can report it', async () => {
  const { vital: lcp } = await ask(`vital(metric: LCP) { count
    attribution(by: ELEMENT) { key share distribution { unit count percentile(q: 1) { value } } }
    phases { name share duration { count mean } }
    support { views unknownViews supported { count total } reported { count total } } }`)
  expect(lcp.attribution.map(({ key }: { key: string }) => key)).toEqual(['img.hero', 'h1'])
  expect(lcp.attribution[0]).toMatchObject({ share: 2 / 3, distribution: { unit: 'ms', count: 2 } })
  expect(lcp.phases.map(({ name }: { name: string }) => name)).toEqual(['ttfb', 'load'])
  expect(lcp.phases[0].duration).toEqual({ count: 3, mean: 100 })
  expect(lcp.phases[0].share).toBeCloseTo(300 / 9000, 10)
  expect(lcp.support).toEqual({
    views: 5,
    unknownViews: 1,
    supported: { count: 4, total: 5 },
    reported: { count: 3, total: 5 },
  })
})

describe('the list of sessions', () => {
  const LIST = `query List($first: Int, $after: String, $orderBy: SessionOrder) { site(id: "test") {
    segment(range: { last: "P30D" }) { sessions(first: $first, after: $after, orderBy: $orderBy) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { id views errors frustrations duration traceIds frustrationsByKind { rageClicks deadClicks } } } } } }`

  test.each(['LATEST', 'DURATION', 'VIEWS', 'ERRORS', 'FRUSTRATIONS'])(
    'by %s gives each session once, page by page',
    async (orderBy) => {
      const seen: string[] = []
      let after: string | null = null
      for (let page = 0; page < 10; page++) {
        const { data, errors } = await pipeline.ask(LIST, { first: 2, after, orderBy })
        expect(errors).toBeUndefined()
        const { nodes, pageInfo, totalCount } = data.site.segment.sessions
        expect(totalCount).toBe(VISITS.length)
        expect(pageInfo.hasPreviousPage).toBe(after !== null)
        seen.push(...nodes.map(({ id }: { id: string }) => id))
        after = pageInfo.endCursor
        if (pageInfo.hasNextPage !== true) break
      }
      expect(seen).toHaveLength(VISITS.length)
      expect(new Set(seen).size).toBe(VISITS.length)
    },
  )

  test('tells of each its traces and its frustrations, in one statement each', async () => {
    const { data, statements } = await pipeline.ask(LIST, { orderBy: 'ERRORS' })
    const [crashed] = data.site.segment.sessions.nodes
    expect(crashed).toMatchObject({ errors: 1, traceIds: ['a'.repeat(32), 'b'.repeat(32)] })
    const raged = data.site.segment.sessions.nodes.filter(
      ({ frustrationsByKind }: { frustrationsByKind: { rageClicks: number } }) =>
        frustrationsByKind.rageClicks === 1,
    )
    expect(raged).toMatchObject([{ views: 3, frustrations: 1, frustrationsByKind: { deadClicks: 0 } }])
    expect(statements.filter((name) => name === 'sessions.traceIds')).toHaveLength(1)
    expect(statements.filter((name) => name === 'sessions.frustrations')).toHaveLength(1)
  })

  test('refuses a cursor of another list', async () => {
    const { errors } = await pipeline.ask(LIST, { after: 'bm90IG9uZQ' })
    expect(errors?.[0]?.message).toMatch(/`after` is not a cursor of this list/)
  })
})

test('a session and a site are found by their ids, and nothing else is', async () => {
  const { data } = await pipeline.ask(
    '{ site(id: "test") { id segment(range: { last: "P1D" }) { sessions(first: 1) { nodes { id } } } } }',
  )
  const [{ id }] = data.site.segment.sessions.nodes
  expect(id).toMatch(/^test\/session\/[0-9a-f-]{36}$/)
  const found = await pipeline.ask(
    `query Nodes($id: ID!, $short: ID!) { site: node(id: "test") { __typename id }
      session: node(id: $id) { __typename id ... on Session { views } }
      a: site(id: "test") { session(id: $id) { id } } b: site(id: "test") { session(id: $short) { id } }
      other: node(id: "nowhere") { id } kind: node(id: "test/nothing/1") { id } odd: node(id: "test/session/x") { id } }`,
    { id, short: id.split('/')[2] },
  )
  expect(found.errors).toBeUndefined()
  expect(found.data).toMatchObject({
    site: { __typename: 'Site', id: 'test' },
    session: { __typename: 'Session', id, views: 1 },
    a: { session: { id } },
    b: { session: { id } },
    other: null,
    kind: null,
    odd: null,
  })
})
