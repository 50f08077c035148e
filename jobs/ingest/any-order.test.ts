/**
 * Order does not matter: batches that are shuffled, repeated and split over jobs and two workers leave the same sessions,
 * rows, dead letters and rollups as one worker that takes each once and in order.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aView } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { type DecodedBatch, decodeBatch } from './batch-facts.ts'
import { writeAround } from './isolate-poison.ts'

let database: TestDatabase
let pipeline: Pipeline
const NOW = Date.now()

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database)
})
afterAll(() => database.drop())

const uuid = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`

/** A batch of one of two sessions, at one of few instants, so that ties are the rule. */
const part = fc.record({
  session: fc.integer({ min: 0, max: 1 }),
  at: fc.integer({ min: 0, max: 2 }),
  page: fc.constantFrom('/a', '/B', '/ä', '/\u{1f600}', '/\uff5e'),
  release: fc.constantFrom('1', '2', '3'),
  plan: fc.option(fc.constantFrom('free', 'pro', 7, true), { nil: undefined }),
  cohort: fc.option(fc.constantFrom('x', 'y', '\u{1f600}', '\uff5e'), { nil: undefined }),
  variant: fc.option(fc.constantFrom('on', 'off', '\u{1f600}', '\uff5e'), { nil: undefined }),
  error: fc.boolean(),
  lcp: fc.integer({ min: 1, max: 9000 }),
  /** Reports for one view that batches of the session share, each with a revision of its own. */
  revises: fc.boolean(),
  poison: fc.constantFrom('none', 'none', 'none', 'row', 'batch'),
})
type Part = typeof part extends fc.Arbitrary<infer T> ? T : never

async function batchOf(spec: Part, n: number): Promise<DecodedBatch> {
  const at = NOW - 60_000 + spec.at
  const [own, shared] = [uuid(1, n), uuid(2, spec.session)]
  const events: WireEvent[] = [
    { t: 'view', at, view: own, seq: 0 },
    { t: 'vital', at, view: own, seq: 1, name: 'LCP', value: spec.lcp },
    ...(spec.revises
      ? [{ t: 'vital', at, view: shared, seq: 2, name: 'INP', value: spec.lcp, revision: n } as WireEvent]
      : []),
    ...(spec.error
      ? [{ t: 'error', at, view: own, seq: 3, message: 'x', source: 'window' } as WireEvent]
      : []),
  ]
  const { plan, cohort, variant, release } = spec
  const [prepared] = await pipeline.prepare(
    aBatch({
      id: uuid(3, n),
      sentAt: NOW,
      session: { id: uuid(4, spec.session), startedAt: at },
      context: {
        release,
        ...(variant === undefined ? {} : { flags: { f: variant } }),
        attributes: {
          ...(plan === undefined ? {} : { plan }),
          ...(cohort === undefined ? {} : { cohort }),
        },
      },
      views: {
        [own]: aView({ page: spec.page, startedAt: at }),
        [shared]: aView({ page: '/shared', startedAt: at }),
      },
      events,
    }),
    { receivedAt: NOW },
  )
  if (prepared === undefined) throw new Error('the batch was refused')
  return poisoned(decodeBatch(prepared), spec.poison)
}

function poisoned(batch: DecodedBatch, poison: Part['poison']): DecodedBatch {
  if (poison === 'batch') return { ...batch, events: batch.events.subarray(0, -3) }
  if (poison === 'none') return batch
  const events = Buffer.from(batch.events)
  events[events.indexOf('desktop')] = 0
  return { ...batch, events }
}

async function emptyTables() {
  await database.db
    .query(sql`TRUNCATE rum.events, rum.errors, rum.sessions, rum.ingest_batch, rum.dead_letters,
    rum.rollup_delta`)
}

