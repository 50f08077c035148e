/**
 * Applies `prisma/migrations` without Prisma's native engine, and records them as Prisma does: same table, same advisory
 * lock, same checksums, so `prisma migrate deploy` agrees wherever its engine is to be had.
 */
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { packagePath } from './package-path.ts'

/** The lock that Prisma's own migrate takes, so that the two never run at once. */
const PRISMA_MIGRATE_LOCK = 72_707_369

export type Migration = { name: string; sql: string; checksum: string }

type AppliedRow = { migration_name: string; checksum: string; finished_at: Date | null }

/** Brings the database to the newest schema. Returns the names of the migrations it applied. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'sightline-migrate' })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${PRISMA_MIGRATE_LOCK})`)
    await client.query(CREATE_LEDGER)
    const { rows } = await client.query<AppliedRow>(SELECT_APPLIED)
    const pending = pendingMigrations(readMigrations(), rows)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

export function readMigrations(): Migration[] {
  return readdirSync(packagePath('prisma/migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(packagePath('prisma/migrations', name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What is still to apply. Throws where an applied migration is not the one in the package any more. */
export function pendingMigrations(migrations: Migration[], applied: AppliedRow[]): Migration[] {
  for (const { migration_name: name, checksum, finished_at } of applied) {
    if (finished_at === null) {
      throw new Error(
        `migration ${name} was begun and not finished by another tool: finish or roll it back with \`prisma migrate resolve\``,
      )
    }
    const known = migrations.find((migration) => migration.name === name)
    if (known === undefined) {
      throw new Error(
        `the database has migration ${name}, which this version does not know: start the version that made it`,
      )
    }
    if (known.checksum !== checksum) {
      throw new Error(
        `migration ${name} was changed after it had been applied: restore prisma/migrations/${name}`,
      )
    }
  }
  const done = new Set(applied.map((row) => row.migration_name))
  return migrations.filter(({ name }) => !done.has(name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    // A migration that cannot get its lock soon gives way to the traffic that holds it.
    await client.query("SET LOCAL lock_timeout = '5s'")
    await client.query(sql)
    await client.query(INSERT_APPLIED, [randomUUID(), checksum, name])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

const CREATE_LEDGER = `/* migrate.createLedger */
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

const SELECT_APPLIED = `/* migrate.selectApplied */
SELECT migration_name, checksum, finished_at
FROM _prisma_migrations
WHERE rolled_back_at IS NULL
ORDER BY started_at`

const INSERT_APPLIED = `/* migrate.insertApplied */
INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
VALUES ($1, $2, $3, now(), now(), 1)`
