/**
 * Whether an interval holds what it says it holds: samples of distributions whose quantiles are known go through the whole
 * pipeline, a hundred seeds of each, and the intervals must hold the truth nearly as often as 95 of 100 times.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Batch, WireEvent } from '../../sdk/wire/batch.generated.ts'
import type { IngestBatch } from '../../api/queue/ingest-job.ts'
import { KEY, aView } from '../batches.ts'
import { type TestDatabase, createTestDatabase } from '../database.ts'
import { type Pipeline, createPipeline } from '../pipeline.ts'
import { type Random, createRandom } from './random.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const SEEDS = 100
const LEAST_COVERED = 93
/** As many as a batch has views. */
const SAMPLES = 100
const QUANTILES = [0.5, 0.75, 0.9]

/** Distributions with the value below which a share q lies. The sketch adds up to 1 % of its own. */
const DISTRIBUTIONS: Record<string, { draw: (random: Random) => number; quantile: (q: number) => number }> = {
  lognormal: {
    draw: (random) => random.logNormal(2300, 0.6),
    quantile: (q) => 2300 * Math.exp(0.6 * (NORMAL[q] ?? NaN)),
  },
  uniform: {
    draw: (random) => random.int(100, 9_999_999) / 1000,
    quantile: (q) => 0.1 + q * 9999.9,
  },
  'heavy-tailed': {
    // Pareto with a shape of 1.5.
    draw: (random) => 400 * (random.int(1, 1_000_000) / 1_000_000) ** (-1 / 1.5),
    quantile: (q) => 400 * (1 - q) ** (-1 / 1.5),
  },
}
const NORMAL: Record<number, number> = { 0.5: 0, 0.75: 0.67449, 0.9: 1.281552 }

/** The same from sessions that are drawn at different rates. */
const RATES = { unsampled: () => 1, sampled: (random: Random) => (random.chance(0.7) ? 1 : 0.25) }

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database, () => NOW)
  const batches: IngestBatch[] = []
  for (const [rates, rateOf] of Object.entries(RATES)) {
    for (const [name, { draw }] of Object.entries(DISTRIBUTIONS)) {
      for (let seed = 0; seed < SEEDS; seed++) {
        const random = createRandom(seed * 7919 + name.length)
        const page = `/${rates}/${name}/${seed}`
        const byRate = new Map<number, number[]>()
        for (let i = 0; i < SAMPLES; i++) {
          const rate = rateOf(random)
          byRate.set(rate, [...(byRate.get(rate) ?? []), draw(random)])
        }
        for (const [rate, values] of byRate)
          batches.push(...(await pipeline.prepare(aSample(page, rate, values))))
      }
    }
  }
  for (let i = 0; i < batches.length; i += 100) await pipeline.store(batches.slice(i, i + 100))
})
afterAll(() => database.drop())

/** Values of one page, each of a view of its own. */
function aSample(page: string, rate: number, values: readonly number[]): Batch {
  const views = values.map(() => randomUUID())
  const events = values.map((value, i): WireEvent => {
    return { t: 'vital', at: NOW - 60_000, view: views[i] ?? '', seq: 0, name: 'LCP', value }
  })
  return {
    v: 1,
    key: KEY,
    id: randomUUID(),
    sentAt: NOW,
    session: { id: randomUUID(), startedAt: NOW - 60_000, sampled: 'rate', rate },
    views: Object.fromEntries(
      views.map((id) => [id, aView({ url: `https://shop.example${page}`, page, startedAt: NOW - 60_000 })]),
    ),
    events,
  }
}

type Part = {
  key: string
  segment: { vital: { percentiles: { q: number; value: number; low: number; high: number }[] } }
}

test.each(
  Object.keys(RATES).flatMap((rates) => Object.keys(DISTRIBUTIONS).map((name) => [rates, name] as const)),
)('intervals of %s %s values hold the truth', async (rates, name) => {
  const { data, errors } = await pipeline.ask(
    `query Coverage($prefix: String!, $q: [Float!]!) { site(id: "test") {
      segment(range: { last: "PT1H" }, where: { page: { prefix: $prefix } }) {
        by(dimension: PAGE, top: 200, orderBy: { vital: LCP }) { key segment { vital(metric: LCP) {
          percentiles(q: $q) { q value low high } } } } } } }`,
    { prefix: `/${rates}/${name}/`, q: QUANTILES },
  )
  expect(errors).toBeUndefined()
  const parts: Part[] = data.site.segment.by
  expect(parts).toHaveLength(SEEDS)
  for (const [i, q] of QUANTILES.entries()) {
    const truth = DISTRIBUTIONS[name]?.quantile(q) ?? NaN
    const covered = parts.filter(({ segment }) => {
      const { low, high } = segment.vital.percentiles[i] ?? { low: NaN, high: NaN }
      return low * 0.99 <= truth && truth <= high * 1.01
    })
    expect(covered.length, `p${q * 100}`).toBeGreaterThanOrEqual(LEAST_COVERED)
  }
})