/** All that is stored, in an order of its own. Extremes of replaced values are known to a bin only and left out. */
async function everything() {
  const read = (statement: ReturnType<typeof sql>) => database.db.query(statement)
  const site = pipeline.siteId
  return {
    sessions: await read(
      sql`SELECT to_jsonb(s) AS s FROM rum.sessions s WHERE site_id = ${site} ORDER BY session_id`,
    ),
    events: await read(
      sql`SELECT to_jsonb(e)::text AS e FROM rum.events e WHERE site_id = ${site} ORDER BY to_jsonb(e)::text COLLATE "C"`,
    ),
    errors: await read(
      sql`SELECT to_jsonb(e)::text AS e FROM rum.errors e WHERE site_id = ${site} ORDER BY to_jsonb(e)::text COLLATE "C"`,
    ),
    ledger: await read(
      sql`SELECT batch_id, rows FROM rum.ingest_batch WHERE site_id = ${site} ORDER BY batch_id`,
    ),
    letters: await read(
      sql`SELECT batch_id, code, rows, payload FROM rum.dead_letters WHERE site_id = ${site} ORDER BY batch_id, payload`,
    ),
    rollups: await read(sql`
SELECT cube, metric, population, environment, weight, bucket, k1, k2, n, sum, good, poor, bins
FROM (
  SELECT cube, metric, population, environment, weight, bucket, k1, k2,
    sum(n) AS n, sum(sum) AS sum, sum(good) AS good, sum(poor) AS poor,
    (SELECT jsonb_object_agg(bin, count ORDER BY bin) FROM (
      SELECT bin, sum(count) AS count
      FROM rum.rollup_delta one, unnest(one.bins, one.counts) AS pair (bin, count)
      WHERE one.site_id = ${site}
        AND (one.cube, one.metric, one.population, one.environment, one.weight, one.bucket, one.k1, one.k2)
          = (d.cube, d.metric, d.population, d.environment, d.weight, d.bucket, d.k1, d.k2)
      GROUP BY bin
      HAVING sum(count) <> 0
    ) bins) AS bins
  FROM rum.rollup_delta d
  WHERE site_id = ${site}
  GROUP BY cube, metric, population, environment, weight, bucket, k1, k2
) merged
WHERE n <> 0
ORDER BY cube, metric, population, environment, weight, bucket, k1, k2`),
  }
}

/** Cuts what comes into jobs of random sizes and lets two workers take them. */
async function disorderly(batches: readonly DecodedBatch[], seed: number): Promise<void> {
  const random = createRandom(seed)
  const repeated = random.shuffle(
    batches.flatMap((batch) => Array.from({ length: random.int(1, 5) }, () => batch)),
  )
  const jobs: DecodedBatch[][] = []
  while (repeated.length > 0) jobs.push(repeated.splice(0, random.int(1, 4)))
  const work = async () => {
    for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) await writeAround(database.db, job)
  }
  await Promise.all([work(), work()])
}

const plain: Part = {
  session: 0,
  at: 0,
  page: '/a',
  release: '1',
  plan: undefined,
  cohort: undefined,
  variant: undefined,
  error: false,
  lcp: 1,
  revises: false,
  poison: 'none',
}

describe('batches that are shuffled, repeated 1 to 5 times and split over jobs and two workers', () => {
  test('leave what one ordered run leaves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 2, maxLength: 7, size: 'max' }),
        fc.integer(),
        async (parts, seed) => {
          const batches = await Promise.all(parts.map(batchOf))
          await emptyTables()
          for (const batch of batches) await writeAround(database.db, [batch])
          const ordered = await everything()
          await emptyTables()
          await disorderly(batches, seed)
          expect(await everything()).toEqual(ordered)
        },
      ),
      { numRuns: 40, seed: 20_261_122 },
    )
  })

  test('the last word on an attribute stays, though an earlier batch comes last', async () => {
    const three: Part[] = [
      plain,
      { ...plain, at: 5, plan: 'pro' as const },
      { ...plain, at: 3, plan: 'free' as const, cohort: 'x' as const },
    ]
    const [first, last, middle] = await Promise.all(three.map(batchOf))
    await emptyTables()
    for (const batch of [last, first, middle])
      if (batch !== undefined) await writeAround(database.db, [batch])
    expect(
      await database.db.query(sql`SELECT attributes FROM rum.sessions WHERE site_id = ${pipeline.siteId}`),
    ).toEqual([{ attributes: { plan: 'pro', cohort: 'x' } }])
  })

  test('of two that begin at one instant the smaller id tells the context', async () => {
    const two: Part[] = [plain, { ...plain, release: '2' }]
    const [a, b] = await Promise.all(two.map(batchOf))
    for (const order of [
      [a, b],
      [b, a],
    ]) {
      await emptyTables()
      for (const batch of order) if (batch !== undefined) await writeAround(database.db, [batch])
      expect(
        await database.db.query(
          sql`SELECT release, context_batch FROM rum.sessions WHERE site_id = ${pipeline.siteId}`,
        ),
      ).toEqual([{ release: '1', context_batch: a?.batchId }])
    }
  })
})
