/**
 * Every number against a plain reimplementation of the definitions: the same random questions while all is in deltas,
 * while half is compacted, during compaction, after it, and answered from raw rows.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import type { IngestBatch } from '../../api/queue/ingest-job.ts'
import { LAYOUT_VERSION } from '../../api/rows/layout.ts'
import { compact } from '../../jobs/compaction/compact.ts'
import { createIngest } from '../../jobs/ingest/ingest.ts'
import { type TestDatabase, createTestDatabase } from '../database.ts'
import { type Pipeline, createPipeline } from '../pipeline.ts'
import { type Answer, differences } from './compare.ts'
import { type Facts, learn } from './naive-facts.ts'
import { type Question, ZONES, aQuestion, asOperation } from './questions.ts'
import { type Random, createRandom } from './random.ts'
import { type Sent, createTraffic } from './traffic.ts'

/** Another seed: ORACLE_SEED=7 npx vitest run test/oracle */
const SEED = Number(process.env['ORACLE_SEED'] ?? 20_261_028)
const SESSIONS = 1000
const QUESTIONS = 400
/** Three days after the clocks went back in Berlin. */
const NOW = Date.parse('2026-10-28T09:17:23.456Z')

describe(`seed ${SEED}`, { timeout: 180_000 }, () => {
  const random = createRandom(SEED)
  const sent = random.shuffle(createTraffic(random, { now: NOW, sessions: SESSIONS }))
  const questions = Array.from({ length: QUESTIONS }, () => aQuestion(random, NOW))
  const half = sent.slice(0, sent.length / 2)
  const all = learn(sent)
  let database: TestDatabase
  let pipeline: Pipeline
  let delivered = 0

  beforeAll(async () => {
    database = await createTestDatabase()
    pipeline = await createPipeline(database, () => NOW)
    delivered += await deliver(random, database, pipeline, half)
  })
  afterAll(() => database.drop())

  test('what lies in deltas is answered exactly', async () => {
    expect(await rollupRows(database)).toMatchObject({ hours: 0, days: 0 })
    expect(await wrongAnswers(database, pipeline, questions, learn(half))).toEqual([])
  })

  test('half in rollups, half in deltas that revise them, is answered exactly', async () => {
    expect(await compact(database.db)).toBeGreaterThan(0)
    delivered += await deliver(random, database, pipeline, sent.slice(sent.length / 2))
    expect(delivered).toBeGreaterThan(3000)
    expect(await wrongAnswers(database, pipeline, questions, all)).toEqual([])
  })

  test('answers do not change while compaction runs', async () => {
    const [wrong] = await Promise.all([
      wrongAnswers(database, pipeline, questions, all),
      compact(database.db),
    ])
    expect(wrong).toEqual([])
  })

  test('answers do not change once everything is compacted', async () => {
    const rows = await rollupRows(database)
    expect(rows.deltas).toBe(0)
    expect(rows.days).toBeGreaterThan(0)
    expect(await wrongAnswers(database, pipeline, questions, all)).toEqual([])
  })

  test('raw rows give the same answers as rollups', async () => {
    expect(await wrongAnswers(database, pipeline, questions, all, fromRaw)).toEqual([])
  })
})

/** Every batch once or twice, in jobs of several batches, through two workers at once. Resolves to how many. */
async function deliver(
  random: Random,
  { db }: TestDatabase,
  pipeline: Pipeline,
  sent: readonly Sent[],
): Promise<number> {
  const prepared: IngestBatch[] = []
  for (const { batch, receivedAt, agent, country } of sent) {
    prepared.push(...(await pipeline.prepare(batch, { receivedAt, userAgent: agent.userAgent, country })))
  }
  const deliveries = random.shuffle([...prepared, ...prepared.filter(() => random.chance(0.5))])
  const jobs: IngestBatch[][] = []
  for (let i = 0; i < deliveries.length;) {
    const size = random.int(1, 30)
    jobs.push(deliveries.slice(i, i + size))
    i += size
  }
  const otherWorker = createIngest(db)
  for (let i = 0; i < jobs.length; i += 24) {
    await Promise.all(
      jobs
        .slice(i, i + 24)
        .map((batches) =>
          random.chance(0.5) ? pipeline.store(batches) : otherWorker({ layout: LAYOUT_VERSION, batches }),
        ),
    )
  }
  // What the server does by itself within a minute: without statistics it joins sessions row by row.
  await db.query(sql`ANALYZE`)
  return deliveries.length
}

/** Only sessions know their attributes, so no rollup can answer this; it holds for every one of them. */
function fromRaw(question: Question): Question {
  return { ...question, where: { and: [question.where, { attribute: { key: 'tenant', eq: 'acme' } }] } }
}

/** Asks everything, several questions at once, and tells where an answer is not what it must be. */
async function wrongAnswers(
  { control }: TestDatabase,
  pipeline: Pipeline,
  questions: readonly Question[],
  facts: Facts,
  put: (question: Question) => Question = (question) => question,
): Promise<{ question: string; differences: string[] }[]> {
  const wrong: { question: string; differences: string[] }[] = []
  for (const zone of ZONES) {
    await control.site.update({ where: { slug: 'test' }, data: { timeZone: zone } })
    const inZone = questions.filter((question) => question.zone === zone)
    for (let i = 0; i < inZone.length; i += 4) {
      const some = inZone.slice(i, i + 4)
      const { query, variables } = asOperation(some.map(put))
      const { data, errors } = await pipeline.ask(query, variables)
      expect(errors).toBeUndefined()
      some.forEach((question, j) => {
        const found = differences(question, facts, data.site[`q${j}`] as Answer)
        if (found.length > 0)
          wrong.push({ question: JSON.stringify(question), differences: found.slice(0, 5) })
      })
    }
  }
  return wrong.slice(0, 3)
}

async function rollupRows({ db }: TestDatabase): Promise<{ deltas: number; hours: number; days: number }> {
  const [rows] = await db.query<{ deltas: number; hours: number; days: number }>(sql`SELECT
  (SELECT count(*) FROM rum.rollup_delta) AS deltas,
  (SELECT count(*) FROM rum.rollup_hour) AS hours,
  (SELECT count(*) FROM rum.rollup_day) AS days`)
  if (rows === undefined) throw new Error('a count without a row')
  return rows
}
