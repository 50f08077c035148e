/**
 * What a question costs: 30 days of LCP by rollups, asked through GraphQL, against percentile_cont over the raw rows of
 * the same data in the same run; and what GraphQL adds to its own statements. Three sizes show how the cost grows.
 */
import { createContext } from '../api/context.ts'
import { type Database, openDatabase } from '../api/db/database.ts'
import { openControl } from '../api/db/prisma.ts'
import { type Sql, sql } from '../api/db/sql.ts'
import { createGraphql } from '../api/graphql.ts'
import { EVENT_KINDS } from '../api/rows/layout.ts'
import { createDemoSite } from '../api/sites/demo-site.ts'
import { describeMachine, median, quantile, table } from './machine.ts'
import { startBenchServices } from './services.ts'
import { captureStatements } from './statements.ts'
import { fillVitals } from './vital-rows.ts'

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
const NESTED: Question = {
  name: 'three levels, 20 pages × 30 days',
  range: 'P30D',
  fields: `views ${P75} by(dimension: PAGE, top: 20, orderBy: { vital: LCP }) { key segment { views ${P75}
    over(interval: DAY) { start segment { views ${P75} } } } }`,
  raw: sql`SELECT 1`,
}
const FILTERED: Question = {
  name: 'page = X and device = mobile, 30 days',
  range: 'P30D',
  fields: P75,
  raw: raw(30, sql` AND page = '/p/3' AND device = 'MOBILE'`),
}

export async function benchQueries(sizes: readonly number[]): Promise<void> {
  const services = await startBenchServices()
  const db = openDatabase({ url: services.databaseUrl, name: 'bench', connections: 4 })
  const control = openControl(services.databaseUrl)
  try {
    console.log(`\n## Queries\n\n${describeMachine(services.engines)}\n`)
    await createDemoSite(control, 'UTC')
    const graphql = createGraphql((error) => console.error(error))
    const ask = async ({ fields, range }: Question, where = '', on = db): Promise<number> => {
      const query = `{ site(id: "shop") { segment(range: { last: "${range}" }${where}) { ${fields} } } }`
      const caller = { tokenId: 1, name: 'bench', scopes: ['READ' as const], siteIds: null, expiresAt: null }
      const begun = performance.now()
      const { body } = await graphql.executeOperation(
        { query },
        { contextValue: createContext({ caller, control, db: on, now: Date.now() }) },
      )
      const ms = performance.now() - begun
      if (body.kind !== 'single' || body.singleResult.errors !== undefined)
        throw new Error(JSON.stringify(body))
      return ms
    }
    let filled = 0
    const rows: string[][] = []
    for (const size of sizes) {
      await fillVitals(db, filled, size)
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
      rows.push([size.toLocaleString('en'), ...(await overItsSql(db, ask))])
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
    console.log('\nGoals: p75 over 30 days 1,000 × faster than percentile_cont; GraphQL under 2 × its SQL.')
  } finally {
    await Promise.all([db.close(), control.$disconnect()])
    await services.stop()
  }
}

/** Three levels of segments, 20 pages × 30 days: the statements of the question, sent by hand as it sends them. */
async function overItsSql(
  db: Database,
  ask: (question: Question, where: string, on: Database) => Promise<number>,
): Promise<string[]> {
  const { database, waves } = captureStatements(db)
  await ask(NESTED, '', database)
  const byHand = async () => {
    const begun = performance.now()
    for (const wave of waves) await Promise.all(wave.map((statement) => db.query(statement)))
    return performance.now() - begun
  }
  const ours: number[] = []
  const sqls: number[] = []
  await byHand()
  for (let round = 0; round < ROUNDS; round++) {
    sqls.push(await byHand())
    ours.push(await ask(NESTED, '', db))
  }
  const ratio = median(ours) / median(sqls)
  return [
    `${NESTED.name}: GraphQL beside its ${waves.flat().length} statements by hand`,
    median(ours).toFixed(1),
    quantile(ours, 0.95).toFixed(1),
    `${median(sqls).toFixed(0)} (SQL alone)`,
    `${ratio.toFixed(2)} × the SQL`,
  ]
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
