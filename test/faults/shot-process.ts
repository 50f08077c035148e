/** An api or a jobs process of ours that is killed, paused and started again, and started again also when it dies by itself. */
import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnvironment } from '../../api/env.ts'
import { packagePath } from '../../prisma/package-path.ts'

export type ShotProcess = {
  kill(): void
  /** Resolves when a life of it is ready that was not killed. */
  ready(): Promise<void>
  pause(): void
  resume(): void
  stop(): Promise<void>
}

type Options = {
  name: 'api' | 'jobs'
  environment: Record<string, string>
  /** How far its clock is ahead. */
  clockMs?: number
}

const RESTART_AFTER_MS = 50

type Life = { child: ChildProcess; killed: boolean; readyOrDead: Promise<boolean> }

export function startShotProcess({ name, environment, clockMs = 0 }: Options): ShotProcess {
  let stopping = false
  const begin = (): Life => {
    const child = fork(packagePath('dist', name, 'main.js'), [], {
      env: childEnvironment({ LOG_LEVEL: 'silent', ...environment, CLOCK_AHEAD_MS: String(clockMs) }),
      execArgv: clockMs === 0 ? [] : ['--import', packagePath('dist/test/faults/shifted-clock.js')],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const readyOrDead = new Promise<boolean>((resolve) => {
      child.once('message', () => resolve(true))
      child.once('exit', () => resolve(false))
    })
    child.once('exit', () => {
      setTimeout(() => {
        if (!stopping) life = begin()
      }, RESTART_AFTER_MS)
    })
    return { child, killed: false, readyOrDead }
  }
  let life = begin()
  const isAlive = ({ child, killed }: Life) => !killed && child.exitCode === null && child.signalCode === null
  return {
    kill: () => {
      life.killed = true
      life.child.kill('SIGKILL')
    },
    ready: async () => {
      for (let wanted = life; !((await wanted.readyOrDead) && isAlive(wanted)); wanted = life) await wait(10)
    },
    pause: () => void life.child.kill('SIGSTOP'),
    resume: () => void life.child.kill('SIGCONT'),
    stop: async () => {
      stopping = true
      life.child.kill('SIGKILL')
      while (life.child.exitCode === null && life.child.signalCode === null) await wait(10)
    },
  }
}
