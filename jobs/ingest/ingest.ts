/** The ingest job: takes the batches of a job and resolves when they are stored, or are dead letters with a reason. */
import type { Database } from '../../api/db/database.ts'
import type { IngestJob } from '../../api/queue/ingest-job.ts'
import { LAYOUT_VERSION } from '../../api/rows/layout.ts'
import { type DecodedBatch, decodeBatch } from './batch-facts.ts'
import { createCoalescer } from './coalesce.ts'
import { writeAround } from './isolate-poison.ts'

/** About 20,000 events: past that a transaction gains nothing and holds its locks for longer. */
const FLUSH_BYTES = 6 * 1024 * 1024
const LINGER_MS = 60
const FLUSHES_AT_ONCE = 2

export function createIngest(db: Database): (job: IngestJob) => Promise<void> {
  const coalescer = createCoalescer<DecodedBatch>({
    flush: (batches) => writeAround(db, batches),
    size: ({ events, errors }) => events.length + errors.length,
    maxSize: FLUSH_BYTES,
    lingerMs: LINGER_MS,
    flushesAtOnce: FLUSHES_AT_ONCE,
  })
  return async ({ layout, batches }) => {
    if (layout !== LAYOUT_VERSION) {
      throw new Error(
        `the job has row layout ${layout}, this version writes ${LAYOUT_VERSION}: a newer worker will take it`,
      )
    }
    await coalescer.add(batches.map(decodeBatch))
  }
}
