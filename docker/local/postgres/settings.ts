/** What the private and the embedded PostgreSQL run with. */

type Purpose = {
  port: number
  memoryBytes: number
  withTimescale: boolean
  ephemeral: boolean
}

/** The machine is shared with the api and jobs processes: an eighth of it is PostgreSQL's own cache. */
export function choosePostgresSettings(purpose: Purpose): Record<string, string> {
  const { port, memoryBytes, withTimescale, ephemeral } = purpose
  const megabytes = (share: number, least: number, most: number) =>
    `${Math.round(Math.min(Math.max((memoryBytes * share) / 2 ** 20, least), most))}MB`
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    shared_buffers: megabytes(1 / 8, 128, ephemeral ? 512 : 4096),
    effective_cache_size: megabytes(1 / 2, 256, 65_536),
    maintenance_work_mem: megabytes(1 / 32, 64, 512),
    work_mem: megabytes(1 / 768, 4, 64),
    max_wal_size: '4GB',
    checkpoint_completion_target: '0.9',
    synchronous_commit: 'on',
    random_page_cost: '1.1',
    ...(withTimescale && TIMESCALE_SETTINGS),
    // A test makes many databases, and each would get a scheduler of jobs that no test needs.
    ...(withTimescale && ephemeral && { 'timescaledb.max_background_workers': '0' }),
    ...(ephemeral && EPHEMERAL_SETTINGS),
  }
}

/** lz4 is compiled into Debian's build, not into every other. A worker for each database, and the launcher. */
const TIMESCALE_SETTINGS = {
  shared_preload_libraries: 'timescaledb',
  'timescaledb.telemetry_level': 'off',
  'timescaledb.max_background_workers': '16',
  max_worker_processes: '32',
  default_toast_compression: 'lz4',
}

const EPHEMERAL_SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

export function formatPostgresSettings(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('')
}
