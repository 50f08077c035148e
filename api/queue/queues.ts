/**
 * The queues: their names, payloads and settings in one table, and the only place where BullMQ is opened. With a Redis
 * URL they live in Redis, else in the database itself.
 */
import {
  type Job,
  type JobsOptions,
  type Processor,
  Queue as RedisQueue,
  Worker as RedisWorker,
  createPostgresBackend,
  runMigrations,
  withBackend,
} from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import type { IngestJob } from './ingest-job.ts'
import { type JobContent, type JobFacts, jobFacts, jobId } from './job-id.ts'
import { reopening } from './reopen.ts'

/** The payload of each queue. */
export type QueuePayloads = {
  ingest: IngestJob
  compaction: Record<string, never>
  flags: Record<string, never>
  deliveries: Record<string, never>
  alerts: Record<string, never>
  expiry: Record<string, never>
  erasure: Record<string, never>
}
export type QueueName = keyof QueuePayloads

type QueueSettings = { concurrency: number; job: JobsOptions }

/** Payloads go as soon as the job is done; a job that cannot be done now is tried for as long as it takes. */
const KEEP_TRYING: JobsOptions = { removeOnComplete: true, attempts: 1_000_000, backoff: { type: 'capped' } }

/** One of many: what it leaves undone the next one does. */
const ROUND: QueueSettings = {
  concurrency: 1,
  job: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
}

const QUEUES: Record<QueueName, QueueSettings> = {
  // Many at once, so that one transaction can take what many jobs brought.
  ingest: { concurrency: 64, job: KEEP_TRYING },
  compaction: ROUND,
  flags: ROUND,
  deliveries: ROUND,
  alerts: ROUND,
  expiry: ROUND,
  erasure: ROUND,
}

/** When a worker dies its jobs are taken up after the lock ends: the defaults take a minute and give up after two. */
const WORKER_SETTINGS = { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 1_000 }
const MAX_BACKOFF_MS = 10_000

const NOT_DONE = ['waiting', 'active', 'delayed', 'prioritized'] as const
/** Lists stand oldest first but for those that are worked on or tried again: so many of those are looked at. */
const OLDEST_OF_EACH = 255

/** So many jobs of each list are looked at when all that waits is asked for. */
const MOST_LISTED = 100_000

/** Where the queues live. The prefix, what keys in Redis begin with, keeps installations apart that share one. */
export type QueueStore = { redisUrl: string | null; redisPrefix: string; databaseUrl: string }

export type Queue<Name extends QueueName> = {
  /** Resolves when the job is durable. Its id tells its content, if that is given. */
  add(payload: QueuePayloads[Name], content?: JobContent): Promise<void>
  /** Runs a job again and again; at every start the schedule is made what it is here. */
  repeat(everyMs: number, payload: QueuePayloads[Name]): Promise<void>
  /** How many jobs are not done yet. */
  pending(): Promise<number>
  /** When the oldest job that is not done yet was added, epoch ms; null where all are done. */
  oldest(): Promise<number | null>
  /** How much is not done yet: a cheap look. Bytes are exact up to 512 jobs, beyond an estimate by both ends of the lists. */
  depth(): Promise<QueueDepth>
  /** Every job that is not done yet. */
  waiting(): Promise<JobFacts[]>
  /** The payloads of jobs; a job that is done has none any more. */
  payloads(ids: readonly string[]): Promise<QueuePayloads[Name][]>
  close(): Promise<void>
}

export type QueueDepth = {
  jobs: number
  bytes: number
  /** Epoch ms; null where all are done. */
  oldest: number | null
}

export type Worker = { close(): Promise<void> }

const Postgres = withBackend(createPostgresBackend)

/** Brings the queue's tables to this version; Redis needs none. */
export async function migrateQueues({
  redisUrl,
  databaseUrl,
}: Pick<QueueStore, 'redisUrl' | 'databaseUrl'>): Promise<void> {
  if (redisUrl !== null) return
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'sightline-migrate' })
  await client.connect()
  try {
    await runMigrations(client)
  } finally {
    await client.end()
  }
}

