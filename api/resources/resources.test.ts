import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aView } from '../../test/batches.ts'
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

const RESOURCES = `query Resources($range: RangeInput!, $by: ResourceGrouping, $thirdPartyOnly: Boolean) {
  site(id: "test") { segment(range: $range) { views
    resources(first: 100, by: $by, thirdPartyOnly: $thirdPartyOnly) { nodes {
      key thirdParty count bytes size { unit count } duration { count percentile(q: 0.75) { value } }
      renderBlocking { value count total } renderBlockingTime failures { count total } shareOfViews { value count total }
      longTaskBlocking segment { sessionCount } } }
    longTasks { nodes { script thirdParty count blocking totalTime sessions duration { count } pages { key count } } } } }
}`

const URL_OF = /^https?:\/\/([^/]+)/

describe.each<Engine>(['timescale', 'plain'])('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline
  let sessions: BusySession[]

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW)
    const random = createRandom(23)
    sessions = Array.from({ length: 120 }, () => aBusySession(random, NOW))
    await storeSessions(pipeline, sessions)
  })
  afterAll(() => database.drop())

  const isCounted = ({ at, bot, weight }: { at: number; bot: boolean; weight: number }) =>
    !bot && weight > 0 && at >= RANGE.from && at < RANGE.to

  const ask = async (variables: Record<string, unknown>) => {
    const { data, errors, statements } = await pipeline.ask(RESOURCES, { range, ...variables })
    expect(errors).toBeUndefined()
    return { ...data.site.segment, statements }
  }

  test.each([
    ['HOST', false],
    ['TYPE', false],
    ['URL', false],
    ['HOST', true],
  ])(
    'resources by %s (third parties only: %s) are counted with what they cost',
    async (by, thirdPartyOnly) => {
      const { views, resources, statements } = await ask({ by, thirdPartyOnly })
      const keyOf = {
        HOST: ({ url }: { url: string }) => URL_OF.exec(url)?.[1] ?? null,
        TYPE: ({ initiator }: { initiator?: string }) => initiator ?? null,
        URL: ({ url }: { url: string }) => url,
      }[by as 'HOST']
      const meant = factsOf(sessions, 'resource')
        .filter(isCounted)
        .filter(({ thirdParty }) => !thirdPartyOnly || thirdParty === true)
      expect(new Set(resources.nodes.map(({ key }: { key: string }) => key))).toEqual(
        new Set(meant.map(keyOf)),
      )
      for (const node of resources.nodes) {
        const own = meant.filter((one) => keyOf(one) === node.key)
        const blocking = own.filter((one) => one.blocking === true)
        const loading = weighDistinct(own, ({ view }) => view)
        expect(node).toMatchObject({
          thirdParty: own.some(({ thirdParty }) => thirdParty === true),
          count: weigh(own),
          bytes: own.reduce((sum, { weight, size }) => sum + weight * (size ?? 0), 0),
          size: { unit: 'bytes', count: own.filter(({ size }) => size !== undefined).length },
          renderBlocking: { value: weigh(blocking) / weigh(own), count: weigh(blocking), total: weigh(own) },
          renderBlockingTime: blocking.reduce((sum, { weight, duration }) => sum + weight * duration, 0),
          failures: { count: weigh(own.filter(({ failed }) => failed === true)), total: weigh(own) },
          shareOfViews: { value: loading / views, count: loading, total: views },
        })
        const p75 =
          percentileOf(
            own.map(({ weight, duration }) => ({ weight, value: duration })),
            75,
          ) ?? NaN
        expect(Math.abs(node.duration.percentile.value - p75) / p75).toBeLessThan(0.0101)
        const scripts = factsOf(sessions, 'longtask')
          .filter(isCounted)
          .filter(({ script }) => script !== undefined)
          .filter(({ script = '' }) =>
            by === 'URL'
              ? script.replace(/\?.*/, '') === node.key
              : URL_OF.exec(script)?.[1]?.toLowerCase() === node.key,
          )
        expect(node.longTaskBlocking).toBe(
          by === 'TYPE' ? null : scripts.reduce((sum, { weight, blocking: ms = 0 }) => sum + weight * ms, 0),
        )
      }
      // However many groups: one statement for each kind of figure, and the sessions of each group.
      const shared = statements.filter((name: string) => name.startsWith('resources.'))
      expect(shared.toSorted()).toEqual(['resources.distinct', 'resources.groups', 'resources.measures'])
    },
  )

  test('long tasks are told by script, those that blocked most first', async () => {
    const { longTasks } = await ask({})
    const meant = factsOf(sessions, 'longtask').filter(isCounted)
    const scriptOf = ({ script }: { script?: string }) => script?.replace(/\?.*/, '') ?? null
    const expected = [...new Set(meant.map(scriptOf))].map((script) => {
      const own = meant.filter((one) => scriptOf(one) === script)
      return {
        script,
        thirdParty: own.some(({ thirdParty }) => thirdParty === true),
        count: weigh(own),
        blocking: own.reduce((sum, { weight, blocking = 0 }) => sum + weight * blocking, 0),
        totalTime: own.reduce((sum, { weight, duration }) => sum + weight * duration, 0),
        sessions: weighDistinct(own, ({ session }) => session),
        duration: { count: own.length },
      }
    })
    expect(longTasks.nodes).toMatchObject(expected.toSorted((a, b) => b.blocking - a.blocking))
  })
})

