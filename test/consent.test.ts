/** A site that requires consent stores nothing of a session without it, whichever collector takes the batch. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../api/db/sql.ts'
import type { Batch, WireEvent } from '../sdk/wire/batch.generated.ts'
import { aBatch, aView, aVital } from './batches.ts'
import { type TestDatabase, createTestDatabase } from './database.ts'
import { type Pipeline, createPipeline } from './pipeline.ts'

const NOW = Date.UTC(2026, 10, 22, 12)

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => NOW)
  await requires('none')
})
afterAll(() => database.drop())

const requires = (consent: string) =>
  database.control.site.updateMany({
    data: { settings: { privacy: { consent }, visitors: { daily: false } } },
  })

const consentAt = (at: number, state: 'granted' | 'denied', scope?: string[]): WireEvent => ({
  t: 'consent',
  at,
  seq: 0,
  state,
  ...(scope && { scope }),
})

function ofSession(
  session: string,
  events: (view: string) => WireEvent[],
  overrides: Partial<Batch> = {},
): Batch {
  const view = randomUUID()
  return aBatch({
    sentAt: NOW,
    session: { id: session, startedAt: NOW - 60_000 },
    views: { [view]: aView({ startedAt: NOW - 60_000 }) },
    events: events(view),
    ...overrides,
  })
}
const vitalAt = (at: number) => (view: string) => aVital({ view, at })
const measured = (session: string, ...times: number[]) =>
  ofSession(session, (view) => times.map((at) => vitalAt(at)(view)))

async function storedOf(session: string): Promise<{ kinds: number[]; log: string[] }> {
  const events = await database.db.query<{ kind: number }>(
    sql`SELECT kind FROM rum.events WHERE session_id = ${session}::uuid ORDER BY time, kind`,
  )
  const log = await database.db.query<{ state: string }>(
    sql`SELECT state FROM rum.consent_log WHERE session_id = ${session}::uuid ORDER BY at`,
  )
  return { kinds: events.map(({ kind }) => kind), log: log.map(({ state }) => state) }
}

test('without a grant every event is rejected by name, and nothing is stored', async () => {
  const session = randomUUID()
  const answer = await pipeline.send(measured(session, NOW, NOW + 1))
  expect(answer).toMatchObject({
    status: 422,
    code: 'nothing_valid',
    rejected: [
      { index: 0, code: 'consent_missing', message: expect.stringContaining('send a consent event') },
      { index: 1, code: 'consent_missing' },
    ],
  })
  expect(await storedOf(session)).toEqual({ kinds: [], log: [] })
})

test('a grant lets its own batch and the later ones through; a refusal stops what comes after it', async () => {
  const session = randomUUID()
  const first = ofSession(session, (view) => [consentAt(NOW - 1000, 'granted'), vitalAt(NOW - 5000)(view)])
  expect(await pipeline.send(first)).toMatchObject({ accepted: 2, rejected: [] })
  // Another collector, which shares nothing but the database.
  const second = await createPipeline(database, () => NOW)
  const other = (batch: Batch) => second.send(batch)
  expect(await other(measured(session, NOW - 500))).toMatchObject({ accepted: 1 })
  const last = ofSession(session, (view) => [
    consentAt(NOW, 'denied'),
    vitalAt(NOW + 10)(view),
    vitalAt(NOW - 10)(view),
  ])
  expect(await other(last)).toMatchObject({ accepted: 2, rejected: [{ index: 1, code: 'consent_missing' }] })
  expect(await pipeline.send(measured(session, NOW + 20))).toMatchObject({ status: 422 })
  expect(await pipeline.send(measured(session, NOW - 20))).toMatchObject({ accepted: 1 })
  expect(await storedOf(session)).toEqual({ kinds: [2, 11, 2, 2, 2, 11], log: ['granted', 'denied'] })
})

test('a batch that is sent again writes its change once, and an invalid one writes none', async () => {
  const session = randomUUID()
  const batch = ofSession(session, () => [consentAt(NOW, 'granted', ['measurement'])])
  await pipeline.send(batch)
  await pipeline.send(batch)
  expect((await storedOf(session)).log).toEqual(['granted'])
  const stale = randomUUID()
  await pipeline.send(ofSession(stale, () => [consentAt(NOW - 30 * 86_400_000, 'granted')], { sentAt: NOW }))
  expect((await storedOf(stale)).log).toEqual([])
})

test('the log holds what was agreed to and no address', async () => {
  const session = randomUUID()
  const visitor = randomUUID()
  await pipeline.send(
    ofSession(session, () => [consentAt(NOW, 'granted', ['measurement', 'anna@example.com'])], {
      session: { id: session, startedAt: NOW - 60_000, visitor },
    }),
    { ip: '203.0.113.77' },
  )
  const rows = await database.db.query(sql`SELECT * FROM rum.consent_log WHERE session_id = ${session}::uuid`)
  expect(rows).toEqual([
    {
      site_id: pipeline.siteId,
      session_id: session,
      visitor_id: visitor,
      at: new Date(NOW),
      received_at: new Date(NOW),
      state: 'granted',
      scope: ['measurement', '[email]'],
    },
  ])
  const page = await pipeline.ask(
    `query ($visitor: ID!) { site(id: "test") { consentLog(visitor: $visitor) {
      nodes { session visitor state scope at receivedAt } pageInfo { hasNextPage } } } }`,
    { visitor },
    ['READ', 'MANAGE'],
  )
  expect(page.data.site.consentLog.nodes).toEqual([
    {
      session: `test/session/${session}`,
      visitor,
      state: 'GRANTED',
      scope: ['measurement', '[email]'],
      at: new Date(NOW).toISOString(),
      receivedAt: new Date(NOW).toISOString(),
    },
  ])
})

type Page = {
  nodes: { at: string; session: string }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

test('the log is paged, newest first, and is for those who manage', async () => {
  const ask = (after: string | null, scopes?: ('READ' | 'MANAGE')[]) =>
    pipeline.ask(
      `query ($after: String) { site(id: "test") { consentLog(first: 2, after: $after) {
        nodes { at session } pageInfo { hasNextPage endCursor } } } }`,
      { after },
      scopes,
    )
  const seen: string[] = []
  let after: string | null = null
  for (let pages = 0; pages < 10; pages++) {
    const { data } = await ask(after, ['READ', 'MANAGE'])
    const { nodes, pageInfo } = data.site.consentLog as Page
    seen.push(...nodes.map(({ at, session }) => `${at} ${session}`))
    after = pageInfo.endCursor
    if (!pageInfo.hasNextPage) break
  }
  const [{ n } = { n: 0 }] = await database.db.query<{ n: number }>(
    sql`SELECT count(*) AS n FROM rum.consent_log`,
  )
  expect(new Set(seen).size).toBe(n)
  expect([...seen].sort().toReversed()).toEqual(seen)
  expect((await ask(null)).data.site.consentLog).toBeNull()
})
