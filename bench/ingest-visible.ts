/** How long after its 202 a batch can be asked for, with 80 % of the load that is just borne. */
import { Agent } from 'node:http'
import { type Database, openDatabase } from '../api/db/database.ts'
import { openControl } from '../api/db/prisma.ts'
import { sql } from '../api/db/sql.ts'
import { demoWriteKey } from '../api/sites/demo-site.ts'
import { type Backend, EVENTS_PER_BATCH, batchesOf, post, startIngest } from './ingest-load.ts'
import { quantile, table } from './machine.ts'
import type { BenchServices } from './services.ts'

const SHARE = 0.8
const SECONDS = 10
const LOOK_MS = 20

type Rate = { backend: Backend; eventsPerSecond: number }

export async function benchVisible(services: BenchServices, rates: readonly Rate[]): Promise<void> {
  const rows: string[][] = []
  for (const rate of rates) {
    const ages = await agesOf(services, rate)
    const ms = (q: number) => `${Math.round(quantile(ages, q)).toLocaleString('en')} ms`
    rows.push([
      rate.backend,
      Math.round(rate.eventsPerSecond * SHARE).toLocaleString('en'),
      ms(0.5),
      ms(0.99),
      String(ages.length),
    ])
  }
  console.log(`\n### From accepted to visible\n`)
  console.log(table(['queue', 'events/s sent', 'p50', 'p99', 'batches'], rows))
}

/** Sends at the rate, whatever the answers take, and looks which batches are committed; ms from each 202 on. */
async function agesOf(services: BenchServices, { backend, eventsPerSecond }: Rate): Promise<number[]> {
  const control = openControl(services.databaseUrl)
  const db = openDatabase({ url: services.databaseUrl, name: 'bench', connections: 2 })
  const processes = await startIngest(services, backend)
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const waiting = new Map<string, number>()
  const ages: number[] = []
  try {
    const perSecond = Math.max(1, (eventsPerSecond * SHARE) / EVENTS_PER_BATCH)
    const key = (await demoWriteKey(control)) ?? ''
    const batches = batchesOf(key, perSecond * SECONDS * EVENTS_PER_BATCH)
    const begun = performance.now()
    const sending = Promise.all(
      batches.map(async (batch, i) => {
        await new Promise((resolve) => setTimeout(resolve, (i * 1000) / perSecond))
        await post(agent, Buffer.from(JSON.stringify(batch)))
        waiting.set(batch.id, performance.now())
      }),
    )
    while (ages.length < batches.length && performance.now() - begun < 10 * SECONDS * 1000) {
      for (const id of await storedOf(db, [...waiting.keys()])) {
        ages.push(performance.now() - (waiting.get(id) ?? NaN))
        waiting.delete(id)
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
    await sending
  } finally {
    agent.destroy()
    await processes.stop()
    await Promise.all([db.close(), control.$disconnect()])
  }
  return ages
}

/** What is committed here is in the answers: they read the same tables. */
async function storedOf(db: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ batch_id: string }>(sql`/* bench.visible */
SELECT batch_id
FROM rum.ingest_batch
WHERE batch_id = ANY (${ids}::uuid[])`)
  return rows.map(({ batch_id }) => batch_id)
}
