import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { busiestOf, columnsOf, extremesOf } from './decimate.ts'
import type { Bucket } from './series.ts'

const bucketsOf = (values: readonly (number | null)[]): Bucket[] =>
  values.map((value, index) => ({
    start: index,
    end: index + 1,
    value,
    low: value === null ? null : value - 1,
    high: value === null ? null : value + 1,
    count: 40,
    thin: false,
    views: index,
  }))
const drawn = (values: readonly (number | null)[], columns: number) =>
  columnsOf(bucketsOf(values), columns).flatMap(extremesOf)

describe('a line with more buckets than columns', () => {
  it('keeps the lowest and the highest of each column, in time order', () => {
    expect(drawn([5, 1, 9, 3, 7, 2, 4, 8], 2).map(({ value }) => value)).toEqual([1, 9, 2, 8])
    expect(drawn([9, 3, 1, 5], 1).map(({ value }) => value)).toEqual([9, 1])
  })

  it('spans all bounds of a column', () => {
    expect(drawn([5, 1, 9], 1).map(({ low, high }) => [low, high])).toEqual([
      [0, 10],
      [0, 10],
    ])
  })

  it('is broken only where a whole column has no value', () => {
    expect(drawn([1, null, null, null, 3, 3], 3).map(({ value }) => value)).toEqual([1, null, 3])
  })

  it('is left alone where there is a column for each', () => {
    const buckets = bucketsOf([1, null, 3])
    expect(columnsOf(buckets, 3).flatMap(extremesOf)).toEqual(buckets)
  })

  it('has the views of the busiest', () => {
    expect(busiestOf(bucketsOf([1, 2, 3]))).toEqual({ start: 0, end: 3, views: 2 })
  })

  it('loses no extreme, makes up no value, and has two for a column at most', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 1000 })), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), (values, columns) => {
        const shown = drawn(values, columns).flatMap(({ value }) => (value === null ? [] : [value]))
        const given = values.filter((value) => value !== null)
        expect(shown.length).toBeLessThanOrEqual(Math.max(2 * columns, 0))
        expect([Math.min(...shown), Math.max(...shown)]).toEqual([Math.min(...given), Math.max(...given)])
        expect(shown.every((value) => given.includes(value))).toBe(true)
      }),
    )
  })
})
