import { expect, it } from 'vitest'
import { csvOf } from './csv.ts'

it('writes numbers whole, and nothing for what is not known', () => {
  expect(
    csvOf({
      columns: ['start', 'p75_ms'],
      rows: [
        ['2026-11-21T00:00:00Z', 1834.25],
        ['later', null],
        ['zero', 0],
      ],
    }),
  ).toBe('start,p75_ms\r\n2026-11-21T00:00:00Z,1834.25\r\nlater,\r\nzero,0\r\n')
})

it.each([
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("https://evil.example")', '"\'=HYPERLINK(""https://evil.example"")"'],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['/cart', '/cart'],
])('%j is written %s', (text, written) => {
  expect(csvOf({ columns: ['a'], rows: [[text]] })).toBe(`a\r\n${written}\r\n`)
})

it('a negative number is a number', () => {
  expect(csvOf({ columns: ['a'], rows: [[-1.5]] })).toBe('a\r\n-1.5\r\n')
})
