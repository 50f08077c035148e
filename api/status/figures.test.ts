/** No figure of fewer visitors than the floor: random small traffic, counted here by hand. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KEY, aView } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { MANAGER, anSlo, contextAt } from '../../test/slo-site.ts'
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import type { DefinitionInput } from '../slos/definition.ts'
import type { StatusComponent } from './check-page.ts'
import { type Figures, figuresOf } from './figures.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const NOW = Date.UTC(2026, 9, 20, 12, 30)
const DAYS = 16
/** Of the last 24 whole hours too: visits end with the last whole hour. */
const HOUR = Math.floor(NOW / HOUR_MS) * HOUR_MS

type Fact = { visitor: string; at: number; lcp: number | null; loaded: boolean; failed: boolean }

const LCP_SLO: Partial<DefinitionInput> = { objective: 0.75, indicator: { kind: 'VITAL', metric: 'LCP' } }
const SLOS: [name: string, definition: Partial<DefinitionInput>, of: (fact: Fact) => boolean | null][] = [
  ['LCP', LCP_SLO, ({ lcp }) => (lcp === null ? null : lcp <= 2500)],
  [
    'LCP by slices',
    { ...LCP_SLO, budgeting: { method: 'TIMESLICES', target: 0.5, width: HOUR_MS } },
    ({ lcp }) => (lcp === null ? null : lcp <= 2500),
  ],
  ['crashes', { objective: 0.9, indicator: { kind: 'CRASH_FREE' } }, ({ failed }) => !failed],
  ['loads', { objective: 0.9, indicator: { kind: 'PAGE_LOADS' } }, ({ loaded }) => loaded],
]

let database: TestDatabase
let pipeline: Pipeline
const facts: Fact[] = []

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => NOW)
  const random = createRandom(7)
  const visitors = Array.from({ length: 40 }, () => randomUUID() as string)
  for (let day = 0; day < DAYS; day++) {
    const coming = random.int(0, 14)
    for (let visit = 0; visit < coming; visit++) {
      const at = HOUR - day * DAY_MS - random.int(1000, DAY_MS - 600_000)
      // Some come more than once a day: visits are not visitors.
      const visitor = visitors[random.int(0, 9) + (day % 4) * 10] ?? ''
      const fact = {
        visitor,
        at,
        lcp: random.chance(0.8) ? random.int(500, 6000) : null,
        loaded: random.chance(0.8),
        failed: random.chance(0.2),
      }
      facts.push(fact)
      await pipeline.send(batchOf(fact), { receivedAt: at + 5000 })
    }
  }
})
afterAll(() => database.drop())

function batchOf({ visitor, at, lcp, loaded, failed }: Fact) {
  const view = randomUUID()
  const events: WireEvent[] = [{ t: 'view', at, view, seq: 0, ...(loaded ? { timing: { load: 900 } } : {}) }]
  if (lcp !== null) events.push({ t: 'vital', at: at + 1, view, seq: 1, name: 'LCP', value: lcp })
  if (failed)
    events.push({ t: 'error', at: at + 2, view, seq: 2, message: 'x', source: 'window', type: 'Error' })
  return {
    v: 1 as const,
    key: KEY,
    id: randomUUID(),
    sentAt: at + 10,
    session: { id: randomUUID(), startedAt: at, visitor },
    views: { [view]: aView({ startedAt: at }) },
    events,
  }
}

const ask = async (
  source: { slo: number; vital: null } | { slo: null; vital: 'LCP' },
  floor: number,
  now = NOW,
) => {
  const site = await database.control.site.findUniqueOrThrow({ where: { slug: 'test' } })
  const component: StatusComponent = { key: 'x', name: 'X', description: '', ...source }
  return figuresOf(component, { site, floor, now }, { ...contextAt(database, now) })
}

const between = (from: number, to: number) => facts.filter(({ at }) => at >= from && at < to)
const peopleOf = (some: readonly Fact[]) => new Set(some.map(({ visitor }) => visitor)).size
const daysOf = ({ days }: Figures, of: (fact: Fact) => boolean | null) =>
  days.map((day) => {
    const counted = between(day.start, day.start + DAY_MS).filter((fact) => of(fact) !== null)
    return { ...day, counted, people: peopleOf(counted) }
  })