export function openQueue<Name extends QueueName>(
  name: Name,
  store: QueueStore,
  onError: (error: Error) => void,
): Queue<Name> {
  // An add that cannot be done now fails now: the collector answers 503 and the client keeps the batch.
  const options = { enableOfflineQueue: false, maxRetriesPerRequest: 1 }
  const { part: queue, close } = reopening(() => {
    const redis = store.redisUrl === null ? null : redisConnection(store.redisUrl, options, onError)
    const part =
      redis === null
        ? new Postgres.Queue<QueuePayloads[Name]>(name, { connection: postgresConnection(store, 8) })
        : new RedisQueue<QueuePayloads[Name]>(name, { prefix: store.redisPrefix, connection: redis })
    part.on('error', onError)
    return { part, abandon: () => redis?.disconnect() }
  })
  const { job } = QUEUES[name]
  return {
    add: async (payload, content) => {
      await queue().add(name as never, payload as never, { ...job, jobId: jobId(Date.now(), content) })
    },
    repeat: async (every, payload) => {
      await queue().upsertJobScheduler(name as never, { every }, { name, data: payload, opts: job } as never)
    },
    pending: () => queue().getJobCountByTypes(...NOT_DONE),
    oldest: async () => {
      // One look at all lists, so that a job on its way from one to the other is in one of them.
      const ids = await queue().getRanges([...NOT_DONE], 0, OLDEST_OF_EACH, true)
      return earliest(factsOf(ids))
    },
    depth: async () => {
      const [jobs, first, last] = await Promise.all([
        queue().getJobCountByTypes(...NOT_DONE),
        queue().getRanges([...NOT_DONE], 0, OLDEST_OF_EACH, true),
        queue().getRanges([...NOT_DONE], 0, OLDEST_OF_EACH, false),
      ])
      const looked = factsOf([...first, ...last])
      const bytes = looked.reduce((sum, { bytes: size }) => sum + (size ?? 0), 0)
      const mean = looked.length === 0 ? 0 : bytes / looked.length
      return { jobs, bytes: Math.round(jobs * mean), oldest: earliest(looked) }
    },
    waiting: async () => {
      // Twice: in PostgreSQL the lists are read one after the other, and a job may go back to one that was read.
      const first = await queue().getRanges([...NOT_DONE], 0, MOST_LISTED, true)
      const second = await queue().getRanges([...NOT_DONE], 0, MOST_LISTED, true)
      return factsOf([...first, ...second])
    },
    payloads: async (ids) => {
      const jobs = await Promise.all(ids.map((id) => queue().getJob(id)))
      return jobs.flatMap((found) => (found === undefined ? [] : [found.data as QueuePayloads[Name]]))
    },
    close,
  }
}

function factsOf(ids: readonly string[]): JobFacts[] {
  return [...new Set(ids)].map(jobFacts).filter((facts) => facts !== null)
}

function earliest(facts: readonly JobFacts[]): number | null {
  return facts.length === 0
    ? null
    : facts.reduce((first, { addedAt }) => Math.min(first, addedAt), Number.MAX_SAFE_INTEGER)
}

export function openWorker<Name extends QueueName>(
  name: Name,
  store: QueueStore,
  work: (payload: QueuePayloads[Name]) => Promise<void>,
  onError: (error: Error) => void,
): Worker {
  const { concurrency } = QUEUES[name]
  const processor: Processor<QueuePayloads[Name]> = (job: Job<QueuePayloads[Name]>) => work(job.data)
  const settings = {
    ...WORKER_SETTINGS,
    concurrency,
    settings: {
      backoffStrategy: (attempts: number) => Math.min(MAX_BACKOFF_MS, 250 * 2 ** Math.min(attempts, 10)),
    },
  }
  const { close } = reopening(() => {
    const redis =
      store.redisUrl === null
        ? null
        : redisConnection(store.redisUrl, { maxRetriesPerRequest: null }, onError)
    const part =
      redis === null
        ? new Postgres.Worker<QueuePayloads[Name]>(name, processor, {
            ...settings,
            connection: postgresConnection(store, 10),
          })
        : new RedisWorker<QueuePayloads[Name]>(name, processor, {
            ...settings,
            prefix: store.redisPrefix,
            connection: redis,
          })
    // Without this listener the first lost connection would end the process.
    part.on('error', onError)
    part.on('failed', (_job: unknown, error: Error) => onError(error))
    return { part, abandon: () => redis?.disconnect() }
  })
  return { close }
}

function postgresConnection({ databaseUrl }: QueueStore, max: number) {
  return { connectionString: databaseUrl, max, application_name: 'sightline-queue' }
}

function redisConnection(
  url: string,
  options: { enableOfflineQueue?: boolean; maxRetriesPerRequest: number | null },
  onError: (error: Error) => void,
) {
  const redis = new Redis(url, options)
  redis.on('error', onError)
  return redis
}
