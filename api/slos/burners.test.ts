/** The part that causes a burn is named: 100 sites with a cause each, in one batch of rows. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Random, createRandom } from '../../test/oracle/random.ts'
import { anSlo, contextAt } from '../../test/slo-site.ts'
import { createRowWriter, takeWritten, writeFields, writeRowStart } from '../rows/encode.ts'
import { EVENT_KINDS, columnsOf } from '../rows/layout.ts'
import { burnersOf } from './history.ts'
import type { Slo } from './saved-slos.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOW = Date.UTC(2026, 10, 20, 12, 7)
const SITES = 100
const VIEWS = 400
const COUNTRIES = [
  ['DE', 60],
  ['FR', 20],
  ['IT', 10],
  ['ES', 6],
  ['PT', 4],
] as const

let database: TestDatabase
const sites: { slo: Slo; cause: string }[] = []

beforeAll(async () => {
  database = await createTestDatabase('timescale')
  const { control } = database
  await control.site.createMany({
    data: Array.from({ length: SITES }, (_, i) => ({ slug: `site-${i}`, name: `Site ${i}` })),
  })
  await control.site.create({ data: { slug: 'test', name: 'Test' } })
  const slo = await anSlo(database, {
    objective: 0.75,
    // No rollup splits one page by country, so that rows are enough.
    where: { page: { eq: '/' } },
    fanOut: { dimension: 'COUNTRY' },
    window: { days: 1 },
  })
  const random = createRandom(9)
  const writer = createRowWriter(SITES * VIEWS * 256)
  for (const site of await control.site.findMany({
    where: { slug: { startsWith: 'site-' } },
    orderBy: { id: 'asc' },
  })) {
    const cause = random.pick(COUNTRIES)[0]
    for (let view = 0; view < VIEWS; view++) writeVital(writer, { random, siteId: site.id, cause })
    sites.push({ slo: { ...slo, site }, cause })
  }
  await database.db.transaction((transaction) =>
    transaction.copy(
      'rum.events',
      columnsOf('events').map(({ name }) => name),
      [takeWritten(writer)],
    ),
  )
})
afterAll(() => database.drop())

/** A tenth of all values is bad; of those of the cause, in the last two hours, four in five. */
function writeVital(
  writer: ReturnType<typeof createRowWriter>,
  { random, siteId, cause }: { random: Random; siteId: number; cause: string },
): void {
  const time = NOW - random.int(1, 6 * HOUR)
  const country = random.weighted(COUNTRIES)
  const isBad = random.chance(country === cause && time >= NOW - 2 * HOUR ? 0.8 : 0.1)
  const values: Record<string, string | number | boolean> = {
    time,
    kind: EVENT_KINDS.vital,
    seq: 1,
    lcp: isBad ? 5000 : 1000,
    view_id: random.uuid(),
    page: '/',
    navigation: 'navigate',
    site_id: siteId,
    weight: 1,
    bot: false,
    session_id: random.uuid(),
    visitor_id: random.uuid(),
    country,
  }
  const columns = columnsOf('events')
  writeRowStart(writer, columns.length)
  writeFields(
    writer,
    columns,
    columns.map(({ name }) => values[name] ?? null),
  )
}

test('the country that caused a burn is the first burner in at least 95 of 100 sites', async () => {
  const range = { from: new Date(NOW - 2 * HOUR), to: new Date(NOW - 10) }
  const context = contextAt(database, NOW)
  let named = 0
  for (const { slo, cause } of sites) {
    const [first] = await burnersOf(slo, { top: 3, range }, context)
    if (first?.key === cause) named++
  }
  expect(named).toBeGreaterThanOrEqual(95)
})

test('the shares of the burners make up all that was bad', async () => {
  for (const { slo } of sites.slice(0, 5)) {
    const burners = await burnersOf(slo, { top: 50, range: null }, contextAt(database, NOW))
    expect(burners.reduce((sum, { shareOfBad }) => sum + shareOfBad, 0)).toBeCloseTo(1, 9)
    const [bad, total] = [
      burners.reduce((sum, one) => sum + one.bad, 0),
      burners.reduce((sum, one) => sum + one.total, 0),
    ]
    expect(total).toBe(VIEWS)
    for (const burner of burners) {
      expect(burner.budgetShare).toBeCloseTo(burner.bad / (0.25 * total), 9)
      expect(burner.shareOfBad).toBeCloseTo(burner.bad / bad, 9)
      expect(burner.excess).toBeCloseTo(burner.bad - 0.25 * burner.total, 9)
    }
    expect(burners.map(({ excess }) => excess)).toEqual(
      burners.map(({ excess }) => excess).toSorted((a, b) => b - a),
    )
  }
})

test('without a split nobody is named', async () => {
  const slo = await anSlo(database)
  expect(await burnersOf(slo, { top: 5, range: null }, contextAt(database, NOW))).toEqual([])
})
