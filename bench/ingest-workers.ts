/** What an event costs the job by how many pages there are, and four workers at once on the same sessions and pages. */
import { createEnricher } from '../api/collect/enrich.ts'
import { createAcceptor } from '../api/collect/accept.ts'
import { AS_SENT } from '../api/collect/privacy.ts'
import { createWriteKeys } from '../api/collect/write-keys.ts'
import { type Database, openDatabase } from '../api/db/database.ts'
import { openControl } from '../api/db/prisma.ts'
import { sql } from '../api/db/sql.ts'
import type { IngestBatch } from '../api/queue/ingest-job.ts'
import { LAYOUT_VERSION } from '../api/rows/layout.ts'
import { demoWriteKey } from '../api/sites/demo-site.ts'
import { createIngest } from '../jobs/ingest/ingest.ts'
import type { Batch } from '../sdk/wire/batch.generated.ts'
import { batchesOf, cpuParts, since } from './ingest-load.ts'
import { table } from './machine.ts'
import type { BenchServices } from './services.ts'

const PAGES = [10, 500, 5000]
const WORKERS = 4

export async function benchWorkers(services: BenchServices, events: number): Promise<void> {
  const control = openControl(services.databaseUrl)
  const open = () => openDatabase({ url: services.databaseUrl, name: 'bench', connections: 4 })
  const workers = Array.from({ length: WORKERS }, open)
  const [db = open()] = workers
  try {
    const key = (await demoWriteKey(control)) ?? ''
    const prepare = await createPreparer(control)
    const rows: string[][] = []
    for (const pages of PAGES) {
      const batches = await prepare(batchesOf(key, events).map((batch, i) => onPages(batch, pages, i)))
      rows.push([String(pages), ...(await costOf(db, batches, events))])
    }
    console.log(`\n### By pages\n`)
    console.log(table(['pages', 'µs CPU an event, job and PostgreSQL', 'delta rows an event'], rows))

    const batches = await prepare(batchesOf(key, events).map((batch, i) => onPages(batch, 10, i)))
    const before = await look(db)
    await Promise.all(workers.map((worker) => storeAll(worker, batches)))
    const after = await look(db)
    const lost = batches.length - (after.batches - before.batches)
    console.log(
      `\n${WORKERS} workers at once, each with all of ${batches.length} batches: ${after.deadlocks - before.deadlocks} deadlocks, ${lost} lost, ${after.letters - before.letters} dead letters.`,
    )
  } finally {
    await Promise.all([...workers.map((worker) => worker.close()), control.$disconnect()])
  }
}

/** The batch with its views on some of so many pages; a twentieth as many sessions as batches. */
function onPages(batch: Batch, pages: number, i: number): Batch {
  const views = Object.entries(batch.views ?? {}).map(([id, view], n) => [
    id,
    { ...view, page: `/page-${(i * 7 + n) % pages}` },
  ])
  const session = `00000000-0000-7000-8000-${String(pages * 1_000_000 + (i % 20)).padStart(12, '0')}`
  return { ...batch, session: { ...batch.session, id: session }, views: Object.fromEntries(views) }
}

async function createPreparer(control: ReturnType<typeof openControl>) {
  const prepared: IngestBatch[] = []
  const accept = createAcceptor({
    keys: createWriteKeys(control, Date.now),
    enricher: await createEnricher(null),
    privacy: AS_SENT,
    queue: { enqueue: (batch) => Promise.resolve(void prepared.push(batch)) },
    onError: (error) => console.error(error),
  })
  return async (batches: readonly Batch[]): Promise<IngestBatch[]> => {
    const hints = { mobileHint: null, platformHint: null, brandsHint: null }
    for (const batch of batches) {
      const body = Buffer.from(JSON.stringify(batch))
      const facts = { ip: '', userAgent: '', edgePlace: null, ...hints, gpc: false }
      await accept({ ...facts, body, encoding: undefined, origin: undefined, receivedAt: Date.now() })
    }
    return prepared.splice(0)
  }
}

async function storeAll(db: Database, batches: readonly IngestBatch[]): Promise<void> {
  const ingest = createIngest(db)
  await Promise.all(batches.map((batch) => ingest({ layout: LAYOUT_VERSION, batches: [batch] })))
}

async function costOf(db: Database, batches: readonly IngestBatch[], events: number): Promise<string[]> {
  const rowsBefore = (await look(db)).deltas
  const before = { at: performance.now(), parts: cpuParts() }
  await storeAll(db, batches)
  const { parts } = since(before)
  const [own = 0, , , postgres = 0] = parts
  const perEvent = (ms: number) => ((ms * 1000) / events).toFixed(1)
  const rows = (await look(db)).deltas - rowsBefore
  return [`${perEvent(own)} + ${perEvent(postgres)}`, (rows / events).toFixed(3)]
}

type Look = { deadlocks: number; batches: number; letters: number; deltas: number }

async function look(db: Database): Promise<Look> {
  // The server counts deadlocks a moment after they happen.
  await new Promise((resolve) => setTimeout(resolve, 1200))
  const [found] = await db.query<Look>(sql`/* bench.look */
SELECT
  (SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()) AS deadlocks,
  (SELECT count(*) FROM rum.ingest_batch) AS batches,
  (SELECT count(*) FROM rum.dead_letters) AS letters,
  (SELECT count(*) FROM rum.rollup_delta) AS deltas`)
  return found ?? { deadlocks: NaN, batches: NaN, letters: NaN, deltas: NaN }
}
