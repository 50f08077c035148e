import { expect, test } from 'vitest'
import { stackLines } from './stack-lines.ts'

test.each([
  ['    at render (https://shop.example/a.js:1:20)', 'render', 'https://shop.example/a.js:1:20'],
  [
    '    at async Basket.add (https://shop.example/a.js:1:20)',
    'Basket.add',
    'https://shop.example/a.js:1:20',
  ],
  ['    at https://shop.example/a.js:1:20', null, 'https://shop.example/a.js:1:20'],
  ['render@https://shop.example/a.js:1:20', 'render', 'https://shop.example/a.js:1:20'],
  ['@https://shop.example/a.js:1:20', null, 'https://shop.example/a.js:1:20'],
  ['TypeError: x is undefined', null, 'TypeError: x is undefined'],
  ['    at new Promise (<anonymous>)', null, 'at new Promise (<anonymous>)'],
])('%s', (line, name, place) => {
  expect(stackLines(`${line}\n\n`, [])).toEqual([{ name, place, isOwn: false }])
})

test('the frames that made the group are marked: by function and module, wherever they were served', () => {
  const frames = [
    { function: 'render', module: '/assets/a.js' },
    { function: '?', module: '/assets/b.js' },
  ]
  const stack = `Error
    at render (https://shop.example/assets/a.js:1:2)
    at render (https://shop.example/assets/vendor.js:1:2)
    at other (https://shop.example/assets/a.js:3:4)
    at https://shop.example/assets/b.js:5:6`
  expect(stackLines(stack, frames).map(({ isOwn }) => isOwn)).toEqual([false, true, false, false, true])
})
