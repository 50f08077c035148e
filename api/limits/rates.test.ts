import { describe, expect, test } from 'vitest'
import { networkOf, parseRate } from './rates.ts'

describe('the network of an address', () => {
  test.each([
    ['192.0.2.7', '192.0.2.0/24'],
    ['::ffff:192.0.2.7', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:0db8:0001::6', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::2', '0:0:0::/48'],
    ['127.0.0.1', null],
    ['::ffff:127.0.0.1', null],
    ['::1', null],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
  ])('%s is of %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })
})

test.each([
  ['500/5000', { perSecond: 500, atOnce: 5000 }],
  ['0.5/1', { perSecond: 0.5, atOnce: 1 }],
  ['0/1', null],
  ['1/0', null],
  ['500', null],
  ['-1/5', null],
  ['', null],
])('the rate "%s" is %j', (text, rate) => {
  expect(parseRate(text)).toEqual(rate)
})
