import { expect, test } from 'vitest'
import { type Random, createRandom } from '../../test/oracle/random.ts'
import { createWayFinder } from './find-way.ts'
import { EXCLUDED, IN_STREAM, type Rules, STARTS } from './rules.ts'

type Event = { time: number; mark: number }

const A = 1 | STARTS | IN_STREAM
const B = 2 | STARTS | IN_STREAM
const C = 4 | STARTS | IN_STREAM
const X = EXCLUDED | STARTS

function rules(overrides: Partial<Rules> = {}): Rules {
  const steps = overrides.steps ?? 2
  return {
    steps,
    order: 'ORDERED',
    window: Infinity,
    gaps: Array.from({ length: steps }, () => Infinity),
    exclusions: [],
    ...overrides,
  }
}

/** Depth, where it starts, and when each step was reached. */
function find(given: Rules, events: readonly Event[], from = 0) {
  const way = createWayFinder(given)({
    times: Float64Array.from(events, ({ time }) => time),
    marks: Int32Array.from(events, ({ mark }) => mark),
    from,
    to: events.length,
  })
  const { depth, start, removed } = way
  if (depth === 0) return { depth, removed }
  return { depth, removed, start, reached: Array.from(way.reached.slice(0, depth)) }
}

const at = (time: number, mark: number): Event => ({ time, mark })

test('a second start converts where the first comes too early', () => {
  const events = [at(0, A), at(50, A), at(100, B)]
  expect(find(rules({ window: 60 }), events)).toEqual({
    depth: 2,
    removed: false,
    start: 1,
    reached: [50, 100],
  })
})

test('the earliest second step is left for a later one from which the third is in time', () => {
  const events = [at(0, A), at(1, B), at(10, B), at(12, C)]
  const given = rules({ steps: 3, gaps: [Infinity, Infinity, 5] })
  expect(find(given, events)).toEqual({ depth: 3, removed: false, start: 0, reached: [0, 10, 12] })
})

test('an excluded event counts only between its steps, and only where nothing goes past it', () => {
  const given = rules({ exclusions: [{ from: 0, to: 1 }] })
  expect(find(given, [at(0, A), at(1, X), at(2, B)])).toEqual({ depth: 0, removed: true })
  expect(find(given, [at(0, A), at(1, X)])).toMatchObject({ depth: 1, removed: false })
  expect(find(given, [at(0, A), at(1, X), at(2, A), at(3, B)])).toMatchObject({ depth: 2, start: 2 })
  expect(find(given, [at(0, A), at(1, B), at(2, X)])).toMatchObject({ depth: 2, start: 0 })
  expect(find(given, [at(0, X), at(1, A), at(2, B)])).toMatchObject({ depth: 2, start: 1 })
})

test('in any order the first event may serve any step', () => {
  const given = rules({ steps: 3, order: 'UNORDERED', window: 10 })
  expect(find(given, [at(0, C), at(1, A), at(2, B)])).toMatchObject({
    depth: 3,
    start: 0,
    reached: [1, 2, 2],
  })
  expect(find(given, [at(0, C), at(1, A), at(11, B)])).toMatchObject({ depth: 2, start: 1 })
})

const SEEDS = 8
const CASES = 1500

test.each(
  (['ORDERED', 'STRICT', 'UNORDERED'] as const).flatMap((order) =>
    Array.from({ length: SEEDS }, (_, seed) => [order, seed] as const),
  ),
)('in order %s the way is the one that trying every assignment finds (seed %d)', (order, seed) => {
  const random = createRandom(seed * 31 + order.length)
  for (let i = 0; i < CASES; i++) {
    const given = aFunnel(random, order)
    const events = someEvents(random, given)
    expect(find(given, events), JSON.stringify({ given, events })).toEqual(tryEverything(given, events))
  }
})

function aFunnel(random: Random, order: Rules['order']): Rules {
  const steps = random.int(1, 4)
  const isPlain = order === 'UNORDERED'
  const exclusions = Array.from({ length: isPlain || steps === 1 ? 0 : random.int(0, 2) }, () => {
    const from = random.int(0, steps - 2)
    return { from, to: random.int(from + 1, steps - 1) }
  })
  return {
    steps,
    order,
    window: random.chance(0.3) ? Infinity : random.int(1, 12),
    gaps: Array.from({ length: steps }, () => (isPlain || random.chance(0.5) ? Infinity : random.int(1, 6))),
    exclusions,
  }
}

