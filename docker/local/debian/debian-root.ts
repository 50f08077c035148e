import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statfsSync } from 'node:fs'
import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { downloadPackages } from './apt.ts'
import { findMirror, type Mirror } from './apt-sources.ts'
import { LocalServiceError } from '../local-service-error.ts'
import type { OnProgress } from '../local-service.ts'
import { takeLock } from '../process-lock.ts'
import { ENDS_WITH_PARENT, runCommand } from '../run-command.ts'

/** Raised when the packages or the layout change: roots of other versions are left to their programs. */
const VERSION = '1'
/** 98 MB of packages and 445 MB unpacked, at the same time, and some room. */
const REQUIRED_BYTES = 700e6
const DRAFT = 'unfinished-'

/**
 * A folder with TimescaleDB, PostgreSQL 17 and Redis from Debian 13 in it. It is made once, under a lock, and
 * gets its name only when it is complete.
 */
export async function provideDebianRoot(cacheDirectory: string, onProgress: OnProgress): Promise<string> {
  const architecture = await architectureOfHost()
  const root = join(cacheDirectory, `debian-13-${architecture}-${VERSION}`)
  const isComplete = () => existsSync(join(root, '.complete'))
  if (isComplete()) return root

  const mirror = findMirrorOfHost()
  mkdirSync(cacheDirectory, { recursive: true })
  for (let waitingFor: number | undefined; ;) {
    const lock = takeLock(join(cacheDirectory, 'lock'))
    if ('heldBy' in lock) {
      // PostgreSQL and Redis start side by side: the other one in this process reports its progress itself.
      const { pid } = lock.heldBy
      if (pid !== process.pid && pid !== waitingFor) {
        onProgress({ label: `waiting for process ${pid}, which prepares it`, done: 0, total: 1 })
      }
      waitingFor = pid
      await sleep(300)
      if (isComplete()) return root
      continue
    }
    try {
      if (!isComplete()) await makeRoot(root, cacheDirectory, { mirror, architecture }, onProgress)
      return root
    } finally {
      lock.release()
    }
  }
}

async function makeRoot(
  root: string,
  cacheDirectory: string,
  host: { mirror: Mirror; architecture: string },
  onProgress: OnProgress,
): Promise<void> {
  for (const name of readdirSync(cacheDirectory)) {
    if (name.startsWith(DRAFT)) await deleteDraft(join(cacheDirectory, name))
  }
  requireSpace(cacheDirectory)
  const draft = await mkdtemp(join(cacheDirectory, DRAFT))
  try {
    const packages = await downloadPackages(join(draft, 'apt'), host, onProgress)
    await unpack(packages, join(draft, 'root'), onProgress)
    await completeRoot(join(draft, 'root'))
    await rm(root, { recursive: true, force: true })
    await rename(join(draft, 'root'), root)
  } finally {
    await deleteDraft(draft)
  }
}

/** Programs of a killed Sightline may write into its draft for another moment. */
async function deleteDraft(draft: string): Promise<void> {
  await rm(draft, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

export function requireSpace(directory: string, required = REQUIRED_BYTES): void {
  const { bavail, bsize } = statfsSync(directory)
  const megabytes = (bytes: number) => `${Math.floor(bytes / 1e6)} MB`
  if (bavail * bsize >= required) return
  throw new LocalServiceError(
    'disk-full',
    `${directory} has ${megabytes(bavail * bsize)} free, the database needs ${megabytes(required)}: ` +
      'free some space or choose another cache directory (XDG_CACHE_HOME)',
  )
}

async function unpack(packages: string[], root: string, onProgress: OnProgress): Promise<void> {
  mkdirSync(root)
  const label = 'unpacking packages'
  const waiting = [...packages]
  let done = 0
  const worker = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const { status, stderr } = await runCommand([
        ...ENDS_WITH_PARENT,
        'env',
        'LC_ALL=C',
        'dpkg-deb',
        '-x',
        path,
        root,
      ])
      if (status !== 0) {
        waiting.length = 0
        throw unpackFailure(path, stderr)
      }
      await rm(path)
      onProgress({ label, done: ++done, total: packages.length })
    }
  }
  onProgress({ label, done, total: packages.length })
  const workers = Array.from({ length: Math.min(4, availableParallelism()) }, worker)
  // All of them are waited for, so that nobody writes any more when the draft is deleted.
  const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

function unpackFailure(path: string, stderr: string): LocalServiceError {
  return /No space left on device/.test(stderr)
    ? new LocalServiceError('disk-full', `disk full while unpacking ${path}: free 700 MB there`)
    : new LocalServiceError('start-failed', `cannot unpack ${path}: ${stderr.trim()}`)
}

/** What the packages' install scripts would have made, as far as servers need it, and what is mounted over. */
async function completeRoot(root: string): Promise<void> {
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    if (!existsSync(join(root, name)) && existsSync(join(root, 'usr', name))) {
      await symlink(`usr/${name}`, join(root, name))
    }
  }
  if (!existsSync(join(root, 'usr/bin/sh'))) await symlink('dash', join(root, 'usr/bin/sh'))
  for (const name of ['.', 'dev', 'proc', 'tmp', 'etc', 'service']) {
    mkdirSync(join(root, name), { recursive: true })
    chmodSync(join(root, name), 0o755)
  }
  await writeFile(join(root, 'etc/passwd'), '')
  await writeFile(join(root, '.complete'), VERSION)
}

async function architectureOfHost(): Promise<string> {
  const { status, stdout } = await runCommand(['dpkg', '--print-architecture'])
  if (status !== 0) throw noDebian('there is no dpkg')
  return stdout.trim()
}

function findMirrorOfHost(): Mirror {
  const parts = '/etc/apt/sources.list.d'
  const files = existsSync(parts) ? readdirSync(parts).map((name) => join(parts, name)) : []
  const sources = ['/etc/apt/sources.list', ...files.filter((path) => /\.(list|sources)$/.test(path))]
  const mirror = findMirror(
    sources.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8')),
  )
  if (mirror === null) throw noDebian('its apt sources name no Debian mirror')
  return mirror
}

export function noDebian(reason: string): LocalServiceError {
  return new LocalServiceError(
    'no-debian',
    `this machine cannot download TimescaleDB and Redis with apt: ${reason}; set DATABASE_URL and REDIS_URL`,
  )
}
