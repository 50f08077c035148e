import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openPrivateRoot } from './debian/private-root.ts'
import { giveTo, type Installation } from './installation.ts'
import { nameDiskFull } from './local-service-error.ts'
import type { LocalService, LocalServiceOptions } from './local-service.ts'
import { answersRedis, describeRedis, inspectGivenRedis, inspectRedis } from './redis-engine.ts'
import { occupyHome, reservePort, type OccupiedHome } from './server-home.ts'
import { startServer } from './server-process.ts'

export type RedisOptions = LocalServiceOptions & {
  /** Takes a given server also if it could lose queued data. */
  allowVolatile?: boolean
}

export async function startRedis(options: RedisOptions): Promise<LocalService> {
  if (options.url !== undefined) {
    const engine = await inspectGivenRedis(options.url, options.allowVolatile === true)
    return { url: options.url, engine: describeRedis(engine), origin: 'given', stop: async () => {} }
  }
  const directory = resolve(options.directory)
  mkdirSync(directory, { recursive: true })
  // TERM also when repeated: a second INT makes Redis exit without writing its file.
  const occupied = await occupyHome(directory, 'redis', 'TERM')
  try {
    const port = await reservePort(options.port)
    // PostgreSQL has a stand-in where this fails, Redis has none: the error names REDIS_URL as the way out.
    const installation = await openPrivateRoot(options)
    return await runRedis(installation, occupied, port, options)
  } catch (error) {
    occupied.release()
    throw nameDiskFull(error, directory)
  }
}

async function runRedis(
  installation: Installation,
  { home, signal, release }: OccupiedHome,
  port: number,
  options: RedisOptions,
): Promise<LocalService> {
  const ephemeral = options.ephemeral === true
  const data = join(home, 'data')
  if (ephemeral) rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  giveTo(installation.owner, data)

  const password = randomBytes(24).toString('base64url')
  const seen = installation.homeSeen(home)
  const settings = { ...chooseRedisSettings(port, `${seen}/data`, ephemeral), ...options.settings }
  const path = join(home, 'redis.conf')
  rmSync(path, { force: true })
  writeFileSync(path, formatRedisSettings({ ...settings, requirepass: password }), { mode: 0o600 })
  giveTo(installation.owner, path)

  const url = `redis://:${password}@127.0.0.1:${port}`
  const server = await startServer({
    home,
    argv: installation.enter(home, ['/usr/bin/redis-server', `${seen}/redis.conf`]),
    spawnAs: installation.spawnAs,
    signal,
    isReady: () => answersRedis(url),
  })
  let stopped: Promise<void> | undefined
  const stop = async () => {
    await server.stop()
    if (ephemeral) rmSync(home, { recursive: true, force: true })
    release()
  }
  try {
    const engine = describeRedis(await inspectRedis(url))
    return { url, engine, origin: installation.origin, stop: () => (stopped ??= stop()) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The queue is all that Redis holds: it must survive a crash, and nothing of it may be evicted. */
export function chooseRedisSettings(port: number, data: string, ephemeral: boolean): Record<string, string> {
  return {
    bind: '127.0.0.1',
    port: String(port),
    dir: data,
    appendonly: 'yes',
    appendfsync: ephemeral ? 'no' : 'everysec',
    'maxmemory-policy': 'noeviction',
    save: '',
    'always-show-logo': 'no',
  }
}

export function formatRedisSettings(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${value === '' ? '""' : JSON.stringify(value)}\n`)
    .join('')
}
