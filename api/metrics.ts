/** Every metric of `/metrics`: what docs/operations.md lists is this table. Labels are names of ours, never what visitors send. */
export const METRICS = {
  sightline_events_accepted_total: {
    type: 'counter',
    of: 'api',
    meaning: 'Events accepted with 202. A batch that is sent again counts again.',
  },
  sightline_events_total: { type: 'counter', of: 'api', meaning: 'The same by `kind`.' },
  sightline_events_rejected_total: {
    type: 'counter',
    of: 'api',
    meaning: 'Events refused one by one while the rest of their batch went on, by `code`.',
  },
  sightline_batches_refused_total: {
    type: 'counter',
    of: 'api',
    meaning: 'Requests of the collector that were refused, by `code`.',
  },
  sightline_client_dropped_total: {
    type: 'counter',
    of: 'api',
    meaning: 'Events that clients gave up before they could send them, by `reason`, as often as they tell.',
  },
  sightline_unknown_fields_total: {
    type: 'counter',
    of: 'api',
    meaning: 'Fields that the protocol does not name.',
  },
  sightline_queue_jobs: { type: 'gauge', of: 'api', meaning: 'Ingest jobs that are not done.' },
  sightline_queue_bytes: {
    type: 'gauge',
    of: 'api',
    meaning: 'Bytes of their payloads: exact up to 512 jobs, an estimate beyond.',
  },
  sightline_queue_fullness_ratio: {
    type: 'gauge',
    of: 'api',
    meaning:
      'The larger share of the bounds in bytes and in age. From 0.7 on kinds are given up, at 1 it is 503.',
  },
  sightline_storage_bytes: { type: 'gauge', of: 'api', meaning: 'Size of the database.' },
  sightline_storage_fullness_ratio: {
    type: 'gauge',
    of: 'api',
    meaning: 'Of `DATABASE_MAX_GIB`; 0 where it is not set. From 0.9 on days go early, at 1 it is 503.',
  },
  sightline_ingest_lag_seconds: {
    type: 'gauge',
    of: 'api',
    meaning: 'How long the oldest job that is not done has waited; 0 where none waits.',
  },
  sightline_sql_seconds_total: {
    type: 'counter',
    of: 'api, jobs',
    meaning: 'Time that statements took, by `statement`.',
  },
  sightline_sql_statements_total: {
    type: 'counter',
    of: 'api, jobs',
    meaning: 'How many statements ran, by `statement`.',
  },
  sightline_ingest_events_total: {
    type: 'counter',
    of: 'jobs',
    meaning: 'Events by `outcome`: stored, dead or duplicate, and what rode with their batches.',
  },
  sightline_ingest_flushes_total: { type: 'counter', of: 'jobs', meaning: 'Flushes that were written.' },
  sightline_ingest_flush_batches_total: { type: 'counter', of: 'jobs', meaning: 'Batches in them.' },
  sightline_ingest_flush_bytes_total: { type: 'counter', of: 'jobs', meaning: 'Bytes of rows in them.' },
  sightline_ingest_flush_seconds_total: { type: 'counter', of: 'jobs', meaning: 'Time that they took.' },
  sightline_compaction_seconds_total: { type: 'counter', of: 'jobs', meaning: 'Time that compaction took.' },
  sightline_compaction_deltas_total: { type: 'counter', of: 'jobs', meaning: 'Rollup deltas it moved.' },
  sightline_compaction_lag_seconds: {
    type: 'gauge',
    of: 'jobs',
    meaning:
      'Since when this process has finished no compaction, or since it began. Any one process does them.',
  },
} as const satisfies Record<
  string,
  { type: 'counter' | 'gauge'; of: 'api' | 'jobs' | 'api, jobs'; meaning: string }
>

export type Metric = keyof typeof METRICS
