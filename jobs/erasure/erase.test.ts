/** Who is forgotten is as if they had never come, and nobody else's figures change. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { KEY, aBatch, aView } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Sent, createTraffic } from '../../test/oracle/traffic.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { sql } from '../../api/db/sql.ts'
import { requestErasure } from '../../api/erasure/erasures.ts'
import type { Subject } from '../../api/erasure/subject.ts'
import { compact } from '../compaction/compact.ts'
import { insertDeadLetters } from '../ingest/dead-letters.ts'
import { eraseDue } from './erase.ts'

const NOW = Date.UTC(2026, 9, 27, 12)

const databases: TestDatabase[] = []
let database: TestDatabase
let pipeline: Pipeline
const open = async () => {
  const opened = await createTestDatabase('timescale')
  databases.push(opened)
  return opened
}
beforeEach(async () => {
  database = await open()
  pipeline = await createPipeline(database, () => NOW)
})
afterEach(async () => {
  for (const one of databases.splice(0)) await one.drop()
})
afterAll(() => {
  expect(databases).toEqual([])
})

const erase = async (subject: Subject, now = NOW) => {
  const site = await database.control.site.findUniqueOrThrow({ where: { slug: 'test' } })
  const { id } = await requestErasure(database.db, { site, subject, by: 'officer', now })
  // Twice: the first round only begins.
  await eraseDue(database.db, () => Promise.resolve(null))
  await eraseDue(database.db, () => Promise.resolve(null))
  const { data } = await pipeline.ask(
    `{ site(id: "test") { erasures { nodes { id subject requestedBy doneAt sessions events errors deadLetters consents } } } }`,
  )
  return data.site.erasures.nodes.find((erasure: { id: string }) => erasure.id === id)
}
const visitor = (value: string): Subject => ({ kind: 'VISITOR', attribute: null, value })
const store = async (into: Pipeline, sent: readonly Sent[]) => {
  const prepared = []
  for (const { batch, receivedAt, agent, country } of sent)
    prepared.push(...(await into.prepare(batch, { receivedAt, userAgent: agent.userAgent, country })))
  for (let i = 0; i < prepared.length; i += 20) await into.store(prepared.slice(i, i + 20))
}
const TABLES = [
  ['sessions', 'session_id'],
  ['events', 'time, session_id, seq, kind'],
  ['errors', 'time, session_id, seq'],
  ['rollup_hour', 'bucket, cube, metric, population, environment, weight, k1, k2'],
  ['rollup_day', 'bucket, cube, metric, population, environment, weight, k1, k2'],
] as const

/**
 * Everything that figures are made of; sums to 9 digits, for they are not added in the same order, and without extremes,
 * which only refine the outermost bins and may be those of a vital before it was revised.
 */
async function contents({ db }: TestDatabase): Promise<Record<string, string[]>> {
  await compact(db)
  const all: Record<string, string[]> = {}
  for (const [table, order] of TABLES) {
    const { rows } = await db.pool.query<{ row: Record<string, unknown> }>(
      `/* test.contents */ SELECT to_jsonb(t) AS row FROM rum.${table} t ORDER BY ${order}`,
    )
    all[table] = rows.map(({ row }) =>
      JSON.stringify({
        ...row,
        ...(typeof row['sum'] === 'number' ? { sum: row['sum'].toPrecision(9), min: 0, max: 0 } : {}),
      }),
    )
  }
  return all
}

