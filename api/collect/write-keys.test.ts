import { expect, test } from 'vitest'
import type { Control } from '../db/prisma.ts'
import { createWriteKeys } from './write-keys.ts'

const SITE = { id: 1, origins: [], settings: null, eventsADay: 7 }

/** A table of one key, which can be away, and a clock. */
function aTable() {
  const table = { isUp: true, isSlow: false, disabledAt: null as Date | null, asked: 0, now: 1_000_000 }
  const findUnique = ({ where: { key } }: { where: { key: string } }) => {
    table.asked++
    if (table.isSlow) return new Promise(() => {})
    if (!table.isUp) return Promise.reject(new Error('the database is away'))
    // As the database leaves out keys that are disabled.
    return Promise.resolve(key === 'pk_known' && table.disabledAt === null ? { site: SITE } : null)
  }
  const keys = createWriteKeys({ writeKey: { findUnique } } as unknown as Control, () => table.now)
  return { table, keys }
}

const HOUR_MS = 3_600_000

test('a key is looked up once in 10 s, and is dead 10 s after it was disabled', async () => {
  const { table, keys } = aTable()
  expect(await keys.siteOf('pk_known')).toMatchObject({ id: 1, eventsADay: 7 })
  table.disabledAt = new Date()
  table.now += 9999
  expect(await keys.siteOf('pk_known')).toMatchObject({ id: 1 })
  expect(table.asked).toBe(1)
  table.now += 1
  expect(await keys.siteOf('pk_known')).toBeNull()
})

test.each(['isUp', 'isSlow'] as const)(
  'a key that is known lives on while the database is away: %s',
  async (how) => {
    const { table, keys } = aTable()
    await keys.siteOf('pk_known')
    await keys.siteOf('pk_unknown')
    table[how] = how === 'isSlow'
    for (let i = 0; i < 3; i++) {
      table.now += HOUR_MS
      expect(await keys.siteOf('pk_known')).toMatchObject({ id: 1 })
      expect(await keys.siteOf('pk_unknown')).toBeNull()
    }
    table[how] = how === 'isUp'
    table.disabledAt = new Date()
    table.now += HOUR_MS
    expect(await keys.siteOf('pk_known')).toBeNull()
  },
)

test('a key that nobody knows yet fails while the database is away, and is asked again at once', async () => {
  const { table, keys } = aTable()
  table.isUp = false
  await expect(keys.siteOf('pk_known')).rejects.toThrow('away')
  table.isUp = true
  expect(await keys.siteOf('pk_known')).toMatchObject({ id: 1 })
})
