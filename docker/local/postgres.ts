import { mkdirSync, rmSync } from 'node:fs'
import { totalmem } from 'node:os'
import { resolve } from 'node:path'
import { openPrivateRoot } from './debian/private-root.ts'
import { findEmbeddedPostgres, openEmbedded } from './postgres/embedded.ts'
import { LocalServiceError, nameDiskFull, REASONS_TO_FALL_BACK } from './local-service-error.ts'
import type { LocalService, LocalServiceOptions } from './local-service.ts'
import {
  initialisePostgres,
  majorOf,
  readPassword,
  removeStalePidFile,
  requireMajor,
  SUPERUSER,
  writePostgresSettings,
  type PostgresPrograms,
} from './postgres/data-directory.ts'
import {
  acceptsConnections,
  createDatabase,
  describePostgres,
  inspectGivenPostgres,
  inspectPostgres,
} from './postgres/engine.ts'
import { choosePostgresSettings, formatPostgresSettings } from './postgres/settings.ts'
import { occupyHome, reservePort, type OccupiedHome } from './server-home.ts'
import { startServer } from './server-process.ts'

export type PostgresOptions = LocalServiceOptions & {
  /** By default TimescaleDB where it can be had, else plain PostgreSQL. With 'timescale' only that will do. */
  engine?: 'timescale' | 'plain'
}

const PRIVATE_MAJOR = '17'
const DATABASE = 'sightline'

export async function startPostgres(options: PostgresOptions): Promise<LocalService> {
  if (options.url !== undefined) {
    const engine = await inspectGivenPostgres(options.url)
    return { url: options.url, engine: describePostgres(engine), origin: 'given', stop: async () => {} }
  }
  const directory = resolve(options.directory)
  mkdirSync(directory, { recursive: true })
  // Fast shutdown; data that are deleted anyway need no last checkpoint.
  const occupied = await occupyHome(directory, 'postgres', options.ephemeral === true ? 'QUIT' : 'INT')
  const { home, release } = occupied
  try {
    if (options.ephemeral === true) rmSync(`${home}/data`, { recursive: true, force: true })
    const port = await reservePort(options.port)
    const programs = await choosePrograms({ ...options, directory }, majorOf(home))
    requireMajor(home, programs.major)
    if (majorOf(home) === null) await initialisePostgres(programs, home, options.ephemeral === true)
    const { url, engine, stop } = await runPostgres(programs, occupied, port, options)
    return { url, engine, origin: programs.origin, stop }
  } catch (error) {
    release()
    throw nameDiskFull(error, directory)
  }
}

/** What made the data must also run them; a new directory gets the best this machine can have. */
async function choosePrograms(options: PostgresOptions, found: string | null): Promise<PostgresPrograms> {
  if (options.engine === 'plain') return plainPrograms(options.directory)
  if (options.engine === undefined && found !== null && found !== PRIVATE_MAJOR) {
    return plainPrograms(options.directory, `the data in ${options.directory} were begun with it`)
  }
  try {
    const root = await openPrivateRoot(options)
    return { ...root, bin: `/usr/lib/postgresql/${PRIVATE_MAJOR}/bin`, major: PRIVATE_MAJOR }
  } catch (error) {
    const canFallBack = error instanceof LocalServiceError && REASONS_TO_FALL_BACK.has(error.code)
    if (!canFallBack || options.engine === 'timescale' || found !== null) throw error
    return plainPrograms(options.directory, error.message)
  }
}

async function plainPrograms(directory: string, because?: string): Promise<PostgresPrograms> {
  const { bin, major } = await findEmbeddedPostgres()
  return { ...openEmbedded(bin, directory), bin, major, ...(because !== undefined && { because }) }
}

async function runPostgres(
  programs: PostgresPrograms,
  { home, signal, release }: OccupiedHome,
  port: number,
  options: PostgresOptions,
): Promise<Pick<LocalService, 'url' | 'engine' | 'stop'>> {
  const ephemeral = options.ephemeral === true
  const withTimescale = programs.origin === 'private'
  const chosen = choosePostgresSettings({ port, memoryBytes: totalmem(), withTimescale, ephemeral })
  writePostgresSettings(home, formatPostgresSettings({ ...chosen, ...options.settings }))
  removeStalePidFile(home)

  const seen = programs.homeSeen(home)
  const command = [`${programs.bin}/postgres`, '-D', `${seen}/data`]
  const urlOf = (database: string) =>
    `postgres://${SUPERUSER}:${readPassword(home)}@127.0.0.1:${port}/${database}`
  const server = await startServer({
    home,
    argv: programs.enter(home, [...command, '-c', `config_file=${seen}/postgresql.conf`]),
    spawnAs: programs.spawnAs,
    signal,
    isReady: () => acceptsConnections(urlOf('postgres')),
  })
  let stopped: Promise<void> | undefined
  const stop = async () => {
    await server.stop()
    if (ephemeral) rmSync(home, { recursive: true, force: true })
    release()
  }
  try {
    await createDatabase(urlOf('postgres'), DATABASE)
    const engine = describePostgres(await inspectPostgres(urlOf(DATABASE)), programs.because)
    return { url: urlOf(DATABASE), engine, stop: () => (stopped ??= stop()) }
  } catch (error) {
    await stop()
    throw error
  }
}
