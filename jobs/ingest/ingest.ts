/** The ingest job: takes the batches of a job and resolves when they are stored, or are dead letters with a reason. */
import type { Database } from '../../api/db/database.ts'
import type { Counters } from '../../api/counters.ts'
import type { IngestJob } from '../../api/queue/ingest-job.ts'
import { LAYOUT_VERSION } from '../../api/rows/layout.ts'
import type { Entry } from '../../api/usage/accounting.ts'
import { type DecodedBatch, decodeBatch } from './batch-facts.ts'
import { createCoalescer } from './coalesce.ts'
import { writeAround } from './isolate-poison.ts'

/** About 20,000 events: past that a transaction gains nothing and holds its locks for longer. */
const FLUSH_BYTES = 6 * 1024 * 1024
const LINGER_MS = 60
const FLUSHES_AT_ONCE = 2

export function createIngest(db: Database, counters?: Counters): (job: IngestJob) => Promise<void> {
  const coalescer = createCoalescer<DecodedBatch>({
    flush: async (batches) => {
      const begun = performance.now()
      const entries = await writeAround(db, batches)
      if (counters !== undefined) countFlush(counters, { batches, entries, ms: performance.now() - begun })
    },
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

type Flush = { batches: readonly DecodedBatch[]; entries: readonly Entry[]; ms: number }

function countFlush(counters: Counters, { batches, entries, ms }: Flush): void {
  const bytes = batches.reduce((sum, { events, errors }) => sum + events.length + errors.length, 0)
  counters.add('sightline_ingest_flushes_total', 1)
  counters.add('sightline_ingest_flush_batches_total', batches.length)
  counters.add('sightline_ingest_flush_bytes_total', bytes)
  counters.add('sightline_ingest_flush_seconds_total', ms / 1000)
  for (const { what, n } of entries) counters.add('sightline_ingest_events_total', n, { outcome: what })
}
