/** The collector's routes with keys, consent and salts from a database; what it queues is held until it is taken. */
import Fastify, { type FastifyInstance } from 'fastify'
import { createAcceptor } from '../../api/collect/accept.ts'
import { collectRoutes } from '../../api/collect/collect.routes.ts'
import { createDailyVisitors } from '../../api/collect/daily-visitors.ts'
import { createEnricher } from '../../api/collect/enrich.ts'
import { createPrivacy } from '../../api/collect/privacy.ts'
import { createWriteKeys } from '../../api/collect/write-keys.ts'
import { createConsentLog } from '../../api/consent/consent-log.ts'
import { createCounters } from '../../api/counters.ts'
import type { IngestBatch } from '../../api/queue/ingest-job.ts'
import type { TestDatabase } from '../database.ts'

export type CollectorInHand = {
  app: FastifyInstance
  /** What was queued since it was taken last. */
  take(): IngestBatch[]
  /** What the collector could not make sense of. */
  errors: unknown[]
}

export async function createCollectorInHand(
  { db, control }: TestDatabase,
  now: () => number,
  /** By which what is known of keys grows old. */
  keyClock: () => number = Date.now,
): Promise<CollectorInHand> {
  let queued: IngestBatch[] = []
  const errors: unknown[] = []
  const app = Fastify()
  const keys = createWriteKeys(control, keyClock)
  const accept = createAcceptor({
    keys,
    enricher: await createEnricher(null),
    privacy: createPrivacy({ log: createConsentLog(db), visitors: createDailyVisitors(control) }),
    queue: {
      enqueue: (batch) => {
        queued.push(batch)
        return Promise.resolve()
      },
    },
    onError: (error) => errors.push(error),
  })
  await app.register(async (scope) =>
    collectRoutes(scope, {
      accept,
      keys,
      counters: createCounters(),
      trustedProxies: 1,
      now,
      onError: (error) => errors.push(error),
    }),
  )
  return {
    app,
    errors,
    take: () => {
      const taken = queued
      queued = []
      return taken
    },
  }
}
