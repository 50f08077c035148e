import { expect, test } from 'vitest'
import { DROP_REASONS } from '../../sdk/wire/drop-reasons.ts'
import { PROBLEMS, REJECTIONS } from '../collect/problems.ts'
import { CAPS } from '../limits/caps.ts'
import { type Coded, wordsOf } from './code-words.ts'

const CODES: Record<Coded, readonly string[]> = {
  refused: Object.keys(PROBLEMS),
  rejected: Object.keys(REJECTIONS),
  dropped: DROP_REASONS,
  other: Object.keys(CAPS),
}

test.each(Object.keys(CODES) as Coded[])('every code of what was %s has its sentences', (what) => {
  for (const code of CODES[what]) {
    const { meaning, remedy } = wordsOf(what, code)
    expect(meaning, code).toMatch(/^\S.*\.$/)
    if (remedy !== null) expect(remedy, code).toMatch(/^\S.*\.$/)
  }
})

test('one code means another thing of a request and of an event', () => {
  expect(wordsOf('refused', 'too_large').meaning).not.toBe(wordsOf('dropped', 'too_large').meaning)
})

test.each(['of_a_later_version', 'constructor', ''])('of %j nothing is said', (code) => {
  expect(wordsOf('rejected', code)).toEqual({ meaning: null, remedy: null })
})
