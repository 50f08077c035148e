import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** A process, told apart from a later one with the same pid by when it started. */
export type ProcessIdentity = { pid: number; startedAt: string }

export type Lock = { release: () => void }

/** When the process with this pid started, or null if none runs (a zombie does not). */
export function startOf(pid: number): string | null {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid)
}

function startFromProc(pid: number): string | null {
  try {
    const [state, startTicks] = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    if (state === 'Z' || state === 'X') return null
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${startTicks}`
  } catch {
    return null
  }
}

/** State and start time (fields 3 and 22). The name in field 2 may itself hold spaces and parentheses. */
export function parseStat(stat: string): [state: string, startTicks: string] {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return [fields[0] ?? '', fields[19] ?? '']
}

function startFromPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

export function identify(pid: number): ProcessIdentity | null {
  const startedAt = startOf(pid)
  return startedAt === null ? null : { pid, startedAt }
}

export function isRunning(identity: ProcessIdentity): boolean {
  return startOf(identity.pid) === identity.startedAt
}

export function readIdentity(path: string): ProcessIdentity | null {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<ProcessIdentity> | null
    if (typeof value?.pid !== 'number' || typeof value.startedAt !== 'string') return null
    return { pid: value.pid, startedAt: value.startedAt }
  } catch {
    return null
  }
}

export function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Takes the lock, or says which living process has it. A lock whose process is gone is taken over. */
export function takeLock(path: string): Lock | { heldBy: ProcessIdentity } {
  const own = identify(process.pid)
  const text = JSON.stringify(own)
  // Written in full before it gets its name: nobody ever reads half a lock.
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, text)
  try {
    for (;;) {
      if (linked(draft, path)) return { release: () => releaseLock(path, text) }
      const holder = readIdentity(path)
      if (holder !== null && isRunning(holder)) return { heldBy: holder }
      removeStale(path, holder)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Of two processes that find the same stale lock, the slower must not remove the quicker one's new lock. */
function removeStale(path: string, stale: ProcessIdentity | null): void {
  const aside = `${path}.stale.${process.pid}.${randomBytes(6).toString('hex')}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readIdentity(aside)
  if (moved !== null && JSON.stringify(moved) !== JSON.stringify(stale)) linked(aside, path)
  rmSync(aside, { force: true })
}

function releaseLock(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) rmSync(path)
  } catch {
    // The directory was deleted with the lock in it.
  }
}
