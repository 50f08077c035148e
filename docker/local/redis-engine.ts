import { Redis } from 'ioredis'
import { LocalServiceError, parseServiceUrl, reasonOf } from './local-service-error.ts'

export type RedisEngine = {
  version: string
  appendOnly: boolean
  /** Null where the server does not tell, as some hosted ones. */
  policy: string | null
}

/** What a given server is, after checking that it keeps the queue. */
export async function inspectGivenRedis(url: string, allowVolatile: boolean): Promise<RedisEngine> {
  const parsed = parseServiceUrl('REDIS_URL', url, ['redis:', 'rediss:'], 'redis://host:port')
  const shown = `${parsed.protocol}//${parsed.host}`
  let engine: RedisEngine
  try {
    engine = await withRedis(url, async (redis) => parseRedisInfo(await redis.info()))
  } catch (error) {
    throw new LocalServiceError(
      'unreachable',
      `cannot use REDIS_URL ${shown}: ${reasonOf(error)}; start that server or correct REDIS_URL, ` +
        'or leave it out and Sightline starts its own',
      { cause: error },
    )
  }
  if (!allowVolatile) requireDurable(engine, shown)
  return engine
}

/** The lines of INFO: `name:value`, under `# Section` headings. */
export function parseRedisInfo(info: string): RedisEngine {
  const fields = new Map(
    info.split(/\r?\n/).map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1)] as const
    }),
  )
  return {
    version: fields.get('redis_version') ?? 'of unknown version',
    appendOnly: fields.get('aof_enabled') === '1',
    policy: fields.get('maxmemory_policy') ?? null,
  }
}

export function requireDurable(engine: RedisEngine, shown: string): void {
  const losses = [
    ...(engine.appendOnly ? [] : ['it has no append-only file: set appendonly yes']),
    ...(engine.policy === null || engine.policy === 'noeviction'
      ? []
      : [`its maxmemory-policy "${engine.policy}" evicts keys: set maxmemory-policy noeviction`]),
  ]
  if (losses.length === 0) return
  throw new LocalServiceError(
    'volatile',
    `REDIS_URL ${shown} could lose queued data: ${losses.join('; ')}; or allow a volatile queue`,
  )
}

export function describeRedis({ version, appendOnly, policy }: RedisEngine): string {
  const evicts = policy !== null && policy !== 'noeviction'
  return [
    `Redis ${version} ${appendOnly ? 'with' : 'without'} an append-only file`,
    ...(appendOnly ? [] : ['a restart loses the queue']),
    ...(evicts ? [`it evicts keys (${policy})`] : []),
  ].join(', ')
}

/** True as soon as the server answers; false while it loads its data or is not there yet. */
export async function answersRedis(url: string): Promise<boolean> {
  try {
    return await withRedis(url, async (redis) => (await redis.ping()) === 'PONG')
  } catch (error) {
    if (/ECONNREFUSED|ECONNRESET|LOADING|Connection is closed/.test(reasonOf(error))) return false
    throw error
  }
}

export async function inspectRedis(url: string): Promise<RedisEngine> {
  return withRedis(url, async (redis) => parseRedisInfo(await redis.info()))
}

async function withRedis<T>(url: string, use: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5000,
    commandTimeout: 5000,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    retryStrategy: () => null,
  })
  // connect() rejects with "Connection is closed" and tells the reason to listeners only.
  let reason: unknown
  redis.on('error', (error: unknown) => (reason ??= error))
  try {
    await redis.connect()
    return await use(redis)
  } catch (error) {
    throw reason ?? error
  } finally {
    redis.disconnect()
  }
}
