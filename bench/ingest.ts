/**
 * What the whole way costs: HTTP → collector → queue → job → committed, with dedupe, sessions and rollups, in batches of
 * 50 events, the load generator on the same machine; against COPY BINARY of the same rows by one writer into a table
 * like it. Rounds are interleaved, the ratio is taken within a round.
 */
import { createEnricher } from '../api/collect/enrich.ts'
import { compileRules } from '../api/collect/site-rules.ts'
import { toRows } from '../api/collect/to-rows.ts'
import { validateBatch } from '../api/collect/validate.ts'
import { type Database, openDatabase } from '../api/db/database.ts'
import { openControl } from '../api/db/prisma.ts'
import { sql } from '../api/db/sql.ts'
import { decodeRow, readRows } from '../api/rows/decode.ts'
import {
  type FieldValue,
  createRowWriter,
  takeWritten,
  writeFields,
  writeRowStart,
} from '../api/rows/encode.ts'
import { columnsOf } from '../api/rows/layout.ts'
import { parseSettings } from '../api/sites/settings.ts'
import { createDemoSite, demoWriteKey } from '../api/sites/demo-site.ts'
import type { Batch } from '../sdk/wire/batch.generated.ts'
import {
  type Backend,
  type Measured,
  PARTS,
  batchesOf,
  cpuParts,
  send,
  since,
  startIngest,
} from './ingest-load.ts'
import { benchVisible } from './ingest-visible.ts'
import { benchWorkers } from './ingest-workers.ts'
import { describeMachine, median, table } from './machine.ts'
import { type BenchServices, startBenchServices } from './services.ts'

const ROUNDS = 3
const WARM_UP_EVENTS = 50_000
const BACKENDS: readonly Backend[] = ['redis', 'postgres']
/** Rows of one COPY: more gains nothing. */
const COPY_ROWS = 10_000

export async function benchIngest(sizes: readonly number[]): Promise<void> {
  const services = await startBenchServices()
  try {
    console.log(`\n## Ingest\n\n${describeMachine(services.engines)}\n`)
    const rows: string[][] = []
    for (const backend of BACKENDS) {
      for (const size of sizes) rows.push(await measure(services, backend, size))
    }
    console.log(
      table(
        [
          'queue',
          'events',
          'full path, events/s',
          'raw COPY, events/s',
          'ratio by wall',
          'ratio by CPU',
          'µs CPU an event, full / raw',
        ],
        rows,
      ),
    )
    console.log(
      `\nMedians of ${ROUNDS} interleaved rounds. Reach: 0.35 by wall clock (first goal), 0.45 by wall and 0.35 by CPU (quality).`,
    )
    const rates = BACKENDS.map((backend) => {
      const [, , rate = '0'] = rows.findLast(([queue]) => queue === backend) ?? []
      return { backend, eventsPerSecond: Number(rate.replaceAll(',', '')) }
    })
    const [redis, postgres] = rates
    if (redis !== undefined && postgres !== undefined)
      console.log(
        `The queue in PostgreSQL over that in Redis: ${(postgres.eventsPerSecond / redis.eventsPerSecond).toFixed(2)}. Reach: 0.70.`,
      )
    await benchVisible(services, rates)
    await benchWorkers(services, sizes[0] ?? 20_000)
  } finally {
    await services.stop()
  }
}

