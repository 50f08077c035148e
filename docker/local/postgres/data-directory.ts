import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveTo, SERVER_ENVIRONMENT, type Installation } from '../installation.ts'
import { LocalServiceError } from '../local-service-error.ts'
import { runCommand } from '../run-command.ts'
import { startFailure } from '../server-process.ts'

/** PostgreSQL's programs, and the major version whose data they read. */
export type PostgresPrograms = Installation & { bin: string; major: string; because?: string }

export const SUPERUSER = 'sightline'

export function majorOf(home: string): string | null {
  const path = join(home, 'data/PG_VERSION')
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}

export function requireMajor(home: string, major: string): void {
  const found = majorOf(home)
  if (found === null || found === major) return
  throw new LocalServiceError(
    'other-version',
    `${join(home, 'data')} belongs to PostgreSQL ${found}, this is PostgreSQL ${major}: ` +
      'dump it with the old one and restore it here, or choose another directory',
  )
}

/** Made under another name, so that data with the right name are always whole. */
export async function initialisePostgres(
  programs: PostgresPrograms,
  home: string,
  ephemeral: boolean,
): Promise<void> {
  const draft = join(home, 'data.new')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const password = join(home, 'password')
  rmSync(password, { force: true })
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  for (const path of [draft, password]) giveTo(programs.owner, path)

  const seen = programs.homeSeen(home)
  const argv = programs.enter(home, [
    `${programs.bin}/initdb`,
    `--pgdata=${seen}/data.new`,
    `--username=${SUPERUSER}`,
    `--pwfile=${seen}/password`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
    ...(ephemeral ? ['--no-sync'] : []),
  ])
  const { status, stdout, stderr } = await runCommand(argv, { ...programs.spawnAs, env: SERVER_ENVIRONMENT })
  if (status !== 0) throw startFailure(stdout + stderr)
  renameSync(draft, join(home, 'data'))
}

/** The password every URL of this server carries; only its owner and root may read it. */
export function readPassword(home: string): string {
  return readFileSync(join(home, 'password'), 'utf8')
}

export function writePostgresSettings(home: string, settings: string): void {
  const path = join(home, 'postgresql.conf')
  writeFileSync(path, settings)
  chmodSync(path, 0o644)
}

/**
 * After a power cut the pid in postmaster.pid may belong to another program, and PostgreSQL would wait for it.
 * The home is locked and no server of ours runs there, so a pid that is no postgres says nothing.
 */
export function removeStalePidFile(home: string): void {
  const path = join(home, 'data/postmaster.pid')
  if (!existsSync(path)) return
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0])
  const commandLine = `/proc/${pid}/cmdline`
  if (existsSync(commandLine) && !readFileSync(commandLine, 'utf8').includes('postgres')) rmSync(path)
}
