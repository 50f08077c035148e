import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  emptySubject,
  exportLine,
  subjectInput,
  subjectMistakes,
  type SubjectDraft,
} from './subject-draft.ts'

const ID = '0192C0DE-0000-7000-8000-00000000000A'
const PLACE = { origin: 'https://rum.example', site: 'shop' }
const aSubject = (overrides: Partial<SubjectDraft>): SubjectDraft => ({ ...emptySubject, ...overrides })

test.each<[Partial<SubjectDraft>, object]>([
  [{ kind: 'VISITOR', value: ` ${ID} ` }, { visitor: ID.toLowerCase() }],
  [{ kind: 'SESSION', value: ID }, { session: ID.toLowerCase() }],
  [{ kind: 'USER', attribute: 'id', value: ' u-42' }, { user: { attribute: 'id', value: ' u-42' } }],
])('%j is sent as one of the three', (overrides, input) => {
  expect(subjectInput(aSubject(overrides))).toEqual(input)
})

test.each<[Partial<SubjectDraft>, string[]]>([
  [{ value: 'u-42' }, ['value']],
  [{ value: '' }, []],
  [{ value: ID }, []],
  [{ kind: 'USER', value: 'u-42' }, []],
  [{ kind: 'USER', attribute: '', value: 'u-42' }, ['attribute']],
])('of %j the mistakes are %j', (overrides, paths) => {
  expect(subjectMistakes(aSubject(overrides)).map(({ path }) => path.join('.'))).toEqual(paths)
})

test('the line names whom it is of', () => {
  expect(exportLine(aSubject({ kind: 'USER', value: 'u 42' }), PLACE)).toBe(
    `curl -f -H "Authorization: Bearer $SIGHTLINE_TOKEN" -o shop.ndjson 'https://rum.example/v1/export?site=shop&user=id%3Au+42'`,
  )
})

test('no value ends the argument of the shell', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (attribute, value) => {
      const line = exportLine({ kind: 'USER', attribute, value }, PLACE)
      expect(line.split("'")).toHaveLength(3)
      expect(line.split("'")[1]).toMatch(/^[\w.:/?&=%*+-]+$/)
    }),
  )
})
