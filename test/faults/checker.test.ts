/** The checker is checked: each planted fault turns it red, and nothing else does. */
import { describe, expect, test } from 'vitest'
import { type Left, type SentBatch, checkRun } from './checker.ts'

const sent: SentBatch[] = [
  { id: 'a', state: 'ok', events: [1, 2, 3].map((seq) => ({ session: 's', seq })) },
  { id: 'b', state: 'ok', events: [4, 5].map((seq) => ({ session: 's', seq })) },
  { id: 'c', state: 'refused', events: [{ session: 's', seq: 6 }] },
]
const sound: Left = {
  stored: [
    { session: 's', seq: 1, kind: 'view', value: null },
    { session: 's', seq: 2, kind: 'vital', value: 1800 },
    { session: 's', seq: 3, kind: 'error', value: null },
    { session: 's', seq: 4, kind: 'other', value: null },
  ],
  dead: [{ session: 's', seq: 5 }],
  queued: 0,
  ledger: [
    { id: 'a', rows: 3 },
    { id: 'b', rows: 1 },
  ],
  sessions: [{ session: 's', views: 1, errors: 1 }],
  rollups: [{ rollup: 'hour, cube 0', views: 1, count: 1, sum: 1800 }],
}
const [first, ...others] = sound.stored
if (first === undefined) throw new Error('nothing is stored')

test('a sound run has no mistakes', () => {
  expect(checkRun(sent, sound)).toEqual({ lost: 0, doubled: 0, phantoms: 0, mistakes: [] })
})

describe('a planted fault turns it red:', () => {
  test.each<[string, Partial<Left>, object, RegExp]>([
    ['a loss', { stored: others }, { lost: 1 }, /1 accepted and lost: s#1/],
    ['a lost dead letter', { dead: [] }, { lost: 1 }, /accepted 5 is not stored 4 \+ dead 0/],
    ['a duplicate', { stored: [first, ...sound.stored] }, { doubled: 1 }, /1 there more than once: s#1/],
    ['a row both stored and dead', { dead: [...sound.dead, first] }, { doubled: 1 }, /more than once: s#1/],
    [
      'a phantom',
      { stored: [...sound.stored, { session: 's', seq: 9, kind: 'other', value: null }] },
      { phantoms: 1 },
      /1 there and never sent: s#9/,
    ],
    [
      'an event that was refused',
      { stored: [...sound.stored, { session: 's', seq: 6, kind: 'other', value: null }] },
      { phantoms: 1 },
      /never sent: s#6/,
    ],
    [
      'a batch without a claim',
      { ledger: [{ id: 'a', rows: 4 }] },
      {},
      /1 accepted and not in the ledger: b/,
    ],
    [
      'a claim of other rows',
      { ledger: [...sound.ledger, { id: 'c', rows: 2 }] },
      {},
      /ledger has 6 rows, stored are 4/,
    ],
    ['a session counted twice', { sessions: [{ session: 's', views: 2, errors: 1 }] }, {}, /count otherwise/],
    ['an error uncounted', { sessions: [{ session: 's', views: 1, errors: 0 }] }, {}, /count otherwise/],
    ['a session without a row', { sessions: [] }, {}, /1 sessions without a row: s/],
    [
      'a view rolled up twice',
      { rollups: [{ rollup: 'hour', views: 2, count: 1, sum: 1800 }] },
      {},
      /hour says/,
    ],
    [
      'a value rolled up twice',
      { rollups: [{ rollup: 'day', views: 1, count: 2, sum: 3600 }] },
      {},
      /day says/,
    ],
    ['no rollups at all', { rollups: [] }, {}, /no rollups/],
  ])('%s', (_, fault, counts, mistake) => {
    const verdict = checkRun(sent, { ...sound, ...fault })
    expect(verdict).toMatchObject(counts)
    expect(verdict.mistakes.join('\n')).toMatch(mistake)
  })
})

test('what nobody knows may be there or not, once', () => {
  const unknown: SentBatch = { id: 'd', state: 'unknown', events: [{ session: 's', seq: 7 }] }
  const there = { session: 's', seq: 7, kind: 'other' as const, value: null }
  const withIt = {
    ...sound,
    stored: [...sound.stored, there],
    ledger: [...sound.ledger, { id: 'd', rows: 1 }],
  }
  expect(checkRun([...sent, unknown], sound).mistakes).toEqual([])
  expect(checkRun([...sent, unknown], withIt).mistakes).toEqual([])
  expect(checkRun([...sent, unknown], { ...withIt, dead: [...sound.dead, there] }).doubled).toBe(1)
})
