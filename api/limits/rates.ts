/** How fast may be sent, by whom: buckets in memory, of one process. An address is forgotten with its bucket. */
import { isIPv6 } from 'node:net'
import { type TokenBuckets, createTokenBuckets } from '../token-buckets.ts'

/** So many requests at once, and then so many a second. */
export type Rate = { atOnce: number; perSecond: number }
export type RateLimits = { key: Rate; address: Rate; session: Rate }

/** `500/5000`: 500 a second, 5,000 at once. Null where it is not that. */
export function parseRate(text: string): Rate | null {
  const [matched, perSecond, atOnce] = /^(\d+(?:\.\d+)?)\/(\d+)$/.exec(text) ?? []
  if (matched === undefined || Number(perSecond) <= 0 || Number(atOnce) < 1) return null
  return { perSecond: Number(perSecond), atOnce: Number(atOnce) }
}

export type Buckets = Record<keyof RateLimits, TokenBuckets>

export function createBuckets(limits: RateLimits, now: () => number): Buckets {
  const bucket = ({ atOnce, perSecond }: Rate) => createTokenBuckets({ capacity: atOnce, perSecond, now })
  return { key: bucket(limits.key), address: bucket(limits.address), session: bucket(limits.session) }
}

/**
 * The network that an address is of: /24 of IPv4, /48 of IPv6, since one customer has all of it. Null for this machine
 * itself: that is a proxy which nobody trusts yet, and so everybody.
 */
export function networkOf(ip: string): string | null {
  const plain = ip.replace(/%.*$/, '')
  if (/^(::ffff:)?127\.|^::1$/i.test(plain)) return null
  const mapped = /^::ffff:(\d+\.\d+\.\d+)\.\d+$/i.exec(plain)
  if (mapped !== null) return `${mapped[1]}.0/24`
  if (!isIPv6(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  const [head = '', tail = ''] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = plain.includes('::') && tail !== '' ? tail.split(':') : []
  const zeros = plain.includes('::')
    ? Array.from({ length: 8 - groups.length - after.length }, () => '0')
    : []
  const network = [...groups, ...zeros, ...after].slice(0, 3).map((group) => parseInt(group, 16).toString(16))
  return `${network.join(':')}::/48`
}
