/** Rules on real data: views in, notices in the outbox out, minute by minute. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import type { Notice } from '../../api/deliveries/notice.ts'
import {
  ALL_IS_STORED,
  aRule,
  aThreshold,
  createTestEvaluator,
  type TestEvaluator,
} from '../../test/alert-rules.ts'
import { aBatch, aView, aVital } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { nextMoment } from './evaluate.ts'

const MINUTE_MS = 60_000
const BEGIN = Date.UTC(2026, 9, 20, 12)
const minute = (n: number) => BEGIN + n * MINUTE_MS

let database: TestDatabase
let pipeline: Pipeline
let evaluator: TestEvaluator
let channelIds: number[]
let acceptedUntil: number | null

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => BEGIN)
})
afterAll(() => database.drop())
beforeEach(async () => {
  acceptedUntil = ALL_IS_STORED
  evaluator = createTestEvaluator(database, () => acceptedUntil)
  const data = {
    siteId: pipeline.siteId,
    name: 'hook',
    kind: 'WEBHOOK',
    settings: { url: 'https://x.example/' },
  }
  channelIds = [(await database.control.channel.create({ data })).id]
})
afterEach(async () => {
  expect(evaluator.errors).toEqual([])
  await database.db
    .query(sql`TRUNCATE rum.events, rum.errors, rum.sessions, rum.rollup_delta, rum.ingest_batch,
rum.alert_progress, rum.alert_states, rum.alerts, rum.alert_events, rum.deliveries, alert_rule, channel, silence,
maintenance_window`)
})

/** Views with an LCP each, in the minute that ends with the moment `n`. */
async function see(n: number, lcps: number[], page = '/'): Promise<void> {
  const prepared = await Promise.all(
    lcps.map((lcp, i) => {
      const [view, at] = [randomUUID(), minute(n) - 50_000 + i * 10]
      return pipeline.prepare(
        aBatch({
          sentAt: at + 100,
          session: { id: randomUUID(), startedAt: at },
          views: { [view]: aView({ startedAt: at, page }) },
          events: [{ t: 'view', at, view, seq: 0 }, aVital({ view, at: at + 50, value: lcp })],
        }),
        { receivedAt: at + 100 },
      )
    }),
  )
  await pipeline.store(prepared.flat())
}

const create = async (overrides: Parameters<typeof aRule>[1] = {}) =>
  database.control.alertRule.create({ data: aRule(pipeline.siteId, { channelIds, ...overrides }) })

/** What lies in the outbox, oldest first. */
async function told(): Promise<string[]> {
  const rows = await database.db.query<{
    notice: { kind: string; at: string; data: { segment: string | null } }
  }>(sql`SELECT notice FROM rum.deliveries ORDER BY notice ->> 'at', key`)
  return rows.map(({ notice: { kind, at, data } }) =>
    [kind.replace('alert.', ''), (Date.parse(at) - BEGIN) / MINUTE_MS, data.segment ?? ''].join(' ').trim(),
  )
}

const states = () =>
  database.db.query<{ segment: string; phase: string; frozen: string | null }>(
    sql`SELECT segment, phase, frozen FROM rum.alert_states ORDER BY rule_id, segment`,
  )

