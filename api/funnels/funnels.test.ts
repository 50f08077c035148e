import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Random, createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { type Happening, aVisit } from '../../test/visits.ts'

const MINUTE = 60_000
const NOW = Date.UTC(2026, 9, 20, 12)
const RANGE = '{ from: "2026-10-18T00:00:00Z", to: "2026-10-20T12:00:00Z" }'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const STEPS = 'steps: [{ page: { eq: "/" } }, { page: { prefix: "/p" } }, { event: "order" }]'

const segment = (fields: string, where = '') =>
  `{ site(id: "test") { segment(range: ${RANGE}${where}) { ${fields} } } }`

describe.each(['timescale', 'plain'] as const)('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW)
    const random = createRandom(7)
    const batches = (
      await Promise.all(
        Array.from({ length: 600 }, (_, i) => {
          const batch = aSession(random)
          const agent = i % 3 === 0 ? { userAgent: IPHONE } : {}
          return pipeline.prepare(batch, { receivedAt: batch.sentAt, ...agent })
        }),
      )
    ).flat()
    await pipeline.store(batches)
  }, 180_000)
  afterAll(() => database.drop())

  async function ask(fields: string, where = '') {
    const { data, errors } = await pipeline.ask(segment(fields, where))
    expect(errors).toBeUndefined()
    return data.site.segment
  }

  test('the sessions of each step, as a segment, are as many as its entrants', async () => {
    const { funnel } = await ask(
      `funnel(${STEPS}) { steps { entrants dropOff segment { sessionCount views } dropOffSegment { sessionCount } } }`,
    )
    expect(funnel.steps[0].entrants).toBeGreaterThan(100)
    expect(funnel.steps[2].entrants).toBeGreaterThan(10)
    for (const { entrants, dropOff, segment, dropOffSegment } of funnel.steps) {
      expect(segment.sessionCount).toBe(entrants)
      expect(dropOffSegment.sessionCount).toBe(dropOff)
      expect(segment.views).toBeGreaterThanOrEqual(entrants)
    }
  })

  test('the visitors of each step, as a segment, are as many as its entrants', async () => {
    const { funnel } = await ask(
      `funnel(${STEPS}, countBy: VISITOR) { steps { entrants segment { visitors } } }`,
    )
    for (const { entrants, segment } of funnel.steps) expect(segment.visitors).toBe(entrants)
  })

  test('the parts of a breakdown add up to the whole, step by step, and cost one statement more', async () => {
    const { data, statements } = await pipeline.ask(
      segment(
        `funnel(${STEPS}) { steps { entrants } breakdown(dimension: DEVICE, top: 1, other: true) { key steps { entrants } } }`,
      ),
    )
    const { steps, breakdown } = data.site.segment.funnel
    expect(breakdown).toHaveLength(2)
    steps.forEach(({ entrants }: { entrants: number }, i: number) => {
      const parts = breakdown.map((part: { steps: { entrants: number }[] }) => part.steps[i]?.entrants ?? 0)
      expect(parts[0] + parts[1]).toBe(entrants)
    })
    expect(statements.filter((name) => name === 'funnels.events')).toHaveLength(2)
  })

  test('a filter on the session and one on the page hold for what the funnel looks at', async () => {
    const orders = `steps: [{ event: "order" }]`
    const of = async (where: string) =>
      (await ask(`funnel(${orders}) { steps { entrants } }`, where)).funnel.steps[0].entrants
    const all = await of('')
    const mobile = await of(', where: { device: { eq: MOBILE } }')
    const desktop = await of(', where: { not: { device: { eq: MOBILE } } }')
    expect(mobile).toBeGreaterThan(0)
    expect(mobile + desktop).toBe(all)
    const atHome = await of(', where: { page: { eq: "/" } }')
    const elsewhere = await of(', where: { not: { page: { eq: "/" } } }')
    expect(atHome).toBeLessThan(all)
    expect(atHome + elsewhere).toBeGreaterThanOrEqual(all)
    expect(await of(', where: { session: { has: { event: "order" } } }')).toBe(all)
  })

  test('a sixteenth of the visitors stands for all, and tells how sure it is', async () => {
    const { full, part } = await ask(
      `full: funnel(${STEPS}, sample: FULL) { sampled steps { entrants entrantsInterval { low } } }
       part: funnel(${STEPS}, sample: SIXTEENTH) { sampled steps { entrants entrantsInterval { low high } segment { sessionCount } } }`,
    )
    expect(full.sampled).toBe(false)
    expect(part.sampled).toBe(true)
    expect(full.steps[0].entrantsInterval).toBeNull()
    full.steps.slice(0, 2).forEach(({ entrants }: { entrants: number }, i: number) => {
      const step = part.steps[i]
      const { low, high } = step.entrantsInterval
      expect(step.entrants % 16).toBe(0)
      expect(low).toBeLessThanOrEqual(step.entrants)
      expect(high).toBeGreaterThanOrEqual(step.entrants)
      // One draw may lie outside its interval; how often it does is tested beside the interval.
      expect(Math.abs(step.entrants - entrants)).toBeLessThan(high - low)
      // A place to stand is made of all who were there.
      expect(step.segment.sessionCount).toBe(entrants)
    })
  })

  test('in strict order the next view must be the next step, whatever else happens', async () => {
    const t = NOW - 60 * MINUTE
    const visit = (happenings: readonly Happening[]) => pipeline.send(aVisit(happenings), { receivedAt: NOW })
    await visit([
      { at: t, page: '/strict/a' },
      { at: t + 1, event: 'between' },
      { at: t + 2, page: '/strict/b' },
    ])
    await visit([
      { at: t, page: '/strict/a' },
      { at: t + 1, page: '/other' },
      { at: t + 2, page: '/strict/b' },
    ])
    const steps = 'steps: [{ page: { eq: "/strict/a" } }, { page: { eq: "/strict/b" } }]'
    const { strict, ordered } = await ask(
      `strict: funnel(${steps}, order: STRICT) { steps { entrants } } ordered: funnel(${steps}) { steps { entrants } }`,
    )
    expect(strict.steps).toEqual([{ entrants: 2 }, { entrants: 1 }])
    expect(ordered.steps).toEqual([{ entrants: 2 }, { entrants: 2 }])
  })

  test('an error may be a step, and one that must not happen', async () => {
    const t = NOW - 30 * MINUTE
    const batch = aVisit([
      { at: t, page: '/failing' },
      { at: t + 1, error: 'PaymentError' },
      { at: t + 2, event: 'gave_up' },
    ])
    await pipeline.send(batch, { receivedAt: batch.sentAt })
    const { reached, without } = await ask(
      `reached: funnel(steps: [{ page: { eq: "/failing" } }, { error: { type: { eq: "PaymentError" } } }, { event: "gave_up" }]) { steps { name entrants } }
       without: funnel(steps: [{ page: { eq: "/failing" } }, { event: "gave_up" }], exclude: [{ error: {}, from: "/failing", to: "gave_up" }]) { removed steps { entrants } }`,
    )
    expect(reached.steps).toEqual([
      { name: '/failing', entrants: 1 },
      { name: 'PaymentError', entrants: 1 },
      { name: 'gave_up', entrants: 1 },
    ])
    expect(without).toEqual({ removed: 1, steps: [{ entrants: 0 }, { entrants: 0 }] })
  })

  test('where nobody enters, counts are 0 and shares and times are null', async () => {
    const { funnel } = await ask(
      'funnel(steps: [{ event: "never" }, { event: "ever" }]) { open steps { entrants fromFirst fromPrevious dropOff medianTime p90Time conversionFromFirst { value low } segment { sessionCount } } }',
    )
    expect(funnel).toEqual({
      open: 0,
      steps: [0, 1].map(() => ({
        entrants: 0,
        fromFirst: null,
        fromPrevious: null,
        dropOff: 0,
        medianTime: null,
        p90Time: null,
        conversionFromFirst: { value: null, low: null },
        segment: { sessionCount: 0 },
      })),
    })
  })

  test.each([
    ['steps: []', 'a funnel of 0 steps: give 1 to 10'],
    ['steps: [{}]', 'a predicate names nothing'],
    ['steps: [{ name: "x", event: "a" }, { name: "x", event: "b" }]', 'two steps are named "x"'],
    ['steps: [{ name: "", event: "a" }]', "a step's name has 0 characters"],
    ['steps: [{ event: "a", window: "PT1M" }]', 'the first step has none before it'],
    ['steps: [{ event: "a" }], window: "PT0S"', '`window` is 0 ms'],
    ['steps: [{ event: "a" }], window: "P91D"', '90 days at most'],
    [
      'steps: [{ event: "a" }, { event: "b" }], exclude: [{ event: "x", from: "b", to: "a" }]',
      '`from` must be a step before `to`',
    ],
    [
      'steps: [{ event: "a" }, { event: "b" }], exclude: [{ event: "x", from: "a", to: "c" }]',
      'there is no step "c": the steps are a, b',
    ],
    [
      'steps: [{ event: "a" }, { event: "b", window: "PT1M" }], order: UNORDERED',
      'UNORDERED steps have no step before them',
    ],
    [
      'steps: [{ event: "a" }, { event: "b" }], order: UNORDERED, exclude: [{ event: "x", from: "a", to: "b" }]',
      'UNORDERED steps have nothing between them',
    ],
  ])('%s is refused: %s', async (args, message) => {
    const { errors } = await pipeline.ask(segment(`funnel(${args}) { open }`))
    expect(errors?.[0]?.message).toContain(message)
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
  })
})

const REGULARS = idsOf(createRandom(11), 150)

function idsOf(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => random.uuid())
}

/** Some pages, some orders; visitors who come back. */
function aSession(random: Random) {
  let at = NOW - random.int(60, 3000) * MINUTE
  const happenings = Array.from({ length: random.int(1, 8) }, (): Happening => {
    at += random.int(1000, 3 * MINUTE)
    return random.weighted<Happening>([
      [{ at, page: '/' }, 3],
      [{ at, page: '/p' }, 2],
      [{ at, page: '/prices' }, 2],
      [{ at, event: 'order' }, 2],
      [{ at, error: 'TypeError' }, 1],
    ])
  })
  const visitor = random.chance(0.4) ? random.pick(REGULARS) : random.uuid()
  return aVisit([{ at: at - 60 * MINUTE, page: '/landing' }, ...happenings], { visitor })
}
