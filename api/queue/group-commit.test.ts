import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBatchQueue } from './group-commit.ts'
import type { IngestBatch, IngestJob } from './ingest-job.ts'

function aQueuedBatch(batchId: string, bytes = 10): IngestBatch {
  return { batchId, siteId: 1, events: 'x'.repeat(bytes), errors: '' } as IngestBatch
}

const idsOf = ({ batches }: IngestJob) => batches.map(({ batchId }) => batchId)

test('each batch is in one job, and is told how that job went', async () => {
  const given = fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 700_000 }), isBad: fc.boolean() }), {
    maxLength: 25,
  })
  await fc.assert(
    fc.asyncProperty(given, async (batches) => {
      const jobs: IngestJob[] = []
      let adding = 0
      const queue = createBatchQueue(async (job) => {
        jobs.push(job)
        expect(++adding).toBe(1)
        await Promise.resolve()
        adding--
        const bad = idsOf(job).find((id) => batches[Number(id)]?.isBad)
        if (bad !== undefined) throw new Error(bad)
      })
      const outcomes = await Promise.all(
        batches.map(({ bytes }, i) =>
          queue.enqueue(aQueuedBatch(String(i), bytes)).then(
            () => null,
            (error: Error) => error.message,
          ),
        ),
      )
      expect(jobs.flatMap(idsOf).toSorted()).toEqual(batches.map((_, i) => String(i)).toSorted())
      outcomes.forEach((outcome, i) => {
        const job = jobs.find((one) => idsOf(one).includes(String(i)))
        const bad = job === undefined ? undefined : idsOf(job).find((id) => batches[Number(id)]?.isBad)
        expect(outcome).toBe(bad ?? null)
      })
      for (const { batches: together } of jobs) {
        const bytes = together.reduce((sum, { events }) => sum + events.length, 0)
        expect(together.length === 1 || bytes <= 1024 * 1024).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('an idle queue takes a batch at once; what comes meanwhile goes together', async () => {
  const jobs: IngestJob[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const queue = createBatchQueue((job) => {
    jobs.push(job)
    return held
  })
  const all = Array.from({ length: 12 }, (_, i) => queue.enqueue(aQueuedBatch(String(i))))
  expect(jobs.map(idsOf)).toEqual([['0']])
  release()
  await Promise.all(all)
  expect(jobs.map(idsOf)).toEqual([['0'], ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']])
})
