import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { compact } from '../../jobs/compaction/compact.ts'
import { aBatch, aView, aVital } from '../../test/batches.ts'
import { type Engine, type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { anSlo, contextAt } from '../../test/slo-site.ts'
import { parseFilter } from '../segment/filters.ts'
import { burnWindows, knownUntil } from './evaluate-slo.ts'
import { historyOf } from './history.ts'
import type { Slo } from './saved-slos.ts'
import { exhaustion, statusOf } from './status.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 20, 12, 7)

type Seen = { at: number; isBad: boolean }

/** A view with its LCP at that moment, in a session of its own. */
function aLoad({ at, isBad }: Seen) {
  const view = randomUUID()
  return aBatch({
    sentAt: at + 1,
    session: { id: randomUUID(), startedAt: at },
    views: { [view]: aView({ startedAt: at }) },
    events: [
      { t: 'view', at, view, seq: 0, timing: { load: 900 } },
      aVital({ view, at, value: isBad ? 5000 : 1000 }),
    ],
  })
}

describe.each<Engine>(['timescale', 'plain'])('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline
  let seen: Seen[]

  const load = async (loads: Seen[]) => {
    const prepared = await Promise.all(
      loads.map((one) => pipeline.prepare(aLoad(one), { receivedAt: one.at + 1 })),
    )
    await pipeline.store(prepared.flat())
  }
  const counted = (from: number, to: number) => {
    const inside = seen.filter(({ at }) => at >= from && at < to)
    return { bad: inside.filter(({ isBad }) => isBad).length, total: inside.length }
  }
  const windows = async (slo: Slo, at: number, windowsMs: number[], acceptedUntil?: number | null) => {
    const context = contextAt(database, NOW)
    const { counts, watermark } = await burnWindows(
      database.db,
      { slo, at, windowsMs, ...(acceptedUntil === undefined ? {} : { acceptedUntil }) },
      context.record,
    )
    return { counts, watermark, statements: context.statements.map(({ name }) => name) }
  }

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW)
    // 4 days of a view a few minutes; all are bad in the last 4 hours, and nobody came between 30 h and 20 h ago.
    const random = createRandom(3)
    seen = []
    for (let at = NOW - 4 * DAY; at < NOW; at += random.int(1, 5 * MINUTE)) {
      const isBad = at >= NOW - 4 * HOUR || random.chance(0.1)
      if (at < NOW - 30 * HOUR || at >= NOW - 20 * HOUR) seen.push({ at, isBad })
    }
    await load(seen.slice(0, -200))
    await compact(database.db)
    await load(seen.slice(-200))
  }, 120_000)
  afterAll(() => database.drop())

  test('windows of any length are counted exactly, by one statement', async () => {
    const slo = await anSlo(database)
    const random = createRandom(5)
    for (let run = 0; run < 6; run++) {
      const at = NOW - random.int(0, 3 * 24 * 60) * MINUTE
      const windowsMs = [3 * DAY, 6 * HOUR, 5 * MINUTE, HOUR, 14 * MINUTE, random.int(1, 5000) * MINUTE]
      const { counts, statements } = await windows(slo, at, windowsMs)
      expect(statements.toSorted()).toEqual(['slos.counts', 'slos.lastSigns'])
      expect(counts.map(({ bad, total }) => ({ bad, total }))).toEqual(
        windowsMs.map((windowMs) => counted(at - windowMs, at)),
      )
    }
  })

  test('slices of time are good or bad as a whole, and those without events do not count', async () => {
    const widthMs = 10 * MINUTE
    const slices = new Map<number, { bad: number; total: number }>()
    for (const { at } of seen) {
      const start = Math.floor(at / widthMs) * widthMs
      slices.set(start, counted(start, start + widthMs))
    }
    const at = NOW - 3 * MINUTE
    const to = Math.floor(at / widthMs) * widthMs
    const from = to - 2 * DAY
    const inside = [...slices].filter(([start]) => start >= from && start < to).map(([, slice]) => slice)
    const goodShare = ({ bad, total }: { bad: number; total: number }) => (total - bad) / total
    const whole = await anSlo(database, {
      budgeting: { method: 'TIMESLICES', target: 0.8, width: widthMs },
    })
    const bad = inside.filter((slice) => goodShare(slice) < 0.8).length
    expect(bad).toBeGreaterThan(5)
    expect((await windows(whole, at, [2 * DAY])).counts).toMatchObject([{ bad, total: inside.length }])
    const ratio = await anSlo(database, {
      budgeting: { method: 'RATIO_TIMESLICES', width: widthMs },
    })
    const [answer] = (await windows(ratio, at, [2 * DAY])).counts
    expect(answer?.total).toBe(inside.length)
    expect(answer?.bad).toBeCloseTo(
      inside.length - inside.reduce((sum, slice) => sum + goodShare(slice), 0),
      6,
    )
  })

  test('a window as long as a slice always holds one', async () => {
    const slo = await anSlo(database, { budgeting: { method: 'TIMESLICES', target: 0.8, width: 5 * MINUTE } })
    for (let minute = 0; minute < 5; minute++) {
      const { counts } = await windows(slo, NOW - minute * MINUTE, [5 * MINUTE])
      expect(counts).toMatchObject([{ total: 1 }])
    }
  })

  test('hourly slices are the same from rollups as by head', async () => {
    const slo = await anSlo(database, { budgeting: { method: 'TIMESLICES', target: 0.9, width: HOUR } })
    const to = Math.floor(NOW / HOUR) * HOUR
    const from = to - 3 * DAY
    const expected = { bad: 0, total: 0 }
    for (let start = from; start < to; start += HOUR) {
      const { bad, total } = counted(start, start + HOUR)
      if (total > 0) expected.total++
      if (total > 0 && (total - bad) / total < 0.9) expected.bad++
    }
    expect((await windows(slo, NOW, [3 * DAY])).counts).toMatchObject([expected])
  })

  test('a status tells the budget, the burn rates and the rules that burn', async () => {
    const slo = await anSlo(database, { objective: 0.75 })
    const status = await statusOf(slo, NOW, contextAt(database, NOW))
    const all = counted(NOW - 28 * DAY, NOW)
    expect(status).toMatchObject({
      state: 'BURNING',
      window: { from: NOW - 28 * DAY, to: NOW },
      compliance: { count: all.total - all.bad, total: all.total },
      budget: { total: all.total / 4, consumed: all.bad },
      watermark: NOW,
    })
    expect(status.burnRates.map(({ window, bad }) => [window, bad])).toEqual(
      [5 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY].map((w) => [w, counted(NOW - w, NOW).bad]),
    )
    const hour = counted(NOW - HOUR, NOW)
    const rate = hour.bad / hour.total / 0.25
    const remaining = 1 - all.bad / (all.total / 4)
    expect(((status.exhaustedAt ?? 0) - NOW) / MINUTE).toBeCloseTo((remaining * 28 * DAY) / rate / MINUTE, 3)
  })

  test.each([
    [0.99, 0, 'EXHAUSTED'],
    [0.75, 0, 'BURNING'],
    [0.75, 5, 'OK'],
  ])('an objective of %d %i hours before is %s', async (objective, hours, state) => {
    const slo = await anSlo(database, { objective })
    expect(await statusOf(slo, NOW - hours * HOUR, contextAt(database, NOW))).toMatchObject({ state })
  })

  test('without events nothing is 100 %', async () => {
    const slo = await anSlo(database, { indicator: { kind: 'TRANSACTIONS', name: 'none' } })
    expect(await statusOf(slo, NOW, contextAt(database, NOW))).toMatchObject({
      state: 'NO_DATA',
      compliance: { value: null, total: 0 },
      budget: null,
      exhaustedAt: null,
      burnRates: Array.from({ length: 5 }, () => ({ rate: null, bad: 0, total: 0 })),
      rules: Array.from({ length: 3 }, () => ({ state: 'FROZEN', longRate: null })),
    })
  })

  test('long after the last view every rule is frozen, and says since when', async () => {
    const slo = await anSlo(database)
    const later = NOW + 3 * HOUR
    const status = await statusOf(slo, later, contextAt(database, later))
    expect(new Set(status.rules.map(({ state }) => state))).toEqual(new Set(['FROZEN']))
    expect(status.watermark).toBe(seen.at(-1)?.at)
    expect((await windows(slo, NOW, [HOUR], NOW - 10 * MINUTE)).watermark).toBe(NOW - 10 * MINUTE)
    expect((await windows(slo, NOW, [HOUR], null)).watermark).toBeNull()
  })

  test('whoever is held to a part of the site is told of that part', async () => {
    const slo = await anSlo(database)
    const held = (page: string, maxRangeMs: number) => {
      const lock = { where: parseFilter({ page: { eq: page } }), maxRangeMs }
      return windows({ ...slo, site: { ...slo.site, lock } }, NOW, [DAY])
    }
    expect((await held('/p/:id', 2 * DAY)).counts).toMatchObject([counted(NOW - DAY, NOW)])
    expect((await held('/elsewhere', 2 * DAY)).counts).toMatchObject([{ bad: 0, total: 0 }])
    await expect(held('/p/:id', HOUR)).rejects.toThrow(/longer than the embed token allows/)
  })

  test.each(['HOUR', 'DAY', 'FIVE_MINUTES'] as const)(
    'the history by %s has every bucket and the budget at its end',
    async (interval) => {
      const slo = await anSlo(database, {
        window: { days: 2 },
      })
      const range = { from: new Date(NOW - 30 * HOUR), to: new Date(NOW) }
      const context = contextAt(database, NOW)
      const { points } = await historyOf(slo, { interval, range }, context)
      expect(context.statements.map(({ name }) => name).toSorted()).toEqual(['releases.seen', 'slos.counts'])
      expect(points[0]?.start).toBe(NOW - 30 * HOUR)
      expect(points.at(-1)?.end).toBe(NOW)
      for (const { start, end, bad, total, compliance, budgetRemaining } of points) {
        expect({ bad, total }).toEqual(counted(start, end))
        if (total === 0) expect(compliance).toBeNull()
        const before = counted(end - 2 * DAY, end)
        expect(budgetRemaining).toBeCloseTo(1 - before.bad / (before.total / 4), 9)
      }
    },
  )

  test('the budget of a calendar window begins anew with it', async () => {
    const slo = await anSlo(database, {
      window: { calendar: 'WEEK', timeZone: 'Europe/Berlin', start: '2026-11-19T06:00:00' },
    })
    const start = Date.UTC(2026, 10, 19, 5)
    const status = await statusOf(slo, NOW, contextAt(database, NOW))
    expect(status.window).toEqual({ from: start, to: start + 7 * DAY })
    expect(status.budget?.consumed).toBe(counted(start, NOW).bad)
    const range = { from: new Date(start - HOUR), to: new Date(start + HOUR) }
    const { points } = await historyOf(slo, { interval: 'HOUR', range }, contextAt(database, NOW))
    const old = counted(start - 7 * DAY, start)
    const fresh = counted(start, start + HOUR)
    expect(points.map(({ budgetRemaining }) => budgetRemaining)).toEqual([
      1 - old.bad / (old.total / 4),
      fresh.total === 0 ? null : 1 - fresh.bad / (fresh.total / 4),
    ])
  })
})

