import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalService } from './local-service.ts'
import { startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'

/** The first run downloads 98 MB. */
const FIRST_RUN_MS = 600_000
const TEST_MS = 60_000

let directory: string
const aDirectory = (name: string) => join(directory, name)
const started: LocalService[] = []

async function start(service: Promise<LocalService>): Promise<LocalService> {
  const running = await service
  started.push(running)
  return running
}

async function query(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const results = []
    for (const statement of statements)
      results.push((await client.query<Record<string, unknown>>(statement)).rows)
    return results.at(-1) ?? []
  } finally {
    await client.end()
  }
}

async function withRedis<T>(url: string, use: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url)
  // The refusal comes back from the command, too.
  redis.on('error', () => {})
  try {
    return await use(redis)
  } finally {
    redis.disconnect()
  }
}

beforeAll(() => {
  // Other users may enter it: the embedded server of root is not root's.
  directory = mkdtempSync(join(tmpdir(), 'sightline-local-'))
  chmodSync(directory, 0o711)
})

afterAll(async () => {
  await Promise.all(started.map((service) => service.stop()))
  rmSync(directory, { recursive: true, force: true })
}, TEST_MS)

describe.skipIf(process.platform !== 'linux')('the private servers', () => {
  let postgres: LocalService
  let redis: LocalService

  beforeAll(async () => {
    const options = { directory: aDirectory('shared'), ephemeral: true }
    ;[postgres, redis] = await Promise.all([
      start(startPostgres({ ...options, engine: 'timescale' })),
      start(startRedis(options)),
    ])
  }, FIRST_RUN_MS)

  it('are TimescaleDB and Redis', async () => {
    expect(postgres).toMatchObject({
      origin: 'private',
      engine: expect.stringMatching(/^TimescaleDB [\d.]+ \(Apache edition\) on PostgreSQL 17/),
    })
    expect(redis).toMatchObject({
      origin: 'private',
      engine: expect.stringContaining('with an append-only file'),
    })
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(await withRedis(redis.url, (client) => client.ping())).toBe('PONG')
  })

  it('make hypertables', async () => {
    const rows = await query(
      postgres.url,
      'CREATE EXTENSION timescaledb',
      'CREATE TABLE views (seen_at timestamptz NOT NULL, path text NOT NULL)',
      "SELECT create_hypertable('views', by_range('seen_at', INTERVAL '1 day'))",
      "INSERT INTO views VALUES ('2026-01-01T12:00:00Z', '/'), ('2026-01-02T12:00:00Z', '/')",
      "SELECT count(*)::int AS chunks FROM show_chunks('views')",
    )
    expect(rows).toEqual([{ chunks: 2 }])
  })

  it('collate by bytes, store UTF-8 and think in UTC', async () => {
    const rows = await query(
      postgres.url,
      `SELECT datcollate AS collation, pg_encoding_to_char(encoding) AS encoding, current_setting('timezone') AS zone
       FROM pg_database WHERE datname = current_database()`,
    )
    expect(rows).toEqual([{ collation: 'C', encoding: 'UTF8', zone: 'UTC' }])
  })

  it('let nobody in without the password, which only its owner can read', async () => {
    const url = new URL(postgres.url)
    url.password = 'guess'
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    expect(statSync(join(aDirectory('shared'), 'postgres/password')).mode & 0o077).toBe(0)
    const stranger = new URL(redis.url)
    stranger.password = ''
    await expect(withRedis(stranger.href, (client) => client.ping())).rejects.toThrow('NOAUTH')
  })

  it('are described the same when they are given', async () => {
    const given = await startPostgres({ url: postgres.url, directory: aDirectory('unused') })
    expect(given).toMatchObject({ url: postgres.url, origin: 'given', engine: postgres.engine })
    const givenRedis = await startRedis({ url: redis.url, directory: aDirectory('unused') })
    expect(givenRedis).toMatchObject({ url: redis.url, origin: 'given', engine: redis.engine })
    await Promise.all([given.stop(), givenRedis.stop()])
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(existsSync(aDirectory('unused'))).toBe(false)
  })

  it('refuse a directory that another Sightline is using', async () => {
    const inUse = expect.objectContaining({
      code: 'in-use',
      message: expect.stringContaining(
        `another Sightline (pid ${process.pid}) is using ${aDirectory('shared')}`,
      ),
    })
    await expect(startPostgres({ directory: aDirectory('shared') })).rejects.toEqual(inUse)
    await expect(startRedis({ directory: aDirectory('shared') })).rejects.toEqual(inUse)
  })

  it('refuse a port that is taken', async () => {
    const listener = createServer()
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const address = listener.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const taken = expect.objectContaining({
      code: 'port-taken',
      message: expect.stringContaining(`port ${port}`),
    })
    await expect(startPostgres({ directory: aDirectory('port'), port })).rejects.toEqual(taken)
    await expect(startRedis({ directory: aDirectory('port'), port })).rejects.toEqual(taken)
    listener.close()
  })

  it('refuse data of another major version', async () => {
    const data = join(aDirectory('old'), 'postgres/data')
    mkdirSync(data, { recursive: true })
    writeFileSync(join(data, 'PG_VERSION'), '13\n')
    await expect(startPostgres({ directory: aDirectory('old'), engine: 'timescale' })).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('belongs to PostgreSQL 13, this is PostgreSQL 17'),
    })
  })

  it('say what the server said when a setting is wrong, and release the directory', async () => {
    const options = { directory: aDirectory('wrong'), ephemeral: true }
    await expect(startRedis({ ...options, settings: { appendfsync: 'never' } })).rejects.toMatchObject({
      code: 'start-failed',
      message: expect.stringContaining('appendfsync'),
    })
    await (await startRedis(options)).stop()
  })

  it('refuse a given Redis that could lose the queue, unless that is allowed', async () => {
    const settings = { appendonly: 'no', 'maxmemory-policy': 'allkeys-lru' }
    const { url } = await start(startRedis({ directory: aDirectory('volatile'), ephemeral: true, settings }))
    const given = { url, directory: aDirectory('unused') }
    await expect(startRedis(given)).rejects.toMatchObject({ code: 'volatile' })
    const allowed = await startRedis({ ...given, allowVolatile: true })
    expect(allowed.engine).toContain('without an append-only file')
  })

  it(
    'keep their data over a restart, and leave nothing when they are ephemeral',
    { timeout: TEST_MS },
    async () => {
      const kept = { directory: aDirectory('kept') }
      const first = await Promise.all([startPostgres(kept), startRedis(kept)])
      await query(first[0].url, 'CREATE TABLE kept AS SELECT 42 AS answer')
      await withRedis(first[1].url, (client) => client.set('answer', 42))
      await Promise.all(first.map((service) => service.stop()))
      const second = await Promise.all([start(startPostgres(kept)), start(startRedis(kept))])
      expect(await query(second[0].url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
      expect(await withRedis(second[1].url, (client) => client.get('answer'))).toBe('42')

      const thrown = await startRedis({ directory: aDirectory('thrown'), ephemeral: true })
      await thrown.stop()
      expect(existsSync(join(aDirectory('thrown'), 'redis'))).toBe(false)
    },
  )
})

