import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compilePatterns, patternProblem } from './scrub-pattern.ts'

test.each([
  ['KD-######', 'customer kd-123456 and KD-12', 'customer [removed] and KD-12'],
  ['Anna Schmidt', 'hello anna schmidt!', 'hello [removed]!'],
  ['member-*', 'see member-a/b?c, member- and more', 'see [removed], [removed] and more'],
  ['room*-key', 'room12-key, room 12-key, roomroom-key', '[removed], room 12-key, [removed]'],
  ['a#*z#', 'a1..z2z3 a1..z a1z9', '[removed]z3 a1..z [removed]'],
  ['ÄB-#', 'ÄB-1 äb-1', '[removed] äb-1'],
])('%s makes of “%s” “%s”', (pattern, text, expected) => {
  expect(patternProblem(pattern)).toBeNull()
  expect(compilePatterns([pattern])(text)).toBe(expected)
})

/** The same as a regular expression, which may take its time on short texts. */
function slowly(pattern: string, text: string): boolean {
  const source = pattern
    .split('')
    .map((part) =>
      part === '*' ? '[^\\s"\'<>,;&]*' : part === '#' ? '\\d' : part.replace(/[^a-z]/g, '\\$&'),
    )
    .join('')
  return new RegExp(source).test(text)
}

test('it finds what a regular expression would find', () => {
  const letters = (units: string[], maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...units), maxLength })
  fc.assert(
    fc.property(
      letters(['a', 'b', '1', ' ', '-'], 30),
      letters(['a', 'b', '*', '#', '-'], 8),
      (text, pattern) => {
        fc.pre(patternProblem(pattern) === null)
        expect(compilePatterns([pattern])(text) !== text, `${pattern} in ${text}`).toBe(slowly(pattern, text))
      },
    ),
    { numRuns: 2000 },
  )
})

test('fifty patterns that are made to be slow are linear: 2 MiB before the test is given up', () => {
  const slow = compilePatterns(Array.from({ length: 50 }, (_, i) => `${'a*'.repeat(20)}b${i}`.slice(0, 60)))
  const matching = compilePatterns(['a*c'])
  expect(matching('ac'.repeat(1_000_000))).toBe('[removed]'.repeat(1_000_000))
  for (const part of ['a', 'ab', 'a ', 'aaaaaaaaaaaaaaaaaaab0 ']) {
    expect(slow(part.repeat(40_000 / part.length)).length).toBeGreaterThan(0)
  }
})
