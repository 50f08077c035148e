/**
 * Several batches, one job: while a job is being added, what comes in waits and goes together in the next one. Idle it
 * adds nothing to the latency; under load it saves the queue most of its cost, which is by job and not by byte.
 */
import type { IngestBatch, IngestJob } from './ingest-job.ts'
import { type JobContent, batchBytes, contentOf } from './job-id.ts'
import { LAYOUT_VERSION } from '../rows/layout.ts'

export type BatchQueue = {
  /** Resolves when the batch is durable in the queue; rejects when it may not be. */
  enqueue(batch: IngestBatch): Promise<void>
}

type Waiting = { batch: IngestBatch; bytes: number; resolve: () => void; reject: (error: unknown) => void }

const MAX_JOB_BYTES = 1024 * 1024
/** More at once make smaller jobs: the queue in PostgreSQL is a sixth slower with four, Redis is as fast with one. */
const ADDS_AT_ONCE = 1

export function createBatchQueue(add: (job: IngestJob, content: JobContent) => Promise<void>): BatchQueue {
  const waiting: Waiting[] = []
  let adding = 0

  const takeJob = (): Waiting[] => {
    let bytes = 0
    let count = 0
    for (const { bytes: size } of waiting) {
      if (count > 0 && bytes + size > MAX_JOB_BYTES) break
      bytes += size
      count++
    }
    return waiting.splice(0, count)
  }

  const pump = async (): Promise<void> => {
    if (adding >= ADDS_AT_ONCE || waiting.length === 0) return
    const taken = takeJob()
    adding++
    try {
      const batches = taken.map(({ batch }) => batch)
      await add({ layout: LAYOUT_VERSION, batches }, contentOf(batches))
      for (const { resolve } of taken) resolve()
    } catch (error) {
      for (const { reject } of taken) reject(error)
    } finally {
      adding--
      void pump()
    }
  }

  return {
    enqueue: (batch) =>
      new Promise((resolve, reject) => {
        waiting.push({ batch, bytes: batchBytes(batch), resolve, reject })
        void pump()
      }),
  }
}