describe('erasure', () => {
  test.each([1, 2])('leaves what there would be if they had never come: seed %i', async (seed) => {
    const sent = createTraffic(createRandom(seed), { now: NOW, sessions: 80 })
    const ids = sent.flatMap(({ batch }) => batch.session.visitor ?? [])
    const who = ids.toSorted((a, b) => count(ids, b) - count(ids, a))[0] ?? ''
    const others = sent.filter(({ batch }) => batch.session.visitor !== who)
    expect(others.length).toBeLessThan(sent.length - 2)
    await store(pipeline, sent)
    // Half of it lies in hours and days, half in deltas.
    if (seed === 1) await compact(database.db)
    const receipt = await erase(visitor(who))
    expect(receipt).toMatchObject({ subject: 'VISITOR', requestedBy: 'officer', doneAt: expect.any(String) })
    expect(receipt.sessions).toBeGreaterThan(0)
    expect(receipt.events).toBeGreaterThan(0)

    const without = await open()
    await store(await createPipeline(without, () => NOW), others)
    expect(await contents(database)).toEqual(await contents(without))
    expect(await mentions(database, who)).toEqual([])
    // Nor is an extreme left that only they had.
    const valuesOf = (some: readonly Sent[]) =>
      some.flatMap(({ batch }) => batch.events.flatMap((event) => (event.t === 'vital' ? [event.value] : [])))
    const kept = new Set(valuesOf(others))
    const theirs = valuesOf(sent.filter((one) => !others.includes(one))).filter((value) => !kept.has(value))
    const left = await database.db.query<{ min: number; max: number }>(sql`/* test.extremes */
SELECT min, max FROM rum.rollup_hour UNION ALL SELECT min, max FROM rum.rollup_day`)
    expect(theirs.length).toBeGreaterThan(0)
    expect(left.filter(({ min, max }) => theirs.includes(min) || theirs.includes(max))).toEqual([])
  })

  test('reaches everybody whom an attribute names', async () => {
    const sent = createTraffic(createRandom(3), { now: NOW, sessions: 40 })
    await store(pipeline, sent)
    const named = (value: string) =>
      database.db.query<{ n: number }>(
        sql`/* test.named */ SELECT count(*) AS n FROM rum.sessions WHERE attributes ->> 'tenant' = ${value}`,
      )
    const [before] = await named('acme')
    const receipt = await erase({ kind: 'USER', attribute: 'tenant', value: 'acme' })
    expect(receipt.sessions).toBe(before?.n)
    expect(receipt.sessions).toBeGreaterThan(0)
    expect((await named('acme'))[0]?.n).toBe(0)
  })
})

const count = (ids: readonly string[], id: string) => ids.filter((one) => one === id).length

/** The tables in which the text stands anywhere. */
async function mentions({ db }: TestDatabase, text: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(
    `/* test.tables */ SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('rum', 'public') AND table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rowCount } = await db.pool.query(
      `/* test.mentions */ SELECT FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%' LIMIT 1`,
      [text],
    )
    if (rowCount !== 0) found.push(name)
  }
  return found
}

const WHO = '0193aaaa-0000-7000-8000-00000000beef'
const SESSION = '0193aaaa-0000-7000-8000-00000000cafe'
const VIEW = '0193aaaa-0000-7000-8000-00000000f00d'
const aVisit = (at: number, session = SESSION, sentAt = at) =>
  aBatch({
    key: KEY,
    id: crypto.randomUUID(),
    sentAt,
    session: { id: session, startedAt: at, visitor: WHO },
    views: { [VIEW]: aView({ startedAt: at }) },
    events: [{ t: 'view', at, view: VIEW, seq: 0 }],
  })
const sessions = async () =>
  (await database.db.query<{ n: number }>(sql`/* test.sessions */ SELECT count(*) AS n FROM rum.sessions`))[0]
    ?.n

