/** A private server that is killed with all signals closed to it, and started again on its data as it was. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { LocalService } from '../../docker/local/local-service.ts'
import { isRunning, readIdentity, startOf } from '../../docker/local/process-lock.ts'
import type { Signal } from '../../docker/local/server-home.ts'
import { startServer } from '../../docker/local/server-process.ts'

export type ShotServer = {
  url: string
  kill(): Promise<void>
  /** Resolves when a write has gone through. */
  restart(): Promise<void>
  stop(): Promise<void>
}

type Options = {
  service: LocalService
  /** Its folder, in which `server.json` names its process. */
  home: string
  signal: Signal
  /** Writes something and reads it back. */
  prove: () => Promise<void>
  beforeRestart?: () => void
}

/** How the shell that started it was called: `/bin/sh -c <watchdog> watchdog <signal> <server> …`. */
const ARGUMENTS_BEFORE_SERVER = 5
const RESTART_WITHIN_MS = 60_000

export function createShotServer({ service, home, signal, prove, beforeRestart }: Options): ShotServer {
  const identity = () => {
    const found = readIdentity(join(home, 'server.json'))
    if (found === null) throw new Error(`no server is recorded in ${home}`)
    return found
  }
  const { argv, spawnAs } = commandOf(identity().pid)
  let running: { stop(): Promise<void> } = { stop: async () => {} }

  const prepared = async () => {
    try {
      await prove()
      return true
    } catch {
      return false
    }
  }
  return {
    url: service.url,
    kill: async () => {
      const server = identity()
      process.kill(server.pid, 'SIGKILL')
      while (isRunning(server)) await wait(5)
    },
    restart: async () => {
      for (const end = Date.now() + RESTART_WITHIN_MS; ; await wait(50)) {
        try {
          beforeRestart?.()
          running = await startServer({ home, argv, spawnAs, signal, isReady: prepared })
          return
        } catch (error) {
          // Children of the dead one may still hold its memory.
          if (Date.now() > end) throw error
        }
      }
    },
    stop: async () => {
      await running.stop()
      await service.stop()
    },
  }
}

function commandOf(pid: number) {
  if (startOf(pid) === null) throw new Error('the server is not running')
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const shell = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  const argv = readFileSync(`/proc/${shell}/cmdline`, 'utf8').split('\0').slice(ARGUMENTS_BEFORE_SERVER, -1)
  const status = readFileSync(`/proc/${shell}/status`, 'utf8')
  const [uid = 0, gid = 0] = ['Uid', 'Gid'].map((name) =>
    Number(new RegExp(`^${name}:\\t(\\d+)`, 'm').exec(status)?.[1]),
  )
  return { argv, spawnAs: uid === process.getuid?.() ? null : { uid, gid } }
}
