/**
 * What a percentile costs: 30 days of LCP by rollups, asked through GraphQL, against percentile_cont over the raw rows of
 * the same data in the same run. Three sizes show how the cost grows.
 */
import { createContext } from '../api/context.ts'
import { type Database, openDatabase } from '../api/db/database.ts'
import { openControl } from '../api/db/prisma.ts'
import { type Sql, sql } from '../api/db/sql.ts'
import { createGraphql } from '../api/graphql.ts'
import { createRowWriter, takeWritten, writeFields, writeRowStart } from '../api/rows/encode.ts'
import { EVENT_KINDS, columnsOf } from '../api/rows/layout.ts'
import { createDemoSite } from '../api/sites/demo-site.ts'
import { compact } from '../jobs/compaction/compact.ts'
import { createRandom } from '../jobs/demo/random.ts'
import { ROLLUP_COLUMN_NAMES, encodeRollups } from '../jobs/ingest/encode-rollups.ts'
import { type SampleContext, createRollupDeltas } from '../jobs/ingest/rollup-deltas.ts'
import { describeMachine, median, quantile, table } from './machine.ts'
import { startBenchServices } from './services.ts'

const DAYS = 30
const DAY_MS = 86_400_000
const ROUNDS = 7
/** percentile_cont takes minutes at the largest size. */
const RAW_ROUNDS = 2

type Question = { name: string; fields: string; range: string; raw: Sql }

const from = (days: number) => sql`now() - make_interval(days => ${days}::integer)`
const raw = (days: number, where = sql``, by = sql``, and = sql``) => sql`/* bench.percentileCont */
SELECT ${by}percentile_cont(0.75) WITHIN GROUP (ORDER BY lcp) AS p75
FROM rum.events
WHERE site_id = 1 AND kind = ${EVENT_KINDS.vital} AND time >= ${from(days)} AND lcp IS NOT NULL${where}${and}`

const P75 = 'vital(metric: LCP) { percentile(q: 0.75) { value low high } }'
const QUESTIONS: Question[] = [
  { name: 'p75, 30 days', range: 'P30D', fields: P75, raw: raw(30) },
  {
    name: 'p50, p75, p95, p99, 30 days',
    range: 'P30D',
    fields: 'vital(metric: LCP) { percentiles(q: [0.5, 0.75, 0.95, 0.99]) { value } }',
    raw: raw(30),
  },
  {
    name: 'top 20 pages by p75, 7 days',
    range: 'P7D',
    fields: `by(dimension: PAGE, top: 20, orderBy: { vital: LCP }) { key segment { ${P75} } }`,
    raw: raw(7, sql``, sql`page, `, sql` GROUP BY page ORDER BY p75 DESC LIMIT 20`),
  },
  {
    name: 'daily series, 30 days',
    range: 'P30D',
    fields: `over(interval: DAY) { segment { ${P75} } }`,
    raw: raw(30, sql``, sql`date_trunc('day', time) AS day, `, sql` GROUP BY 1`),
  },
  {
    name: 'hourly series, 30 days',
    range: 'P30D',
    fields: `over(interval: HOUR) { segment { ${P75} } }`,
    raw: raw(30, sql``, sql`date_trunc('hour', time) AS hour, `, sql` GROUP BY 1`),
  },
]
const FILTERED: Question = {
  name: 'page = X and device = mobile, 30 days',
  range: 'P30D',
  fields: P75,
  raw: raw(30, sql` AND page = '/p/3' AND device = 'MOBILE'`),
}

export async function benchPercentiles(sizes: readonly number[]): Promise<void> {
  const services = await startBenchServices()
  const db = openDatabase({ url: services.databaseUrl, name: 'bench', connections: 4 })
  const control = openControl(services.databaseUrl)
  try {
    console.log(`\n## Percentiles\n\n${describeMachine(services.engines)}\n`)
    await createDemoSite(control, 'UTC')
    const graphql = createGraphql((error) => console.error(error))
    const ask = async ({ fields, range }: Question, where = ''): Promise<number> => {
      const query = `{ site(id: "shop") { segment(range: { last: "${range}" }${where}) { ${fields} } } }`
      const caller = { tokenId: 1, name: 'bench', scopes: ['READ' as const], siteIds: null, expiresAt: null }
      const begun = performance.now()
      const { body } = await graphql.executeOperation(
        { query },
        { contextValue: createContext({ caller, control, db, now: Date.now() }) },
      )
      const ms = performance.now() - begun
      if (body.kind !== 'single' || body.singleResult.errors !== undefined)
        throw new Error(JSON.stringify(body))
      return ms
    }
    let filled = 0
    const rows: string[][] = []
    for (const size of sizes) {
      await fill(db, filled, size)
      filled = size
      await db.query(
        sql`/* bench.vacuum */ VACUUM (ANALYZE) rum.events, rum.rollup_hour, rum.rollup_day, rum.rollup_delta`,
      )
      for (const question of [...QUESTIONS, FILTERED]) {
        const where = question === FILTERED ? ', where: { page: { eq: "/p/3" }, device: { eq: MOBILE } }' : ''
        await ask(question, where)
        const ours: number[] = []
        const theirs: number[] = []
        for (let round = 0; round < ROUNDS; round++) {
          ours.push(await ask(question, where))
          if (round < RAW_ROUNDS) theirs.push(await timed(db, question.raw))
        }
        const ratio = median(theirs) / median(ours)
        rows.push([
          size.toLocaleString('en'),
          question.name,
          median(ours).toFixed(1),
          quantile(ours, 0.95).toFixed(1),
          median(theirs).toFixed(0),
          `${Math.round(ratio).toLocaleString('en')} ×`,
        ])
      }
      const [disk] = await db.query<{ rollups: number; raw: number }>(DISK)
      if (disk !== undefined) {
        rows.push([
          size.toLocaleString('en'),
          'on disk, MB: rollups / raw',
          (disk.rollups / 1e6).toFixed(0),
          '',
          (disk.raw / 1e6).toFixed(0),
          `${((100 * disk.rollups) / disk.raw).toFixed(1)} %`,
        ])
      }
    }
    console.log(
      table(['values', 'question', 'GraphQL p50, ms', 'p95, ms', 'percentile_cont, ms', 'ratio'], rows),
    )
    console.log('\nFirst goal: p75 over 30 days at least 1,000 × faster than percentile_cont.')
  } finally {
    await Promise.all([db.close(), control.$disconnect()])
    await services.stop()
  }
}

const DISK = sql`/* bench.disk */
SELECT
  pg_total_relation_size('rum.rollup_day') + pg_total_relation_size('rum.rollup_hour') + pg_total_relation_size('rum.rollup_delta') AS rollups,
  hypertable_size('rum.events') AS raw`

async function timed(db: Database, statement: Sql): Promise<number> {
  const begun = performance.now()
  await db.query(statement)
  return performance.now() - begun
}

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

/** Adds rows up to `size`: 200 pages by Zipf's law, 60 countries, 3 devices, 5 browsers, a release every 3 days. */
async function fill(db: Database, already: number, size: number): Promise<void> {
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
