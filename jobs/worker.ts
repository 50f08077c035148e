/** Puts the jobs process together: a handler for each queue, and the schedules. */
import type { Logger } from 'pino'
import { openDatabase } from '../api/db/database.ts'
import { type QueueStore, openQueue, openWorker } from '../api/queue/queues.ts'
import { openControl } from '../api/db/prisma.ts'
import { HOUR_MS } from '../api/segment/rollups.ts'
import { compact } from './compaction/compact.ts'
import { dueHour, judgeFlags } from './flags/judge-flags.ts'
import { createIngest } from './ingest/ingest.ts'
import { analyzeNew } from './statistics/analyze-new.ts'

export type Jobs = { close(): Promise<void> }

/** Deltas are answered as well as rows, only more slowly: every ten seconds keeps them few, and statistics fresh. */
const COMPACTION_EVERY_MS = 10_000

export async function startJobs(store: QueueStore, log: Logger): Promise<Jobs> {
  const onError = (error: unknown) => log.error({ err: error }, 'jobs')
  const db = openDatabase({ url: store.databaseUrl, name: 'jobs', connections: 6, onError })
  const ingest = openWorker('ingest', store, createIngest(db), onError)
  const compaction = openWorker(
    'compaction',
    store,
    async () => {
      await compact(db)
      await analyzeNew(db)
    },
    onError,
  )
  const control = openControl(store.databaseUrl)
  const flags = openWorker(
    'flags',
    store,
    async () => {
      await judgeFlags({ db, control }, dueHour(Date.now()))
    },
    onError,
  )
  const flagSchedule = openQueue('flags', store, onError)
  await flagSchedule.repeat(HOUR_MS, {})
  const schedule = openQueue('compaction', store, onError)
  await schedule.repeat(COMPACTION_EVERY_MS, {})
  return {
    close: async () => {
      await Promise.all([ingest, compaction, schedule, flags, flagSchedule].map((part) => part.close()))
      await Promise.all([db.close(), control.$disconnect()])
    },
  }
}
