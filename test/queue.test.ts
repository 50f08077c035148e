/** The queue on both of its backends: what is added is done, also after a failure, and nothing is done twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { IngestJob } from '../api/queue/ingest-job.ts'
import { type Queue, type Worker, openQueue, openWorker } from '../api/queue/queues.ts'
import { LAYOUT_VERSION } from '../api/rows/layout.ts'
import { type QueueBackend, type TestDatabase, createTestDatabase } from './database.ts'
import { until } from './until.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A job that is told by the number of its layout. */
function aJob(layout = LAYOUT_VERSION): IngestJob {
  return { layout, batches: [] }
}

describe.each(['redis', 'postgres'] as QueueBackend[])('on %s', (backend) => {
  let queue: Queue<'ingest'>
  const workers: Worker[] = []

  const startWorker = (work: (job: IngestJob) => Promise<void>) => {
    const worker = openWorker('ingest', database.store(backend), work, () => {})
    workers.push(worker)
    return worker
  }

  beforeAll(async () => {
    queue = openQueue('ingest', database.store(backend), () => {})
    await until('the queue takes a job', () =>
      queue.add(aJob()).then(
        () => true,
        () => false,
      ),
    )
  })
  beforeEach(async () => {
    const worker = startWorker(() => Promise.resolve())
    await until('the queue is empty', async () => (await queue.pending()) === 0)
    await worker.close()
  })
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()))
    await queue.close()
  })

  test('a job waits until there is a worker, and comes as it was added', async () => {
    await queue.add(aJob(7))
    expect(await queue.pending()).toBe(1)
    const done: IngestJob[] = []
    startWorker((job) => Promise.resolve(void done.push(job)))
    await until('the job is done', async () => (await queue.pending()) === 0)
    expect(done).toEqual([aJob(7)])
    await workers.at(-1)?.close()
  })

  test('the oldest job that is not done tells up to when everything is', async () => {
    expect(await queue.oldest()).toBeNull()
    const before = Date.now()
    await queue.add(aJob(1))
    const between = Date.now()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await queue.add(aJob(2))
    const oldest = await queue.oldest()
    expect(oldest).toBeGreaterThanOrEqual(before)
    expect(oldest).toBeLessThanOrEqual(between)
    const finish: (() => void)[] = []
    startWorker(({ layout }) => (layout === 1 ? new Promise((done) => finish.push(done)) : Promise.resolve()))
    await until('only the first is worked on', async () => (await queue.pending()) === 1)
    expect(await queue.oldest()).toBe(oldest)
    for (const done of finish) done()
    await until('all is done', async () => (await queue.oldest()) === null)
    await workers.at(-1)?.close()
  })

  test('a job that failed is tried again until it succeeds', async () => {
    await queue.add(aJob(1))
    let attempts = 0
    startWorker(() => (++attempts < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve()))
    await until('the job is done', async () => attempts >= 3 && (await queue.pending()) === 0)
    expect(attempts).toBe(3)
    await workers.at(-1)?.close()
  })

  test('200 jobs are each done once, by two workers', async () => {
    const done: number[] = []
    const work = ({ layout }: IngestJob) => Promise.resolve(void done.push(layout))
    const both = [startWorker(work), startWorker(work)]
    await Promise.all(Array.from({ length: 200 }, (_, i) => queue.add(aJob(i))))
    await until('all are done', async () => done.length >= 200 && (await queue.pending()) === 0)
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i))
    await Promise.all(both.map((worker) => worker.close()))
  })

  test('closing a worker waits for what it has begun, and leaves the rest', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, i) => queue.add(aJob(i))))
    let begun = 0
    let finished = 0
    const worker = startWorker(async () => {
      begun++
      await new Promise((resolve) => setTimeout(resolve, 50))
      finished++
    })
    await until('some have begun', () => Promise.resolve(begun > 0))
    await worker.close()
    expect(finished).toBe(begun)
    expect(await queue.pending()).toBe(100 - finished)
  })
})