describe('a threshold', () => {
  test('fires and resolves, each told once with the figure and the question that gives it again', async () => {
    await create({ name: 'Slow <pages>' })
    await see(1, [1000, 1000, 5000])
    await see(2, [5000, 5000, 5000])
    await see(3, [1000, 1000])
    for (const n of [1, 2, 3]) expect(await evaluator.evaluateAt(minute(n))).toBe(1)
    expect(await told()).toEqual(['firing 2', 'resolved 3'])
    const [row] = await database.db.query<{ notice: Notice }>(
      sql`SELECT notice FROM rum.deliveries WHERE notice ->> 'kind' = 'alert.firing'`,
    )
    if (row === undefined || row.notice.operation === null) throw new TypeError('no notice with an operation')
    const { facts, operation, ...notice } = row.notice
    expect(notice).toMatchObject({
      title: 'Firing: Slow <pages>, p75 of LCP is 5,000 ms',
      tone: 'bad',
      links: [
        { url: expect.stringMatching(/^https:\/\/rum\.example\/alerts\?site=test&open=test%2Falert%2F\d+$/) },
      ],
      data: { value: 5000, count: 3, bound: 4000, side: 'ABOVE', unit: 'ms' },
    })
    const said = Object.fromEntries(facts.map(({ name, value }) => [name, value]))
    expect(said).toMatchObject({ For: 'everybody', Since: '2026-10-20 12:02 (UTC)', Severity: 'PAGE' })
    expect(said['How bad']).toBe(
      'p75 of LCP is 5,000 ms over the last 1 min (bound: above 4,000 ms), of 3 samples',
    )
    const { query, variables } = operation
    const { data, errors } = await pipeline.ask(query, variables)
    expect(errors).toBeUndefined()
    expect(data.site.segment.vital.percentile).toMatchObject({ value: 5000, count: 3 })
  })

  test('fires for n of the last m minutes, and resolves at its recovery bound', async () => {
    await create({ times: 2, of: 3, definition: aThreshold({ bound: 4000, recovery: 2000 }) })
    const lcps = [5000, 1000, 5000, 3000, 3000, 1900, 1900]
    for (const [i, lcp] of lcps.entries()) {
      await see(i + 1, [lcp])
      await evaluator.evaluateAt(minute(i + 1))
    }
    expect(await told()).toEqual(['firing 3', 'resolved 7'])
  })

  test('needs its minimum sample, to fire and to resolve', async () => {
    await create({ minSample: 3 })
    const seen = [[9000, 9000], [9000, 9000, 9000], [1000], [1000, 1000, 1000]]
    for (const [i, lcps] of seen.entries()) {
      await see(i + 1, lcps)
      await evaluator.evaluateAt(minute(i + 1))
    }
    expect(await told()).toEqual(['firing 2', 'resolved 4'])
  })

  test('of a segment hears of that segment only', async () => {
    await create({ where: { page: { eq: '/cart' } } })
    await see(1, [9000], '/')
    await see(1, [1000], '/cart')
    await evaluator.evaluateAt(minute(1))
    await see(2, [9000], '/cart')
    await evaluator.evaluateAt(minute(2))
    expect(await told()).toEqual(['firing 2'])
  })

  test('that is split has an alert for each part; a part that is gone is frozen, not resolved', async () => {
    await create({ split: 'PAGE' })
    await see(1, [9000], '/a')
    await see(1, [9000], '/b')
    await see(1, [1000], '/c')
    await evaluator.evaluateAt(minute(1))
    await see(2, [1000], '/a')
    await evaluator.evaluateAt(minute(2))
    expect(await told()).toEqual(['firing 1 /a', 'firing 1 /b', 'resolved 2 /a'])
    expect(await states()).toEqual([
      { segment: '"/a"', phase: 'OK', frozen: null },
      { segment: '"/b"', phase: 'FIRING', frozen: 'NO_EVENTS' },
    ])
  })
})

describe('frozen', () => {
  test('a collector that stops changes no state', async () => {
    await create()
    await create({ definition: aThreshold({ metric: 'VIEWS', vital: null, side: 'BELOW', bound: 1.5 }) })
    for (let n = -9; n <= 1; n++) await see(n, [9000, 9000])
    await evaluator.evaluateAt(minute(1))
    await evaluator.evaluateAt(minute(30))
    expect(await told()).toEqual(['firing 1'])
    expect(await states()).toMatchObject([
      { phase: 'FIRING', frozen: 'NO_EVENTS' },
      { phase: 'OK', frozen: expect.stringMatching(/LATE|NO_EVENTS/) as string },
    ])
  })

  test.each([
    ['behind', () => minute(2) - 1],
    ['not known', () => null],
  ])('while the queue is %s nothing fires or resolves, and it says so', async (_, until) => {
    await create()
    await see(1, [9000])
    await see(2, [1000])
    await evaluator.evaluateAt(minute(1))
    acceptedUntil = until()
    await evaluator.evaluateAt(minute(2))
    expect(await told()).toEqual(['firing 1'])
    expect(await states()).toMatchObject([{ phase: 'FIRING', frozen: 'LATE' }])
    acceptedUntil = ALL_IS_STORED
    await see(3, [1000])
    await evaluator.evaluateAt(minute(3))
    expect(await told()).toEqual(['firing 1', 'resolved 3'])
  })

  test('a question that cannot be answered freezes', async () => {
    await create({ definition: aThreshold({ vital: 'NO_VITAL' as 'LCP' }) })
    await evaluator.evaluateAt(minute(1))
    expect(await states()).toMatchObject([{ phase: 'OK', frozen: 'UNANSWERED' }])
  })
})

