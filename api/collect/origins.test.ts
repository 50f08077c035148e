/** Which pages may send for a site that names its origins: these sixty, word for word. */
import { expect, test } from 'vitest'
import { acceptsOrigin } from './accept.ts'

const SITE = { origins: ['https://shop.example', 'https://shop.example:8443', 'http://localhost:3000'] }

const LET_IN = ['https://shop.example', 'https://shop.example:8443', 'http://localhost:3000', undefined]

const KEPT_OUT = `
  http://shop.example https://shop.example:443 https://shop.example:444 https://shop.example:84433
  https://shop.example:8443/ https://shop.example/ https://shop.example/p https://shop.example?x https://shop.example#x
  https://shop.example. https://.shop.example https://SHOP.example HTTPS://shop.example https://Shop.Example
  https://www.shop.example https://a.b.shop.example https://evil-shop.example https://evilshop.example
  https://shop.example.evil https://shop.example.evil.example https://shop.examplee https://shop.exampl
  https://shop-example https://shopxexample https://hop.example https://example https://shop
  https://shop.example@evil.example https://evil.example@shop.example https://evil.example/https://shop.example
  https://evil.example?https://shop.example https://evil.example#https://shop.example https://shop.example%00.evil
  https://shop.example%2eevil https://shop.example%20 https://xn--shp-0na.example https://sh\u043ep.example
  //shop.example shop.example ://shop.example https:/shop.example https:shop.example file://shop.example
  ws://shop.example wss://shop.example ftp://shop.example javascript://shop.example data:text/html,shop.example
  chrome-extension://shop.example null undefined * https://* https://*.example ^https://shop.example$
  http://localhost https://localhost:3000 http://127.0.0.1:3000 http://[::1]:3000 http://localhost:30000
  https://shop.example,https://shop.example
`
  .trim()
  .split(/\s+/)
  .concat('', ' https://shop.example', 'https://shop.example ', 'https://shop.example\u0000')

test('a site with a list lets in its own origins, and servers that have none', () => {
  expect(LET_IN.filter((origin) => !acceptsOrigin(SITE, origin))).toEqual([])
})

test('and keeps out everything that only looks like one of them', () => {
  expect(KEPT_OUT.length).toBeGreaterThanOrEqual(60)
  expect(KEPT_OUT.filter((origin) => acceptsOrigin(SITE, origin))).toEqual([])
})

test('a site without a list lets everybody in', () => {
  expect([...LET_IN, ...KEPT_OUT].filter((origin) => !acceptsOrigin({ origins: [] }, origin))).toEqual([])
})
