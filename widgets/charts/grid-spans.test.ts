import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEDIUM_COLUMNS, mediumSpans, readSpan } from './grid-spans.ts'

describe('the columns of a grid', () => {
  it.each([
    [null, 4],
    ['6', 6],
    ['12', 12],
    ['13', 12],
    ['0', 4],
    ['-3', 4],
    ['2.5', 4],
    ['wide', 4],
  ])('reads %s as %i', (said, span) => {
    expect(readSpan(said)).toBe(span)
  })

  it.each([
    ['four cards stand two by two', [3, 3, 3, 3], [3, 3, 3, 3]],
    ['the third of three has a row', [4, 4, 4], [3, 3, 6]],
    ['a chart is broad, and so is what stood beside it', [8, 4], [6, 6]],
    ['small ones stand three in a row', [2, 2, 2], [2, 2, 2]],
    ['one before a broad one takes its row', [3, 12, 3], [6, 6, 6]],
    ['nothing is nothing', [], []],
  ])('in a narrower one: %s', (_, wide, medium) => {
    expect(mediumSpans(wide)).toEqual(medium)
  })

  it('leaves no hole in any row, and keeps all in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 })), (wide) => {
        const spans = mediumSpans(wide)
        expect(spans.length).toBe(wide.length)
        let used = 0
        for (const span of spans) {
          used += span
          expect(used).toBeLessThanOrEqual(MEDIUM_COLUMNS)
          if (used === MEDIUM_COLUMNS) used = 0
        }
        expect(used).toBe(0)
      }),
    )
  })
})