describe('the minute', () => {
  test('is evaluated for what it was, however late, and each missed one in its order', async () => {
    await create()
    await see(1, [1000])
    await evaluator.evaluateAt(minute(1))
    for (const [i, lcp] of [9000, 1000, 9000, 9000, 1000, 1000].entries()) await see(2 + i, [lcp])
    expect(await evaluator.evaluateAt(minute(7), 45)).toBe(6)
    expect(await told()).toEqual(['firing 2', 'resolved 3', 'firing 4', 'resolved 6'])
  })

  test('is not evaluated before it has settled', async () => {
    await create()
    await see(1, [9000])
    await evaluator.evaluateAt(minute(0))
    expect(await evaluator.evaluateAt(minute(1), 5)).toBe(0)
    expect(await evaluator.evaluateAt(minute(1), 15)).toBe(1)
  })

  test('has its effect once where several workers evaluate it', async () => {
    await create()
    for (let n = 1; n <= 12; n++) await see(n, [n % 2 === 0 ? 9000 : 1000])
    await evaluator.evaluateAt(minute(0))
    const evaluations = await Promise.all(Array.from({ length: 3 }, () => evaluator.evaluateAt(minute(12))))
    expect(evaluations.reduce((sum, some) => sum + some, 0)).toBe(12)
    expect(await told()).toEqual(
      Array.from({ length: 6 }, (_, i) => [`firing ${2 * i + 2}`, `resolved ${2 * i + 3}`])
        .flat()
        .slice(0, 11),
    )
  })

  test('whose transaction fails is evaluated again, with the same effect', async () => {
    await create()
    await see(1, [9000])
    await database.db.query(sql`ALTER TABLE rum.deliveries ADD CONSTRAINT broken CHECK (false) NOT VALID`)
    await evaluator.evaluateAt(minute(1))
    expect(evaluator.errors.splice(0)).toHaveLength(1)
    expect([await told(), await states()]).toEqual([[], []])
    await database.db.query(sql`ALTER TABLE rum.deliveries DROP CONSTRAINT broken`)
    await evaluator.evaluateAt(minute(1))
    expect(await told()).toEqual(['firing 1'])
  })

  test.each([
    [0, 1, 3, 1],
    [3, 1, 3, null],
    [0, 5, 4, null],
    [3, 5, 12, 5],
    [0, 1, 200, 141],
    [-1000, 5, 12, -285],
  ])('after %i in steps of %i, at %i, comes %s', (until, step, end, next) => {
    expect(nextMoment(minute(until), step * MINUTE_MS, minute(end))).toBe(next === null ? null : minute(next))
  })
})

