import { DateTime } from 'luxon'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { aVisit } from '../../test/visits.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ZONE = 'Europe/Berlin'
/** Clocks go back in it, on 25 October. */
const FROM = DateTime.fromISO('2026-10-05', { zone: ZONE }).toMillis()
const TO = DateTime.fromISO('2026-11-11T12:00', { zone: ZONE }).toMillis()
const NOW = TO
const RANGE = `{ from: "${new Date(FROM).toISOString()}", to: "${new Date(TO).toISOString()}" }`
const RATES = [1, 1, 0.5]

type Seen = { visitor: string; at: number; weight: number; page: string }

const FIELDS =
  'cohorts { start size partial periods { index partial retained { count total } rolling { count } } } mean { index retained { value count total } }'

describe.each(['timescale', 'plain'] as const)('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline
  const views: Seen[] = []

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW, ZONE)
    const random = createRandom(5)
    const visitors = Array.from({ length: 60 }, () => random.uuid())
    const prepared = []
    for (let i = 0; i < 250; i++) {
      const visitor = random.pick(visitors)
      // The rate belongs to the visitor, so that it does not matter which session weighs most.
      const rate = RATES[visitors.indexOf(visitor) % RATES.length] ?? 1
      const start = random.int(FROM - DAY, TO + DAY)
      const happenings = Array.from({ length: random.int(1, 3) }, () => ({
        at: start + random.int(0, 3 * HOUR),
        page: random.pick(['/a', '/b']),
      })).sort((a, b) => a.at - b.at)
      const batch = aVisit(happenings, { visitor, rate })
      prepared.push(...(await pipeline.prepare(batch, { receivedAt: batch.sentAt })))
      for (const { at, page } of happenings) views.push({ visitor, at, page, weight: 1 / rate })
    }
    await pipeline.store(prepared)
  }, 180_000)
  afterAll(() => database.drop())

  test.each([
    ['DAY', ''],
    ['WEEK', ''],
    ['MONTH', ''],
    ['WEEK', ', where: { page: { eq: "/b" } }'],
  ] as const)('by %s%s it is what going through every view by hand gives', async (interval, where) => {
    const { data, errors } = await pipeline.ask(
      `{ site(id: "test") { segment(range: ${RANGE}${where}) { retention(interval: ${interval}) { ${FIELDS} } } } }`,
    )
    expect(errors).toBeUndefined()
    const seen = views.filter(({ page }) => where === '' || page === '/b')
    expect(data.site.segment.retention.cohorts).toEqual(byHand(seen, interval))
  })

  test('the mean weighs cohorts by their size and leaves out periods that are not whole', async () => {
    const { data } = await pipeline.ask(
      `{ site(id: "test") { segment(range: ${RANGE}) { retention { ${FIELDS} } latest: retention(cohorts: 2) { cohorts { start } } } } }`,
    )
    const { retention, latest } = data.site.segment
    type Cohort = { periods: { partial: boolean; retained: { count: number; total: number } }[] }
    const whole = (retention.cohorts as Cohort[]).flatMap(({ periods }) =>
      periods[1] !== undefined && !periods[1].partial ? [periods[1].retained] : [],
    )
    expect(whole.length).toBeGreaterThan(2)
    const sum = (of: 'count' | 'total') => whole.reduce((all, one) => all + one[of], 0)
    expect(retention.mean[1].retained.value).toBeCloseTo(sum('count') / sum('total'), 9)
    expect(retention.mean[0].retained.value).toBe(1)
    expect(latest.cohorts.map(({ start }: { start: string }) => start)).toEqual(
      retention.cohorts.slice(-2).map(({ start }: { start: string }) => start),
    )
  })

  test('more than 60 periods and fewer than one cohort are refused', async () => {
    const ask = (range: string, args: string) =>
      pipeline.ask(
        `{ site(id: "test") { segment(range: ${range}) { retention(${args}) { mean { index } } } } }`,
      )
    expect((await ask('{ last: "P90D" }', 'interval: DAY')).errors?.[0]?.message).toContain('longer than 60')
    expect((await ask(RANGE, 'cohorts: 0')).errors?.[0]?.message).toContain('`cohorts` is 0')
    expect((await ask('{ last: "P60D" }', 'interval: DAY')).errors?.[0]?.message ?? '').not.toContain(
      'INTERNAL',
    )
  })
})

/** Which calendar periods each visitor has views in, with sets and strings. */
function byHand(views: readonly Seen[], interval: 'DAY' | 'WEEK' | 'MONTH') {
  const unit = interval.toLowerCase() as 'day' | 'week' | 'month'
  const startOf = (at: number) => DateTime.fromMillis(at, { zone: ZONE }).startOf(unit)
  const starts: DateTime[] = []
  for (let start = startOf(FROM); start.toMillis() < TO; start = start.plus({ [unit]: 1 })) starts.push(start)
  const inside = views.filter(({ at }) => at >= FROM && at < TO)
  const placeOf = (at: number) => starts.findIndex((start) => start.toMillis() === startOf(at).toMillis())
  const visitors = [...new Set(inside.map(({ visitor }) => visitor))].map((visitor) => {
    const own = inside.filter((view) => view.visitor === visitor)
    return { weight: own[0]?.weight ?? 0, places: new Set(own.map(({ at }) => placeOf(at))) }
  })
  const total = (some: typeof visitors) => some.reduce((sum, { weight }) => sum + weight, 0)
  const isPartial = (place: number) => {
    const start = starts[place]
    return start === undefined || start.toMillis() < FROM || start.plus({ [unit]: 1 }).toMillis() > TO
  }
  return starts.map((start, first) => {
    const cohort = visitors.filter(({ places }) => Math.min(...places) === first)
    return {
      start: new Date(Math.max(FROM, start.toMillis())).toISOString(),
      size: total(cohort),
      partial: isPartial(first),
      periods: starts.slice(first).map((_, index) => ({
        index,
        partial: isPartial(first + index),
        retained: {
          count: total(cohort.filter(({ places }) => places.has(first + index))),
          total: total(cohort),
        },
        rolling: { count: total(cohort.filter(({ places }) => Math.max(...places) >= first + index)) },
      })),
    }
  })
}