async function measure(services: BenchServices, backend: Backend, events: number): Promise<string[]> {
  const control = openControl(services.databaseUrl)
  const db = openDatabase({ url: services.databaseUrl, name: 'bench', connections: 2 })
  await createDemoSite(control, 'UTC')
  const key = (await demoWriteKey(control)) ?? ''
  const processes = await startIngest(services, backend)
  const full: Measured[] = []
  const raw: Measured[] = []
  try {
    // The first events of a process are interpreted, not compiled: they say nothing of those after.
    await send(db, batchesOf(key, WARM_UP_EVENTS))
    for (let round = 0; round < ROUNDS; round++) {
      const batches = batchesOf(key, events)
      const before = await copyRaw(db, batches)
      full.push(await send(db, batches))
      const after = await copyRaw(db, batches)
      raw.push({
        wallMs: (before.wallMs + after.wallMs) / 2,
        cpuMs: (before.cpuMs + after.cpuMs) / 2,
        parts: [],
      })
    }
  } finally {
    await processes.stop()
    await Promise.all([db.close(), control.$disconnect()])
  }
  const ratio = (of: (measured: Measured) => number) =>
    median(full.map((measured, i) => of(raw[i] ?? measured) / of(measured)))
  const perSecond = (measured: Measured[]) =>
    Math.round(events / (median(measured.map(({ wallMs }) => wallMs)) / 1000)).toLocaleString('en')
  const perEvent = (measured: Measured[]) =>
    ((median(measured.map(({ cpuMs }) => cpuMs)) * 1000) / events).toFixed(1)
  return [
    backend,
    events.toLocaleString('en'),
    perSecond(full),
    perSecond(raw),
    ratio(({ wallMs }) => wallMs).toFixed(2),
    ratio(({ cpuMs }) => cpuMs).toFixed(2),
    `${perEvent(full)} / ${perEvent(raw)}`,
    PARTS.map(
      (part, i) => `${part} ${((median(full.map(({ parts }) => parts[i] ?? 0)) * 1000) / events).toFixed(1)}`,
    ).join(', '),
  ]
}

/** The same rows by COPY BINARY into a hypertable with the same indexes, by one writer, encoding included. */
async function copyRaw(db: Database, batches: readonly Batch[]): Promise<Measured> {
  await db.query(sql`/* bench.dropRaw */ DROP TABLE IF EXISTS raw_events`)
  await db.query(sql`/* bench.createRaw */ CREATE TABLE raw_events (LIKE rum.events)`)
  await db.query(sql`/* bench.rawHypertable */ SELECT rum.make_hypertable('raw_events')`)
  await db.query(sql`/* bench.rawIndex */ CREATE INDEX ON raw_events (site_id, kind, time DESC)`)
  await db.query(sql`/* bench.rawSessionIndex */ CREATE INDEX ON raw_events (session_id)`)
  const rows = await plainRows(batches)
  const columns = columnsOf('events')
  const names = columns.map(({ name }) => name)
  const before = { at: performance.now(), parts: cpuParts() }
  for (let i = 0; i < rows.length; i += COPY_ROWS) {
    const writer = createRowWriter(COPY_ROWS * 400)
    for (const row of rows.slice(i, i + COPY_ROWS)) {
      writeRowStart(writer, columns.length)
      writeFields(writer, columns, row)
    }
    const encoded = takeWritten(writer)
    await db.transaction((transaction) => transaction.copy('raw_events', names, [encoded]))
  }
  return since(before)
}

/** The rows that the batches become, as plain values: encoding them is part of a COPY. */
async function plainRows(batches: readonly Batch[]): Promise<FieldValue[][]> {
  const enricher = await createEnricher(null)
  const edgePlace = { country: 'DE', region: null, city: null }
  const hints = { mobileHint: null, platformHint: null, brandsHint: null }
  const facts = { ip: '', userAgent: '', edgePlace, ...hints, gpc: false }
  const rules = compileRules(parseSettings({}))
  return batches.flatMap((batch) => {
    const valid = validateBatch(batch)
    if ('status' in valid) throw new Error(valid.detail)
    const surroundings = {
      siteId: 1,
      receivedAt: batch.sentAt,
      visitorId: batch.session.visitor ?? batch.session.id,
      userAgent: '',
      rules,
      place: enricher.place(facts),
      agent: enricher.agent(facts),
    }
    const encoded = Buffer.from(toRows(valid, surroundings).rows.events, 'base64')
    return Array.from(readRows(encoded, 'events'), (row) => Object.values(decodeRow(row, 'events')))
  })
}