describe('the waterfall of a view', () => {
  let database: TestDatabase
  let pipeline: Pipeline

  beforeAll(async () => {
    database = await createTestDatabase()
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.drop())

  const VIEW = `query View($session: ID!, $view: ID!) { site(id: "test") { session(id: $session) { view(id: $view) {
    id page url navigationType startedAt load timing { name duration } vitals { metric value rating }
    waterfall { kind name start duration size initiator status failed renderBlocking thirdParty blocking traceId } } } } }`

  test('holds the document, resources, requests and long tasks from the start of the view on, in order', async () => {
    const [view, other, begun] = [randomUUID(), randomUUID(), Date.now() - 60_000]
    const events: WireEvent[] = [
      {
        t: 'view',
        at: begun,
        view,
        seq: 0,
        timing: { dns: 3, request: 80, response: 12, domInteractive: 600, load: 1450 },
      },
      { t: 'vital', at: begun + 900, view, seq: 1, name: 'LCP', value: 800 },
      { t: 'vital', at: begun + 2000, view, seq: 2, name: 'LCP', value: 2600, revision: 1 },
      {
        t: 'request',
        at: begun + 700,
        view,
        seq: 3,
        method: 'POST',
        url: 'https://api.example/pay',
        duration: 40,
        status: 503,
        failed: 'status',
        size: 7,
        traceId: 'a'.repeat(32),
      },
      {
        t: 'longtask',
        at: begun + 120,
        view,
        seq: 4,
        duration: 240,
        blocking: 190,
        script: 'https://ads.example/a.js',
        thirdParty: true,
      },
      {
        t: 'resource',
        at: begun + 110,
        view,
        seq: 5,
        url: 'https://cdn.example/a.css',
        initiator: 'link',
        duration: 95,
        size: 4000,
        blocking: true,
      },
      {
        t: 'resource',
        at: begun + 110,
        view: other,
        seq: 0,
        url: 'https://cdn.example/other.css',
        duration: 95,
      },
    ]
    const batch = aBatch({
      views: { [view]: aView({ startedAt: begun }), [other]: aView({ startedAt: begun }) },
      session: { id: randomUUID(), startedAt: begun },
      events,
    })
    await pipeline.send(batch)
    const { data, errors } = await pipeline.ask(VIEW, { session: batch.session.id, view })
    expect(errors).toBeUndefined()
    const plain = {
      size: null,
      initiator: null,
      status: null,
      failed: false,
      renderBlocking: false,
      thirdParty: false,
      blocking: null,
      traceId: null,
    }
    expect(data.site.session.view).toEqual({
      id: view,
      page: '/p/:id',
      url: 'https://shop.example/p/42',
      navigationType: 'HARD',
      startedAt: new Date(begun).toISOString(),
      load: 1450,
      timing: expect.arrayContaining([{ name: 'domInteractive', duration: 600 }]),
      vitals: [{ metric: 'LCP', value: 2600, rating: 'NEEDS_IMPROVEMENT' }],
      waterfall: [
        { ...plain, kind: 'DOCUMENT', name: 'dns', start: 0, duration: 3 },
        { ...plain, kind: 'DOCUMENT', name: 'request', start: 3, duration: 80 },
        { ...plain, kind: 'DOCUMENT', name: 'response', start: 83, duration: 12 },
        {
          ...plain,
          kind: 'RESOURCE',
          name: 'https://cdn.example/a.css',
          start: 110,
          duration: 95,
          size: 4000,
          initiator: 'link',
          renderBlocking: true,
        },
        {
          ...plain,
          kind: 'LONG_TASK',
          name: 'https://ads.example/a.js',
          start: 120,
          duration: 240,
          thirdParty: true,
          blocking: 190,
        },
        {
          ...plain,
          kind: 'REQUEST',
          name: 'POST https://api.example/pay',
          start: 700,
          duration: 40,
          size: 7,
          status: 503,
          failed: true,
          traceId: 'a'.repeat(32),
        },
      ],
    })
  })

  test('is not there for a view of another session, an unknown one, or no id at all', async () => {
    const batch = aBatch()
    const elsewhere = aBatch()
    await Promise.all([pipeline.send(batch), pipeline.send(elsewhere)])
    for (const view of [Object.keys(elsewhere.views ?? {})[0], randomUUID(), "'; --"]) {
      const { data, errors } = await pipeline.ask(VIEW, { session: batch.session.id, view })
      expect(errors).toBeUndefined()
      expect(data.site.session.view).toBeNull()
    }
  })
})
