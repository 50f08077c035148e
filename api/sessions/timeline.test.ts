import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EVENT_TYPES } from '../../sdk/wire/batch-schema.ts'
import type { Batch } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aView } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database)
})
afterAll(() => database.drop())

const TRACE = '0af7651916cd43dd8448eb211c80319c'

/** One event of every type of the protocol, a millisecond apart. */
function everyEvent(view: string, begun: number): Batch['events'] {
  const own: Record<string, unknown>[] = [
    { t: 'view', timing: { load: 1450 } },
    { t: 'vital', name: 'LCP', value: 1834.2, attribution: { element: 'img.hero', phases: { ttfb: 300 } } },
    { t: 'error', type: 'TypeError', message: 'no price', source: 'window', handled: false },
    {
      t: 'request',
      method: 'POST',
      url: '/pay',
      status: 503,
      duration: 812,
      failed: 'status',
      traceId: TRACE,
    },
    {
      t: 'resource',
      url: 'https://cdn.example/a.js',
      duration: 95,
      size: 40_211,
      blocking: true,
      thirdParty: true,
    },
    { t: 'action', kind: 'click', target: 'button#pay', name: 'Pay' },
    { t: 'flag', key: 'new-checkout', variant: 'on', reason: 'SPLIT' },
    { t: 'longtask', duration: 240, blocking: 190, script: 'https://shop.example/a.js' },
    { t: 'custom', name: 'checkout_completed', value: 59.9, attributes: { currency: 'EUR' } },
    { t: 'txn', name: 'checkout', outcome: 'success', duration: 4210 },
    { t: 'app', kind: 'cold_start', value: 812 },
    { t: 'consent', state: 'granted', scope: ['analytics'] },
  ]
  return own.map((event, seq) => ({ ...event, at: begun + seq, seq, view })) as Batch['events']
}

test('every event of the protocol is in the timeline of its session, in order, with what it told', async () => {
  const view = randomUUID()
  const begun = Date.now() - 5000
  const events = everyEvent(view, begun)
  expect(events.map(({ t }) => t).sort()).toEqual([...EVENT_TYPES].sort())
  const batch = aBatch({ views: { [view]: aView({ startedAt: begun }) }, events })
  expect(await pipeline.send(batch)).toMatchObject({ status: 202, accepted: 12, rejected: [] })

  const { data, errors } = await pipeline.ask(TIMELINE, { id: batch.session.id })
  expect(errors).toBeUndefined()
  expect(data.site.session.timeline.nodes).toMatchObject([
    { __typename: 'ViewEntry', page: '/p/:id', load: 1450 },
    {
      __typename: 'VitalEntry',
      values: [{ metric: 'LCP', value: 1834.2, rating: 'GOOD', element: 'img.hero' }],
    },
    { __typename: 'ErrorEntry', type: 'TypeError', message: 'no price', handled: false },
    { __typename: 'RequestEntry', method: 'POST', status: 503, failure: 'status', traceId: TRACE },
    { __typename: 'ResourceEntry', size: 40_211, renderBlocking: true, thirdParty: true, failed: false },
    { __typename: 'ActionEntry', action: 'click', target: 'button#pay', label: 'Pay' },
    { __typename: 'FlagEntry', key: 'new-checkout', variant: 'on', reason: 'SPLIT' },
    { __typename: 'LongTaskEntry', duration: 240, blocking: 190 },
    {
      __typename: 'CustomEntry',
      name: 'checkout_completed',
      value: 59.9,
      attributes: [{ key: 'currency', value: 'EUR' }],
    },
    { __typename: 'TransactionEntry', name: 'checkout', outcome: 'success', duration: 4210 },
    { __typename: 'AppEntry', event: 'cold_start', value: 812 },
    { __typename: 'ConsentEntry', state: 'granted', scope: ['analytics'] },
  ])
})

const TIMELINE = `query Timeline($id: ID!) { site(id: "test") { session(id: $id) { timeline { nodes { __typename at
  ... on ViewEntry { page load }
  ... on VitalEntry { values { metric value rating element } }
  ... on ErrorEntry { type message handled }
  ... on RequestEntry { method status duration failure traceId }
  ... on ResourceEntry { size duration renderBlocking thirdParty failed }
  ... on ActionEntry { action target label }
  ... on FlagEntry { key variant reason }
  ... on LongTaskEntry { duration blocking }
  ... on CustomEntry { name value attributes { key value } }
  ... on TransactionEntry { name outcome duration }
  ... on AppEntry { event value }
  ... on ConsentEntry { state scope }
} } } } }`
