import { expect, test } from 'vitest'
import { gridMove } from './grid-moves.ts'

const lengths = [4, 4, 3, 1]

test.each([
  ['ArrowRight', [0, 0], [0, 1]],
  ['ArrowRight', [0, 3], [0, 3]],
  ['ArrowLeft', [0, 0], [0, 0]],
  ['ArrowDown', [1, 3], [2, 2]],
  ['ArrowDown', [3, 0], [3, 0]],
  ['ArrowUp', [3, 0], [2, 0]],
  ['Home', [1, 2], [1, 0]],
  ['End', [2, 0], [2, 2]],
  ['PageDown', [0, 3], [3, 0]],
  ['PageUp', [2, 1], [0, 1]],
])('%s leads from %s to %s', (key, [row = 0, column = 0], to) => {
  const place = gridMove({ row, column }, { key, lengths, isRightToLeft: false })
  expect([place?.row, place?.column]).toEqual(to)
})

test('left and right change sides where text runs from the right', () => {
  const move = (key: string) => gridMove({ row: 0, column: 1 }, { key, lengths, isRightToLeft: true })
  expect([move('ArrowLeft')?.column, move('ArrowRight')?.column]).toEqual([2, 0])
})

test('other keys lead nowhere', () => {
  const at = { row: 0, column: 0 }
  expect(gridMove(at, { key: 'Tab', lengths, isRightToLeft: false })).toBeNull()
  expect(gridMove(at, { key: 'ArrowUp', lengths: [], isRightToLeft: false })).toBeNull()
})
