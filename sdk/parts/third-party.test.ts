import { expect, test } from 'vitest'
import { isThirdParty, siteOf } from './third-party.ts'

test.each([
  ['shop.example', 'shop.example'],
  ['www.Shop.example', 'shop.example'],
  ['a.b.c.shop.example', 'shop.example'],
  ['www.shop.co.uk', 'shop.co.uk'],
  ['cdn.shop.com.au', 'shop.com.au'],
  ['www.city.ne.jp', 'city.ne.jp'],
  ['cdn.co', 'cdn.co'],
  ['x.t.co', 't.co'],
  ['ne.shop.com', 'shop.com'],
  ['localhost', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['192.168.0.1', '192.168.0.1'],
  ['[::1]', '[::1]'],
])('the site of %s is %s', (host, site) => {
  expect(siteOf(host)).toBe(site)
})

test.each([
  ['https://cdn.shop.example/a.js', 'www.shop.example', false],
  ['https://shop.example:8443/a.js', 'shop.example', false],
  ['https://ads.example/a.js', 'shop.example', true],
  ['https://other.co.uk/a.js', 'shop.co.uk', true],
  ['https://127.0.0.2/a.js', '127.0.0.1', true],
  ['http://[::1]:3000/a.js', '[::1]', false],
  ['https://user:shop.example@ads.example/', 'shop.example', true],
  ['https://shop.example', 'shop.example', false],
  // A known mistake: without the list of public suffixes two customers of one host are one site.
  ['https://ads.github.io/a.js', 'shop.github.io', false],
])('%s in a page of %s: third party %s', (url, host, expected) => {
  expect(isThirdParty(url, host)).toBe(expected)
})

test('what has no host belongs to nobody', () => {
  expect(isThirdParty('blob:', 'shop.example')).toBeUndefined()
})
