/**
 * How an event becomes a row: the columns of the two hypertables in the order in which the collector encodes them for
 * COPY BINARY and the ingest job pastes them. What the rows of a view share and what the rows of a batch share stand
 * together at the end, so that each is encoded once and copied as one block.
 */
export type ColumnType =
  'timestamptz' | 'int2' | 'int4' | 'float4' | 'float8' | 'bool' | 'uuid' | 'text' | 'jsonb'
export type Column = { name: string; type: ColumnType }

/** Raise it whenever the columns below change: a job names the version that it was encoded with. */
export const LAYOUT_VERSION = 1

const VIEW_BLOCK = [
  { name: 'view_id', type: 'uuid' },
  { name: 'page', type: 'text' },
  { name: 'navigation', type: 'text' },
] as const satisfies Column[]

const BATCH_BLOCK = [
  { name: 'site_id', type: 'int4' },
  { name: 'weight', type: 'float4' },
  { name: 'bot', type: 'bool' },
  { name: 'session_id', type: 'uuid' },
  { name: 'visitor_id', type: 'uuid' },
  { name: 'country', type: 'text' },
  { name: 'device', type: 'text' },
  { name: 'browser', type: 'text' },
  { name: 'os', type: 'text' },
  { name: 'release', type: 'text' },
  { name: 'environment', type: 'text' },
] as const satisfies Column[]

export const LAYOUTS = {
  events: {
    relation: 'rum.events',
    own: [
      { name: 'time', type: 'timestamptz' },
      { name: 'kind', type: 'int2' },
      { name: 'seq', type: 'int4' },
      { name: 'revision', type: 'int2' },
      { name: 'value', type: 'float8' },
      { name: 'duration', type: 'float8' },
      { name: 'lcp', type: 'float8' },
      { name: 'inp', type: 'float8' },
      { name: 'cls', type: 'float8' },
      { name: 'fcp', type: 'float8' },
      { name: 'ttfb', type: 'float8' },
      { name: 'name', type: 'text' },
      { name: 'outcome', type: 'text' },
      { name: 'detail', type: 'jsonb' },
    ],
    view: VIEW_BLOCK,
    batch: BATCH_BLOCK,
  },
  errors: {
    relation: 'rum.errors',
    own: [
      { name: 'time', type: 'timestamptz' },
      { name: 'seq', type: 'int4' },
      { name: 'handled', type: 'bool' },
      { name: 'source', type: 'text' },
      { name: 'fingerprint', type: 'text' },
      { name: 'type', type: 'text' },
      { name: 'message', type: 'text' },
      { name: 'stack', type: 'text' },
      { name: 'detail', type: 'jsonb' },
    ],
    view: VIEW_BLOCK,
    batch: BATCH_BLOCK,
  },
} as const satisfies Record<string, { relation: string; own: Column[]; view: Column[]; batch: Column[] }>

export type TableName = keyof typeof LAYOUTS

/** Every column of a row in the order of the encoding. */
export function columnsOf(table: TableName): readonly Column[] {
  const { own, view, batch } = LAYOUTS[table]
  return [...own, ...view, ...batch]
}

/** The numbers under which the kinds are stored in `rum.events`. Errors have a table of their own. */
export const EVENT_KINDS = {
  view: 1,
  vital: 2,
  request: 3,
  resource: 4,
  action: 5,
  flag: 6,
  longtask: 7,
  custom: 8,
  txn: 9,
  app: 10,
  consent: 11,
} as const

export type EventKind = keyof typeof EVENT_KINDS
