import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AlertMemory,
  CALM,
  type Change,
  type Evaluation,
  FROZEN_REASONS,
  type Patience,
  advance,
  isOpen,
} from './advance.ts'

const MINUTE_MS = 60_000
/** What a figure is by a letter: bad, good (recovered), between the bounds, frozen. */
const EVALUATIONS: Record<string, Evaluation> = {
  b: { frozen: null, bad: true, recovered: false },
  g: { frozen: null, bad: false, recovered: true },
  '-': { frozen: null, bad: false, recovered: false },
  f: { frozen: 'NO_EVENTS' },
}
const aPatience = (overrides: Partial<Patience> = {}): Patience => ({
  times: 1,
  of: 1,
  stepMs: MINUTE_MS,
  escalateAfterMs: null,
  ...overrides,
})

/** Runs a minute for each letter; returns the phases by their first letters, and the changes with their minutes. */
function run(letters: string, patience: Patience, memory: AlertMemory = CALM) {
  const phases: string[] = []
  const changes: [Change, number][] = []
  let now = memory
  letters.split('').forEach((letter, i) => {
    const minute = i + 1
    const advanced = advance(now, EVALUATIONS[letter] ?? { frozen: 'LATE' }, patience, minute * MINUTE_MS)
    now = advanced.memory
    phases.push(now.phase[0] ?? '')
    if (advanced.change !== null) changes.push([advanced.change, minute])
  })
  return { phases: phases.join(''), changes, memory: now }
}

describe('each way through', () => {
  test.each([
    // letters, times, of, phases, what is told
    ['one bad minute fires, one good one resolves', 'gbbg', 1, 1, 'OFFO', ['FIRING 2', 'RESOLVED 4']],
    ['two of three', 'b-b', 2, 3, 'PPF', ['FIRING 3']],
    ['two of three, too far apart', 'b--b--b', 2, 3, 'PPPPPPP', []],
    ['pending ends when the last bad minute is m minutes away', 'bggg', 2, 3, 'PPPO', []],
    ['three of five, bad ones among good ones', 'bgbgb', 3, 5, 'PPPPF', ['FIRING 5']],
    ['between the bounds nothing resolves', 'b---g', 1, 1, 'FFFFO', ['FIRING 1', 'RESOLVED 5']],
    ['recovery is n in a row', 'bbg-ggg', 2, 2, 'PFFFFOO', ['FIRING 2', 'RESOLVED 6']],
    ['a bad minute begins recovery anew', 'bbgbgg', 2, 2, 'PFFFFO', ['FIRING 2', 'RESOLVED 6']],
    [
      'what is resolved fires again only on new evidence',
      'bbggbb',
      2,
      5,
      'PFFOPF',
      ['FIRING 2', 'RESOLVED 4', 'FIRING 6'],
    ],
    ['frozen minutes fire nothing', 'bfffb', 2, 3, 'PPPPP', []],
    ['nor resolve', 'bffffg', 1, 1, 'FFFFFO', ['FIRING 1', 'RESOLVED 6']],
    ['nor break what is in a row', 'bbgfg', 2, 2, 'PFFFO', ['FIRING 2', 'RESOLVED 5']],
    ['within m minutes what was seen before a frozen one counts', 'bfb', 2, 3, 'PPF', ['FIRING 3']],
  ])('%s', (_, letters, times, of, phases, told) => {
    const found = run(letters, aPatience({ times, of }))
    expect(found.phases).toBe(phases)
    expect(found.changes.map((change) => change.join(' '))).toEqual(told)
  })

  test('what fires long enough escalates once, and resolves from there', () => {
    const { phases, changes } = run('bbbbbg', aPatience({ escalateAfterMs: 3 * MINUTE_MS }))
    expect(phases).toBe('FFFEEO')
    expect(changes).toEqual([
      ['FIRING', 1],
      ['ESCALATED', 4],
      ['RESOLVED', 6],
    ])
  })

  test('a frozen minute escalates nothing; the next one with evidence does', () => {
    const { changes } = run('bffffb', aPatience({ escalateAfterMs: 2 * MINUTE_MS }))
    expect(changes).toEqual([
      ['FIRING', 1],
      ['ESCALATED', 6],
    ])
  })

  test.each(FROZEN_REASONS)('%s is told as the reason, until there is evidence', (frozen) => {
    const { memory } = advance(CALM, { frozen }, aPatience(), MINUTE_MS)
    expect(memory).toEqual({ ...CALM, at: MINUTE_MS, frozen })
    const { memory: thawed } = advance(memory, EVALUATIONS['g'] ?? { frozen }, aPatience(), 2 * MINUTE_MS)
    expect(thawed.frozen).toBeNull()
  })
})

