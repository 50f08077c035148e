/** A database of its own for a test file, on the engine asked for, migrated, gone afterwards. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../api/db/database.ts'
import { type Control, openControl } from '../api/db/prisma.ts'
import { type QueueStore, migrateQueues } from '../api/queue/queues.ts'
import { migrate } from '../prisma/migrate.ts'

export type Engine = 'timescale' | 'plain'
export type QueueBackend = 'redis' | 'postgres'

export type TestDatabase = {
  url: string
  db: Database
  control: Control
  store(backend: QueueBackend): QueueStore
  drop(): Promise<void>
}

export async function createTestDatabase(engine: Engine = 'timescale'): Promise<TestDatabase> {
  const adminUrl = inject(engine === 'timescale' ? 'timescaleUrl' : 'plainUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(adminUrl, `CREATE DATABASE ${name}`)
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).toString()
  await migrate(url)
  await migrateQueues({ redisUrl: null, databaseUrl: url })
  const db = openDatabase({ url, name: 'test', connections: 6 })
  const control = openControl(url)
  return {
    url,
    db,
    control,
    store: (backend) => ({
      databaseUrl: url,
      redisUrl: backend === 'redis' ? inject('redisUrl') : null,
      redisPrefix: `{${name}}`,
    }),
    drop: async () => {
      await Promise.all([db.close(), control.$disconnect()])
      await administer(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
