/** The ten cases in which funnel counts are known to go wrong, asked of stored sessions through GraphQL. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { type Happening, type Visit, aVisit } from '../../test/visits.ts'

const MINUTE = 60_000
const DAY = 86_400_000
/** Each case has a day of its own, so that none sees another's sessions. */
const FIRST_DAY = Date.UTC(2026, 9, 1)

let database: TestDatabase
let pipeline: Pipeline
let now = FIRST_DAY

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database, () => now)
})
afterAll(() => database.drop())

let days = 0
/** Noon of a day that no other case has. */
function aDay(): number {
  days++
  now = FIRST_DAY + days * DAY + DAY / 2
  return now
}

const does = (at: number, event: string): Happening => ({ at, event })

async function visit(happenings: readonly Happening[], options: Visit = {}) {
  const batch = aVisit(happenings, options)
  return pipeline.send(batch, { receivedAt: batch.sentAt })
}

type Asked = { steps?: string; more?: string; at: number; fields?: string }

const STEPS = '{ event: "A" }, { event: "B" }'
const FIELDS = 'open removed steps { name entrants fromFirst fromPrevious dropOff medianTime p90Time }'

async function funnel({ steps = STEPS, more = '', at, fields = FIELDS }: Asked) {
  const from = new Date(at - DAY / 2).toISOString()
  const to = new Date(at + DAY / 2).toISOString()
  const { data, errors } = await pipeline.ask(
    `{ site(id: "test") { segment(range: { from: "${from}", to: "${to}" }) { funnel(steps: [${steps}] ${more}) { ${fields} } } } }`,
  )
  expect(errors).toBeUndefined()
  return data.site.segment.funnel
}

const entrantsOf = (result: { steps: { entrants: number }[] }) => result.steps.map(({ entrants }) => entrants)

test('case 1: A A B C C is one entrant of each step', async () => {
  const t = aDay()
  await visit(['A', 'A', 'B', 'C', 'C'].map((event, i) => does(t + i * MINUTE, event)))
  const result = await funnel({ at: t, steps: `${STEPS}, { event: "C" }` })
  expect(entrantsOf(result)).toEqual([1, 1, 1])
  expect(result.steps[2]).toMatchObject({ fromFirst: 1, fromPrevious: 1, dropOff: 0 })
})

test('case 2: A to A needs two events', async () => {
  const t = aDay()
  await visit([does(t, 'A')])
  await visit([does(t, 'A'), does(t + MINUTE, 'A')])
  expect(entrantsOf(await funnel({ at: t, steps: '{ event: "A" }, { event: "A" }' }))).toEqual([2, 1])
})

test('case 3: where the first start is too early a later one converts', async () => {
  const t = aDay()
  await visit([does(t, 'A'), does(t + 50 * MINUTE, 'A'), does(t + 70 * MINUTE, 'B')])
  const result = await funnel({ at: t, more: ', window: "PT30M"' })
  expect(entrantsOf(result)).toEqual([1, 1])
  expect(result.steps[1]).toMatchObject({ medianTime: 'PT20M', p90Time: 'PT20M' })
})

test('case 4: the far end of the window belongs to it', async () => {
  const t = aDay()
  await visit([does(t, 'A'), does(t + 30 * MINUTE, 'B')])
  await visit([does(t, 'A'), does(t + 30 * MINUTE + 1, 'B')])
  expect(entrantsOf(await funnel({ at: t, more: ', window: "PT30M"' }))).toEqual([2, 1])
})

test('case 5: an exclusion removes the entrant only inside the interval that it forbids', async () => {
  const t = aDay()
  const minutes = (events: string) => visit(events.split('').map((event, i) => does(t + i * MINUTE, event)))
  await minutes('AXB')
  await minutes('XAB')
  await minutes('ABX')
  await minutes('AXAB')
  await minutes('AX')
  const result = await funnel({ at: t, more: ', exclude: [{ event: "X", from: "A", to: "B" }]' })
  expect(entrantsOf(result)).toEqual([4, 3])
  expect(result).toMatchObject({ removed: 1 })
})

test('case 6: events of one instant stand in the order of their number in the view', async () => {
  const t = aDay()
  const view = randomUUID()
  const other = randomUUID()
  await visit([
    { at: t, event: 'B', view, seq: 2 },
    { at: t, event: 'A', view, seq: 1 },
  ])
  await visit([
    { at: t, event: 'B', view: other, seq: 1 },
    { at: t, event: 'A', view: other, seq: 2 },
  ])
  const result = await funnel({ at: t })
  expect(entrantsOf(result)).toEqual([2, 1])
  expect(result.steps[1]).toMatchObject({ medianTime: 'PT0S' })
})

