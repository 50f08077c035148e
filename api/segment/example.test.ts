/** The question by which the API is introduced: how it was, for whom, since when, compared with what. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compact } from '../../jobs/compaction/compact.ts'
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import { KEY, aView } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const HOUR = 3_600_000
const PAGES = 20
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

const QUESTION = `{ site(id: "test") {
  segment(range: { last: "P7D" }, where: { device: { in: [MOBILE] } }) {
    sessions { totalCount }
    vital(metric: LCP) { p75: percentile(q: 0.75) { value low high } rating shares { good needsImprovement poor } }
    by(dimension: PAGE, top: 20, orderBy: { vital: LCP, q: 0.75, direction: DESC }) {
      key
      segment {
        views
        vital(metric: LCP) { percentile(q: 0.75) { value thin } }
        over(interval: DAY) { start segment { vital(metric: LCP) { percentile(q: 0.75) { value } } } }
      }
    }
    compare(to: PREVIOUS_PERIOD) { vital(metric: LCP, q: 0.75) { difference low high verdict } }
} } }`

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database, () => NOW)
  // Twelve hours apart over six days, each page slower than the one before.
  for (let hours = 1; hours < 6 * 24; hours += 12) {
    const views = Array.from({ length: PAGES }, (_, i) => ({ id: randomUUID(), page: `/page/${i}` }))
    const at = NOW - hours * HOUR
    await pipeline.send(
      {
        v: 1,
        key: KEY,
        id: randomUUID(),
        sentAt: NOW,
        session: { id: randomUUID(), startedAt: at },
        views: Object.fromEntries(views.map(({ id, page }) => [id, aView({ page, startedAt: at })])),
        events: views.flatMap(({ id }, i): WireEvent[] => [
          { t: 'view', at, view: id, seq: 0 },
          { t: 'vital', at, view: id, seq: 1, name: 'LCP', value: 1000 + 100 * i + hours / 10 },
        ]),
      },
      { userAgent: PHONE },
    )
  }
  await compact(database.db)
})
afterAll(() => database.drop())

test('is answered by 8 statements, however many parts and days it has', async () => {
  const { data, errors, statements } = await pipeline.ask(QUESTION)
  expect(errors).toBeUndefined()
  const { by, sessions, vital, compare } = data.site.segment
  expect(sessions.totalCount).toBe(12)
  expect(by).toHaveLength(PAGES)
  expect(by[0].key).toBe('/page/19')
  expect(by[0].segment.over.length).toBeGreaterThanOrEqual(7)
  expect(vital.p75.low).toBeLessThan(vital.p75.high)
  expect(compare.vital).toMatchObject({ difference: null, verdict: 'TOO_LITTLE_DATA' })
  expect(statements.length).toBeLessThanOrEqual(8)
  const { statements: ofFew } = await pipeline.ask(
    QUESTION.replace('top: 20', 'top: 2').replace('P7D', 'P2D'),
  )
  expect(ofFew.toSorted()).toEqual(statements.toSorted())
})
