import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBatch, aView } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import type { Caller } from '../access/authenticate.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { storedOf } from './stored-of.ts'
import { type Subject, parseSubject } from './subject.ts'

const NOW = Date.UTC(2026, 10, 20, 12)
const VISITOR = randomUUID()
const MANAGER: Caller = {
  tokenId: 1,
  name: 'officer',
  scopes: ['READ', 'MANAGE'],
  siteIds: null,
  expiresAt: null,
}

let database: TestDatabase
let pipeline: Pipeline
let site: SiteRow

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => NOW)
  site = await database.control.site.findUniqueOrThrow({ where: { slug: 'test' } })
  for (const [hours, visitor] of [
    [3, VISITOR],
    [1, VISITOR],
    [2, randomUUID()],
  ] as const)
    await pipeline.send(aSession(NOW - hours * 3_600_000, visitor))
})
afterAll(() => database.drop())

function aSession(at: number, visitor: string) {
  const view = randomUUID()
  return aBatch({
    sentAt: NOW,
    session: { id: randomUUID(), startedAt: at, visitor },
    views: { [view]: aView({ startedAt: at }) },
    events: [{ t: 'view', at, view, seq: 0 }],
  })
}

function subjectOf(input: Parameters<typeof parseSubject>[0]): Subject {
  const subject = parseSubject(input)
  if (Array.isArray(subject)) throw new Error(subject.map(({ message }) => message).join())
  return subject
}

const storedFor = (input: Parameters<typeof parseSubject>[0], caller = MANAGER) =>
  storedOf({ db: database.db, record: () => undefined }, caller, { site, subject: subjectOf(input) })

test('the sessions of a visitor are counted, with when they were', async () => {
  const { sessions, firstAt, lastAt } = await storedFor({ visitor: VISITOR.toUpperCase() })
  expect(sessions).toBe(2)
  expect([firstAt?.getTime(), lastAt?.getTime()]).toEqual([NOW - 3 * 3_600_000, NOW - 3_600_000])
})

test('of nobody nothing is stored, which is known', async () => {
  const nothing = { sessions: 0, firstAt: null, lastAt: null }
  expect(await storedFor({ session: VISITOR })).toEqual(nothing)
  expect(await storedFor({ user: { attribute: 'id', value: 'u-42' } })).toEqual(nothing)
})

test('somebody of another site is not found', async () => {
  const subject = subjectOf({ visitor: VISITOR })
  const other = { site: { ...site, id: site.id + 1 }, subject }
  expect((await storedOf({ db: database.db, record: () => undefined }, MANAGER, other)).sessions).toBe(0)
})

test('who may not manage may not look for somebody', async () => {
  await expect(storedFor({ visitor: VISITOR }, { ...MANAGER, scopes: ['READ'] })).rejects.toThrow('MANAGE')
})
