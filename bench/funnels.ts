/**
 * What journeys cost: a funnel of four steps and weekly retention, asked through GraphQL, against the SQL that one would
 * write without an engine, over the same rows in the same run. Three sizes show how the cost grows.
 */
import { createContext } from '../api/context.ts'
import { type Database, openDatabase } from '../api/db/database.ts'
import { openControl } from '../api/db/prisma.ts'
import { type Sql, sql } from '../api/db/sql.ts'
import { createGraphql } from '../api/graphql.ts'
import { createDemoSite } from '../api/sites/demo-site.ts'
import { describeMachine, median, quantile, table } from './machine.ts'
import { startBenchServices } from './services.ts'
import { VISIT_DAYS, fillVisits } from './visits.ts'

const ROUNDS = 5
/** The window functions take minutes at the largest size. */
const NAIVE_ROUNDS = 2

type Question = { name: string; fields: string; naive: Sql }

/**
 * Carries the latest start from step to step by window functions, so that every start is tried, as the engine does: where
 * step i may begin is the latest start of step i − 1 before the event, if that is no more than 7 days ago.
 */
const NAIVE_FUNNEL = sql`/* bench.windowFunnel */
WITH events AS (
  SELECT visitor_id, time, seq,
    CASE
      WHEN kind = 1 AND page = '/products/:id' THEN 1
      WHEN kind = 8 AND name = 'add_to_cart' THEN 2
      WHEN kind = 1 AND page = '/checkout' THEN 3
      ELSE 4
    END AS step
  FROM rum.events
  WHERE site_id = 1
    AND weight > 0
    AND NOT bot
    AND time >= now() - make_interval(days => ${VISIT_DAYS + 1}::integer)
    AND ((kind = 1 AND page IN ('/products/:id', '/checkout')) OR (kind = 8 AND name IN ('add_to_cart', 'order')))
), first AS (
  SELECT *, max(CASE WHEN step = 1 THEN time END) OVER before AS start1
  FROM events
  WINDOW before AS (PARTITION BY visitor_id ORDER BY time, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), second AS (
  SELECT *, max(CASE WHEN step = 2 AND time <= start1 + INTERVAL '7 days' THEN start1 END) OVER before AS start2
  FROM first
  WINDOW before AS (PARTITION BY visitor_id ORDER BY time, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), third AS (
  SELECT *, max(CASE WHEN step = 3 AND time <= start2 + INTERVAL '7 days' THEN start2 END) OVER before AS start3
  FROM second
  WINDOW before AS (PARTITION BY visitor_id ORDER BY time, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), depths AS (
  SELECT visitor_id, max(CASE
    WHEN step = 4 AND time <= start3 + INTERVAL '7 days' THEN 4
    WHEN step = 3 AND time <= start2 + INTERVAL '7 days' THEN 3
    WHEN step = 2 AND time <= start1 + INTERVAL '7 days' THEN 2
    WHEN step = 1 THEN 1
  END) AS depth
  FROM third
  GROUP BY visitor_id
)
SELECT count(*) FILTER (WHERE depth >= 1) AS s1, count(*) FILTER (WHERE depth >= 2) AS s2,
  count(*) FILTER (WHERE depth >= 3) AS s3, count(*) FILTER (WHERE depth >= 4) AS s4
FROM depths`

const NAIVE_RETENTION = sql`/* bench.distinctRetention */
WITH seen AS (
  SELECT DISTINCT visitor_id, date_trunc('week', time) AS week
  FROM rum.events
  WHERE site_id = 1
    AND kind = 1
    AND weight > 0
    AND NOT bot
    AND time >= now() - make_interval(days => ${VISIT_DAYS + 1}::integer)
), cohorts AS (
  SELECT visitor_id, min(week) AS first FROM seen GROUP BY visitor_id
)
SELECT first, week, count(*) AS visitors
FROM seen
JOIN cohorts USING (visitor_id)
GROUP BY first, week`

