import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalService } from './local-service.ts'
import { startPostgres } from './postgres.ts'
import { isRunning, readIdentity, type ProcessIdentity } from './process-lock.ts'
import { startRedis } from './redis.ts'

/** The first run downloads 98 MB. */
const FIRST_RUN_MS = 600_000

let directory: string
const aDirectory = (name: string) => join(directory, name)
const started: LocalService[] = []

async function start(service: Promise<LocalService>): Promise<LocalService> {
  const running = await service
  started.push(running)
  return running
}

async function readSurvivors(url: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ answer: number }>('SELECT answer FROM survivors')
  await client.end()
  return rows
}

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'sightline-killed-'))
})

afterAll(async () => {
  await Promise.all(started.map((service) => service.stop()))
  rmSync(directory, { recursive: true, force: true })
})

describe.skipIf(process.platform !== 'linux')('when Sightline is killed', () => {
  const homes = (name: string) => ['postgres', 'redis'].map((service) => join(aDirectory(name), service))
  const serversOf = (name: string) =>
    homes(name).map((home) => {
      const server = readIdentity(join(home, 'server.json'))
      if (server === null) throw new Error(`no server is recorded in ${home}`)
      return server
    })

  it('its servers stop', { timeout: FIRST_RUN_MS }, async () => {
    const child = await startInChild(aDirectory('killed'))
    const servers = serversOf('killed')
    expect(servers.map(isRunning)).toEqual([true, true])
    await kill(child)
    await waitUntilGone(servers)
  })

  it('and only its watchdogs, stopping still works', { timeout: FIRST_RUN_MS }, async () => {
    const redis = await startRedis({ directory: aDirectory('unwatched') })
    const server = readIdentity(join(aDirectory('unwatched'), 'redis/server.json'))
    if (server === null) throw new Error('no server is recorded')
    killWatchdog(parentOf(server.pid), [server])
    await redis.stop()
    expect(isRunning(server)).toBe(false)
  })

  it('the next one takes over its directory', { timeout: FIRST_RUN_MS }, async () => {
    const child = await startInChild(aDirectory('stale'))
    await kill(child)
    // At once: the old servers may still be stopping.
    const options = { directory: aDirectory('stale') }
    const [postgres] = await Promise.all([start(startPostgres(options)), start(startRedis(options))])
    expect(await readSurvivors(postgres.url)).toEqual([{ answer: 42 }])
  })

  it('and its watchdogs too, the next one stops what is left', { timeout: FIRST_RUN_MS }, async () => {
    const child = await startInChild(aDirectory('orphans'))
    const servers = serversOf('orphans')
    for (const { pid } of servers) killWatchdog(parentOf(pid), servers)
    await kill(child)
    expect(servers.map(isRunning)).toEqual([true, true])

    const options = { directory: aDirectory('orphans') }
    await Promise.all([start(startPostgres(options)), start(startRedis(options))])
    expect(servers.map(isRunning)).toEqual([false, false])
  })

  const children: ChildProcess[] = []
  afterAll(() => children.forEach((child) => child.kill('SIGKILL')))

  /** Another Node process with both servers, and a row in the database. */
  async function startInChild(path: string): Promise<ChildProcess> {
    const urlOf = (file: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, file)).href)
    const script = `
      import { startPostgres } from ${urlOf('postgres.ts')}
      import { startRedis } from ${urlOf('redis.ts')}
      import { Client } from 'pg'
      const options = { directory: ${JSON.stringify(path)} }
      const [postgres] = await Promise.all([startPostgres(options), startRedis(options)])
      const client = new Client({ connectionString: postgres.url })
      await client.connect()
      await client.query('CREATE TABLE survivors AS SELECT 42 AS answer')
      console.log('ready')
      setInterval(() => {}, 1000)`
    const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
    const child = spawn(process.execPath, args, {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    await new Promise((resolve, reject) => {
      child.stdout.once('data', resolve)
      child.once('exit', () => reject(new Error('the child ended before its servers were ready')))
    })
    return child
  }

  async function kill(child: ChildProcess): Promise<void> {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  function parentOf(pid: number): number {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  }

  /** The shell that waits for the server, and its other child, which waits for us. */
  function killWatchdog(shell: number, servers: ProcessIdentity[]): void {
    const children = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8')
      .trim()
      .split(' ')
      .map(Number)
    const watchers = children.filter((pid) => servers.every((server) => server.pid !== pid))
    for (const pid of [...watchers, shell]) process.kill(pid, 'SIGKILL')
  }

  async function waitUntilGone(servers: ProcessIdentity[]): Promise<void> {
    for (const end = Date.now() + 20_000; servers.some(isRunning) && Date.now() < end; await sleep(50));
    expect(servers.filter(isRunning)).toEqual([])
  }
})
