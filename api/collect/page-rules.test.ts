import { expect, test } from 'vitest'
import { compilePageRules, pageRuleProblem } from './page-rules.ts'

const page = compilePageRules(['/shop/sale/:what', '/shop/*/item/:id', '/shop/:section/:id'])

test.each([
  ['https://shop.example/shop/teas/item/green-7?x=1#top', '/shop/*/item/:id'],
  ['/shop/sale/42/', '/shop/sale/:what'],
  ['/shop/teas/green', '/shop/:section/:id'],
  ['/shop/teas', '/shop/teas'],
  ['/shop//green', '/shop//green'],
  ['/orders/42', '/orders/:id'],
  ['https://shop.example', '/'],
])('%s is the page %s', (url, expected) => {
  expect(page(url)).toBe(expected)
})

test.each([['/a/b'], ['/*'], ['/a/:id'], ['/a.b/c-d/:long_name']])('%s is a rule', (rule) => {
  expect(pageRuleProblem(rule)).toBeNull()
})

test.each([['a/b'], ['/a?b'], ['/'], ['/a b'], ['/:'], ['/a*'], ['//']])('%s is none', (rule) => {
  expect(pageRuleProblem(rule)).toContain('expected a path')
})
