/** An api or a jobs process of ours that is killed, paused and started again, and started again also when it dies by itself. */
import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnvironment } from '../../api/env.ts'
import { packagePath } from '../../prisma/package-path.ts'

export type ShotProcess = {
  kill(): void
  /** Resolves when it is ready again, and whoever else asked. */
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

export function startShotProcess({ name, environment, clockMs = 0 }: Options): ShotProcess {
  let stopping = false
  let child: ChildProcess
  let ready: Promise<void>
  const start = () => {
    ready = new Promise((resolve) => {
      child = fork(packagePath('dist', name, 'main.js'), [], {
        env: childEnvironment({ LOG_LEVEL: 'silent', ...environment, CLOCK_AHEAD_MS: String(clockMs) }),
        execArgv: clockMs === 0 ? [] : ['--import', packagePath('dist/test/faults/shifted-clock.js')],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      child.once('message', () => resolve())
      child.once('exit', () => {
        if (stopping) return
        // Whoever waits for this life waits for the next one.
        void wait(RESTART_AFTER_MS).then(() => {
          start()
          return ready.then(resolve)
        })
      })
    })
  }
  start()
  return {
    kill: () => {
      const dying = child
      // From now on `ready` is of the next life.
      ready = new Promise((resolve) => {
        dying.once('exit', () => setTimeout(() => void ready.then(resolve), RESTART_AFTER_MS * 2))
      })
      dying.kill('SIGKILL')
    },
    ready: () => ready,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}
