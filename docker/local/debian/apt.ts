import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePrintUris, type Download, type Mirror } from './apt-sources.ts'
import { LocalServiceError } from '../local-service-error.ts'
import type { OnProgress } from '../local-service.ts'
import { ENDS_WITH_PARENT, runCommand, type Outcome } from '../run-command.ts'

const SUITE = 'trixie'
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** libc-bin, coreutils and dash: enough of a system for initdb, which runs its commands through a shell. */
const PACKAGES = ['postgresql-17-timescaledb', 'redis-server', 'dash', 'coreutils', 'tzdata', 'libc-bin']

/** Hooks of the host's apt configuration, which may act on the host's own caches. */
const HOOKS = ['APT::Update', 'DPkg'].flatMap((scope) =>
  ['Pre-Invoke', 'Post-Invoke', 'Post-Invoke-Success', 'Pre-Install-Pkgs'].map((hook) => `${scope}::${hook}`),
)

export function buildAptConfiguration(folder: string, architecture: string): string {
  return [
    ...HOOKS.map((hook) => `#clear ${hook};`),
    '#clear APT::Architectures;',
    `APT::Architectures { "${architecture}"; };`,
    'APT::Sandbox::User "";',
    'APT::Install-Recommends "false";',
    'APT::Update::Error-Mode "any";',
    'Acquire::Languages "none";',
    'Acquire::Retries "1";',
    'Acquire::http::Timeout "15";',
    'Acquire::https::Timeout "15";',
    `Dir::State "${folder}/state";`,
    `Dir::State::Lists "${folder}/lists";`,
    `Dir::State::Status "${folder}/state/status";`,
    `Dir::Cache "${folder}/cache";`,
    `Dir::Cache::Archives "${folder}/archives";`,
    `Dir::Etc::SourceList "${folder}/sources.list";`,
    'Dir::Etc::SourceParts "/dev/null";',
    'Dir::Etc::Preferences "/dev/null";',
    'Dir::Etc::PreferencesParts "/dev/null";',
    '',
  ].join('\n')
}

export function buildSourceList(mirror: Mirror, withUpdates: boolean): string {
  const line = (uri: string, suite: string) => `deb [signed-by=${KEYRING}] ${uri} ${suite} main\n`
  if (!withUpdates) return line(mirror.main, SUITE)
  const security = mirror.security === null ? '' : line(mirror.security, `${SUITE}-security`)
  return line(mirror.main, SUITE) + line(mirror.main, `${SUITE}-updates`) + security
}

/** Downloads the packages into a folder of its own and returns their paths. The host's apt is untouched. */
export async function downloadPackages(
  folder: string,
  host: { mirror: Mirror; architecture: string },
  onProgress: OnProgress,
): Promise<string[]> {
  const archives = join(folder, 'archives')
  for (const name of ['state', 'lists/partial', 'cache', 'archives/partial']) {
    mkdirSync(join(folder, name), { recursive: true })
  }
  writeFileSync(join(folder, 'state/status'), '')
  writeFileSync(join(folder, 'apt.conf'), buildAptConfiguration(folder, host.architecture))
  const aptGet = (...args: string[]) =>
    runCommand([
      ...ENDS_WITH_PARENT,
      'env',
      'LC_ALL=C',
      'apt-get',
      '-c',
      join(folder, 'apt.conf'),
      '-y',
      '-qq',
      ...args,
    ])
  const update = (withUpdates: boolean) => {
    writeFileSync(join(folder, 'sources.list'), buildSourceList(host.mirror, withUpdates))
    return aptGet('update')
  }
  const must = (outcome: Outcome) => {
    if (outcome.status !== 0) throw downloadFailure(host.mirror.main, outcome.stderr)
    return outcome.stdout
  }

  onProgress({ label: 'reading package lists', done: 0, total: 1 })
  // Mirrors that lack the updates or the security suite still serve the release.
  if ((await update(true)).status !== 0) must(await update(false))
  onProgress({ label: 'reading package lists', done: 1, total: 1 })

  const downloads = parsePrintUris(must(await aptGet('install', '--print-uris', ...PACKAGES)))
  const stopWatching = watchDownload(archives, downloads, onProgress)
  try {
    must(await aptGet('install', '--download-only', ...PACKAGES))
  } finally {
    stopWatching()
  }
  return downloads.map(({ file }) => join(archives, file))
}

function watchDownload(archives: string, downloads: Download[], onProgress: OnProgress): () => void {
  const total = downloads.reduce((sum, { bytes }) => sum + bytes, 0)
  const label = `downloading ${downloads.length} packages (bytes)`
  const report = () => onProgress({ label, done: Math.min(bytesOfPackages(archives), total), total })
  report()
  const timer = setInterval(report, 250)
  return () => {
    clearInterval(timer)
    report()
  }
}

function bytesOfPackages(archives: string): number {
  return [archives, join(archives, 'partial')]
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((path) => path.endsWith('.deb'))
    .reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0)
}

export function downloadFailure(uri: string, stderr: string): LocalServiceError {
  const lines = stderr.split('\n').filter((line) => /^[EW]: /.test(line))
  const reason = (lines[0] ?? stderr.trim()).replace(/^[EW]: /, '')
  if (/No space left on device/.test(stderr)) {
    return new LocalServiceError(
      'disk-full',
      `disk full while downloading from ${uri}: ${reason}; free 700 MB`,
    )
  }
  return new LocalServiceError(
    'no-network',
    `cannot download TimescaleDB and Redis from ${uri}: ${reason}; ` +
      'connect this machine to that mirror, or set DATABASE_URL and REDIS_URL',
  )
}