describe('plain PostgreSQL', () => {
  it.runIf(process.getuid?.() === 0)('names the folder that its user cannot enter', async () => {
    const closed = aDirectory('closed')
    mkdirSync(closed, { mode: 0o700 })
    await expect(startPostgres({ directory: join(closed, 'data'), engine: 'plain' })).rejects.toMatchObject({
      code: 'not-enterable',
      message: expect.stringContaining(`chmod o+x ${closed}`),
    })
  })

  it('is asked for by tests, and keeps to it', { timeout: TEST_MS }, async () => {
    const options = { directory: aDirectory('plain') }
    const first = await startPostgres({ ...options, engine: 'plain' })
    expect(first).toMatchObject({
      origin: 'embedded',
      engine: expect.stringMatching(/^PostgreSQL \d+\.\d+ without TimescaleDB: no hypertables/),
    })
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await first.stop()
    const second = await start(startPostgres(options))
    expect(second.engine).toContain('were begun with it')
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })
})

describe('a given server', () => {
  it.each(['foo', 'mysql://host/db'])('is refused when its URL is %o', async (url) => {
    const options = { url, directory: aDirectory('unused') }
    await expect(startPostgres(options)).rejects.toMatchObject({
      code: 'invalid-url',
      message: `invalid DATABASE_URL "${url}": expected postgres://user:password@host:port/database`,
    })
    await expect(startRedis(options)).rejects.toThrow(
      `invalid REDIS_URL "${url}": expected redis://host:port`,
    )
  })

  it('is named, without its password, when it cannot be reached', async () => {
    const at = { directory: aDirectory('unused') }
    const postgres = startPostgres({ ...at, url: 'postgres://rum:s3cret@127.0.0.1:1/rum' })
    await expect(postgres).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(
        /^cannot use DATABASE_URL postgres:\/\/127\.0\.0\.1:1\/rum: connect ECONNREFUSED/,
      ),
    })
    await expect(startRedis({ ...at, url: 'redis://:s3cret@127.0.0.1:1' })).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/^cannot use REDIS_URL redis:\/\/127\.0\.0\.1:1: connect ECONNREFUSED/),
    })
  })
})
