import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type BusySession,
  aBusySession,
  factsOf,
  percentileOf,
  storeSessions,
  weigh,
  weighDistinct,
} from '../../test/busy-sessions.ts'
import { type Engine, type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 20, 12, 0, 30)
const RANGE = { from: NOW - 24 * HOUR, to: NOW }
const range = { from: new Date(RANGE.from).toISOString(), to: new Date(RANGE.to).toISOString() }

const STATS = `name count sessions visitors sum value { count percentile(q: 0.5) { value } }
  over(interval: HOUR) { start end count sum } attributes { key count values { value count } } sampleSessions { id }`
const NAMES = `query Names($range: RangeInput!) { site(id: "test") { segment(range: $range) { eventNames { ${STATS} } } } }`
const EVENTS = `query Events($range: RangeInput!, $name: String!) { site(id: "test") { segment(range: $range) {
  events(name: $name) { ${STATS} } } } }`
const TRANSACTIONS = `query Transactions($range: RangeInput!) { site(id: "test") { segment(range: $range) { transactions {
  name count success { value low high count total } failed abandoned sessions duration { count percentile(q: 0.75) { value } } } } } }`

describe.each<Engine>(['timescale', 'plain'])('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline
  let sessions: BusySession[]

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW)
    const random = createRandom(41)
    sessions = Array.from({ length: 120 }, () => aBusySession(random, NOW))
    await storeSessions(pipeline, sessions)
  })
  afterAll(() => database.drop())

  const isCounted = ({ at, bot, weight }: { at: number; bot: boolean; weight: number }) =>
    !bot && weight > 0 && at >= RANGE.from && at < RANGE.to

  const ask = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors, statements } = await pipeline.ask(query, { range, ...variables })
    expect(errors).toBeUndefined()
    return { ...data.site.segment, statements }
  }

  test("the site's own events are counted with their values and attributes", async () => {
    const { eventNames, statements } = await ask(NAMES)
    const meant = factsOf(sessions, 'custom').filter(isCounted)
    const names = new Set(meant.map(({ name }) => name))
    expect(new Set(eventNames.map(({ name }: { name: string }) => name))).toEqual(names)
    for (const stats of eventNames) {
      const own = meant.filter(({ name }) => name === stats.name)
      const valued = own.flatMap(({ weight, value }) => (value === undefined ? [] : [{ weight, value }]))
      expect(stats).toMatchObject({
        count: weigh(own),
        sessions: weighDistinct(own, ({ session }) => session),
        visitors: weighDistinct(own, ({ visitor }) => visitor),
        value: { count: valued.length },
      })
      expect(stats.sum).toBeCloseTo(
        valued.reduce((sum, { weight, value }) => sum + weight * value, 0),
        6,
      )
      const median = percentileOf(valued, 50) ?? NaN
      expect(Math.abs(stats.value.percentile.value - median) / median).toBeLessThan(0.0101)
      const inPoints = stats.over.reduce((sum: number, { count }: { count: number }) => sum + count, 0)
      expect(inPoints).toBe(weigh(own))
      for (const { key, count, values } of stats.attributes) {
        const told = own.flatMap(({ weight, attributes = {} }) =>
          key in attributes
            ? [{ weight, value: attributes[key] === null ? null : String(attributes[key]) }]
            : [],
        )
        expect(count).toBe(weigh(told))
        expect(new Set(values.map(({ value }: { value: string }) => value))).toEqual(
          new Set(told.map(({ value }) => value)),
        )
        for (const one of values) {
          expect(one.count).toBe(weigh(told.filter(({ value }) => value === one.value)))
        }
      }
      const keys = new Set(own.flatMap(({ attributes = {} }) => Object.keys(attributes)))
      expect(stats.attributes).toHaveLength(keys.size)
    }
    const { events } = await ask(EVENTS, { name: 'paid' })
    // Sums may be added up in another order.
    const rounded = (value: unknown) =>
      JSON.stringify(value, (_, item) => (typeof item === 'number' ? Number(item.toFixed(6)) : item))
    expect(rounded(events)).toBe(rounded(eventNames.find(({ name }: { name: string }) => name === 'paid')))
    // One statement for each kind of figure, however many names.
    expect(statements.toSorted()).toEqual([
      'events.attributes',
      'events.distinct',
      'events.distinct',
      'events.figures',
      'events.groups',
      'events.measures',
      'events.sessions',
    ])
  })

  test('an event that never happened is counted 0 and has no value', async () => {
    const { events } = await ask(EVENTS, { name: 'never' })
    expect(events).toMatchObject({
      count: 0,
      sessions: 0,
      visitors: 0,
      sum: null,
      value: { count: 0, percentile: { value: null } },
      attributes: [],
      sampleSessions: [],
    })
    const { errors } = await pipeline.ask(EVENTS, { range, name: 'a\0b' })
    expect(errors?.[0]?.message).toMatch(/NUL/)
  })

  test('transactions tell how they ended, and how long those took that succeeded', async () => {
    const { transactions, statements } = await ask(TRANSACTIONS)
    const meant = factsOf(sessions, 'txn').filter(isCounted)
    expect(transactions).toHaveLength(new Set(meant.map(({ name }) => name)).size)
    for (const node of transactions) {
      const own = meant.filter(({ name }) => name === node.name)
      const ended = (outcome: string) => own.filter((one) => one.outcome === outcome)
      const succeeded = weigh(ended('success'))
      expect(node).toMatchObject({
        count: weigh(own),
        success: { value: succeeded / weigh(own), count: succeeded, total: weigh(own) },
        failed: weigh(ended('failure')),
        abandoned: weigh(ended('abandoned')),
        sessions: weighDistinct(own, ({ session }) => session),
        duration: { count: ended('success').length },
      })
      expect(node.success.low).toBeLessThan(node.success.value)
      expect(node.success.high).toBeGreaterThan(node.success.value)
    }
    expect(statements.toSorted()).toEqual([
      'transactions.distinct',
      'transactions.groups',
      'transactions.measures',
    ])
  })
})
