/** Puts the jobs process together: a handler for each queue, and the schedules. */
import type { Logger } from 'pino'
import { openDatabase } from '../api/db/database.ts'
import { countStatements, createCounters } from '../api/counters.ts'
import { type QueueName, type QueueStore, openQueue, openWorker } from '../api/queue/queues.ts'
import { createEvaluateRule } from '../api/alerts/evaluate-rule.ts'
import { createEvidence } from '../api/alerts/evidence.ts'
import { GRAPHQL_LIMITS } from '../api/cost/graphql-limits.ts'
import { openControl } from '../api/db/prisma.ts'
import { type SendSettings, createSend } from '../api/deliveries/send.ts'
import { executableSchema } from '../api/schema.ts'
import { HOUR_MS } from '../api/segment/rollups.ts'
import { createWatermark } from '../api/watermark.ts'
import { RULES_AT_ONCE, evaluateDue } from './alerts/evaluate.ts'
import { compact } from './compaction/compact.ts'
import { replayAsked } from './dead-letters/replay.ts'
import { DELIVERIES_AT_ONCE, deliverDue } from './deliveries/deliver.ts'
import { eraseDue } from './erasure/erase.ts'
import { destroySalts } from './expiry/destroy-salts.ts'
import { expire } from './expiry/expire.ts'
import { guardDisk } from './expiry/guard-disk.ts'
import { dueHour, judgeFlags } from './flags/judge-flags.ts'
import { createIngest } from './ingest/ingest.ts'
import { type MetricsAddress, serveMetrics } from './metrics-server.ts'
import { analyzeNew } from './statistics/analyze-new.ts'

export type Jobs = {
  /** Null where no metrics are served. */
  metricsUrl: string | null
  close(): Promise<void>
}

/** Deltas are answered as well as rows, only more slowly: every ten seconds keeps them few, and statistics fresh. */
const COMPACTION_EVERY_MS = 10_000
/** What is in the outbox waits no longer than this. */
const DELIVERIES_EVERY_MS = 2000

/** Rules are evaluated for whole minutes; this is how soon after one is over. */
const ALERTS_EVERY_MS = 15_000

/** A round may wait for what is under way or queued. */
const ERASURE_EVERY_MS = 5000
/** Salts live for 48 h and not much longer; a disk fills within minutes. */
const EXPIRY_EVERY_MS = 5 * 60_000

export type JobsSettings = {
  send: SendSettings
  publicUrl: string
  /** How large the database may grow; null or absent: nobody looks. */
  databaseMaxBytes?: number | null
  /** Where `/metrics` of this process is served; absent: nowhere. */
  metrics?: MetricsAddress | null
}

export async function startJobs(store: QueueStore, log: Logger, settings: JobsSettings): Promise<Jobs> {
  const onError = (error: unknown) => log.error({ err: error }, 'jobs')
  const counters = createCounters()
  const onStatement = countStatements(counters)
  const db = openDatabase({ url: store.databaseUrl, name: 'jobs', connections: 6, onError, onStatement })
  const ingest = openWorker('ingest', store, createIngest(db, counters), onError)
  let compactedAt = Date.now()
  counters.gauge('sightline_compaction_lag_seconds', () => (Date.now() - compactedAt) / 1000)
  const compaction = openWorker(
    'compaction',
    store,
    async () => {
      // What a person waits for goes first, and what befalls it holds nothing else up.
      await replayAsked(db).catch(onError)
      const begun = performance.now()
      counters.add('sightline_compaction_deltas_total', await compact(db))
      counters.add('sightline_compaction_seconds_total', (performance.now() - begun) / 1000)
      compactedAt = Date.now()
      await analyzeNew(db)
    },
    onError,
  )
  // Of its own: a delivery holds its connection for as long as its receiver takes, and ingest must not wait for that.
  const outbox = openDatabase({
    url: store.databaseUrl,
    name: 'deliveries',
    connections: DELIVERIES_AT_ONCE + 1,
    onError,
  })
  const control = openControl(store.databaseUrl)
  const send = createSend(settings.send)
  const deliveries = openWorker(
    'deliveries',
    store,
    async () => {
      await deliverDue({ db: outbox, control, send })
    },
    onError,
  )
  const evaluating = openDatabase({
    url: store.databaseUrl,
    name: 'alerts',
    connections: RULES_AT_ONCE + 1,
    onError,
  })
  const reading = openDatabase({
    url: store.databaseUrl,
    name: 'alert-figures',
    connections: RULES_AT_ONCE,
    statementTimeoutMs: GRAPHQL_LIMITS.statementMs,
    readOnly: true,
    onError,
  })
  const ingestQueue = openQueue('ingest', store, onError)
  const watermark = createWatermark(() => ingestQueue.oldest(), Date.now)
  const evaluate = createEvaluateRule(
    { schema: executableSchema(), control, db: reading, onError },
    createEvidence(reading, async () => (await watermark())?.getTime() ?? null),
  )
  const alerts = openWorker(
    'alerts',
    store,
    async () => {
      await evaluateDue({ db: evaluating, control, evaluate, publicUrl: settings.publicUrl, onError })
    },
    onError,
  )
  const erasing = openDatabase({ url: store.databaseUrl, name: 'erasure', connections: 1, onError })
  const erasure = openWorker(
    'erasure',
    store,
    async () => {
      await eraseDue(erasing, () => ingestQueue.oldest())
    },
    onError,
  )
  // Judging reads raw rows of weeks: two statements at a time, and none of those that ingest waits for.
  const judging = openDatabase({ url: store.databaseUrl, name: 'flags', connections: 2, onError })
  const flags = openWorker(
    'flags',
    store,
    async () => {
      await judgeFlags({ db: judging, control }, dueHour(Date.now()))
    },
    onError,
  )
  const expiring = openDatabase({ url: store.databaseUrl, name: 'expiry', connections: 1, onError })
  const expiry = openWorker(
    'expiry',
    store,
    async () => {
      const now = Date.now()
      await destroySalts(control, now)
      await expire(expiring, now)
      const until = await guardDisk(expiring, { maxBytes: settings.databaseMaxBytes ?? null, now })
      if (until !== null) log.warn({ until }, 'the database is nearly full: events went before their time')
    },
    onError,
  )
  const schedules = [
    await schedule('alerts', ALERTS_EVERY_MS),
    await schedule('compaction', COMPACTION_EVERY_MS),
    await schedule('deliveries', DELIVERIES_EVERY_MS),
    await schedule('erasure', ERASURE_EVERY_MS),
    await schedule('flags', HOUR_MS),
    await schedule('expiry', EXPIRY_EVERY_MS),
  ]
  const metrics =
    settings.metrics === undefined || settings.metrics === null
      ? null
      : await serveMetrics(settings.metrics, () => counters.text())
  return {
    metricsUrl: metrics?.url ?? null,
    close: async () => {
      await metrics?.close()
      await Promise.all(
        [ingest, compaction, deliveries, alerts, erasure, expiry, flags, ingestQueue, ...schedules].map(
          (part) => part.close(),
        ),
      )
      const databases = [db, outbox, evaluating, reading, erasing, expiring, judging]
      await Promise.all([...databases.map((one) => one.close()), control.$disconnect()])
    },
  }

  async function schedule(name: Exclude<QueueName, 'ingest'>, everyMs: number) {
    const queue = openQueue(name, store, onError)
    await queue.repeat(everyMs, {})
    return queue
  }
}
