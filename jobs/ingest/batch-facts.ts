/** Reads back from a batch's encoded rows what rollups and sessions need. The rows are the one source of both. */
import type { IngestBatch } from '../../api/queue/ingest-job.ts'
import {
  type RowCursor,
  columnIndex,
  readFloat8,
  readInt2,
  readRows,
  readText,
  readTime,
  readUuid,
} from '../../api/rows/decode.ts'
import { EVENT_KINDS } from '../../api/rows/layout.ts'
import { FRUSTRATIONS, INTERACTIONS } from '../../api/segment/action-kinds.ts'
import { METRICS, METRIC_NAMES } from '../../api/segment/metrics.ts'
import type { VitalName } from '../../sdk/wire/vitals.ts'
import type { SampleContext } from './rollup-deltas.ts'

/** A batch whose rows are bytes again. */
export type DecodedBatch = Omit<IngestBatch, 'events' | 'errors'> & {
  events: Buffer
  errors: Buffer
  /** How many of its events became dead letters. */
  dead?: number
}

export type VitalFact = {
  context: SampleContext
  session: string
  view: string
  seq: number
  revision: number
  time: number
  metric: VitalName
  value: number
}

export type BatchFacts = {
  views: { context: SampleContext; time: number }[]
  vitals: VitalFact[]
  counts: {
    views: number
    errors: number
    unhandledErrors: number
    interactions: number
    frustrations: number
  }
  /** The earliest and the latest view, and the last thing of all. */
  entry: { at: number; page: string | null } | null
  exit: { at: number; page: string | null } | null
  lastAt: number
  rows: number
}

const EVENT = columnIndex('events')
const ERROR = columnIndex('errors')
const column = (index: Record<string, number>, name: string): number => index[name] ?? -1

const E = {
  time: column(EVENT, 'time'),
  kind: column(EVENT, 'kind'),
  seq: column(EVENT, 'seq'),
  revision: column(EVENT, 'revision'),
  name: column(EVENT, 'name'),
  viewId: column(EVENT, 'view_id'),
  page: column(EVENT, 'page'),
  navigation: column(EVENT, 'navigation'),
}

/** Where each metric stands in a row, by the kind of the row. */
const METRICS_BY_KIND = new Map<number, { metric: VitalName; column: number; name: string | null }[]>()
for (const metric of METRIC_NAMES) {
  const { kind, column: name, name: named } = METRICS[metric]
  if (name === null) continue
  const entries = METRICS_BY_KIND.get(kind) ?? []
  entries.push({ metric, column: column(EVENT, name), name: named })
  METRICS_BY_KIND.set(kind, entries)
}

export function decodeBatch(batch: IngestBatch): DecodedBatch {
  return {
    ...batch,
    events: Buffer.from(batch.events, 'base64'),
    errors: Buffer.from(batch.errors, 'base64'),
  }
}

export function batchFacts(batch: DecodedBatch): BatchFacts {
  const facts: BatchFacts = {
    views: [],
    vitals: [],
    counts: { views: 0, errors: 0, unhandledErrors: 0, interactions: 0, frustrations: 0 },
    entry: null,
    exit: null,
    lastAt: Math.max(batch.session.startedAt, batch.session.lastAt),
    rows: 0,
  }
  const contexts = new Map<string, SampleContext>()
  for (const row of readRows(batch.events, 'events')) readEvent(facts, row, batch, contexts)
  for (const row of readRows(batch.errors, 'errors')) {
    facts.rows++
    facts.counts.errors++
    const handled = row.buffer.readInt8(row.offsets[column(ERROR, 'handled')]) !== 0
    if (!handled) facts.counts.unhandledErrors++
  }
  return facts
}

function readEvent(
  facts: BatchFacts,
  row: RowCursor,
  batch: DecodedBatch,
  contexts: Map<string, SampleContext>,
): void {
  const time = readTime(row, E.time)
  const kind = readInt2(row, E.kind) ?? 0
  facts.rows++
  const name = readText(row, E.name)
  if (kind === EVENT_KINDS.action && name !== null) {
    if (INTERACTIONS.includes(name)) facts.counts.interactions++
    if (FRUSTRATIONS.includes(name)) facts.counts.frustrations++
  }
  const metrics = METRICS_BY_KIND.get(kind)
  if (metrics === undefined) return
  const view = readUuid(row, E.viewId) ?? ''
  const context = contexts.get(view) ?? sampleContext(row, batch)
  contexts.set(view, context)
  if (kind === EVENT_KINDS.view) noteView(facts, context, time)
  for (const { metric, column: place, name: named } of metrics) {
    if (named !== null && named !== name) continue
    const value = readFloat8(row, place)
    if (value === null) continue
    const seq = row.buffer.readInt32BE(row.offsets[E.seq])
    const revision = readInt2(row, E.revision) ?? 0
    facts.vitals.push({ context, session: batch.session.id, view, seq, revision, time, metric, value })
  }
}

function noteView(facts: BatchFacts, context: SampleContext, time: number): void {
  facts.views.push({ context, time })
  facts.counts.views++
  const { page } = context
  if (facts.entry === null || isBefore({ at: time, page }, facts.entry)) facts.entry = { at: time, page }
  if (facts.exit === null || isBefore(facts.exit, { at: time, page })) facts.exit = { at: time, page }
}

/** A total order, so that batches give the same entry and exit in whatever order they come. */
export function isBefore(
  a: { at: number; page: string | null },
  b: { at: number; page: string | null },
): boolean {
  return a.at < b.at || (a.at === b.at && isBeforeText(a.page ?? '', b.page ?? ''))
}

/** By their bytes, as COLLATE "C" does: `<` puts what lies beyond 16 bits elsewhere. */
export function isBeforeText(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0
}

function sampleContext(row: RowCursor, { siteId, session }: DecodedBatch): SampleContext {
  const { weight, bot, country, device, browser, os, release, environment } = session
  const page = readText(row, E.page)
  const navigation = readText(row, E.navigation)
  return { siteId, weight, bot, page, navigation, country, device, browser, os, release, environment }
}
