import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LocalServiceError } from './local-service-error.ts'
import { isRunning, readIdentity, signalIfThere, takeLock } from './process-lock.ts'

/** What shuts the server down: also when it comes several times. */
export type Signal = 'INT' | 'TERM' | 'QUIT'

/** A directory that is this process's alone until it is released. */
export type OccupiedHome = { home: string; signal: Signal; release: () => void }

/** Makes the service's home, and takes it for this process; a server left behind by a killed one is stopped. */
export async function occupyHome(directory: string, name: string, signal: Signal): Promise<OccupiedHome> {
  const home = join(directory, name)
  mkdirSync(home, { recursive: true })
  // The server's user passes through; what it may read or write inside has modes of its own.
  chmodSync(home, 0o711)
  const lock = takeLock(join(home, 'lock'))
  if ('heldBy' in lock) {
    throw new LocalServiceError(
      'in-use',
      `another Sightline (pid ${lock.heldBy.pid}) is using ${home}: stop it, or choose another directory`,
    )
  }
  try {
    await stopOrphan(home, signal)
    return { home, signal, release: lock.release }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Stops the server that is recorded in the home, if it still runs, and kills it after half a minute. */
export async function stopOrphan(home: string, signal: Signal): Promise<void> {
  const path = join(home, 'server.json')
  const orphan = readIdentity(path)
  if (orphan === null) return
  for (let tries = 0; isRunning(orphan); tries++) {
    signalIfThere(orphan.pid, tries < 150 ? `SIG${signal}` : 'SIGKILL')
    await sleep(200)
  }
  rmSync(path, { force: true })
}

/** The port asked for, or any free one. Also a free port can be lost before the server has it: that is rare. */
export function reservePort(port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new LocalServiceError(
              'port-taken',
              `port ${port} on 127.0.0.1 is taken: stop the program that listens there, or choose another port`,
            )
          : error,
      )
    })
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port))
    })
  })
}