describe.each(SLOS)('an SLO of %s', (name, definition, of) => {
  test.each([5, 6, 8, 10])('tells no figure of fewer than %i visitors, and every other', async (floor) => {
    const slo = await anSlo(database, definition)
    const figures = await ask({ slo: slo.id, vital: null }, floor)
    expect(figures.days).toHaveLength(90)
    const days = daysOf(figures, of)
    expect(days.filter(({ people }) => people > 0 && people < floor).length).toBeGreaterThan(0)
    for (const { people, compliance, state, p75 } of days) {
      expect([compliance === null, state === 'UNKNOWN', p75]).toEqual([people < floor, people < floor, null])
    }
    // What is summed up leaves out what is not told: else the difference would tell it.
    const told = days.filter(({ people }) => people >= floor).flatMap(({ counted }) => counted)
    if (told.length === 0) expect(figures.uptime).toBeNull()
    else if (name !== 'LCP by slices')
      expect(figures.uptime).toBeCloseTo(told.filter((fact) => of(fact) === true).length / told.length, 3)
    const recent = between(HOUR - DAY_MS, HOUR).filter((fact) => of(fact) !== null)
    expect(figures.state === 'UNKNOWN').toBe(peopleOf(recent) < floor)
  })
})

test.each([5, 6, 8, 10])(
  'a vital tells no figure of fewer than %i visitors, and every other',
  async (floor) => {
    const figures = await ask({ slo: null, vital: 'LCP' }, floor)
    const days = daysOf(figures, ({ lcp }) => (lcp === null ? null : true))
    for (const { people, p75 } of days) expect(p75 === null).toBe(people < floor)
    const week = days.slice(-7).flatMap(({ counted }) => counted)
    expect(figures.vital === null).toBe(peopleOf(week) < floor)
  },
)

test('the day that is not over is told by nobody', async () => {
  const slo = await anSlo(database, LCP_SLO)
  const { days } = await ask({ slo: slo.id, vital: null }, 5)
  expect(days.at(-1)?.start).toBe(Date.UTC(2026, 9, 19))
})

test('a day is over at its midnight', async () => {
  const slo = await anSlo(database, LCP_SLO)
  const midnight = Date.UTC(2026, 9, 20)
  const lastDays = async (now: number) => (await ask({ slo: slo.id, vital: null }, 5, now)).days.slice(-2)
  expect((await lastDays(midnight)).map(({ start }) => start)).toEqual(
    [2, 1].map((n) => midnight - n * DAY_MS),
  )
  expect(await lastDays(midnight)).toEqual(await lastDays(midnight + HOUR_MS))
})

test('an SLO that was deleted leaves a component without data', async () => {
  const figures = await ask({ slo: 9999, vital: null }, 5)
  expect(figures).toMatchObject({ state: 'UNKNOWN', uptime: null })
})

test('a page tells no counts, ids or names of the site', async () => {
  const slo = await anSlo(database, LCP_SLO, 'Internal name')
  const components = [{ key: 'pages', name: 'Pages', description: '', slo: slo.id, vital: null }]
  await database.control.statusPage.create({
    data: {
      siteId: pipeline.siteId,
      slug: 'public',
      title: 'Shop',
      components,
      secret: new Uint8Array(32),
      published: true,
    },
  })
  const { data, errors } = await pipeline.ask(
    `{ statusPage(slug: "public") { title state floor components { key name state uptime objective days { compliance state } } incidents { key } } none: statusPage(slug: "none") { title } }`,
  )
  expect(errors).toBeUndefined()
  expect(data.none).toBeNull()
  expect(JSON.stringify(data)).not.toMatch(/Internal|"test|slo/)
  expect(data.statusPage.components[0]).toMatchObject({ key: 'pages', name: 'Pages', objective: 0.75 })
  expect(MANAGER.grant).toBeUndefined()
})
