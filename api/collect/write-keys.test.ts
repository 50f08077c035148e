import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { KEY } from '../../test/batches.ts'
import { createTestDatabase } from '../../test/database.ts'
import { createPipeline } from '../../test/pipeline.ts'
import { createWriteKeys } from './write-keys.ts'

test('while the database cannot be asked, what was known goes on and what was not is refused', async () => {
  const database = await createTestDatabase('plain')
  const { siteId } = await createPipeline(database)
  let now = 0
  const keys = createWriteKeys(database.control, () => now)
  expect(await keys.siteOf(KEY)).toMatchObject({ id: siteId })
  expect(await keys.siteOf('pk_none')).toBeNull()

  const admin = new pg.Client({ connectionString: inject('plainUrl') })
  await admin.connect()
  const name = new URL(database.url).pathname.slice(1)
  await database.db.close()
  const letIn = (allowed: boolean) => admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`)
  await letIn(false)
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
  for (now of [11_000, 11_001, 3_600_000]) expect(await keys.siteOf(KEY)).toMatchObject({ id: siteId })
  expect(await Promise.all([keys.siteOf(KEY), keys.siteOf(KEY)])).toMatchObject([
    { id: siteId },
    { id: siteId },
  ])
  await expect(keys.siteOf('pk_other')).rejects.toThrow()
  await expect(keys.siteOf('pk_none')).rejects.toThrow()

  await letIn(true)
  await database.control.writeKey.updateMany({ data: { disabledAt: new Date() } })
  expect(await keys.siteOf(KEY)).toBeNull()
  await database.control.$disconnect()
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
})
