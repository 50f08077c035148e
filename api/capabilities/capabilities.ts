/** What the server is and what it can be asked, read from the tables that enforce it. */
import { readFileSync } from 'node:fs'
import { packagePath } from '../../prisma/package-path.ts'
import { VITALS, VITAL_NAMES } from '../../sdk/wire/vitals.ts'
import { GRAPHQL_LIMITS } from '../cost/graphql-limits.ts'
import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { ERROR_CODES } from '../problem.ts'
import { DIMENSIONS, type Dimension } from '../segment/dimensions.ts'
import { MOST_FILTER_VALUES } from '../segment/comparisons.ts'
import { MOST_FILTER_LEVELS } from '../segment/filters.ts'
import { INTERVALS, type Interval, MAX_BUCKETS } from '../segment/intervals.ts'
import { MAX_RANGE_MS } from '../segment/range.ts'
import { MOST_PARTS, MOST_SESSIONS } from '../segment/segment.resolvers.ts'
import { MOST_ENTRIES } from '../sessions/sessions.resolvers.ts'
import { MOST_BINS, MOST_QUANTILES } from '../vitals/vitals.resolvers.ts'

export const CAPABILITIES = {
  version: readVersion(),
  limits: {
    ...GRAPHQL_LIMITS,
    parts: MOST_PARTS,
    buckets: MAX_BUCKETS,
    sessions: MOST_SESSIONS,
    timelineEntries: MOST_ENTRIES,
    histogramBins: MOST_BINS,
    percentiles: MOST_QUANTILES,
    filterDepth: MOST_FILTER_LEVELS,
    filterValues: MOST_FILTER_VALUES,
    range: MAX_RANGE_MS,
    statementTime: GRAPHQL_LIMITS.statementMs,
    operationTime: GRAPHQL_LIMITS.operationMs,
  },
  metrics: VITAL_NAMES.map((name) => ({ name, ...VITALS[name] })),
  dimensions: Object.keys(DIMENSIONS) as Dimension[],
  intervals: Object.keys(INTERVALS) as Interval[],
  errorCodes: Object.entries(ERROR_CODES).map(([code, meaning]) => ({ code, meaning })),
}

function readVersion(): string {
  return (JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string }).version
}

type EngineRow = { postgres: string; timescale: string | null }

export async function databaseCapabilities(db: Queryable, record: (statement: StatementRecord) => void) {
  const [row] = await db.query<EngineRow>(
    sql`/* capabilities.engine */
SELECT split_part(current_setting('server_version'), ' ', 1) AS postgres,
  (SELECT extversion FROM pg_extension WHERE extname = 'timescaledb') AS timescale`,
    record,
  )
  const timescaleVersion = row?.timescale ?? null
  return {
    edition: timescaleVersion === null ? ('PLAIN' as const) : ('TIMESCALEDB' as const),
    postgresVersion: row?.postgres ?? '',
    timescaleVersion,
  }
}
