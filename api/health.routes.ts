/** Whether the process lives, whether it can work, and what it has counted. */
import type { FastifyInstance } from 'fastify'
import { readMigrations } from '../prisma/migrate.ts'
import type { Counters } from './counters.ts'
import type { Queryable } from './db/database.ts'
import { sql } from './db/sql.ts'
import type { Backpressure } from './limits/backpressure.ts'
import type { Storage } from './limits/storage.ts'
import { within } from './within.ts'
import type { Queue } from './queue/queues.ts'

/** Null: ready. Else what is wrong. */
export type Readiness = () => Promise<string | null>

type Parts = {
  db: Queryable
  queue: Pick<Queue<'ingest'>, 'pending'>
  backpressure: Backpressure
  storage: Storage
}

/** A look that takes longer found nothing that works. */
const PATIENCE_MS = 2000

export function createReadiness({ db, queue, backpressure, storage }: Parts): Readiness {
  const newest = readMigrations().at(-1)?.name ?? ''
  return async () => {
    const [database, pending] = await Promise.all([
      within(PATIENCE_MS, isMigrated(db, newest)).catch(() => 'away' as const),
      within(PATIENCE_MS, queue.pending()).catch(() => null),
    ])
    if (database === 'away') return 'the database cannot be reached'
    if (!database) return `the database lacks migration ${newest}: start this version by npm start`
    if (pending === null) return 'the queue cannot be reached'
    if (storage.fullness() >= 1) return 'the database is full'
    return backpressure.fullness() >= 1 ? 'the queue is full' : null
  }
}

async function isMigrated(db: Queryable, newest: string): Promise<boolean> {
  const rows = await db.query(sql`/* health.migrated */
SELECT 1 AS applied
FROM _prisma_migrations
WHERE migration_name = ${newest}
  AND finished_at IS NOT NULL`)
  return rows.length > 0
}

export function healthRoutes(
  app: FastifyInstance,
  { ready, metrics }: { ready: Readiness; metrics: () => string },
): void {
  app.get('/healthz', (_, reply) => reply.send({ status: 'ok' }))
  app.get('/readyz', async (_, reply) => {
    const problem = await ready()
    if (problem === null) return reply.send({ status: 'ok' })
    return reply.code(503).header('retry-after', '5').send({ status: problem })
  })
  app.get('/metrics', (_, reply) => reply.type('text/plain; version=0.0.4').send(metrics()))
}

/** Gauges of the queue, as the last look saw it; none after a look that failed. */
export function countQueue(counters: Counters, backpressure: Backpressure, now: () => number): void {
  counters.gauge('sightline_queue_jobs', () => backpressure.depth()?.jobs ?? null)
  counters.gauge('sightline_queue_bytes', () => backpressure.depth()?.bytes ?? null)
  counters.gauge('sightline_queue_fullness_ratio', () => backpressure.fullness())
  counters.gauge('sightline_ingest_lag_seconds', () => {
    const depth = backpressure.depth()
    if (depth === null) return null
    return depth.oldest === null ? 0 : Math.max(0, now() - depth.oldest) / 1000
  })
}

/** Gauges of the database; the ratio is 0 where it may grow without bound. */
export function countStorage(counters: Counters, storage: Storage): void {
  counters.gauge('sightline_storage_bytes', () => storage.bytes())
  counters.gauge('sightline_storage_fullness_ratio', () => storage.share())
}
