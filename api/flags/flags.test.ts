import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { FLAG, type FlaggedSession, aFlaggedSession } from '../../test/flagged-sessions.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { alwaysValidReach } from '../statistics/always-valid.ts'

const NOW = Date.UTC(2026, 9, 20, 12)
const random = createRandom(20)
const visitors = Array.from({ length: 420 }, () => random.uuid())
const sessions = Array.from({ length: 900 }, () => aFlaggedSession(random, random.pick(visitors), NOW))

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database, () => NOW)
  const prepared = await Promise.all(sessions.map(({ batch }) => pipeline.prepare(batch)))
  await pipeline.store(prepared.flat())
}, 60_000)
afterAll(() => database.drop())

/** An exposed session with what counts of it. */
type Exposed = FlaggedSession & { at: number; viewAt: number; variant: string }

const population = sessions.filter(({ weight }) => weight > 0)
const evaluated = population.filter(({ evaluations }) => evaluations.length > 0)
const isMixed = ({ evaluations }: FlaggedSession) =>
  new Set(evaluations.map(({ variant }) => variant)).size > 1

function exposedTo(wanted: string, among = evaluated): Exposed[] {
  return among
    .filter((session) => !isMixed(session))
    .flatMap((session) => session.evaluations.slice(0, 1).map((first) => ({ ...session, ...first })))
    .filter(({ variant }) => variant === wanted)
}

const weigh = (ones: readonly { weight: number }[]) => ones.reduce((sum, { weight }) => sum + weight, 0)
const since = <T extends { at: number }>(things: readonly T[], at: number) =>
  things.filter((one) => one.at >= at)
const viewsOf = (one: Exposed) => since(one.views, one.viewAt)
const happenedIn = (times: readonly number[], at: number) => times.some((time) => time >= at)
const isBounced = (one: Exposed) => viewsOf(one).length === 1 && !happenedIn(one.clicks, one.viewAt)
const isCrashed = (one: Exposed) => since(one.errors, one.at).some(({ handled }) => !handled)

/** What each session brings to a metric: values and how many, each with the session's weight. */
const METRICS: Record<string, { input: string; of: (one: Exposed) => number[] }> = {
  'mean LCP': { input: 'vital: { metric: LCP, of: MEAN }', of: (one) => viewsOf(one).map(({ lcp }) => lcp) },
  'good LCP': {
    input: 'vital: { metric: LCP, of: GOOD_SHARE }',
    of: (one) => viewsOf(one).map(({ lcp }) => Number(lcp <= 2500)),
  },
  'crash-free sessions': { input: 'figure: CRASH_FREE_SESSIONS', of: (one) => [Number(!isCrashed(one))] },
  'errors per session': {
    input: 'figure: ERRORS_PER_SESSION',
    of: (one) => [since(one.errors, one.at).length],
  },
  'bounce rate': { input: 'figure: BOUNCE_RATE', of: (one) => [Number(isBounced(one))] },
  'views per session': { input: 'figure: VIEWS_PER_SESSION', of: (one) => [viewsOf(one).length] },
  'frustration rate': {
    input: 'figure: FRUSTRATION_RATE',
    of: (one) => [Number(happenedIn(one.rages, one.at))],
  },
  'request failure rate': {
    input: 'figure: REQUEST_FAILURE_RATE',
    of: (one) => since(one.requests, one.at).map(({ failed }) => Number(failed)),
  },
  'conversion: paid': {
    input: 'conversion: { event: "paid" }',
    of: (one) => [Number(happenedIn(one.paid, one.at))],
  },
}

/** By the definition: the ratio, and its variance from the residuals of each visitor. */
function naiveArm(of: (one: Exposed) => number[], variant: string) {
  const byVisitor = new Map<string, { y: number; x: number }>()
  for (const one of exposedTo(variant)) {
    for (const value of of(one)) {
      const sums = byVisitor.get(one.visitor) ?? { y: 0, x: 0 }
      sums.y += one.weight * value
      sums.x += one.weight
      byVisitor.set(one.visitor, sums)
    }
  }
  const clusters = [...byVisitor.values()]
  const x = clusters.reduce((sum, one) => sum + one.x, 0)
  const value = clusters.reduce((sum, one) => sum + one.y, 0) / x
  const squares = clusters.reduce((sum, one) => sum + (one.y - value * one.x) ** 2, 0)
  const n = clusters.length
  return { value, variance: (squares / (x * x)) * (n / (n - 1)), n }
}

const ask = async (selection: string, range = '{ last: "P2D" }') => {
  const { data, errors, statements } = await pipeline.ask(
    `{ site(id: "test") { segment(range: ${range}) { ${selection} } } }`,
  )
  expect(errors).toBeUndefined()
  return { ...data.site.segment, statements }
}

