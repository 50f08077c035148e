/**
 * A valid batch becomes rows: clock corrected, text scrubbed, vitals of one report folded into one row, everything
 * encoded for COPY. What comes out is what the queue holds, so nothing that must not be stored gets past this file.
 */
import type { ViewContext, WireEvent } from '../../sdk/wire/batch.generated.ts'
import type { IngestBatch } from '../queue/ingest-job.ts'
import {
  type FieldValue,
  createRowWriter,
  takeBase64,
  takeWritten,
  writeBlock,
  writeFields,
  writeRowStart,
} from '../rows/encode.ts'
import { EVENT_KINDS, LAYOUTS, type TableName, columnsOf } from '../rows/layout.ts'
import { clockOffset, isInWindow } from './clock.ts'
import { type EventOf, attributionOf, errorValues, eventValues, json } from './event-values.ts'
import type { Rejection } from './problems.ts'
import type { Scrubber } from './scrubber.ts'
import { type Surroundings, sessionContext } from './session-context.ts'
import type { SiteRules } from './site-rules.ts'
import type { ValidBatch } from './validate.ts'

/** Vitals with a column of their own: one row a report. The others are rows of a name and a value. */
const VITAL_COLUMNS = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] as const
type FoldedVitals = { at: number; seq: number; values: Map<string, number>; detail: Record<string, unknown> }

/** Used again for every batch: `toRows` never waits, so no two batches are in them at once. */
const WRITERS = {
  events: createRowWriter(65_536),
  errors: createRowWriter(8192),
  block: createRowWriter(1024),
}

const FIELD_COUNTS = { events: columnsOf('events').length, errors: columnsOf('errors').length }

/** The rows of the batch, and the events whose corrected time lies outside the window. */
export function toRows(
  batch: ValidBatch,
  surroundings: Surroundings,
): { rows: IngestBatch; rejected: Rejection[] } {
  for (const writer of Object.values(WRITERS)) writer.length = 0
  const { envelope, views } = batch
  const { siteId, receivedAt, rules } = surroundings
  const offset = clockOffset(envelope.sentAt, receivedAt)
  const inWindow: { event: WireEvent; at: number }[] = []
  const rejected: Rejection[] = []
  for (const { index, event } of batch.events) {
    const at = Math.round(event.at + offset)
    if (isInWindow(at, receivedAt)) inWindow.push({ event, at })
    else
      rejected.push({
        index,
        code: 'clock_out_of_window',
        message: `events[${index}].at is ${at} (epoch ms), its clock corrected`,
      })
  }

  // A clock that is a little ahead is left as it is, so that all of a batch may lie behind the moment it was received.
  const times = inWindow.length === 0 ? [receivedAt] : inWindow.map(({ at }) => at)
  const firstAt = Math.min(...times)
  const lastAt = Math.max(...times)
  const session = sessionContext(batch, surroundings, { offset, firstAt, lastAt })
  const batchBlock = encodeBlock(LAYOUTS.events.batch, [
    siteId,
    session.weight,
    session.bot,
    session.id,
    session.visitorId,
    session.country,
    session.device,
    session.browser,
    session.os,
    session.release,
    session.environment,
  ])
  const viewBlocks = new Map<string | undefined, Buffer>()
  const viewBlock = (id: string | undefined): Buffer => {
    const known = viewBlocks.get(id)
    if (known !== undefined) return known
    const view = id === undefined ? undefined : views.get(id)
    const block = encodeBlock(LAYOUTS.events.view, [
      id ?? null,
      view === undefined ? null : pageOf(view, rules),
      view?.navigation ?? null,
    ])
    viewBlocks.set(id, block)
    return block
  }
  const writeRow = (table: TableName, view: string | undefined, values: FieldValue[]) => {
    const writer = WRITERS[table]
    writeRowStart(writer, FIELD_COUNTS[table])
    writeFields(writer, LAYOUTS[table].own, values)
    writeBlock(writer, viewBlock(view))
    writeBlock(writer, batchBlock)
  }

  const folded = new Map<string, FoldedVitals>()
  for (const { event, at } of inWindow) {
    if (event.t === 'vital' && isFolded(event.name)) fold(folded, { ...event, at }, rules.scrub)
    else if (event.t === 'error') writeRow('errors', event.view, errorValues(event, at, rules.scrub))
    else writeRow('events', event.view, eventValues(event, at, batch, rules.scrub))
  }
  for (const [key, { at, seq, values, detail }] of folded) {
    const [view = '', revision = '0'] = key.split(' ')
    const metrics = VITAL_COLUMNS.map((name) => values.get(name) ?? null)
    writeRow('events', view, [
      at,
      EVENT_KINDS.vital,
      seq,
      Number(revision),
      null,
      null,
      ...metrics,
      null,
      null,
      json(detail),
    ])
  }
  return {
    rows: {
      siteId,
      batchId: envelope.id,
      receivedAt,
      session,
      events: takeBase64(WRITERS.events),
      errors: takeBase64(WRITERS.errors),
    },
    rejected,
  }
}

function isFolded(name: string): boolean {
  return (VITAL_COLUMNS as readonly string[]).includes(name)
}

/** Vitals of one view and one revision are one row; of two for one metric the later in the batch stays. */
function fold(folded: Map<string, FoldedVitals>, event: EventOf<'vital'>, scrub: Scrubber): void {
  const key = `${event.view} ${event.revision ?? 0}`
  const row = folded.get(key) ?? {
    at: event.at,
    seq: event.seq,
    values: new Map<string, number>(),
    detail: {},
  }
  row.values.set(event.name, event.value)
  if (event.attribution !== undefined) row.detail[event.name] = attributionOf(event.attribution, scrub)
  folded.set(key, row)
}

function encodeBlock(columns: Parameters<typeof writeFields>[1], values: FieldValue[]): Buffer {
  writeFields(WRITERS.block, columns, values)
  return takeWritten(WRITERS.block)
}

/** The app's own name of the page, else the site's rules, else what every site does. */
function pageOf({ page, url }: ViewContext, { scrub, page: byRules }: SiteRules): string {
  return scrub.text(page ?? byRules(url))
}
