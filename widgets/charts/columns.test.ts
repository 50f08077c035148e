import { expect, test } from 'vitest'
import { lowerParts } from './columns.ts'

test('the lowest part of a column stands on its line and is as high as its share', () => {
  const columns = [
    { x: 0, y: 20, width: 10, height: 80 },
    { x: 10, y: 100, width: 10, height: 0 },
    { x: 20, y: 60, width: 10, height: 40 },
  ]
  expect(lowerParts(columns, [0.25, 1])).toEqual([
    { x: 0, y: 80, width: 10, height: 20 },
    { x: 10, y: 100, width: 10, height: 0 },
    { x: 20, y: 100, width: 10, height: 0 },
  ])
})
