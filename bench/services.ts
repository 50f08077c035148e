/** Servers as in production (everything flushed to disk), with data of their own that go afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv } from '../api/env.ts'
import { migrateQueues } from '../api/queue/queues.ts'
import type { LocalService } from '../docker/local/local-service.ts'
import { startPostgres } from '../docker/local/postgres.ts'
import { startRedis } from '../docker/local/redis.ts'
import { migrate } from '../prisma/migrate.ts'

export type BenchServices = {
  databaseUrl: string
  redisUrl: string
  engines: string[]
  stop(): Promise<void>
}

export async function startBenchServices(): Promise<BenchServices> {
  const { home } = readEnv()
  const directory = mkdtempSync(join(tmpdir(), 'sightline-bench-'))
  const shared = { directory, ...(home === null ? {} : { cacheDirectory: join(home, '.cache/sightline') }) }
  const [database, redis]: [LocalService, LocalService] = await Promise.all([
    startPostgres({ ...shared, engine: 'timescale' }),
    startRedis({ ...shared, settings: { appendfsync: 'always' } }),
  ])
  await migrate(database.url)
  await migrateQueues({ redisUrl: null, databaseUrl: database.url })
  return {
    databaseUrl: database.url,
    redisUrl: redis.url,
    engines: [database.engine, redis.engine],
    stop: async () => {
      await Promise.all([database.stop(), redis.stop()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
