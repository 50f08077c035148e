import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { identify, isRunning, parseStat, readIdentity, takeLock } from './process-lock.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-lock-'))
  path = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('is taken once, and again after it is released', () => {
  const first = takeLock(path)
  expect(takeLock(path)).toEqual({ heldBy: identify(process.pid) })
  if ('release' in first) first.release()
  expect(takeLock(path)).toHaveProperty('release')
})

it('names the living process that has it', () => {
  const holder = identify(process.ppid)
  writeFileSync(path, JSON.stringify(holder))
  expect(takeLock(path)).toEqual({ heldBy: holder })
})

it.each([
  ['a process that is gone', JSON.stringify({ pid: 2 ** 30, startedAt: 'once' })],
  [
    'an earlier process with the pid of a living one',
    JSON.stringify({ pid: process.ppid, startedAt: 'once' }),
  ],
  ['half a file', '{"pid":1'],
  ['nothing', ''],
])('is taken over from %s', (_name, text) => {
  writeFileSync(path, text)
  expect(takeLock(path)).toHaveProperty('release')
  expect(readIdentity(path)).toEqual(identify(process.pid))
  expect(readdirSync(folder)).toEqual(['lock'])
})

it('is not removed by a former holder', () => {
  const first = takeLock(path)
  const holder = JSON.stringify(identify(process.ppid))
  writeFileSync(path, holder)
  if ('release' in first) first.release()
  expect(takeLock(path)).toEqual({ heldBy: identify(process.ppid) })
})

it('takes a process for gone when it has ended', async () => {
  const child = spawn('sleep', ['60'])
  const identity = identify(child.pid ?? 0)
  if (identity === null) throw new Error('the child did not start')
  expect(isRunning(identity)).toBe(true)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  expect(isRunning(identity)).toBe(false)
})

it('reads state and start time of a process whose name is a trap', () => {
  const stat = '42 (a) R (b)) S 1 42 42 0 -1 4194304 100 0 0 0 1 2 0 0 20 0 1 0 987654 1000 10'
  expect(parseStat(stat)).toEqual(['S', '987654'])
})
