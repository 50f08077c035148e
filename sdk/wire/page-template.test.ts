import { expect, test } from 'vitest'
import { pageTemplate } from './page-template.ts'

test.each([
  ['https://shop.example/p/42?ref=x#top', '/p/:id'],
  ['/p/42/', '/p/:id'],
  ['/', '/'],
  ['', '/'],
  ['https://shop.example', '/'],
  ['https://shop.example?x=1', '/'],
  ['/orders/0193e3a1-7b7e-7c6a-9b3e-0123456789ab/items', '/orders/:id/items'],
  ['/commit/deadbeef01', '/commit/:id'],
  ['/facade', '/facade'],
  ['/deadbeef', '/deadbeef'],
  ['/blog/2026-11-21/hello', '/blog/:id/hello'],
  ['/v2/users', '/v2/users'],
])('the page of %s is %s', (url, page) => {
  expect(pageTemplate(url)).toBe(page)
})
