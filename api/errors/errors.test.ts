import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Batch, WireEvent } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aView } from '../../test/batches.ts'
import { type Engine, type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 20, 12, 0, 30)
const RANGE = { from: new Date(NOW - 24 * HOUR).toISOString(), to: new Date(NOW + HOUR).toISOString() }

type Told = {
  message: string
  at: number
  session: string
  visitor: string
  release: string | undefined
  page: string
  bot: boolean
  handled: boolean
}

const BOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const WORDS = [
  'alpha',
  'beta',
  'gamma',
  'delta',
  'epsilon',
  'zeta',
  'eta',
  'theta',
  'iota',
  'kappa',
  'la',
  'mu',
]

/** A session with errors of some kinds, and what a test needs to know of each. */
function aTroubledSession(random: ReturnType<typeof createRandom>) {
  const session = random.uuid()
  const visitor = random.uuid()
  const view = random.uuid()
  const startedAt = NOW - random.int(10 * 60_000, 30 * HOUR)
  const release = random.pick(['web@1', 'web@2', undefined])
  const page = random.pick(['/', '/cart', '/p/:id'])
  const bot = random.chance(0.1)
  const errors = Array.from({ length: random.int(0, 5) }, (_, i): Told => {
    const message = random.pick(WORDS.slice(0, random.int(1, WORDS.length)))
    const at = startedAt + random.int(0, 9 * 60_000) + i
    return { message, at, session, visitor, release, page, bot, handled: random.chance(0.5) }
  })
  const sampling = random.pick([
    {},
    { sampled: 'rate', rate: 0.25 },
    { sampled: 'error', rate: 0.25 },
  ] as const)
  const batch: Batch = aBatch({
    sentAt: NOW - 1000,
    session: { id: session, startedAt, visitor, ...sampling },
    context: release === undefined ? {} : { release },
    views: { [view]: aView({ startedAt, page }) },
    events: [
      { t: 'view', at: startedAt, view, seq: 0 },
      ...errors.map(({ message, at, handled }, i): WireEvent => {
        return { t: 'error', at, view, seq: i + 1, type: 'Error', message, source: 'window', handled }
      }),
    ],
  })
  return {
    batch,
    errors,
    bot,
    weight: 'sampled' in sampling ? (sampling.sampled === 'rate' ? 4 : 0) : 1,
    startedAt,
  }
}

const GROUPS = `query Groups($range: RangeInput!, $first: Int, $after: String, $orderBy: ErrorOrder, $where: FilterInput, $bots: Boolean) {
  site(id: "test") { segment(range: $range, where: $where, includeBots: $bots) { sessionCount errors(first: $first, after: $after, orderBy: $orderBy) {
    pageInfo { hasNextPage endCursor }
    nodes { id fingerprint message events sessions visitors handled firstSeen lastSeen firstRelease lastRelease
      shareOfSessions { value count total } over(interval: HOUR) { start events sessions }
      pages { key count sessions } segment { sessions(first: 200) { nodes { id } } } sampleSessions(first: 3) { id }
      reason { by message version } }
  } } }
}`

