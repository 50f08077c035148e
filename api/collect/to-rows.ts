/**
 * A valid batch becomes rows: clock corrected, text scrubbed, vitals of one report folded into one row, everything
 * encoded for COPY. What comes out is what the queue holds, so nothing that must not be stored gets past this file.
 */
import type { ViewContext, WireEvent } from '../../sdk/wire/batch.generated.ts'
import { LIMITS } from '../../sdk/wire/limits.ts'
import { pageTemplate } from '../../sdk/wire/page-template.ts'
import { scrubText, scrubUrl } from '../../sdk/wire/scrub.ts'
import { fingerprint } from '../errors/fingerprint.ts'
import type { IngestBatch, SessionContext } from '../queue/ingest-job.ts'
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
import type { Agent, Place } from './enrich.ts'
import type { Rejection } from './problems.ts'
import { scrubAttributes, scrubDeep } from './scrub-values.ts'
import { openingView, trafficSource } from './traffic-source.ts'
import type { ValidBatch } from './validate.ts'

export type Surroundings = { siteId: number; receivedAt: number; place: Place; agent: Agent }

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
  const { siteId, receivedAt } = surroundings
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

  const firstAt = inWindow.reduce((first, { at }) => Math.min(first, at), receivedAt)
  const session = sessionContext(batch, surroundings, offset, firstAt)
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
      view === undefined ? null : pageOf(view),
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
    if (event.t === 'vital' && isFolded(event.name)) fold(folded, event, at)
    else if (event.t === 'error') writeRow('errors', event.view, errorValues(event, at))
    else writeRow('events', event.view, eventValues(event, at, views, envelope))
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

function sessionContext(
  batch: ValidBatch,
  surroundings: Surroundings,
  offset: number,
  firstAt: number,
): SessionContext {
  const { session, context = {} } = batch.envelope
  const { place, agent } = surroundings
  const opening = openingView(batch.views.values())
  const source = trafficSource(opening)
  const startedAt = Math.round(session.startedAt + offset)
  const earliest = firstAt - LIMITS.pastMs
  return {
    id: session.id,
    visitorId: session.visitor ?? session.id,
    startedAt: Math.min(firstAt, Math.max(startedAt, earliest)),
    contextAt: firstAt,
    weight: session.sampled === 'error' ? 0 : Math.fround(1 / (session.rate ?? 1)),
    bot: agent.bot || context.webdriver === true,
    revised: batch.events.some(({ event }) => event.t === 'vital' && (event.revision ?? 0) > 0),
    country: place.country,
    region: place.region,
    city: place.city,
    device: agent.device,
    browser: agent.browser,
    browserVersion: agent.browserVersion,
    os: agent.os,
    language: text(context.language),
    connection: text(context.connection),
    release: text(context.release),
    environment: text(context.environment),
    ...source,
    flags: flagExposures(batch, offset, firstAt),
    attributes: { ...scrubAttributes(context.user), ...scrubAttributes(context.attributes) },
  }
}

/** The first variant of each flag: those in force for the batch count from its first event. */
function flagExposures(batch: ValidBatch, offset: number, firstAt: number): SessionContext['flags'] {
  const seen = [
    ...Object.entries(batch.envelope.context?.flags ?? {}).map(([key, variant]) => ({
      key: scrubText(key),
      variant: scrubText(variant),
      at: firstAt,
    })),
    ...batch.events.flatMap(({ event }) =>
      event.t === 'flag'
        ? [
            {
              key: scrubText(event.key),
              variant: scrubText(event.variant),
              at: Math.round(event.at + offset),
            },
          ]
        : [],
    ),
  ].sort((a, b) => a.at - b.at || (a.variant < b.variant ? -1 : 1))
  const exposures = new Map<string, { variant: string; at: number; mixed: boolean }>()
  for (const { key, variant, at } of seen) {
    const first = exposures.get(key)
    if (first === undefined) exposures.set(key, { variant, at, mixed: false })
    else if (first.variant !== variant) first.mixed = true
  }
  return Object.fromEntries(exposures)
}

type EventOf<T extends WireEvent['t']> = Extract<WireEvent, { t: T }>

function isFolded(name: string): boolean {
  return (VITAL_COLUMNS as readonly string[]).includes(name)
}

/** Vitals of one view and one revision are one row; of two for one metric the later in the batch stays. */
function fold(folded: Map<string, FoldedVitals>, event: EventOf<'vital'>, at: number): void {
  const key = `${event.view} ${event.revision ?? 0}`
  const row = folded.get(key) ?? { at, seq: event.seq, values: new Map<string, number>(), detail: {} }
  row.values.set(event.name, event.value)
  if (event.attribution !== undefined) row.detail[event.name] = scrubDeep(event.attribution)
  folded.set(key, row)
}

