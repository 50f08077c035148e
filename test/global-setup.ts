/**
 * Real servers for the whole run: TimescaleDB, plain PostgreSQL, Redis. DATABASE_URL and REDIS_URL are used where they
 * are set; else private ones are started. A server that cannot be had fails the run: nothing is skipped.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readEnv } from '../api/env.ts'
import type { LocalService } from '../docker/local/local-service.ts'
import { startPostgres } from '../docker/local/postgres.ts'
import { startRedis } from '../docker/local/redis.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** An administrative URL of TimescaleDB: databases are made beside the one it names. */
    timescaleUrl: string
    plainUrl: string
    redisUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const env = readEnv()
  const directory = mkdtempSync(join(tmpdir(), 'sightline-test-'))
  const cache = env.cacheHome ?? (env.home === null ? undefined : join(env.home, '.cache'))
  const shared = {
    directory,
    ephemeral: true,
    ...(cache === undefined ? {} : { cacheDirectory: join(cache, 'sightline') }),
    onProgress: createReporter(),
  }
  const plainDirectory = mkdtempSync(join(tmpdir(), 'sightline-plain-'))
  const services: LocalService[] = []
  const start = async (service: Promise<LocalService>) => {
    const started = await service
    services.push(started)
    process.stdout.write(`test services: ${started.engine} (${started.origin})\n`)
    return started.url
  }
  const timescale = startPostgres({
    ...shared,
    ...(env.databaseUrl === null ? { engine: 'timescale' } : { url: env.databaseUrl }),
  })
  project.provide('timescaleUrl', await start(timescale))
  project.provide(
    'redisUrl',
    await start(startRedis({ ...shared, ...(env.redisUrl === null ? {} : { url: env.redisUrl }) })),
  )
  project.provide(
    'plainUrl',
    await start(startPostgres({ ...shared, directory: plainDirectory, engine: 'plain' })),
  )
  return async () => {
    await Promise.all(services.map((service) => service.stop()))
    for (const folder of [directory, plainDirectory]) rmSync(folder, { recursive: true, force: true })
  }
}

/** A line for each tenth of a slow step: the first run downloads 100 MB. */
function createReporter() {
  let last = ''
  return ({ label, done, total }: { label: string; done: number; total: number }) => {
    const line = `${label} ${Math.floor((done / Math.max(total, 1)) * 10) * 10} %`
    if (line !== last) process.stdout.write(`test services: ${line}\n`)
    last = line
  }
}