test.each([
  ['views come as ever', { sinceMs: 90_000, gapMs: 10_000, n: 50 }, true],
  ['silence that is twenty times as long as usual', { sinceMs: 210_000, gapMs: 10_000, n: 50 }, false],
  ['a quiet site', { sinceMs: 40 * MINUTE, gapMs: 3 * MINUTE, n: 50 }, true],
  ['only one view ever', { sinceMs: 5 * DAY, gapMs: 0, n: 1 }, true],
])('whether data still come: %s', (_, { sinceMs, gapMs, n }, isWhole) => {
  const newest = NOW - sinceMs
  const signs = { newest: new Date(newest), oldest: new Date(newest - gapMs * (n - 1)), n }
  expect(knownUntil(signs, NOW)).toBe(isWhole ? NOW : newest)
})

test('in a calendar window the budget lasts if traffic brings more of it than burns before the end', () => {
  const slo = {
    definition: { window: { kind: 'CALENDAR', unit: 'WEEK', timeZone: 'UTC', start: '2026-11-16T00:00:00' } },
  } as unknown as Parameters<typeof exhaustion>[0]['slo']
  const whole = { from: NOW - DAY, to: NOW + 6 * DAY }
  const asked = { slo, at: NOW, whole, budget: { total: 100, consumed: 50 } }
  expect(exhaustion({ ...asked, rate: 2 })).toBe(NOW + DAY / 2)
  expect(exhaustion({ ...asked, rate: 1.05 })).toBeNull()
  expect(exhaustion({ ...asked, rate: 1 })).toBeNull()
  expect(exhaustion({ ...asked, rate: null })).toBeNull()
  expect(exhaustion({ ...asked, budget: { total: 100, consumed: 101 }, rate: 5 })).toBeNull()
})
