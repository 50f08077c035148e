import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ConsentChange, inOrder, isCovered, newChanges } from './consent-state.ts'

const granted = (at: number, scope: string[] = []): ConsentChange => ({ at, state: 'granted', scope })
const denied = (at: number): ConsentChange => ({ at, state: 'denied', scope: [] })

test.each([
  ['nothing is known', [], 5, false],
  ['before a grant', [granted(10)], 5, true],
  ['after a grant', [granted(10)], 15, true],
  ['at the moment of a refusal', [granted(10), denied(20)], 20, false],
  ['after a refusal', [granted(10), denied(20)], 25, false],
  ['between grant and refusal', [granted(10), denied(20)], 19, true],
  ['before a refusal that came first', [denied(10), granted(20)], 5, false],
  ['after a grant anew', [granted(10), denied(20), granted(30)], 30, true],
  ['under a grant of replay alone', [granted(10, ['replay'])], 15, false],
  ['under a grant of measurement', [granted(10, ['measurement', 'storage'])], 15, true],
])('%s: is it covered?', (_, changes, at, expected) => {
  expect(isCovered(changes, at)).toBe(expected)
})

test('what is known already is no change, what is told again later is one', () => {
  const known = [granted(10)]
  expect(newChanges(known, [granted(10), granted(20), denied(10)])).toEqual([granted(20), denied(10)])
})

test('in whatever order changes arrive, every moment is judged alike once all are there', () => {
  const change = fc.record({
    at: fc.integer({ min: 0, max: 20 }),
    state: fc.constantFrom('granted' as const, 'denied' as const),
    scope: fc.constantFrom([], ['measurement'], ['replay']),
  })
  const distinct = fc.uniqueArray(change, { selector: ({ at }) => at, maxLength: 6 })
  fc.assert(
    fc.property(distinct, fc.array(fc.nat()), (changes, keys) => {
      const shuffled = changes.map((one, i) => ({ one, key: keys[i] ?? 0 })).sort((a, b) => a.key - b.key)
      const log = shuffled.reduce<ConsentChange[]>(
        (known, { one }) => inOrder([...known, ...newChanges(known, [one])]),
        [],
      )
      for (let at = 0; at <= 20; at++) {
        expect(isCovered(log, at)).toBe(isCovered(inOrder(changes), at))
      }
    }),
    { numRuns: 1000 },
  )
})