describe('nobody is told', () => {
  const silence = (overrides: object = {}) =>
    database.control.silence.create({
      data: {
        siteId: pipeline.siteId,
        from: new Date(minute(0)),
        to: new Date(minute(5)),
        reason: 'deploying',
        by: 'Anna',
        ...overrides,
      },
    })
  const events = () =>
    database.db.query<{ change: string; held_by: string | null; told: boolean }>(
      sql`SELECT change, held_by, told_at IS NOT NULL AS told FROM rum.alert_events ORDER BY id`,
    )

  test('during a silence; what still fires at its end is told then, once', async () => {
    await create()
    await silence()
    for (let n = 1; n <= 7; n++) {
      await see(n, [9000])
      await evaluator.evaluateAt(minute(n))
    }
    expect(await told()).toEqual(['firing 5'])
    expect(await events()).toEqual([{ change: 'FIRING', held_by: 'deploying (Anna)', told: true }])
  })

  test('of a minute that was over when the silence was made', async () => {
    await create()
    await silence({ from: new Date(minute(1) + 10_000) })
    await see(1, [9000])
    await evaluator.evaluateAt(minute(1))
    expect(await told()).toEqual([])
  })

  test('of what began and ended in a silence, ever; both are listed', async () => {
    await create()
    await silence()
    for (let n = 1; n <= 7; n++) {
      await see(n, [n < 3 ? 9000 : 1000])
      await evaluator.evaluateAt(minute(n))
    }
    expect(await told()).toEqual([])
    expect(await events()).toEqual([
      { change: 'FIRING', held_by: 'deploying (Anna)', told: false },
      { change: 'RESOLVED', held_by: 'deploying (Anna)', told: false },
    ])
  })

  test('of a resolution in a silence until it ends, if the firing was told', async () => {
    await create()
    await silence({ from: new Date(minute(2)) })
    for (let n = 1; n <= 6; n++) {
      await see(n, [n < 3 ? 9000 : 1000])
      await evaluator.evaluateAt(minute(n))
    }
    expect(await told()).toEqual(['firing 1', 'resolved 5'])
  })

  test('of the rule and the part that it names only', async () => {
    const rule = await create({ split: 'PAGE' })
    await create()
    await silence({ ruleId: rule.id, segment: '"/a"' })
    await see(1, [9000], '/a')
    await see(1, [9000], '/b')
    await evaluator.evaluateAt(minute(1))
    expect((await told()).sort()).toEqual(['firing 1', 'firing 1 /b'])
  })

  test('during maintenance', async () => {
    await create()
    // A Tuesday; 14:00 in Berlin is 12:00 UTC.
    await database.control.maintenanceWindow.create({
      data: {
        siteId: pipeline.siteId,
        name: 'backup',
        timeZone: 'Europe/Berlin',
        weekdays: [2],
        startsAt: '14:00',
        durationMs: 3 * MINUTE_MS,
      },
    })
    for (let n = 1; n <= 3; n++) {
      await see(n, [9000])
      await evaluator.evaluateAt(minute(n))
    }
    expect(await told()).toEqual(['firing 3'])
    expect(await events()).toMatchObject([{ held_by: 'maintenance: backup' }])
  })
})

describe('what is let go of', () => {
  test.each([
    ['disabled', { enabled: false }, 'the rule was disabled'],
    ['deleted', null, 'the rule was deleted'],
  ])('a rule that is %s ends its alert, and that is told', async (_, data, why) => {
    const { id } = await create()
    await see(1, [9000])
    await evaluator.evaluateAt(minute(1))
    if (data === null) await database.control.alertRule.delete({ where: { id } })
    else await database.control.alertRule.update({ where: { id }, data })
    await evaluator.evaluateAt(minute(2))
    await evaluator.evaluateAt(minute(3))
    expect(await told()).toEqual(['firing 1', 'resolved 2'])
    const [row] = await database.db.query<{ facts: string }>(
      sql`SELECT notice ->> 'facts' AS facts FROM rum.deliveries WHERE notice ->> 'kind' = 'alert.resolved'`,
    )
    expect(row?.facts).toContain(why)
    expect(await states()).toEqual([])
  })

  test('a rule that watches something else begins anew', async () => {
    const { id } = await create()
    await see(1, [9000])
    await evaluator.evaluateAt(minute(1))
    const definition = aThreshold({ bound: 5000 })
    await database.control.alertRule.update({ where: { id }, data: { definition, version: 2 } })
    await see(2, [9000])
    await evaluator.evaluateAt(minute(2))
    expect((await told()).sort()).toEqual(['firing 1', 'firing 2', 'resolved 2'])
  })

  test('who was called in by an escalation hears of the end too', async () => {
    const data = {
      siteId: pipeline.siteId,
      name: 'boss',
      kind: 'WEBHOOK',
      settings: { url: 'https://y.example/' },
    }
    const boss = await database.control.channel.create({ data })
    await create({ escalateAfterMs: 2 * MINUTE_MS, escalationChannelIds: [boss.id] })
    for (let n = 1; n <= 4; n++) {
      await see(n, [n < 4 ? 9000 : 1000])
      await evaluator.evaluateAt(minute(n))
    }
    expect(await told()).toEqual(['firing 1', 'escalated 3', 'escalated 3', 'resolved 4', 'resolved 4'])
  })
})