describe('the cohorts of a flag', () => {
  test('are the sessions that saw one variant; those that saw two are counted apart', async () => {
    const { flag } = await ask(
      `flag(key: "${FLAG}", control: "off") { sessions mixed variants { key isControl sessions share expectedShare } }`,
    )
    expect(flag.sessions).toBe(weigh(evaluated))
    expect(flag.mixed).toBe(weigh(evaluated.filter(isMixed)))
    expect(flag.mixed).toBeGreaterThan(0)
    const [on, off] = [weigh(exposedTo('on')), weigh(exposedTo('off'))]
    const expected = [
      { key: 'on', isControl: false, sessions: on, share: on / (on + off), expectedShare: 0.5 },
      { key: 'off', isControl: true, sessions: off, share: off / (on + off), expectedShare: 0.5 },
    ].sort((a, b) => b.sessions - a.sessions)
    expect(flag.variants).toEqual(expected)
  })

  test('are segments in which only what came after the first evaluation counts', async () => {
    const { flag } = await ask(
      `flag(key: "${FLAG}") { variants { key segment {
        views sessionCount vital(metric: LCP) { count mean } load: vital(metric: LOAD) { count }
        crashFreeSessions { value } bounceRate { value } frustrationRate { value }
        requests { nodes { count failures { total } } } errors { nodes { events } }
        events(name: "paid") { count } over(interval: DAY) { segment { sessionCount } }
      } } }`,
    )
    expect(flag.variants).toHaveLength(2)
    for (const { key, segment } of flag.variants) {
      const ones = exposedTo(key)
      const total = (count: (one: Exposed) => number) =>
        ones.reduce((sum, one) => sum + one.weight * count(one), 0)
      const views = total((one) => viewsOf(one).length)
      expect(segment.views).toBe(views)
      expect(segment.load.count).toBe(ones.flatMap(viewsOf).length)
      expect(segment.vital.count).toBe(ones.flatMap(viewsOf).length)
      expect(segment.vital.mean).toBeCloseTo(
        total((one) => viewsOf(one).reduce((sum, { lcp }) => sum + lcp, 0)) / views,
        6,
      )
      expect(segment.sessionCount).toBe(weigh(ones))
      expect(segment.crashFreeSessions.value).toBeCloseTo(1 - weigh(ones.filter(isCrashed)) / weigh(ones), 9)
      expect(segment.bounceRate.value).toBeCloseTo(weigh(ones.filter(isBounced)) / weigh(ones), 9)
      expect(segment.requests.nodes[0].count).toBe(total((one) => since(one.requests, one.at).length))
      expect(segment.events.count).toBe(total((one) => one.paid.filter((at) => at >= one.at).length))
      // Errors are complete: they count once each, also in sessions that were kept for them.
      const errors = exposedTo(key, sessions).flatMap((one) => since(one.errors, one.at))
      expect(segment.errors.nodes[0].events).toBe(errors.length)
      const days = segment.over.map((day: { segment: { sessionCount: number } }) => day.segment.sessionCount)
      expect(days.reduce((sum: number, count: number) => sum + count, 0)).toBe(weigh(ones))
    }
  })

  test('are empty for a flag that nobody evaluated', async () => {
    const { flag } = await ask(
      'flag(key: "unseen", control: "a") { sessions mixed variants { key } sampleRatio { pValue mismatch } compare(metrics: [{ figure: BOUNCE_RATE }]) { verdict } }',
    )
    expect(flag).toEqual({
      sessions: 0,
      mixed: 0,
      variants: [],
      sampleRatio: { pValue: null, mismatch: false },
      compare: [],
    })
  })
})