describe('what arrives afterwards', () => {
  test('is not stored if it is of a visit from before, and is if they came back', async () => {
    await pipeline.send(aVisit(NOW - 60_000), { receivedAt: NOW - 60_000 })
    await erase(visitor(WHO))
    expect(await sessions()).toBe(0)
    const late = '0193aaaa-0000-7000-8000-00000000babe'
    await pipeline.send(aVisit(NOW - 30_000, late, NOW + 1000), { receivedAt: NOW + 1000 })
    // The session goes on; another tab has lost its visitor.
    await pipeline.send(
      { ...aVisit(NOW + 1000), session: { id: SESSION, startedAt: NOW + 500, visitor: null } },
      { receivedAt: NOW + 1000 },
    )
    expect(await sessions()).toBe(0)
    const { data } = await pipeline.ask(
      `{ site(id: "test") { usage(range: { last: "PT6H" }) { accepted stored erased } } }`,
    )
    expect(data.site.usage).toEqual({ accepted: 3, stored: 1, erased: 2 })
    await pipeline.send(aVisit(NOW + 60_000, '0193aaaa-0000-7000-8000-00000000dada'), {
      receivedAt: NOW + 60_000,
    })
    expect(await sessions()).toBe(1)
  })

  test('what they consented to is not kept either', async () => {
    const consenting = (at: number, session: string) => ({
      ...aVisit(at, session, NOW + 60_000),
      views: {},
      events: [{ t: 'consent' as const, at, seq: 0, state: 'granted' as const }],
    })
    await erase(visitor(WHO))
    await pipeline.send(consenting(NOW - 30_000, SESSION), { receivedAt: NOW + 60_000 })
    expect(await mentions(database, WHO)).toEqual([])
    await pipeline.send(consenting(NOW + 30_000, SESSION.replace('cafe', 'dada')), {
      receivedAt: NOW + 60_000,
    })
    expect(await mentions(database, WHO)).toContain('rum.consent_log')
  })

  test('nothing slips in through a transaction that began before', async () => {
    await pipeline.send(aVisit(NOW - 60_000), { receivedAt: NOW - 60_000 })
    const slow = await database.db.pool.connect()
    await slow.query('BEGIN')
    await slow.query('SELECT pg_current_xact_id()')
    const site = await database.control.site.findUniqueOrThrow({ where: { slug: 'test' } })
    await requestErasure(database.db, { site, subject: visitor(WHO), by: 'officer', now: NOW })
    await eraseDue(database.db, () => Promise.resolve(null))
    expect(await sessions()).toBe(1)
    await slow.query('COMMIT')
    slow.release()
    await eraseDue(database.db, () => Promise.resolve(null))
    expect(await sessions()).toBe(0)
  })

  test('it is done when the queue holds nothing from before', async () => {
    const site = await database.control.site.findUniqueOrThrow({ where: { slug: 'test' } })
    await requestErasure(database.db, { site, subject: visitor(WHO), by: 'officer', now: NOW })
    for (let i = 0; i < 3; i++) expect(await eraseDue(database.db, () => Promise.resolve(NOW - 5000))).toBe(0)
    expect(await eraseDue(database.db, () => Promise.resolve(NOW + 300_000))).toBe(1)
  })
})

test('dead letters and what they consented to go as well, and only theirs', async () => {
  const letter = (visitorId: string) => ({
    siteId: pipeline.siteId,
    batchId: null,
    rows: null,
    code: '22000',
    reason: 'x',
    payload: { session: { id: crypto.randomUUID(), visitorId, attributes: {} } },
  })
  await insertDeadLetters(database.db, [letter(WHO), letter(crypto.randomUUID())])
  await database.db.query(sql`/* test.consent */
INSERT INTO rum.consent_log (site_id, session_id, visitor_id, at, received_at, state, scope)
SELECT ${pipeline.siteId}, gen_random_uuid(), visitor, now(), now(), 'granted', '{}'
FROM unnest(${[WHO, SESSION]}::uuid[]) AS visitor`)
  expect(await erase(visitor(WHO))).toMatchObject({ deadLetters: 1, consents: 1, sessions: 0 })
  expect(await mentions(database, WHO)).toEqual([])
})

describe('a request', () => {
  const ask = async (subject: string, scopes: ('READ' | 'MANAGE')[] = ['READ', 'MANAGE']) => {
    const { data, errors } = await pipeline.ask(
      `mutation { erase(input: { site: "test", subject: ${subject} }) { erasure { id doneAt } userErrors { path message } } }`,
      {},
      scopes,
    )
    return { ...data?.erase, errors }
  }

  test('that is made twice is one', async () => {
    const first = await ask(`{ visitor: "${WHO}" }`)
    expect(first.erasure).toMatchObject({ doneAt: null })
    expect(await ask(`{ visitor: "${WHO.toUpperCase()}" }`)).toEqual(first)
    const receipts = async (subject: string) =>
      (await pipeline.ask(`{ site(id: "test") { erasures(of: ${subject}) { nodes { id } } } }`)).data.site
        .erasures.nodes
    expect(await receipts(`{ visitor: "${WHO}" }`)).toEqual([{ id: first.erasure.id }])
    expect(await receipts(`{ visitor: "${SESSION}" }`)).toEqual([])
  })

  test.each([
    ['{}', '0 subjects were given: expected one of visitor, session and user'],
    [`{ visitor: "${WHO}", session: "${SESSION}" }`, '2 subjects were given'],
    ['{ visitor: "u-42" }', '"u-42" is no UUID'],
    ['{ user: { attribute: "", value: "42" } }', '`attribute` has 0 characters'],
  ])('of %s is refused', async (subject, message) => {
    const { erasure, userErrors } = await ask(subject)
    expect(erasure).toBeNull()
    expect(userErrors[0].message).toContain(message)
  })

  test('needs the scope MANAGE', async () => {
    expect((await ask(`{ visitor: "${WHO}" }`, ['READ'])).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
  })
})
