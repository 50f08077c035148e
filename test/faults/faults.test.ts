/**
 * The short run of `npm run test:faults`: jobs, api, PostgreSQL and Redis are killed under load, on both
 * backends of the queue. The seed is another one each day, and printed: --seed repeats it.
 */
import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { packagePath } from '../../prisma/package-path.ts'
import { migrate, readMigrations } from '../../prisma/migrate.ts'
import { createRandom } from '../oracle/random.ts'
import { type FaultsResult, runFaults } from './run-faults.ts'

const SEED = Math.floor(Date.now() / 86_400_000)
const KILLS = { jobs: 10, api: 10, postgres: 10, redis: 10 }
/** A busy machine starts processes slowly: what it does not get to in this time the long run does. */
const STRIKE_MS = 40_000

describe(`killed, paused, with wrong clocks and without a database, from seed ${SEED}`, () => {
  let result: FaultsResult

  beforeAll(async () => {
    const begun = Date.now()
    const say = (line: string) =>
      process.stdout.write(`${Math.round((Date.now() - begun) / 1000)} s: ${line}\n`)
    result = await runFaults({ seed: SEED, kills: KILLS, strikeMs: STRIKE_MS, say })
    process.stdout.write(`${JSON.stringify(result)}\n`)
  }, 600_000)

  test('everything was killed, and came back each time', () => {
    expect(result.blows.map(({ kind }) => kind)).toEqual(['postgres', 'redis', 'jobs', 'api', 'jobs', 'api'])
    for (const { kills } of result.blows) expect(kills).toBeGreaterThan(0)
  })

  test.each([0, 1])('nothing accepted is lost, doubled or made up (backend %i)', (i) => {
    expect(result.backends[i]).toMatchObject({ lost: 0, doubled: 0, phantoms: 0, mistakes: [] })
    expect(result.backends[i]?.batches).toBeGreaterThan(100)
    expect(result.backends[i]?.dead).toBeGreaterThan(0)
  })

  test('without its database the collector says 503 and when to come again, or Redis keeps what it takes', () => {
    const [postgres, redis] = result.backends.map(({ withoutDatabase }) => withoutDatabase)
    expect(postgres).toMatchObject({ others: [] })
    expect(postgres?.busy).toBeGreaterThan(0)
    expect(redis).toMatchObject({ others: [] })
    expect(redis?.taken).toBeGreaterThan(0)
  })
})

test('a migration that is killed can be run again', async () => {
  const admin = new pg.Client({ connectionString: inject('plainUrl') })
  await admin.connect()
  await admin.query('CREATE DATABASE killed_migration')
  const url = Object.assign(new URL(inject('plainUrl')), { pathname: '/killed_migration' }).toString()
  const random = createRandom(SEED)
  let cutShort = 0
  for (let i = 0; i < 5; i++) {
    const module = JSON.stringify(packagePath('dist/prisma/migrate.js'))
    const script = `const { migrate } = await import(${module}); console.log('begun'); await migrate(process.argv[1])`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script, url], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.once('exit', (_, signal) => resolve(signal)),
    )
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await wait(random.int(0, 40))
    child.kill('SIGKILL')
    if ((await ended) === 'SIGKILL') cutShort++
  }
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  )
  await client.end()
  expect(rows.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name))
  expect(cutShort).toBeGreaterThan(0)
  await admin.query('DROP DATABASE killed_migration WITH (FORCE)')
  await admin.end()
})
