import { expect, test } from 'vitest'
import { linesOf, originMistakes } from './origins.ts'

test('origins stand on lines or between commas', () => {
  expect(linesOf(' https://a.example\n\nhttps://b.example, https://c.example ')).toEqual([
    'https://a.example',
    'https://b.example',
    'https://c.example',
  ])
  expect(linesOf(' \n')).toEqual([])
})

test.each([
  ['https://shop.example', null],
  ['http://localhost:3000', null],
  ['shop.example', 'write https://shop.example'],
  ['https://shop.example/', 'write https://shop.example'],
  ['https://Shop.example/cart?x', 'write https://shop.example'],
  ['*', 'write https://*'],
  ['a b', 'write scheme and host, https://shop.example'],
])('%s is told as a mistake with its remedy, or not', (text, remedy) => {
  const [mistake] = originMistakes(text)
  expect(mistake?.message ?? null).toBe(remedy === null ? null : `“${text}” is no origin: ${remedy}`)
})
