import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { sql } from '../../api/db/sql.ts'
import { createPipeline, type Pipeline } from '../../test/pipeline.ts'
import { aBatch } from '../../test/batches.ts'
import { compact } from '../compaction/compact.ts'

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database)
})
afterAll(() => database.drop())

test('a batch becomes rows, a session and deltas, in chunks of a day', async () => {
  const batch = aBatch()
  expect(await pipeline.send(batch)).toMatchObject({ status: 202, accepted: 2, rejected: [] })
  const events = await database.db.query(
    sql`SELECT kind, lcp, page, navigation FROM rum.events WHERE session_id = ${batch.session.id} ORDER BY kind`,
  )
  expect(events).toEqual([
    { kind: 1, lcp: null, page: '/p/:id', navigation: 'navigate' },
    { kind: 2, lcp: 1800, page: '/p/:id', navigation: 'navigate' },
  ])
  const [session] = await database.db.query(
    sql`SELECT views, entry_page, weight FROM rum.sessions WHERE session_id = ${batch.session.id}`,
  )
  expect(session).toEqual({ views: 1, entry_page: '/p/:id', weight: 1 })
  expect(
    await database.db.query(sql`SELECT hypertable_name FROM timescaledb_information.hypertables ORDER BY 1`),
  ).toEqual([{ hypertable_name: 'errors' }, { hypertable_name: 'events' }])
  const answer = await pipeline.ask(
    `{ site(id: "test") { segment(range: { last: "P1D" }) { views sessionCount vital(metric: LCP) { count percentile { value thin } } } } }`,
  )
  expect(answer.data).toEqual({
    site: {
      segment: { views: 1, sessionCount: 1, vital: { count: 1, percentile: { value: 1800, thin: true } } },
    },
  })
  await compact(database.db)
  expect(
    (
      await pipeline.ask(
        `{ site(id: "test") { segment(range: { last: "P1D" }) { views vital(metric: LCP) { count percentile { value } } } } }`,
      )
    ).data,
  ).toEqual({ site: { segment: { views: 1, vital: { count: 1, percentile: { value: 1800 } } } } })
})
