import { area, line } from 'd3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandPath, linePath } from './path.ts'

type Point = { x: number; y: number; low: number; isThere: boolean }

const of = (points: Point[]) => ({
  line: linePath(points, { x: ({ x }) => x, y: ({ y }) => y, defined: ({ isThere }) => isThere }),
  band: bandPath(points, {
    x: ({ x }) => x,
    low: ({ low }) => low,
    high: ({ y }) => y,
    defined: ({ isThere }) => isThere,
  }),
})
const at = (x: number, y: number, isThere = true): Point => ({ x, y, low: y + 4, isThere })

describe('a path', () => {
  it('is broken where there is nothing', () => {
    const { line, band } = of([at(0, 1), at(1, 2), at(2, 0, false), at(3, 1.23456)])
    expect(line).toBe('M0,1L1,2M3,1.235Z')
    expect(band).toBe('M0,1L1,2L1,6L0,5ZM3,1.235L3,5.235Z')
  })

  it('of nothing is empty', () => {
    expect(of([])).toEqual({ line: '', band: '' })
  })

  it('is what d3 draws', () => {
    const coordinate = fc.double({ min: 0, max: 1000, noNaN: true })
    const point = fc.record({ x: coordinate, y: coordinate, low: coordinate, isThere: fc.boolean() })
    fc.assert(
      fc.property(fc.array(point), (points) => {
        const defined = ({ isThere }: Point) => isThere
        const x = (point: Point) => point.x
        expect(of(points)).toEqual({
          line: line<Point>(x, ({ y }) => y).defined(defined)(points) ?? '',
          band:
            area<Point>(
              x,
              ({ low }) => low,
              ({ y }) => y,
            ).defined(defined)(points) ?? '',
        })
      }),
    )
  })
})
