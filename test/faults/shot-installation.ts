/** Servers of their own, and on them for each queue backend a database with api, jobs and clients. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { type Database, openDatabase } from '../../api/db/database.ts'
import { openControl } from '../../api/db/prisma.ts'
import { sql } from '../../api/db/sql.ts'
import { readEnv } from '../../api/env.ts'
import { migrateQueues, openQueue } from '../../api/queue/queues.ts'
import { startPostgres } from '../../docker/local/postgres.ts'
import { removeStalePidFile } from '../../docker/local/postgres/data-directory.ts'
import { startRedis } from '../../docker/local/redis.ts'
import { reservePort } from '../../docker/local/server-home.ts'
import { migrate } from '../../prisma/migrate.ts'
import { KEY } from '../batches.ts'
import { type ShotProcess, startShotProcess } from './shot-process.ts'
import { type ShotServer, createShotServer } from './shot-server.ts'

export const BACKENDS = ['postgres', 'redis'] as const
export type Backend = (typeof BACKENDS)[number]

export type Servers = { postgres: ShotServer; redis: ShotServer; stop: () => Promise<void> }

export async function startServers(): Promise<Servers> {
  const directory = mkdtempSync(join(tmpdir(), 'sightline-faults-'))
  const env = readEnv()
  const cache = env.cacheHome ?? (env.home === null ? undefined : join(env.home, '.cache'))
  const shared = { directory, ...(cache === undefined ? {} : { cacheDirectory: join(cache, 'sightline') }) }
  const postgresHome = join(directory, 'postgres')
  const database = await startPostgres(shared)
  const redis = await startRedis(shared)
  const servers = {
    postgres: createShotServer({
      service: database,
      home: postgresHome,
      signal: 'INT',
      prove: () => writeToPostgres(database.url),
      beforeRestart: () => removeStalePidFile(postgresHome),
    }),
    redis: createShotServer({
      service: redis,
      home: join(directory, 'redis'),
      signal: 'TERM',
      prove: () => writeToRedis(redis.url),
    }),
  }
  return {
    ...servers,
    stop: async () => {
      await Promise.all([servers.postgres.stop(), servers.redis.stop()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function writeToPostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('CREATE TABLE IF NOT EXISTS proof (at timestamptz)')
    await client.query('INSERT INTO proof VALUES (now())')
  } finally {
    await client.end()
  }
}

async function writeToRedis(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
  redis.on('error', () => {})
  try {
    await redis.connect()
    await redis.incr('proof')
  } finally {
    redis.disconnect()
  }
}

export type Installation = {
  backend: Backend
  siteId: number
  url: string
  db: Database
  api: ShotProcess
  jobs: ShotProcess
  /** Jobs beside them whose clock is ahead, or behind where that is negative. */
  moreJobs(clockMs: number): ShotProcess
  queued(): Promise<number>
  stop: () => Promise<void>
}

export async function startInstallation(backend: Backend, servers: Servers): Promise<Installation> {
  const databaseUrl = await createDatabase(servers.postgres.url, `faults_${backend}`)
  const store = {
    databaseUrl,
    redisUrl: backend === 'redis' ? servers.redis.url : null,
    redisPrefix: '{sightline}',
  }
  await migrate(databaseUrl)
  await migrateQueues(store)
  const control = openControl(databaseUrl)
  const { id: siteId } = await control.site.create({
    data: { slug: 'test', name: 'Test', writeKeys: { create: { key: KEY } } },
  })
  await control.$disconnect()
  const db = openDatabase({ url: databaseUrl, name: 'checker', connections: 2, onError: () => {} })
  // What senders call so is refused by the database: dead letters are part of the account.
  await db.query(sql`ALTER TABLE rum.events ADD CONSTRAINT no_poison CHECK (name IS DISTINCT FROM 'poison')`)
  const port = await reservePort()
  const environment = {
    DATABASE_URL: databaseUrl,
    ...(store.redisUrl === null ? {} : { REDIS_URL: store.redisUrl }),
    PORT: String(port),
    HOST: '127.0.0.1',
  }
  const queue = openQueue('ingest', store, () => {})
  const api = startShotProcess({ name: 'api', environment })
  const jobs = startShotProcess({ name: 'jobs', environment })
  await Promise.all([api.ready(), jobs.ready()])
  return {
    backend,
    siteId,
    url: `http://127.0.0.1:${port}`,
    db,
    api,
    jobs,
    moreJobs: (clockMs) => startShotProcess({ name: 'jobs', environment, clockMs }),
    queued: () => queue.pending(),
    stop: async () => {
      await Promise.all([api.stop(), jobs.stop()])
      await Promise.all([queue.close(), db.close()])
    },
  }
}

async function createDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return Object.assign(new URL(url), { pathname: `/${name}` }).toString()
}