/** The own columns of `rum.events`, in the order of the layout. */
function eventValues(
  event: Exclude<WireEvent, { t: 'error' }>,
  at: number,
  views: Map<string, ViewContext>,
  { context, sdk }: ValidBatch['envelope'],
): FieldValue[] {
  const row = (columns: Columns): FieldValue[] => [
    at,
    EVENT_KINDS[event.t],
    event.seq,
    columns.revision ?? null,
    columns.value ?? null,
    columns.duration ?? null,
    null,
    null,
    null,
    null,
    null,
    columns.name === undefined ? null : scrubText(columns.name),
    columns.outcome === undefined ? null : scrubText(columns.outcome),
    json(columns.detail ?? {}),
  ]
  switch (event.t) {
    case 'view': {
      const view = views.get(event.view)
      const { viewport, deviceMemory } = context ?? {}
      const about = {
        url: view && scrubUrl(view.url),
        title: text(view?.title),
        referrer: view?.referrer && scrubUrl(view.referrer),
      }
      const detail = {
        ...about,
        timing: event.timing,
        supported: event.supported,
        viewport,
        deviceMemory,
        sdk: text(sdk),
      }
      return row({ duration: event.timing?.load, detail })
    }
    case 'vital':
      return row({
        revision: event.revision ?? 0,
        value: event.value,
        name: event.name,
        detail: { [event.name]: scrubDeep(event.attribution) },
      })
    case 'request': {
      const { method, url, status, duration, timing, size, traceId, spanId, failed } = event
      const name = `${method.toUpperCase()} ${endpointOf(url)}`
      return row({
        value: status,
        duration,
        name,
        outcome: failed,
        detail: { url: scrubUrl(url), timing, size, traceId, spanId },
      })
    }
    case 'resource': {
      const { url, initiator, duration, size, blocking, thirdParty, failed } = event
      const detail = { url: scrubUrl(url), initiator: text(initiator), blocking, thirdParty }
      return row({
        value: size,
        duration,
        name: hostOf(url),
        outcome: failed === true ? 'failed' : undefined,
        detail,
      })
    }
    case 'action':
      return row({
        value: event.value,
        name: event.kind,
        detail: { target: text(event.target), label: text(event.name) },
      })
    case 'flag':
      return row({ name: event.key, outcome: event.variant, detail: { reason: text(event.reason) } })
    case 'longtask': {
      const { duration, blocking, script, thirdParty } = event
      return row({
        value: blocking,
        duration,
        detail: { script: script === undefined ? undefined : scrubUrl(script), thirdParty },
      })
    }
    case 'custom':
      return row({
        value: event.value,
        name: event.name,
        detail: { attributes: scrubAttributes(event.attributes) },
      })
    case 'txn':
      return row({ duration: event.duration, name: event.name, outcome: event.outcome })
    case 'app':
      return row({
        value: event.value,
        name: event.kind,
        detail: { message: text(event.message), stack: text(event.stack) },
      })
    case 'consent':
      return row({ outcome: event.state, detail: { scope: scrubDeep(event.scope) } })
  }
}

type Columns = {
  revision?: number | undefined
  value?: number | undefined
  duration?: number | undefined
  name?: string | undefined
  outcome?: string | undefined
  detail?: Record<string, unknown>
}

/** The own columns of `rum.errors`, in the order of the layout. */
function errorValues(event: EventOf<'error'>, at: number): FieldValue[] {
  const detail = {
    breadcrumbs: scrubDeep(event.breadcrumbs),
    attributes: event.attributes && scrubAttributes(event.attributes),
  }
  return [
    at,
    event.seq,
    event.handled ?? false,
    event.source,
    fingerprint(event),
    text(event.type),
    scrubText(event.message),
    text(event.stack),
    json(detail),
  ]
}

function encodeBlock(columns: Parameters<typeof writeFields>[1], values: FieldValue[]): Buffer {
  writeFields(WRITERS.block, columns, values)
  return takeWritten(WRITERS.block)
}

function pageOf(view: ViewContext): string {
  return scrubText(view.page ?? pageTemplate(view.url))
}

/** Host and path template of a request: `api.shop.example/orders/:id`; a relative URL has no host. */
function endpointOf(url: string): string {
  return scrubText(`${hostOf(url) ?? ''}${pageTemplate(url)}`).slice(0, LIMITS.nameLength)
}

function hostOf(url: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1]?.toLowerCase()
}

/** Scrubbed text; null where there is none. */
function text(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : scrubText(value)
}

/** The detail as JSON without what is absent; null where nothing is left. */
function json(detail: Record<string, unknown>): string | null {
  const kept: Record<string, unknown> = {}
  let isEmpty = true
  for (const name in detail) {
    const value = detail[name]
    if (value === undefined || value === null) continue
    kept[name] = value
    isEmpty = false
  }
  return isEmpty ? null : JSON.stringify(kept)
}
