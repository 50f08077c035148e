import { Client } from 'pg'
import { LocalServiceError, parseServiceUrl, reasonOf } from '../local-service-error.ts'

const OLDEST_VERSION = 150_000

export type PostgresEngine = {
  /** "17.11", as the server says it. */
  version: string
  timescale: {
    version: string
    /** Without its loader in shared_preload_libraries the extension does not work. */
    isPreloaded: boolean
    /** 'apache' or 'timescale'; null where an ordinary user may not ask. */
    license: string | null
  } | null
}

/** What a given server is, after checking that it will do. */
export async function inspectGivenPostgres(url: string): Promise<PostgresEngine> {
  const expected = 'postgres://user:password@host:port/database'
  const parsed = parseServiceUrl('DATABASE_URL', url, ['postgres:', 'postgresql:'], expected)
  const shown = `${parsed.protocol}//${parsed.host}${parsed.pathname}`
  try {
    return await inspectPostgres(url)
  } catch (error) {
    if (error instanceof LocalServiceError) throw error
    throw new LocalServiceError(
      'unreachable',
      `cannot use DATABASE_URL ${shown}: ${reasonOf(error)}; start that server or correct DATABASE_URL, ` +
        'or leave it out and Sightline starts its own',
      { cause: error },
    )
  }
}

type EngineRow = {
  version: string
  version_number: number
  timescale: string | null
  is_preloaded: boolean
}

/** timescaledb.disable_load is a setting of the loader: it is there if the loader is. */
const ENGINE_QUERY = `
/* local.engine */
SELECT
  split_part(current_setting('server_version'), ' ', 1) AS version,
  current_setting('server_version_num')::int AS version_number,
  (
    SELECT coalesce(installed_version, default_version)
    FROM pg_available_extensions
    WHERE name = 'timescaledb'
  ) AS timescale,
  current_setting('timescaledb.disable_load', true) IS NOT NULL AS is_preloaded`

export async function inspectPostgres(url: string): Promise<PostgresEngine> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<EngineRow>(ENGINE_QUERY)
    const [row] = rows
    if (row === undefined) throw new TypeError('the server did not say which engine it is')
    const { version, version_number: number, timescale, is_preloaded: isPreloaded } = row
    requireVersion(version, number)
    if (timescale === null) return { version, timescale: null }
    const license = isPreloaded ? await askLicense(client, timescale) : null
    return { version, timescale: { version: timescale, isPreloaded, license } }
  })
}

/** The license is a setting of the library, which a database without the extension has not loaded yet. */
async function askLicense(client: Client, version: string): Promise<string | null> {
  try {
    await client.query(`/* local.load */ LOAD ${client.escapeLiteral(`$libdir/timescaledb-${version}`)}`)
  } catch {
    // Only a superuser may load a library; where the extension is created it is loaded already.
  }
  const { rows } = await client.query<{ license: string | null }>(
    "/* local.license */ SELECT current_setting('timescaledb.license', true) AS license",
  )
  return rows[0]?.license ?? null
}

export function requireVersion(version: string, versionNumber: number): void {
  if (versionNumber >= OLDEST_VERSION) return
  throw new LocalServiceError(
    'too-old',
    `DATABASE_URL is PostgreSQL ${version}: Sightline needs 15 or newer; upgrade that server or give another`,
  )
}

const EDITIONS: Record<string, string> = { apache: ' (Apache edition)', timescale: ' (Community edition)' }

/** A sentence for the start-up line. `because` says why it is plain, if that was not asked for. */
export function describePostgres({ version, timescale }: PostgresEngine, because?: string): string {
  if (timescale?.isPreloaded === true) {
    const edition = EDITIONS[timescale.license ?? ''] ?? ''
    return `TimescaleDB ${timescale.version}${edition} on PostgreSQL ${version}`
  }
  const reason =
    timescale === null ? because : 'it is installed there, but missing from shared_preload_libraries'
  const plain = `PostgreSQL ${version} without TimescaleDB: no hypertables, no chunk-wise retention`
  return reason === undefined ? plain : `${plain} (${reason})`
}

/** True as soon as the server takes connections; false while it starts or is not there yet. */
export async function acceptsConnections(url: string): Promise<boolean> {
  try {
    return await withClient(url, async () => true)
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    // 57P03: the database system is starting up.
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03') return false
    // The server went away in between: whoever waits for it sees that it is gone.
    if (message.startsWith('Connection terminated')) return false
    throw error
  }
}

export async function createDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query(
      '/* local.database */ SELECT FROM pg_database WHERE datname = $1',
      [name],
    )
    if (rowCount === 0)
      await client.query(`/* local.createDatabase */ CREATE DATABASE ${client.escapeIdentifier(name)}`)
  })
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 10_000 })
  // A connection that breaks after its query has failed would otherwise end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}
