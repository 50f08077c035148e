import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compact } from '../../jobs/compaction/compact.ts'
import { type BusySession, factsOf, storeSessions, weigh } from '../../test/busy-sessions.ts'
import { type Engine, type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { aMeasuredSession, anSlo, ofLoads } from '../../test/slo-site.ts'
import type { SloIndicatorInput } from '../schema.generated.ts'
import type { Indicator } from './indicators.ts'
import { describeIndicator, indicatorOf } from './indicators.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const NOW = Date.UTC(2026, 10, 20, 12, 7)
const [from, to] = [NOW - DAY, NOW]

describe('an indicator', () => {
  test.each<[SloIndicatorInput, Indicator | string]>([
    [
      { kind: 'VITAL', metric: 'LCP' },
      { kind: 'VITAL', metric: 'LCP', threshold: 2500 },
    ],
    [
      { kind: 'VITAL', metric: 'LOAD', threshold: 3000 },
      { kind: 'VITAL', metric: 'LOAD', threshold: 3000 },
    ],
    [{ kind: 'VITAL' }, 'a VITAL needs `metric`, such as LCP'],
    [{ kind: 'VITAL', metric: 'LOAD' }, 'LOAD has no agreed rating: give `threshold`, in ms'],
    [{ kind: 'VITAL', metric: 'LCP', threshold: 0 }, '`threshold` is 0: expected more than 0'],
    [
      { kind: 'VITAL', metric: 'LCP', name: 'x' },
      '`name` says nothing about VITAL: leave it out; it takes metric and threshold',
    ],
    [{ kind: 'CRASH_FREE' }, { kind: 'CRASH_FREE' }],
    [{ kind: 'CRASH_FREE', metric: 'LCP' }, '`metric` says nothing about CRASH_FREE: leave it out'],
    [{ kind: 'REQUESTS' }, { kind: 'REQUESTS', slowerThan: null, endpoint: null }],
    [{ kind: 'REQUESTS', endpoint: ' ' }, '`endpoint` has 0 characters: expected 1 to 500'],
    [
      { kind: 'TRANSACTIONS', name: 'checkout' },
      { kind: 'TRANSACTIONS', name: 'checkout' },
    ],
    [{ kind: 'TRANSACTIONS' }, 'TRANSACTIONS need `name`: which transaction'],
  ])('%o is %o', (input, expected) => {
    if (typeof expected === 'string') expect(() => indicatorOf(input)).toThrow(expected)
    else expect(indicatorOf(input)).toEqual(expected)
  })

  test.each<[Indicator, string]>([
    [{ kind: 'VITAL', metric: 'CLS', threshold: 0.1 }, 'CLS of at most 0.1'],
    [
      { kind: 'REQUESTS', slowerThan: 500, endpoint: 'GET /a' },
      'requests to GET /a that did not fail and took at most 500 ms',
    ],
  ])('%o is told in words', (indicator, words) => {
    expect(describeIndicator(indicator)).toBe(words)
  })
})

describe.each<Engine>(['timescale', 'plain'])('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline
  let sessions: BusySession[]

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW)
    const random = createRandom(8)
    sessions = Array.from({ length: 150 }, () => aMeasuredSession(random, NOW))
    await storeSessions(pipeline, sessions.slice(0, 100))
    await compact(database.db)
    await storeSessions(pipeline, sessions.slice(100))
  })
  afterAll(() => database.drop())

  const compliance = async (indicator: SloIndicatorInput, where: object = {}) => {
    const { id, site } = await anSlo(database, {
      objective: 0.9,
      window: { days: 1 },
      indicator,
      where,
    })
    const { data, errors, statements } = await pipeline.ask(
      `{ site(id: "${site.slug}") { slo(id: "${id}") { status { start end compliance { value low high count total } budget { total consumed remaining } } } } }`,
    )
    expect(errors).toBeUndefined()
    expect(statements.toSorted()).toEqual(['slos.counts', 'slos.lastSigns'])
    return data.site.slo.status.compliance
  }
  const segment = async (fields: string, where: object = {}) => {
    const { data, errors } = await pipeline.ask(
      `query Of($range: RangeInput!, $where: FilterInput) { site(id: "test") { segment(range: $range, where: $where) { ${fields} } } }`,
      { range: { from: new Date(from).toISOString(), to: new Date(to).toISOString() }, where },
    )
    expect(errors).toBeUndefined()
    return data.site.segment
  }
  const inWindow = <T extends { at: number; bot: boolean }>(facts: readonly T[]) =>
    facts.filter(({ at, bot }) => at >= from && at < to && !bot)
  const sums = <F extends { weight: number }>(facts: readonly F[], isGood: (fact: F) => boolean) => ({
    count: Math.round(weigh(facts.filter(isGood))),
    total: Math.round(weigh(facts)),
  })

  test.each([
    {},
    { page: { eq: '/cart' } },
    { release: { exists: false } },
    { flag: { key: 'none', eq: 'x' } },
  ])('good vitals are those of the segment, where %o', async (where) => {
    const { vital } = await segment('vital(metric: LCP) { estimatedCount shares { good } }', where)
    const answer = await compliance({ kind: 'VITAL', metric: 'LCP' }, where)
    expect(answer.total).toBe(vital.estimatedCount)
    if (vital.shares.good === null) expect(answer.value).toBeNull()
    else expect(answer.value).toBeCloseTo(vital.shares.good, 9)
  })

  test.each([{}, { release: { eq: 'web@1' } }])(
    'crash-free sessions are those of the segment, where %o',
    async (where) => {
      const { crashFreeSessions } = await segment('crashFreeSessions { value low high count total }', where)
      expect(await compliance({ kind: 'CRASH_FREE' }, where)).toEqual(crashFreeSessions)
    },
  )

  test('vitals up to a threshold of its own are counted within 1 % of it', async () => {
    const facts = ofLoads(inWindow(factsOf(sessions, 'vital')))
    const { count, total } = await compliance({ kind: 'VITAL', metric: 'LCP', threshold: 3000 })
    expect(total).toBe(sums(facts, () => true).total)
    expect(count).toBeGreaterThanOrEqual(sums(facts, ({ value }) => value <= 2970).count)
    expect(count).toBeLessThanOrEqual(sums(facts, ({ value }) => value <= 3030).count)
  })

  test('requests are good if they did not fail and were not too slow', async () => {
    const facts = inWindow(factsOf(sessions, 'request'))
    expect(await compliance({ kind: 'REQUESTS' })).toMatchObject(
      sums(facts, ({ failed }) => failed === undefined),
    )
    expect(await compliance({ kind: 'REQUESTS', slowerThan: 200 })).toMatchObject(
      sums(facts, ({ failed, duration }) => failed === undefined && duration <= 200),
    )
    const { requests } = await segment('requests { nodes { name count failures { count } } }')
    const [{ name, count, failures }] = requests.nodes
    expect(await compliance({ kind: 'REQUESTS', endpoint: name })).toMatchObject({
      count: count - failures.count,
      total: count,
    })
  })

  test('page loads are good if they had loaded', async () => {
    const facts = ofLoads(inWindow(factsOf(sessions, 'view')))
    const expected = sums(facts, ({ timing }) => timing?.load !== undefined)
    expect(expected.count).toBeLessThan(expected.total)
    expect(await compliance({ kind: 'PAGE_LOADS' })).toMatchObject(expected)
  })

  test('transactions are good if they succeeded', async () => {
    const facts = inWindow(factsOf(sessions, 'txn')).filter(({ name }) => name === 'checkout')
    expect(await compliance({ kind: 'TRANSACTIONS', name: 'checkout' })).toMatchObject(
      sums(facts, ({ outcome }) => outcome === 'success'),
    )
  })

  test('a window without events has no compliance', async () => {
    expect(await compliance({ kind: 'TRANSACTIONS', name: 'nothing' })).toEqual({
      value: null,
      low: null,
      high: null,
      count: 0,
      total: 0,
    })
  })
})
