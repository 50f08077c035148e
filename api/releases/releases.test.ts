import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compact } from '../../jobs/compaction/compact.ts'
import { aBatch, aView } from '../../test/batches.ts'
import { type Engine, type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 20, 12, 0, 30)

const RELEASES = `query Releases($first: Int, $after: String) { site(id: "test") { releases(first: $first, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes { version firstSeen lastSeen sessions stage newErrorGroups adoption { value count total } adoptionLastDay { value count total }
    crashFreeSessions { value } previous { version segment { views } } segment { views } } } } }`

describe.each<Engine>(['timescale', 'plain'])('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline

  /** A session with one view and the errors given, so long before now. */
  const visit = async (
    release: string | null,
    ago: number,
    { errors = [], userAgent }: { errors?: string[]; userAgent?: string } = {},
  ) => {
    const [view, at] = [randomUUID(), NOW - ago]
    const batch = aBatch({
      sentAt: at + 1000,
      session: { id: randomUUID(), startedAt: at },
      context: release === null ? {} : { release },
      views: { [view]: aView({ startedAt: at }) },
      events: [
        { t: 'view', at, view, seq: 0 },
        ...errors.map((message, i) => ({
          t: 'error' as const,
          at: at + 1 + i,
          view,
          seq: i + 1,
          message,
          source: 'window' as const,
        })),
      ],
    })
    await pipeline.send(batch, { receivedAt: at + 1000, ...(userAgent === undefined ? {} : { userAgent }) })
  }

  const ask = async (variables: Record<string, unknown> = {}) => {
    const { data, errors, statements } = await pipeline.ask(RELEASES, variables)
    expect(errors).toBeUndefined()
    return { ...data.site.releases, statements }
  }

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW)
    // Two days ago all of web@1; web@2 and web@3 came within one hour of yesterday, and web@3 is what is used now.
    for (let i = 0; i < 8; i++) await visit('web@1', 2 * DAY + i * 1000, { errors: ['old'] })
    await compact(database.db)
    await visit('web@2', DAY + HOUR - 10_000, { errors: ['old', 'new in two'] })
    await visit('web@3', DAY + HOUR - 20_000, { errors: ['new in two', 'new in three', 'newer in three'] })
    for (let i = 0; i < 19; i++) await visit('web@3', 2 * HOUR + i * 1000)
    await visit('web@1', HOUR, { errors: ['late in one'] })
    await visit(null, HOUR)
    await visit('bots@1', HOUR, { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' })
  })
  afterAll(() => database.drop())

  test('releases stand in the order in which they were seen first, with how far they have come', async () => {
    const { nodes, pageInfo } = await ask()
    const iso = (ago: number) => new Date(NOW - ago).toISOString()
    expect(pageInfo.hasNextPage).toBe(false)
    expect(nodes).toEqual([
      {
        version: 'web@3',
        firstSeen: iso(DAY + HOUR - 20_000),
        lastSeen: iso(2 * HOUR),
        sessions: 20,
        stage: 'ADOPTED',
        newErrorGroups: 2,
        adoption: { value: 20 / 31, count: 20, total: 31 },
        adoptionLastDay: { value: 19 / 21, count: 19, total: 21 },
        crashFreeSessions: { value: 19 / 20 },
        previous: { version: 'web@2', segment: { views: 1 } },
        segment: { views: 20 },
      },
      {
        version: 'web@2',
        firstSeen: iso(DAY + HOUR - 10_000),
        lastSeen: iso(DAY + HOUR - 10_000),
        sessions: 1,
        stage: 'REPLACED',
        newErrorGroups: 1,
        adoption: { value: 1 / 31, count: 1, total: 31 },
        adoptionLastDay: { value: 0, count: 0, total: 21 },
        crashFreeSessions: { value: 0 },
        previous: { version: 'web@1', segment: { views: 9 } },
        segment: { views: 1 },
      },
      {
        version: 'web@1',
        firstSeen: iso(2 * DAY + 7000),
        lastSeen: iso(HOUR),
        sessions: 9,
        stage: 'REPLACED',
        newErrorGroups: 2,
        adoption: { value: 9 / 31, count: 9, total: 31 },
        adoptionLastDay: { value: 1 / 21, count: 1, total: 21 },
        crashFreeSessions: { value: 0 },
        previous: null,
        segment: { views: 9 },
      },
    ])
  })

  test('a page at a time gives each release once, in no more statements for three than for two', async () => {
    const versions: string[] = []
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await ask({ first: 1, after })
      versions.push(...nodes.map(({ version }: { version: string }) => version))
      after = pageInfo.endCursor
      if (pageInfo.hasNextPage !== true) break
    }
    expect(versions).toEqual(['web@3', 'web@2', 'web@1'])
    const [two, all] = [await ask({ first: 2 }), await ask()]
    expect(all.statements.length).toBeLessThanOrEqual(two.statements.length)
    const { errors } = await pipeline.ask(RELEASES, { after: 'bm9uc2Vuc2U' })
    expect(errors?.[0]?.message).toMatch(/`after` is not a cursor of this list/)
  })

  test('one release is found by its version, and an unknown one is not there', async () => {
    const query = `query One($version: String!) { site(id: "test") { release(version: $version, range: { last: "P1D" }) {
      version sessions segment { views } whole: segment(range: { last: "P30D" }) { views } } } }`
    const find = async (version: string) => (await pipeline.ask(query, { version })).data.site.release
    expect(await find('web@3')).toEqual({
      version: 'web@3',
      sessions: 19,
      segment: { views: 19 },
      whole: { views: 20 },
    })
    expect(await find('web@9')).toBeNull()
    expect(await find('bots@1')).toBeNull()
  })
})
