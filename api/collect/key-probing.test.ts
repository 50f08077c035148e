/** Whoever tries out keys learns nothing: no key, a disabled one and one that was deleted are alike in bytes and in time. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEY, aBatch } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type CollectorInHand, createCollectorInHand } from '../../test/fuzz/collector-in-hand.ts'

const KEYS = ['pk_probed_unknown', 'pk_probed_disabled', 'pk_probed_deleted'] as const
const SAMPLES = 300
const ATTEMPTS = 3
/** Welch's t of a difference that is none: beyond this is one in 150,000. */
const MOST_T = 4.5

let database: TestDatabase
let collector: CollectorInHand
beforeAll(async () => {
  database = await createTestDatabase('plain')
  const { site, writeKey } = database.control
  const keys = [{ key: KEY }, { key: KEYS[1], disabledAt: new Date() }, { key: KEYS[2] }]
  await site.create({ data: { slug: 'probed', name: 'Probed', writeKeys: { create: keys } } })
  await writeKey.delete({ where: { key: KEYS[2] } })
  // A day goes by between any two looks: nothing is answered from what was known.
  let clock = Date.now()
  collector = await createCollectorInHand(database, Date.now, () => (clock += 86_400_000))
})
afterAll(async () => {
  await collector.app.close()
  await database.drop()
})

async function probe(key: string): Promise<{ answer: string; ms: number }> {
  const payload = JSON.stringify(aBatch({ key }))
  const begun = performance.now()
  const { statusCode, headers, body } = await collector.app.inject({
    method: 'POST',
    url: '/v1/events',
    payload,
    headers: { 'content-type': 'text/plain' },
  })
  const ms = performance.now() - begun
  return { answer: JSON.stringify([statusCode, { ...headers, date: '' }, body]), ms }
}

test('the bytes are the same', async () => {
  const answers = await Promise.all(KEYS.map((key) => probe(key)))
  expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1)
  expect(answers[0]?.answer).toContain('401')
  expect((await probe(KEY)).answer).toContain('202')
})

test('the time is the same, as far as can be told', async () => {
  // A difference shows each time, other work on the machine does not.
  const attempts: number[] = []
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    attempts.push(await largestT())
    if ((attempts.at(-1) ?? 0) < MOST_T) return
  }
  expect(Math.min(...attempts)).toBeLessThan(MOST_T)
})

/** Interleaved, so that whatever else happens happens to all of them. */
async function largestT(): Promise<number> {
  const times: number[][] = KEYS.map(() => [])
  for (let i = -30; i < SAMPLES; i++)
    for (const [which, key] of KEYS.entries()) {
      const { ms } = await probe(key)
      if (i >= 0) times[which]?.push(ms)
    }
  const [unknown = [], ...others] = times.map(withoutSlowest)
  return Math.max(...others.map((other) => Math.abs(welchT(unknown, other))))
}

/** The slowest fifth is the machine's. */
function withoutSlowest(times: readonly number[]): number[] {
  return times.toSorted((a, b) => a - b).slice(0, Math.floor(times.length * 0.8))
}

function welchT(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const error = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length
  return (mean(a) - mean(b)) / Math.sqrt(error(a) + error(b))
}
