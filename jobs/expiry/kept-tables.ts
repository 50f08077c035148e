/** How long each table of schema rum keeps what it holds. docs/privacy.md tells the same. */
import type { Retention } from '../../api/sites/settings.ts'
import { type Sql, sql } from '../../api/db/sql.ts'

type KeptTable = {
  name: string
  table: Sql
  /** The column that tells how old a row is. */
  time: Sql
  /** Days: what the site sets, or the same for all. */
  days: (retention: Retention) => number
  /** A hypertable goes by whole chunks; every other table some rows at a time. */
  chunks: boolean
  /** Rows that stay however old they are. */
  except?: Sql
}

/** Longer than a batch may be late, which is 7 days. */
const LEDGER_DAYS = 9
const YEAR_DAYS = 395
const CONSENT_DAYS = 760

export const KEPT_TABLES: readonly KeptTable[] = [
  {
    name: 'events',
    table: sql`rum.events`,
    time: sql`time`,
    days: ({ eventsDays }) => eventsDays,
    chunks: true,
  },
  {
    name: 'errors',
    table: sql`rum.errors`,
    time: sql`time`,
    days: ({ errorsDays }) => errorsDays,
    chunks: true,
  },
  {
    name: 'sessions',
    table: sql`rum.sessions`,
    time: sql`last_at`,
    // What happened in a session can be exported and erased by its session only: it outlives both.
    days: ({ sessionsDays, eventsDays, errorsDays }) => Math.max(sessionsDays, eventsDays, errorsDays),
    chunks: false,
  },
  ...[
    { name: 'rollup_delta', table: sql`rum.rollup_delta` },
    { name: 'rollup_hour', table: sql`rum.rollup_hour` },
    { name: 'rollup_day', table: sql`rum.rollup_day` },
  ].map((table) => ({
    ...table,
    time: sql`bucket`,
    days: ({ rollupsDays }: Retention) => rollupsDays,
    chunks: false,
  })),
  ...[
    { name: 'ingest_batch', table: sql`rum.ingest_batch`, time: sql`at`, keptDays: LEDGER_DAYS },
    { name: 'counted_delivery', table: sql`rum.counted_delivery`, time: sql`at`, keptDays: LEDGER_DAYS },
    { name: 'erased_subjects', table: sql`rum.erased_subjects`, time: sql`at`, keptDays: LEDGER_DAYS },
    { name: 'dead_letters', table: sql`rum.dead_letters`, time: sql`at`, keptDays: 30 },
    { name: 'accounting', table: sql`rum.accounting`, time: sql`hour`, keptDays: YEAR_DAYS },
    {
      name: 'deliveries',
      table: sql`rum.deliveries`,
      time: sql`created_at`,
      keptDays: 90,
      except: sql`next_at IS NOT NULL`,
    },
    { name: 'alert_events', table: sql`rum.alert_events`, time: sql`created_at`, keptDays: YEAR_DAYS },
    {
      name: 'alerts',
      table: sql`rum.alerts`,
      time: sql`started_at`,
      keptDays: YEAR_DAYS,
      except: sql`resolved_at IS NULL`,
    },
    { name: 'consent_log', table: sql`rum.consent_log`, time: sql`received_at`, keptDays: CONSENT_DAYS },
    {
      name: 'erasures',
      table: sql`rum.erasures`,
      time: sql`requested_at`,
      keptDays: CONSENT_DAYS,
      except: sql`done_at IS NULL`,
    },
  ].map(({ keptDays, ...table }) => ({ ...table, days: () => keptDays, chunks: false })),
]
