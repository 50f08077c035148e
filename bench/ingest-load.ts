/** The load of `bench -- ingest`: batches, how they are sent, the processes that take them, and what those cost. */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { Database } from '../api/db/database.ts'
import { sql } from '../api/db/sql.ts'
import { childEnvironment } from '../api/env.ts'
import { startProcesses } from '../docker/processes.ts'
import { demoHistory } from '../jobs/demo/history.ts'
import type { Batch } from '../sdk/wire/batch.generated.ts'
import { cpuOf, ownCpu } from './cpu.ts'
import type { BenchServices } from './services.ts'

export type Backend = 'redis' | 'postgres'
export type Measured = { wallMs: number; cpuMs: number; parts: number[] }

export const EVENTS_PER_BATCH = 50
const CONNECTIONS = 32
const PORT = 4466

/** The collector and one process of jobs. */
export function startIngest(services: BenchServices, backend: Backend): ReturnType<typeof startProcesses> {
  return startProcesses(['api', 'jobs'], {
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
}

/** Batches of 50 events with the mix of the demo's visits, each with an id of its own, all of now. */
export function batchesOf(key: string, events: number): Batch[] {
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
export async function send(db: Database, batches: readonly Batch[]): Promise<Measured> {
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
export function cpuParts(): number[] {
  return [
    ownCpu(),
    ...[/api\/main\.(js|ts)/, /jobs\/main\.(js|ts)/, /postgres .*-D/, /redis-server .*:/].map((command) =>
      cpuOf(command),
    ),
  ]
}

export const PARTS = ['load', 'api', 'jobs', 'postgres', 'redis']

export function since(before: { at: number; parts: number[] }): Measured {
  const parts = cpuParts().map((cpu, i) => cpu - (before.parts[i] ?? 0))
  return { wallMs: performance.now() - before.at, cpuMs: parts.reduce((sum, part) => sum + part, 0), parts }
}

export function post(agent: Agent, body: Buffer): Promise<void> {
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