describe.each<Engine>(['timescale', 'plain'])('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline
  const told: Told[] = []
  const sessions: { startedAt: number; weight: number; bot: boolean }[] = []

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW, 'Europe/Berlin')
    const random = createRandom(7)
    const prepared = []
    for (let i = 0; i < 150; i++) {
      const { batch, errors, bot, startedAt, weight } = aTroubledSession(random)
      prepared.push(...(await pipeline.prepare(batch, bot ? { userAgent: BOT } : {})))
      told.push(...errors)
      sessions.push({ startedAt, weight, bot })
    }
    await pipeline.store(prepared)
  })
  afterAll(() => database.drop())

  const groups = async (variables: Record<string, unknown> = {}) => {
    const { data, errors, statements } = await pipeline.ask(GROUPS, {
      range: RANGE,
      first: 200,
      ...variables,
    })
    expect(errors).toBeUndefined()
    return { ...data.site.segment, statements }
  }

  test.each([
    ['everything', {}, (one: Told) => !one.bot],
    ['bots as well', { bots: true }, () => true],
    ['one page', { where: { page: { eq: '/cart' } } }, (one: Told) => !one.bot && one.page === '/cart'],
    [
      'an unknown release',
      { where: { release: { exists: false } } },
      (one: Told) => !one.bot && one.release === undefined,
    ],
  ])('groups of %s count every error once', async (_, variables, isMeant) => {
    const { errors, sessionCount, statements } = await groups(variables)
    const ever = told.filter(isMeant)
    const inRange = ever.filter(({ at }) => at >= NOW - 24 * HOUR && at < NOW + HOUR)
    const expected = [...new Set(inRange.map(({ message }) => message))].map((message) => {
      const all = ever.filter((one) => one.message === message).sort((a, b) => a.at - b.at)
      const own = inRange.filter((one) => one.message === message)
      return {
        message,
        events: own.length,
        sessions: new Set(own.map(({ session }) => session)).size,
        visitors: new Set(own.map(({ visitor }) => visitor)).size,
        handled: own.every(({ handled }) => handled),
        firstSeen: new Date(all[0]?.at ?? 0).toISOString(),
        lastSeen: new Date(all.at(-1)?.at ?? 0).toISOString(),
        firstRelease: all[0]?.release ?? null,
        lastRelease: all.at(-1)?.release ?? null,
      }
    })
    expect(errors.nodes).toHaveLength(expected.length)
    for (const one of expected) {
      const found = errors.nodes.find(({ message }: Told) => message === one.message)
      expect(found).toMatchObject(one)
      const series = found.over as { start: string; events: number; sessions: number }[]
      expect(series.reduce((sum, { events }) => sum + events, 0)).toBe(one.events)
      expect(found.pages.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
        one.events,
      )
      expect(found.reason).toEqual({ by: 'MESSAGE', message: one.message, version: 'v1' })
    }
    for (const { shareOfSessions, sessions } of errors.nodes) {
      const count = Math.min(sessions, sessionCount)
      expect(shareOfSessions).toEqual({ value: count / sessionCount, count, total: sessionCount })
    }
    const ranks = errors.nodes.map((node: { sessions: number }) => node.sessions)
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a))
    // Whatever the number of groups: list, history, series, split, samples, total, and the sessions of each group.
    const shared = statements.filter((name: string) => name !== 'sessions.page')
    expect(shared.sort()).toEqual(
      [
        'errors.groups',
        'errors.history',
        'errors.figures',
        'errors.splits',
        'errors.sessions',
        'segment.sessionFigures',
      ].sort(),
    )
  })

  test('groups within the parts of a split take a list a part, and one statement for all their series', async () => {
    const { data, errors, statements } = await pipeline.ask(
      `query Split($range: RangeInput!) { site(id: "test") { segment(range: $range) { by(dimension: PAGE) { key segment {
        errors(first: 200) { nodes { message events over(interval: DAY) { events } } } } } } } }`,
      { range: RANGE },
    )
    expect(errors).toBeUndefined()
    const parts = data.site.segment.by as { key: string; segment: { errors: { nodes: Node[] } } }[]
    type Node = { message: string; events: number; over: { events: number }[] }
    expect(parts).toHaveLength(3)
    for (const { key, segment } of parts) {
      for (const { message, events, over } of segment.errors.nodes) {
        const own = told.filter(
          (one) => !one.bot && one.page === key && one.message === message && one.at >= NOW - 24 * HOUR,
        )
        expect(events).toBe(own.length)
        expect(over.reduce((sum, point) => sum + point.events, 0)).toBe(own.length)
      }
    }
    expect(statements.filter((name) => name === 'errors.groups')).toHaveLength(3)
    expect(statements.filter((name) => name === 'errors.figures')).toHaveLength(1)
    // Each page is looked up by its own index walk.
    expect(statements.filter((name) => name === 'errors.history')).toHaveLength(3)
  })
})