const funnel = (more: string) => `funnel(countBy: VISITOR${more}, steps: [
  { page: { eq: "/products/:id" } }, { event: "add_to_cart" }, { page: { eq: "/checkout" } }, { event: "order" }
]) { steps { entrants fromPrevious medianTime p90Time } open }`

const QUESTIONS: Question[] = [
  { name: 'funnel of 4 steps, exact', fields: funnel(', sample: FULL'), naive: NAIVE_FUNNEL },
  { name: 'funnel of 4 steps, a sixteenth', fields: funnel(', sample: SIXTEENTH'), naive: NAIVE_FUNNEL },
  {
    name: 'weekly retention',
    fields: 'retention(interval: WEEK) { cohorts { size periods { retained { value } rolling { value } } } }',
    naive: NAIVE_RETENTION,
  },
]

type Steps = { entrants: number }[]

export async function benchFunnels(sizes: readonly number[]): Promise<void> {
  const services = await startBenchServices()
  const db = openDatabase({ url: services.databaseUrl, name: 'bench', connections: 4 })
  const control = openControl(services.databaseUrl)
  try {
    console.log(`\n## Funnels and retention\n\n${describeMachine(services.engines)}\n`)
    await createDemoSite(control, 'UTC')
    const graphql = createGraphql((error) => console.error(error))
    const ask = async ({ fields }: Question) => {
      const query = `{ site(id: "shop") { segment(range: { last: "P${VISIT_DAYS + 1}D" }) { ${fields} } } }`
      const caller = { tokenId: 1, name: 'bench', scopes: ['READ' as const], siteIds: null, expiresAt: null }
      const begun = performance.now()
      const { body } = await graphql.executeOperation(
        { query },
        { contextValue: createContext({ caller, control, db, now: Date.now() }) },
      )
      const ms = performance.now() - begun
      if (body.kind !== 'single' || body.singleResult.errors !== undefined)
        throw new Error(JSON.stringify(body))
      const data = JSON.parse(JSON.stringify(body.singleResult.data)) as {
        site: { segment: { funnel?: { steps: Steps } } }
      }
      return { ms, steps: data.site.segment.funnel?.steps.map(({ entrants }) => entrants) ?? [] }
    }
    let filled = 0
    const rows: string[][] = []
    const answers: string[] = []
    for (const size of sizes) {
      await fillVisits(db, { already: filled, size, now: Date.now() })
      filled = size
      for (const question of QUESTIONS) {
        const { steps } = await ask(question)
        const ours: number[] = []
        const theirs: number[] = []
        let found: object | undefined
        for (let round = 0; round < ROUNDS; round++) {
          ours.push((await ask(question)).ms)
          if (round >= NAIVE_ROUNDS) continue
          const naive = await timed(db, question.naive)
          theirs.push(naive.ms)
          found = naive.first
        }
        if (steps.length > 0) {
          const theirSteps = Object.values(found ?? {}).join(' / ')
          answers.push(
            `- ${size.toLocaleString('en')}, ${question.name}: ${steps.join(' / ')}; window functions: ${theirSteps}`,
          )
        }
        rows.push([
          size.toLocaleString('en'),
          question.name,
          median(ours).toFixed(0),
          quantile(ours, 0.95).toFixed(0),
          median(theirs).toFixed(0),
          `${(median(theirs) / median(ours)).toFixed(1)} ×`,
        ])
      }
    }
    console.log(table(['events', 'question', 'GraphQL p50, ms', 'p95, ms', 'plain SQL, ms', 'ratio'], rows))
    console.log(`\nEntrants of the steps:\n\n${answers.join('\n')}`)
    console.log(
      '\nFirst goals at 10 million events: funnel exact 3 × and under 8 s, a sixteenth under 1 s, retention 9 × and under 2 s.',
    )
  } finally {
    await Promise.all([db.close(), control.$disconnect()])
    await services.stop()
  }
}

async function timed(db: Database, statement: Sql): Promise<{ ms: number; first: object | undefined }> {
  const begun = performance.now()
  const [first] = await db.query(statement)
  return { ms: performance.now() - begun, first }
}
