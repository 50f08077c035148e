import { expect, test } from 'vitest'
import { createSampler, draw } from './sampling.ts'
import { uuidV7 } from './uuid.ts'
import type { Sampling } from './session.ts'

const MINUTE = 60_000

/** Tabs share what `shared` holds. */
function aTab({
  rate = 0,
  keepErrors = true,
  shared = new Map<string, Sampling>(),
  clock = { now: 0 },
} = {}) {
  const settings = { rate, keepErrors }
  const sampler = createSampler<ReturnType<typeof anItem>>({
    sessions: {
      sampling: (id) => shared.get(id) ?? {},
      setSampling: (id, sampling) => void shared.set(id, { ...shared.get(id), ...sampling }),
    },
    settings: () => settings,
    now: () => clock.now,
  })
  const take = (...items: ReturnType<typeof anItem>[]) =>
    sampler.take(items).map(({ item, sample }) => [item.event.name, sample.sampled, sample.rate])
  return { take, settings, sampler, shared, clock }
}
function anItem(name: string, { t = 'custom', at = 0, session = uuid(0.5) } = {}) {
  return { session: { id: session, startedAt: 0 }, event: { t, at, name } }
}
/** A session that is drawn at every rate above `place`. */
function uuid(place: number): string {
  return `0193a2b4-0000-7000-8000-${Math.floor(place * 2 ** 48)
    .toString(16)
    .padStart(12, '0')}`
}

test('a session is drawn by its id: below the rate it is sent, above it is held back', () => {
  const { take } = aTab({ rate: 0.6 })
  expect(take(anItem('a', { session: uuid(0.59) }), anItem('b', { session: uuid(0.61) }))).toEqual([
    ['a', 'rate', 0.6],
  ])
})

test('of many sessions the share that is drawn is the rate', () => {
  const drawn = Array.from({ length: 20_000 }, () => draw(uuidV7(Date.now()))).filter((place) => place < 0.1)
  // Five standard deviations of a binomial count of 2,000.
  expect(Math.abs(drawn.length - 2000)).toBeLessThan(5 * Math.sqrt(20_000 * 0.1 * 0.9))
})

test('an error sends what was held back, in order, and everything after it, without weight', () => {
  const { take } = aTab()
  expect(take(anItem('before'), anItem('just before'))).toEqual([])
  expect(take(anItem('boom', { t: 'error' }), anItem('after'))).toEqual(
    ['before', 'just before', 'boom', 'after'].map((name) => [name, 'error', 0]),
  )
  expect(take(anItem('much later'))).toEqual([['much later', 'error', 0]])
})

test('an error in one session keeps no other', () => {
  const { take } = aTab()
  const other = uuid(0.9)
  take(anItem('theirs', { session: other }))
  expect(take(anItem('boom', { t: 'error' }))).toEqual([['boom', 'error', 0]])
  expect(take(anItem('theirs again', { session: other }))).toEqual([])
})

test('errors of a drawn session change nothing: it speaks for others as before', () => {
  const { take } = aTab({ rate: 0.8 })
  expect(take(anItem('boom', { t: 'error' }))).toEqual([['boom', 'rate', 0.8]])
})

test('another tab of the session sends what it held back, too', () => {
  const one = aTab()
  const two = aTab({ shared: one.shared })
  two.take(anItem('in the other tab'))
  one.take(anItem('boom', { t: 'error' }))
  expect(two.take(anItem('later there'))).toEqual([
    ['in the other tab', 'error', 0],
    ['later there', 'error', 0],
  ])
})

test('what is held back is the last 200 events of the last five minutes', () => {
  const { take, clock } = aTab()
  take(anItem('old', { at: 0 }))
  clock.now = 5 * MINUTE
  take(...Array.from({ length: 250 }, (_, i) => anItem(`event ${i}`, { at: clock.now })))
  const taken = take(anItem('boom', { t: 'error', at: clock.now }))
  expect(taken).toHaveLength(201)
  expect(taken[0]?.[0]).toBe('event 50')
})

test('where errors are not kept nothing of the session is sent', () => {
  const { take } = aTab({ keepErrors: false })
  expect(take(anItem('boom', { t: 'error' }), anItem('after'))).toEqual([])
})

test('the rate at which a session was first asked about stays with it, in every tab', () => {
  const { take, settings, shared } = aTab({ rate: 1 })
  expect(take(anItem('a'))).toEqual([['a', 'rate', 1]])
  settings.rate = 0
  expect(take(anItem('b'))).toEqual([['b', 'rate', 1]])
  expect(aTab({ rate: 0, shared }).take(anItem('c'))).toEqual([['c', 'rate', 1]])
})
