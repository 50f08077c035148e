/**
 * What the whole way costs: HTTP → collector → queue → job → committed, with dedupe, sessions and rollups, in batches of
 * 50 events, the load generator on the same machine; against COPY BINARY of the same rows by one writer into a table
 * like it. Rounds are interleaved, the ratio is taken within a round.
 */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { createEnricher } from '../api/collect/enrich.ts'
import { compileRules } from '../api/collect/site-rules.ts'
import { toRows } from '../api/collect/to-rows.ts'
import { validateBatch } from '../api/collect/validate.ts'
import { type Database, openDatabase } from '../api/db/database.ts'
import { openControl } from '../api/db/prisma.ts'
import { sql } from '../api/db/sql.ts'
import { childEnvironment } from '../api/env.ts'
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
import { startProcesses } from '../docker/processes.ts'
import { demoHistory } from '../jobs/demo/history.ts'
import type { Batch } from '../sdk/wire/batch.generated.ts'
import { cpuOf, ownCpu } from './cpu.ts'
import { describeMachine, median, table } from './machine.ts'
import { type BenchServices, startBenchServices } from './services.ts'

const EVENTS_PER_BATCH = 50
const CONNECTIONS = 32
const ROUNDS = 3
const WARM_UP_EVENTS = 50_000
const PORT = 4466
/** Rows of one COPY: more gains nothing. */
const COPY_ROWS = 10_000

type Measured = { wallMs: number; cpuMs: number; parts: number[] }

export async function benchIngest(sizes: readonly number[]): Promise<void> {
  const services = await startBenchServices()
  try {
    console.log(`\n## Ingest\n\n${describeMachine(services.engines)}\n`)
    const rows: string[][] = []
    for (const backend of ['redis', 'postgres'] as const) {
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
  } finally {
    await services.stop()
  }
}

async function measure(
  services: BenchServices,
  backend: 'redis' | 'postgres',
  events: number,
): Promise<string[]> {
  const control = openControl(services.databaseUrl)
  const db = openDatabase({ url: services.databaseUrl, name: 'bench', connections: 2 })
  await createDemoSite(control, 'UTC')
  const key = (await demoWriteKey(control)) ?? ''
  const processes = await startProcesses(['api', 'jobs'], {
    environment: childEnvironment({
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: backend === 'redis' ? services.redisUrl : '',
      PORT: String(PORT),
      LOG_LEVEL: 'error',
      // One key stands for all of a day's visitors.
      RATE_KEY: '1000000/1000000',
      QUEUE_MAX_MIB: '65536',
    }),
    onRestart: (name, reason) => console.error(`${name} ended: ${reason}`),
    onGivenUp: () => process.exit(1),
  })
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

/** Batches of 50 events with the mix of the demo's visits, each with an id of its own, all of now. */
function batchesOf(key: string, events: number): Batch[] {
  const now = Date.now()
  const batches: Batch[] = []
  const days = 6
  let pool: Batch[] = []
  for (let i = 0; batches.length * EVENTS_PER_BATCH < events; i++) {
    if (pool.length === 0)
      pool = [
        ...demoHistory({ key, origin: 'https://shop.example', now, seed: i, days, sessionsPerDay: 200 }),
      ].map(({ batch }) => batch)
    const batch = pool.pop()
    if (batch !== undefined) batches.push(refill(batch, now))
  }
  return batches
}

/** The visit as if it happened now, its events repeated in views of their own until there are 50. */
function refill(batch: Batch, now: number): Batch {
  const views: Batch['views'] = {}
  const events: Batch['events'] = []
  const shift = now - batch.sentAt
  while (events.length < EVENTS_PER_BATCH) {
    const names = new Map(Object.keys(batch.views ?? {}).map((id) => [id, randomUUID()]))
    for (const [id, view] of Object.entries(batch.views ?? {})) {
      views[names.get(id) ?? id] = { ...view, startedAt: view.startedAt + shift }
    }
    for (const event of batch.events) {
      const view = names.get(event.view ?? '')
      if (view !== undefined) events.push({ ...event, view, at: event.at + shift })
    }
  }
  const session = { ...batch.session, id: randomUUID(), startedAt: batch.session.startedAt + shift }
  return {
    ...batch,
    id: randomUUID(),
    sentAt: now,
    session,
    views,
    events: events.slice(0, EVENTS_PER_BATCH),
  }
}

/** Sends all batches and waits until the last is committed. */
async function send(db: Database, batches: readonly Batch[]): Promise<Measured> {
  const bodies = batches.map((batch) => Buffer.from(JSON.stringify(batch)))
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const stored = await storedBatches(db)
  const before = { at: performance.now(), parts: cpuParts() }
  let next = 0
  const sendOne = async (): Promise<void> => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) await post(agent, body)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, sendOne))
  while ((await storedBatches(db)) < stored + batches.length)
    await new Promise((resolve) => setTimeout(resolve, 20))
  const measured = since(before)
  agent.destroy()
  return measured
}

/** CPU so far of the load generator, the collector, the jobs, PostgreSQL and Redis, ms. */
function cpuParts(): number[] {
  return [
    ownCpu(),
    ...[/api\/main\.(js|ts)/, /jobs\/main\.(js|ts)/, /postgres .*-D/, /redis-server .*:/].map((command) =>
      cpuOf(command),
    ),
  ]
}

const PARTS = ['load', 'api', 'jobs', 'postgres', 'redis']

function since(before: { at: number; parts: number[] }): Measured {
  const parts = cpuParts().map((cpu, i) => cpu - (before.parts[i] ?? 0))
  return { wallMs: performance.now() - before.at, cpuMs: parts.reduce((sum, part) => sum + part, 0), parts }
}

function post(agent: Agent, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'text/plain',
      'content-length': body.length,
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36',
    }
    const outgoing = request(
      { agent, host: '127.0.0.1', port: PORT, path: '/v1/events', method: 'POST', headers },
      (response) => {
        response.resume()
        response.once('end', () =>
          response.statusCode === 202
            ? resolve()
            : reject(new Error(`the collector answered ${response.statusCode}`)),
        )
      },
    )
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

async function storedBatches(db: Database): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    sql`/* bench.storedBatches */ SELECT count(*) AS count FROM rum.ingest_batch`,
  )
  return row?.count ?? 0
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
