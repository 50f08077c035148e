import { describe, expect, it } from 'vitest'
import { describeRedis, parseRedisInfo, requireDurable, type RedisEngine } from './redis-engine.ts'
import { chooseRedisSettings, formatRedisSettings } from './redis.ts'

const anEngine = (overrides: Partial<RedisEngine> = {}): RedisEngine => ({
  version: '8.0.2',
  appendOnly: true,
  policy: 'noeviction',
  ...overrides,
})

it('reads INFO', () => {
  const info =
    '# Server\r\nredis_version:7.4.1\r\n# Memory\r\nmaxmemory_policy:allkeys-lru\r\naof_enabled:0\r\n'
  expect(parseRedisInfo(info)).toEqual({ version: '7.4.1', appendOnly: false, policy: 'allkeys-lru' })
})

describe('requireDurable', () => {
  it.each([anEngine(), anEngine({ policy: null })])('takes %o', (engine) => {
    expect(() => requireDurable(engine, 'redis://host')).not.toThrow()
  })

  it.each([
    [anEngine({ appendOnly: false }), 'set appendonly yes'],
    [
      anEngine({ policy: 'volatile-lru' }),
      'maxmemory-policy "volatile-lru" evicts keys: set maxmemory-policy',
    ],
  ])('refuses %o', (engine, message) => {
    expect(() => requireDurable(engine, 'redis://host')).toThrow(
      expect.objectContaining({ code: 'volatile', message: expect.stringContaining(message) }),
    )
  })
})

it('says what it lacks', () => {
  expect(describeRedis(anEngine())).toBe('Redis 8.0.2 with an append-only file')
  expect(describeRedis(anEngine({ appendOnly: false, policy: 'allkeys-lru' }))).toBe(
    'Redis 8.0.2 without an append-only file, a restart loses the queue, it evicts keys (allkeys-lru)',
  )
})

it('keeps the queue over a crash, and listens to this machine only', () => {
  expect(chooseRedisSettings(6379, '/data', false)).toMatchObject({
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
    bind: '127.0.0.1',
  })
  expect(formatRedisSettings({ save: '', dir: '/a b' })).toBe('save ""\ndir "/a b"\n')
})