describe('a comparison', () => {
  test('has the values and errors that counting by visitor gives', async () => {
    const inputs = Object.values(METRICS).map(({ input }) => `{ ${input} }`)
    const { flag, statements } = await ask(
      `flag(key: "${FLAG}", control: "off") { compare(metrics: [${inputs.join(', ')}]) {
        metric variant value baseline difference visitors baselineVisitors low high alwaysLow alwaysHigh verdict } }`,
    )
    expect(flag.compare.map(({ metric }: { metric: string }) => metric)).toEqual(Object.keys(METRICS))
    for (const { metric, variant, ...found } of flag.compare) {
      expect(variant).toBe('on')
      const { of } = METRICS[metric] ?? { of: () => [] }
      const [on, off] = [naiveArm(of, 'on'), naiveArm(of, 'off')]
      expect(found.visitors, metric).toBe(on.n)
      expect(found.baselineVisitors, metric).toBe(off.n)
      expect(found.value, metric).toBeCloseTo(on.value, 9)
      expect(found.baseline, metric).toBeCloseTo(off.value, 9)
      const reach = alwaysValidReach(on.n + off.n) * Math.sqrt(on.variance + off.variance)
      expect(found.alwaysHigh - found.difference, metric).toBeCloseTo(reach, 8)
      expect(found.difference - found.alwaysLow, metric).toBeCloseTo(reach, 8)
      expect(found.high - found.low, metric).toBeLessThan(found.alwaysHigh - found.alwaysLow)
    }
    expect(statements.toSorted()).toEqual(['flags.exposures', 'flags.sums'])
  })

  test('of quantiles, in parts of a split, takes as many statements as of the whole', async () => {
    const compare = `flag(key: "${FLAG}", control: "off") { compare(metrics: [{ vital: { metric: LCP } }, { vital: { metric: LCP, q: 0.5 } }, { vital: { metric: CLS } }]) { metric value baseline visitors low verdict } }`
    const { over, by, flag, statements } = await ask(
      `${compare} by(dimension: DEVICE) { segment { ${compare} } } over(interval: DAY) { segment { ${compare} } }`,
    )
    expect(statements.toSorted()).toEqual(
      ['flags.exposures', 'flags.sums', 'segment.distributions']
        .flatMap((name) => [name, name, name])
        .concat('segment.viewCounts')
        .toSorted(),
    )
    const [p75] = flag.compare
    const sorted = (variant: string) =>
      exposedTo(variant)
        .flatMap((one) => viewsOf(one).flatMap(({ lcp }) => Array.from({ length: one.weight }, () => lcp)))
        .sort((a, b) => a - b)
    for (const [variant, value] of [
      ['on', p75.value],
      ['off', p75.baseline],
    ] as const) {
      const values = sorted(variant)
      const exact = values[Math.floor(0.75 * (values.length - 1))] ?? 0
      expect(Math.abs(value - exact) / exact).toBeLessThan(0.02)
    }
    expect(p75.verdict).toBe('WORSE')
    expect(by[0].segment.flag.compare).toEqual(flag.compare)
    expect(over.length).toBeGreaterThan(1)
    expect(flag.compare[2]).toMatchObject({ value: null, visitors: 0, verdict: 'TOO_LITTLE_DATA' })
  })

  test('of a funnel counts what came after the evaluation', async () => {
    const { flag } = await ask(
      `flag(key: "${FLAG}", control: "off") { compare(metrics: [{ name: "buys", funnel: { steps: [{ request: {} }, { event: "paid" }] } }]) { metric value baseline visitors } }`,
    )
    const conversionOf = (variant: string) => {
      const ones = exposedTo(variant).flatMap((one) => {
        const first = Math.min(...since(one.requests, one.at).map(({ at }) => at))
        return Number.isFinite(first) ? [{ ...one, converted: one.paid.some((at) => at >= first) }] : []
      })
      return { value: weigh(ones.filter(({ converted }) => converted)) / weigh(ones), n: ones.length }
    }
    expect(flag.compare[0].metric).toBe('buys')
    expect(flag.compare[0].value).toBeCloseTo(conversionOf('on').value, 9)
    expect(flag.compare[0].baseline).toBeCloseTo(conversionOf('off').value, 9)
    expect(flag.compare[0].visitors).toBe(conversionOf('on').n)
  })

  test('is given no verdict where the split is not as declared', async () => {
    const { flag } = await ask(
      `flag(key: "${FLAG}", control: "off", split: [{ variant: "on", weight: 9 }, { variant: "off", weight: 1 }]) {
        sampleRatio { mismatch pValue } compare(metrics: [{ vital: { metric: LCP } }]) { verdict low } }`,
    )
    expect(flag.sampleRatio.mismatch).toBe(true)
    expect(flag.compare[0].verdict).toBe('SAMPLE_RATIO_MISMATCH')
    expect(flag.compare[0].low).not.toBeNull()
  })
})

test.each([
  [
    `flag(key: "${FLAG}") { variants { segment { flag(key: "other") { sessions } } } }`,
    'the variants of "new-checkout" have no variants of "other"',
  ],
  [
    `flag(key: "${FLAG}") { compare(metrics: [{ figure: BOUNCE_RATE }]) { value } }`,
    'which variant of "new-checkout" is the control',
  ],
  [`flag(key: "${FLAG}", control: "off") { compare(metrics: []) { value } }`, '0 metrics: give 1 to 20'],
  [
    `flag(key: "${FLAG}", control: "off") { compare(metrics: [{}]) { value } }`,
    'give exactly one of vital, figure, conversion, funnel',
  ],
  [
    `flag(key: "${FLAG}", control: "off") { compare(metrics: [{ figure: BOUNCE_RATE }, { figure: BOUNCE_RATE }]) { value } }`,
    'two metrics are named "bounce rate"',
  ],
  [
    `flag(key: "${FLAG}", control: "off") { compare(metrics: [{ figure: BOUNCE_RATE, aim: HIGHER }]) { value } }`,
    'only a conversion or a funnel takes it',
  ],
  [
    `flag(key: "${FLAG}", control: "off") { compare(metrics: [{ vital: { metric: COLD_START, of: GOOD_SHARE } }]) { value } }`,
    'has no ratings',
  ],
  [`flag(key: "") { sessions }`, 'expected 1 to 200'],
  [
    `flag(key: "x", split: [{ variant: "a", weight: 0 }, { variant: "b", weight: 1 }]) { sessions }`,
    'the weight of "a" is 0',
  ],
  [`flag(key: "x", split: [{ variant: "a", weight: 1 }]) { sessions }`, 'a split of 1 parts: give 2 to 50'],
])('%s is refused', async (selection, message) => {
  const { errors } = await pipeline.ask(
    `{ site(id: "test") { segment(range: { last: "P2D" }) { ${selection} } } }`,
  )
  expect(errors?.[0]?.message).toContain(message)
})