test('case 7: the entry lies in the period, what follows may lie behind it, and who can still convert is open', async () => {
  const t = aDay()
  const end = t + DAY / 2
  const [early, late, waiting] = [randomUUID(), randomUUID(), randomUUID()]
  await visit([does(t - DAY / 2 - MINUTE, 'A'), does(t, 'B')], { visitor: early })
  await visit([does(end - MINUTE, 'A')], { visitor: late })
  await visit([does(end + DAY, 'B')], { visitor: late })
  await visit([does(end - MINUTE, 'A')], { visitor: waiting })
  await visit([does(end, 'A')], { visitor: randomUUID() })
  now = end + 7 * DAY - MINUTE
  const result = await funnel({ at: t, more: ', countBy: VISITOR' })
  expect(entrantsOf(result)).toEqual([2, 1])
  expect(result).toMatchObject({ open: 1 })
  now += 1
  expect(await funnel({ at: t, more: ', countBy: VISITOR' })).toMatchObject({ open: 0 })
  days += 8
})

test('case 8: a step has a window of its own, and times are told as median and 90th percentile', async () => {
  const t = aDay()
  await visit([does(t, 'A'), does(t + 10 * MINUTE, 'B')])
  await visit([does(t, 'A'), does(t + 11 * MINUTE, 'B')])
  // The first B is too early for C; the second is not.
  await visit([does(t, 'A'), does(t + MINUTE, 'B'), does(t + 8 * MINUTE, 'B'), does(t + 10 * MINUTE, 'C')])
  const result = await funnel({
    at: t,
    steps: '{ event: "A" }, { event: "B", window: "PT10M" }, { event: "C", window: "PT5M" }',
    fields:
      'steps { entrants medianTime timeDistribution { percentile(q: 0.9) { value count } max } } totalTime { max }',
  })
  expect(entrantsOf(result)).toEqual([3, 2, 1])
  expect(result.steps[2]).toMatchObject({ medianTime: 'PT2M' })
  expect(result.steps[1].timeDistribution.max).toBe(10 * MINUTE)
  expect(result.totalTime.max).toBe(10 * MINUTE)
})

test('case 9: in a breakdown an entrant has the value of its first step, so parts add up to the whole', async () => {
  const t = aDay()
  const visitor = randomUUID()
  const send = (country: string, happenings: readonly Happening[], options: Visit = {}) => {
    const batch = aVisit(happenings, options)
    return pipeline.send(batch, { receivedAt: batch.sentAt, country })
  }
  await send('DE', [does(t, 'A')], { visitor })
  await send('FR', [does(t + MINUTE, 'B')], { visitor })
  await send('FR', [does(t, 'A'), does(t + 1, 'B')])
  await send('US', [does(t, 'A')])
  const fields = `${FIELDS} breakdown(dimension: COUNTRY, top: 1, other: true) { key other steps { entrants } }
    all: breakdown(dimension: COUNTRY) { key other steps { entrants } }`
  const result = await funnel({ at: t, more: ', countBy: VISITOR', fields })
  expect(entrantsOf(result)).toEqual([3, 2])
  expect(result.all.map((part: { key: string }) => [part.key, entrantsOf(part as never)])).toEqual([
    ['DE', [1, 1]],
    ['FR', [1, 1]],
    ['US', [1, 0]],
  ])
  expect(result.breakdown.map(entrantsOf)).toEqual([
    [1, 1],
    [2, 1],
  ])
  expect(result.breakdown[1]).toMatchObject({ key: null, other: true })
})

test('case 10: a sampled session counts its weight, one that was kept for an error does not count', async () => {
  const t = aDay()
  await visit([does(t, 'A'), does(t + MINUTE, 'B')], { rate: 0.1 })
  await visit([does(t, 'A')], { rate: 0.5 })
  await visit([does(t, 'A'), does(t + MINUTE, 'B')], { keptFor: 'error' })
  const result = await funnel({ at: t })
  expect(entrantsOf(result)).toEqual([12, 10])
  expect(result.steps[1].fromFirst).toBeCloseTo(10 / 12, 6)
})
