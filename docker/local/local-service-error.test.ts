import { expect, it } from 'vitest'
import { nameDiskFull, parseServiceUrl, reasonOf, withoutPassword } from './local-service-error.ts'

const parseRedis = (url: string) => parseServiceUrl('REDIS_URL', url, ['redis:'], 'redis://host:port')

it.each(['foo', '', 'http://host:6379', 'redis://', 'host:6379'])(
  'refuses %o and says what it expects',
  (url) => {
    expect(() => parseRedis(url)).toThrow(
      expect.objectContaining({
        code: 'invalid-url',
        message: `invalid REDIS_URL "${url}": expected redis://host:port`,
      }),
    )
  },
)

it('takes a URL with the right scheme', () => {
  expect(parseRedis('redis://:secret@host:6379').host).toBe('host:6379')
})

it('shows no password, also where the URL is wrong', () => {
  expect(withoutPassword('postgress://rum:s3cret@host/db')).toBe('postgress://rum:***@host/db')
  expect(() => parseRedis('http://:s3cret@host')).toThrow('"http://:***@host"')
})

it('gives the first reason of several', () => {
  const error = new AggregateError([new Error('connect ECONNREFUSED ::1:5432'), new Error('another')])
  expect(reasonOf(error)).toBe('connect ECONNREFUSED ::1:5432')
})

it('tells a full disk by name, and leaves other errors as they are', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), {
    code: 'ENOSPC',
    path: '/data/lock',
  })
  expect(nameDiskFull(full, '/data')).toMatchObject({
    code: 'disk-full',
    message: 'the disk with /data/lock is full: free some space',
  })
  const other = new Error('another')
  expect(nameDiskFull(other, '/data')).toBe(other)
})
