import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Fact,
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

type Request = Fact<'request'>

const GROUPS = `query Requests($range: RangeInput!, $first: Int, $after: String, $orderBy: RequestOrder, $failedOnly: Boolean, $where: FilterInput) {
  site(id: "test") { segment(range: $range, where: $where) { requests(first: $first, after: $after, orderBy: $orderBy, failedOnly: $failedOnly) {
    pageInfo { hasNextPage endCursor }
    nodes { name count sessions totalTime failures { value low high count total }
      failuresByKind { status timeout abort network }
      statuses { informational success redirect clientError serverError none }
      duration { unit count estimatedCount percentile(q: 0.75) { value } } size { count }
      phases { name duration { count mean percentiles(q: [0.5, 0.75, 0.95]) { value } } }
      over(interval: HOUR) { start end count failures { count } duration { percentile(q: 0.75) { value } } }
      failed: examples(of: FAILED, first: 2) { request { at failure traceId } session { id } }
      slowest: examples(first: 2) { request { duration } session { id } }
      sampleSessions(first: 2) { id }
      segment { sessionCount }
    }
  } } }
}`

const nameOf = ({ method, url }: Request) =>
  `${method.toUpperCase()} ${url.replace('https://', '').replace(/\?.*/, '').replace(/\d+/, ':id')}`

describe.each<Engine>(['timescale', 'plain'])('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline
  let requests: Request[]

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW)
    const random = createRandom(11)
    const sessions = Array.from({ length: 120 }, () => aBusySession(random, NOW))
    await storeSessions(pipeline, sessions)
    requests = factsOf(sessions, 'request')
  })
  afterAll(() => database.drop())

  const counted = () =>
    requests.filter(({ at, bot, weight }) => !bot && weight > 0 && at >= RANGE.from && at < RANGE.to)

  const ask = async (variables: Record<string, unknown> = {}) => {
    const { data, errors, statements } = await pipeline.ask(GROUPS, { range, first: 100, ...variables })
    expect(errors).toBeUndefined()
    return { ...data.site.segment.requests, statements }
  }

  test('every endpoint is counted with its failures, statuses and phases, sampling undone', async () => {
    const { nodes, statements } = await ask()
    const names = new Set(counted().map(nameOf))
    expect(nodes.map(({ name }: { name: string }) => name).sort()).toEqual([...names].sort())
    for (const node of nodes) {
      const own = counted().filter((one) => nameOf(one) === node.name)
      const failed = own.filter((one) => one.failed !== undefined)
      const status = (from: number, to: number) =>
        weigh(own.filter((one) => one.status !== undefined && one.status >= from && one.status <= to))
      const kind = (failure: string) => weigh(own.filter((one) => one.failed === failure))
      expect(node).toMatchObject({
        count: weigh(own),
        sessions: weighDistinct(own, ({ session }) => session),
        totalTime: own.reduce((sum, { weight, duration }) => sum + weight * duration, 0),
        failures: { count: weigh(failed), total: weigh(own), value: weigh(failed) / weigh(own) },
        failuresByKind: {
          status: kind('status'),
          timeout: kind('timeout'),
          abort: kind('abort'),
          network: kind('network'),
        },
        statuses: {
          informational: 0,
          success: status(200, 299),
          redirect: status(300, 399),
          clientError: status(400, 499),
          serverError: status(500, 599),
          none: weigh(own.filter((one) => one.status === undefined)),
        },
        duration: { unit: 'ms', count: own.length, estimatedCount: weigh(own) },
        size: { count: own.filter(({ size }) => size !== undefined).length },
      })
      const durations = own.map(({ weight, duration }) => ({ weight, value: duration }))
      const p75 = percentileOf(durations, 75) ?? NaN
      expect(Math.abs(node.duration.percentile.value - p75) / p75).toBeLessThan(0.0101)
      const phase = (name: string) => node.phases.find((one: { name: string }) => one.name === name)
      const waited = own.filter(({ timing }) => timing?.request !== undefined)
      expect(phase('request').duration.count).toBe(waited.length)
      expect(phase('dns').duration).toMatchObject({ count: waited.length, mean: 0 })
      expect(phase('tls').duration).toMatchObject({
        count: 0,
        mean: null,
        percentiles: [{ value: null }, {}, {}],
      })
      expect(node.failed).toHaveLength(Math.min(2, failed.length))
      const latest = Math.max(...failed.map(({ at }) => at))
      expect(node.failed[0]?.request.at).toBe(new Date(latest).toISOString())
      const slowest = node.slowest.map((one: { request: { duration: number } }) => one.request.duration)
      expect(slowest[0]).toBe(Math.max(...own.map(({ duration }) => duration)))
    }
    // However many endpoints: one statement for each kind of figure.
    expect(statements.filter((name: string) => name.startsWith('requests.')).toSorted()).toEqual([
      'requests.distinct',
      'requests.examples',
      'requests.examples',
      'requests.figures',
      'requests.groups',
      'requests.measures',
      'requests.measures',
      'requests.sessions',
    ])
  })

  test('the buckets of a series hold every request once', async () => {
    const { nodes } = await ask()
    for (const node of nodes) {
      const own = counted().filter((one) => nameOf(one) === node.name)
      for (const point of node.over) {
        const inside = own.filter(({ at }) => at >= Date.parse(point.start) && at < Date.parse(point.end))
        expect(point.count).toBe(weigh(inside))
        expect(point.failures.count).toBe(weigh(inside.filter(({ failed }) => failed !== undefined)))
        expect(point.duration.percentile.value === null).toBe(inside.length === 0)
      }
    }
  })

  test.each(['COUNT', 'FAILURES', 'FAILURE_SHARE', 'TOTAL_TIME', 'MEAN_DURATION'])(
    'pages by %s give every endpoint once',
    async (orderBy) => {
      const whole = await ask({ orderBy })
      const paged: string[] = []
      for (let after: string | null = null; ;) {
        const { nodes, pageInfo } = await ask({ orderBy, first: 2, after })
        paged.push(...nodes.map(({ name }: { name: string }) => name))
        after = pageInfo.endCursor
        if (pageInfo.hasNextPage !== true) break
      }
      expect(paged).toEqual(whole.nodes.map(({ name }: { name: string }) => name))
    },
  )

  test('only endpoints that failed are listed if asked for, in a filter and without anything', async () => {
    const { nodes } = await ask({ failedOnly: true, where: { page: { eq: '/cart' } } })
    const failed = counted().filter((one) => one.failed !== undefined && one.page === '/cart')
    expect(nodes.map(({ name }: { name: string }) => name).sort()).toEqual(
      [...new Set(failed.map(nameOf))].sort(),
    )
    expect((await ask({ where: { page: { eq: '/nowhere' } } })).nodes).toEqual([])
  })

  test('a cursor of another list is refused with the remedy', async () => {
    const { errors } = await pipeline.ask(GROUPS, { range, after: 'bm9uc2Vuc2U' })
    expect(errors?.[0]?.message).toMatch(/`after` is not a cursor of this list/)
  })
})