/** Close together, so that ties and windows that just fit are common; some serve several steps, some none. */
function someEvents(random: Random, { steps, order, exclusions }: Rules): Event[] {
  let time = 0
  return Array.from({ length: random.int(0, 8) }, () => {
    time += random.weighted([
      [0, 3],
      [1, 4],
      [random.int(2, 5), 3],
    ])
    let mark = random.chance(0.8) ? STARTS : 0
    for (let step = 0; step < steps; step++) if (random.chance(0.35)) mark |= 1 << step
    if (mark % (1 << steps) !== 0 || random.chance(0.5)) mark |= IN_STREAM
    exclusions.forEach((_, x) => {
      if (random.chance(0.15)) mark |= EXCLUDED << x
    })
    // What is of no type that the steps name cannot serve one.
    return { time, mark: order === 'STRICT' && (mark & IN_STREAM) === 0 ? mark & ~0b1111 : mark }
  })
}

/** Every choice of events for every number of steps: the furthest, of those the one that takes the earliest events. */
function tryEverything(given: Rules, events: readonly Event[]) {
  const clean = best(given, events)
  const any = best({ ...given, exclusions: [] }, events)
  const removed = clean.depth < any.depth
  return removed || clean.depth === 0 ? { depth: 0, removed } : { ...clean, removed }
}

function best(given: Rules, events: readonly Event[]) {
  for (let depth = given.steps; depth > 0; depth--) {
    const found = choices(events, depth).filter((chosen) => isAllowed(given, events, chosen))
    if (found.length === 0) continue
    if (given.order === 'UNORDERED') return earliestInAnyOrder(events, depth, found)
    const [first = []] = found.sort(byEvents)
    return { depth, start: first[0] ?? -1, reached: first.map((i) => events[i]?.time ?? NaN) }
  }
  return { depth: 0 }
}

/** Lists of different events, the one at place i serving step i. */
function choices(events: readonly Event[], depth: number, taken: readonly number[] = []): number[][] {
  if (taken.length === depth) return [[...taken]]
  return events.flatMap(({ mark }, i) =>
    (mark & (1 << taken.length)) === 0 || taken.includes(i) ? [] : choices(events, depth, [...taken, i]),
  )
}

function isAllowed(given: Rules, events: readonly Event[], chosen: readonly number[]): boolean {
  const { order, window, gaps, exclusions } = given
  const time = (i: number) => events[i]?.time ?? NaN
  const mark = (i: number) => events[i]?.mark ?? 0
  const first = Math.min(...chosen)
  const last = Math.max(...chosen)
  if ((mark(first) & STARTS) === 0 || time(last) - time(first) > window) return false
  if (order === 'UNORDERED') return true
  return (
    chosen.every((event, step) => {
      const before = chosen[step - 1]
      if (before === undefined) return true
      if (event <= before || time(event) - time(before) > (gaps[step] ?? Infinity)) return false
      const between = events.slice(before + 1, event)
      return order === 'ORDERED' || between.every((one) => (one.mark & IN_STREAM) === 0)
    }) &&
    exclusions.every(({ from, to }, x) => {
      const [begin, end] = [chosen[from], chosen[to]]
      if (begin === undefined || end === undefined) return true
      return events.slice(begin + 1, end).every((one) => (one.mark & (EXCLUDED << x)) === 0)
    })
  )
}

function byEvents(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((event, i) => event !== b[i])
  return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0)
}

/** From the earliest start on: when the first 1, 2 … steps can all be done. */
function earliestInAnyOrder(events: readonly Event[], depth: number, found: readonly number[][]) {
  const start = Math.min(...found.map((chosen) => Math.min(...chosen)))
  const reached = Array.from({ length: depth }, (_, i) => {
    const sets = choices(events, i + 1).filter((chosen) => Math.min(...chosen) >= start)
    return Math.min(...sets.map((chosen) => events[Math.max(...chosen)]?.time ?? NaN))
  })
  return { depth, start, reached }
}