describe('other kinds', () => {
  test('the conversion of a saved funnel, with a minimum of entrants, every five minutes', async () => {
    const steps = [{ page: { eq: '/' } }, { page: { eq: '/order' } }]
    const funnel = await database.control.funnel.create({
      data: { siteId: pipeline.siteId, name: 'Order', definition: { steps } },
    })
    const definition = {
      kind: 'FUNNEL',
      funnel: String(funnel.id),
      windowMs: 300_000,
      side: 'BELOW',
      bound: 0.5,
      recovery: 0.5,
    }
    await create({ minSample: 2, definition })
    await see(5, [1000, 1000, 1000], '/')
    await evaluator.evaluateAt(minute(3))
    expect(await evaluator.evaluateAt(minute(5))).toBe(1)
    expect(await told()).toEqual(['firing 5'])
  })

  test('any operation, down to one number, with the rights of its site only', async () => {
    const other = await database.control.site.create({ data: { slug: 'other', name: 'Other' } })
    const query =
      'query($site: ID!, $range: RangeInput!) { site(id: $site) { segment(range: $range) { views } } }'
    const definition = {
      kind: 'GRAPHQL',
      query,
      variables: {},
      path: ['site', 'segment', 'views'],
      countPath: null,
      windowMs: 60_000,
      side: 'ABOVE',
      bound: 2,
      recovery: 2,
    }
    await create({ definition })
    await create({
      definition: {
        ...definition,
        query: query.replace('$site: ID!, ', '').replace('id: $site', 'id: "test"'),
      },
      siteId: other.id,
    })
    await see(1, [1000, 1000, 1000])
    await evaluator.evaluateAt(minute(1))
    expect(await told()).toEqual(['firing 1'])
    const frozen = await database.db.query(
      sql`SELECT frozen FROM rum.alert_states WHERE site_id = ${other.id}`,
    )
    expect(frozen).toEqual([{ frozen: 'NO_EVENTS' }])
  })

  test('the burn rate of an SLO, with who burned it', async () => {
    const slo = await database.control.slo.create({
      data: {
        siteId: pipeline.siteId,
        name: 'Fast pages',
        definition: {
          objective: 0.9,
          indicator: { kind: 'VITAL', metric: 'LCP' },
          fanOut: { dimension: 'PAGE' },
        },
      },
    })
    await create({ definition: { kind: 'BURN_RATE', slo: String(slo.id), severity: 'PAGE' } })
    for (let n = -20; n <= 0; n += 2) await see(n, Array(5).fill(1000), '/good')
    await evaluator.evaluateAt(minute(0))
    for (let n = 1; n <= 20; n++) await see(n, Array(6).fill(9000), '/bad')
    await evaluator.evaluateAt(minute(20))
    expect(await database.db.query(sql`SELECT problem FROM rum.alert_progress`)).toEqual([{ problem: null }])
    const [firing] = await told()
    expect(firing).toMatch(/^firing \d+$/)
    const [row] = await database.db.query<{ facts: { name: string; value: string }[] }>(
      sql`SELECT notice -> 'facts' AS facts FROM rum.deliveries LIMIT 1`,
    )
    expect(row?.facts).toContainEqual({ name: 'Burned by', value: '/bad (100 % of the failures)' })
    expect(row?.facts.find(({ name }) => name === 'How bad')?.value).toMatch(
      /^burn rate of Fast pages \(\w+\) is \d/,
    )
  })
})
