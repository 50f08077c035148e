/**
 * Thirty days of LCP in rum.events with the rollups that ingest and compaction would have made of them: 200 pages by
 * Zipf's law, 60 countries, 3 devices, 5 browsers, a release every 3 days.
 */
import type { Database } from '../api/db/database.ts'
import { createRowWriter, takeWritten, writeFields, writeRowStart } from '../api/rows/encode.ts'
import { EVENT_KINDS, columnsOf } from '../api/rows/layout.ts'
import { compact } from '../jobs/compaction/compact.ts'
import { createRandom } from '../jobs/demo/random.ts'
import { ROLLUP_COLUMN_NAMES, encodeRollups } from '../jobs/ingest/encode-rollups.ts'
import { type SampleContext, createRollupDeltas } from '../jobs/ingest/rollup-deltas.ts'

const DAYS = 30
const DAY_MS = 86_400_000

const COUNTRIES = Array.from({ length: 60 }, (_, i) => [`C${i}`, 60 / (i + 1)] as const)
const DEVICES = [
  ['MOBILE', 55],
  ['DESKTOP', 40],
  ['TABLET', 5],
] as const
const BROWSERS = [
  ['Chrome', 60],
  ['Safari', 22],
  ['Edge', 8],
  ['Firefox', 6],
  ['Samsung Browser', 4],
] as const
const PAGES = Array.from({ length: 200 }, (_, i) => [`/p/${i}`, 200 / (i + 1)] as const)
const CHUNK = 20_000

/** Adds rows up to `size`, where `already` are there. */
export async function fillVitals(db: Database, already: number, size: number): Promise<void> {
  const random = createRandom(size)
  const now = Date.now()
  const columns = columnsOf('events')
  const names = columns.map(({ name }) => name)
  const contexts = new Map<string, SampleContext>()
  for (let done = already; done < size; done += CHUNK) {
    const writer = createRowWriter(CHUNK * 256)
    const deltas = createRollupDeltas()
    // A flush holds what came within seconds, so its rows are of one hour.
    const around = now - ((done - already) / (size - already)) * DAYS * DAY_MS
    for (let i = 0; i < CHUNK; i++) {
      const time = Math.floor(around - random.next() * 60_000)
      const context = contextOf(
        contexts,
        random.pick(PAGES),
        random.pick(COUNTRIES),
        random.pick(DEVICES),
        random.pick(BROWSERS),
        Math.floor((now - time) / (3 * DAY_MS)),
      )
      const lcp = random.logNormal(1850, 0.65)
      const id = random.uuid(time)
      writeRowStart(writer, columns.length)
      writeFields(writer, columns, [
        time,
        EVENT_KINDS.vital,
        1,
        0,
        null,
        null,
        lcp,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        id,
        context.page,
        context.navigation,
        context.siteId,
        1,
        false,
        id,
        id,
        context.country,
        context.device,
        context.browser,
        context.os,
        context.release,
        context.environment,
      ])
      deltas.vital(context, time, 'LCP', lcp)
    }
    const events = takeWritten(writer)
    await db.transaction(async (transaction) => {
      await transaction.copy('rum.events', names, [events])
      await transaction.copy('rum.rollup_delta', ROLLUP_COLUMN_NAMES, [encodeRollups(deltas.rows())])
    })
    if (done % (CHUNK * 10) === 0) await compact(db)
    process.stderr.write(`\r  filling ${(done + CHUNK).toLocaleString('en')} of ${size.toLocaleString('en')}`)
  }
  process.stderr.write('\n')
  await compact(db)
}

/** One object a context, so that its rollup groups are looked up once. */
function contextOf(
  known: Map<string, SampleContext>,
  page: string,
  country: string,
  device: string,
  browser: string,
  age: number,
): SampleContext {
  const key = `${page} ${country} ${device} ${browser} ${age}`
  const context = known.get(key) ?? {
    siteId: 1,
    weight: 1,
    bot: false,
    page,
    navigation: 'navigate',
    country,
    device,
    browser,
    os: 'Linux',
    release: `web@1.${30 - age}.0`,
    environment: 'production',
  }
  known.set(key, context)
  return context
}