describe('whatever happens', () => {
  const letters = fc
    .array(fc.constantFrom('b', 'b', 'g', '-', 'f'), { maxLength: 80 })
    .map((all) => all.join(''))
  const patience = fc
    .record({
      times: fc.integer({ min: 1, max: 5 }),
      more: fc.integer({ min: 0, max: 5 }),
      escalateAfterMs: fc.option(fc.integer({ min: 1, max: 9 }).map((minutes) => minutes * MINUTE_MS)),
    })
    .map(({ times, more, escalateAfterMs }) => aPatience({ times, of: times + more, escalateAfterMs }))
  const check = (property: (letters: string, patience: Patience) => void) =>
    fc.assert(fc.property(letters, patience, property), { seed: 20_261_121, numRuns: 2000 })

  test('there are never two firings without a resolution between, and no resolution without a firing', () => {
    check((letters, patience) => {
      const told = run(letters, patience)
        .changes.map(([change]) => change[0])
        .join('')
      expect(told).toMatch(/^(FE?R)*(FE?)?$/)
    })
  })

  test('what is told is what the phase says', () => {
    check((letters, patience) => {
      const { changes, memory } = run(letters, patience)
      const last = changes.at(-1)?.[0]
      expect(isOpen(memory.phase)).toBe(last === 'FIRING' || last === 'ESCALATED')
      expect(memory.phase === 'ESCALATED').toBe(last === 'ESCALATED')
    })
  })

  test('frozen minutes change nothing but the flag and the time', () => {
    check((letters, patience) => {
      const { memory } = run(letters, patience)
      const at = memory.at + MINUTE_MS
      const frozen = advance(memory, { frozen: 'COVERAGE' }, patience, at)
      expect(frozen).toEqual({ memory: { ...memory, at, frozen: 'COVERAGE' }, change: null })
    })
  })

  test('a minute that was evaluated, or an earlier one, changes nothing at all', () => {
    check((letters, patience) => {
      const { memory } = run(letters, patience)
      for (const at of [memory.at, memory.at - MINUTE_MS, 0])
        for (const evaluation of Object.values(EVALUATIONS))
          expect(advance(memory, evaluation, patience, at)).toEqual({ memory, change: null })
    })
  })

  test('it fires exactly when n of the last m minutes were bad since it was resolved', () => {
    check((letters, patience) => {
      const { changes } = run(letters, patience)
      let resolvedAt = 0
      for (const [change, minute] of changes) {
        if (change === 'RESOLVED') resolvedAt = minute
        if (change !== 'FIRING') continue
        const window = letters.slice(Math.max(resolvedAt, minute - patience.of), minute)
        expect(window.split('').filter((letter) => letter === 'b').length).toBeGreaterThanOrEqual(
          patience.times,
        )
        expect(letters[minute - 1]).toBe('b')
      }
    })
  })

  test('minutes in parts give what they give in one run', () => {
    fc.assert(
      fc.property(letters, patience, fc.nat(80), (letters, patience, cut) => {
        const whole = run(letters, patience)
        const first = run(letters.slice(0, cut), patience)
        let memory = first.memory
        const changes = [...first.changes]
        letters
          .slice(cut)
          .split('')
          .forEach((letter, i) => {
            const minute = Math.min(cut, letters.length) + i + 1
            const advanced = advance(
              memory,
              EVALUATIONS[letter] ?? { frozen: 'LATE' },
              patience,
              minute * MINUTE_MS,
            )
            memory = advanced.memory
            if (advanced.change !== null) changes.push([advanced.change, minute])
          })
        expect({ memory, changes }).toEqual({ memory: whole.memory, changes: whole.changes })
      }),
      { seed: 20_261_121, numRuns: 500 },
    )
  })
})
