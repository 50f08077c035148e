import { expect, it } from 'vitest'
import { startFailure } from './server-process.ts'

it.each([
  ['FATAL:  could not write to file "pg_wal": No space left on device', 'disk-full'],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken'],
  ['FATAL:  unrecognized configuration parameter "foo"', 'start-failed'],
])('tells from the log why the server did not start: %s', (log, code) => {
  expect(startFailure(log)).toMatchObject({ code, message: expect.stringContaining(log) })
})
