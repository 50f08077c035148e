import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Fact,
  HOSTILE,
  aBusySession,
  factsOf,
  storeSessions,
  weigh,
  weighDistinct,
} from '../../test/busy-sessions.ts'
import { type Engine, type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 20, 12, 0, 30)
const RANGE = { from: NOW - 24 * HOUR, to: NOW }
const range = { from: new Date(RANGE.from).toISOString(), to: new Date(RANGE.to).toISOString() }

const INTERACTIONS = `query Interactions($range: RangeInput!, $kind: ActionKind, $first: Int, $after: String) {
  site(id: "test") { segment(range: $range) { interactions(kind: $kind, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { target label count sessions pages { key count sessions } sampleSessions(first: 1) { id }
      counts { click rageClick deadClick errorClick submit formAbandon scroll } segment { sessionCount } } } } }
}`

describe.each<Engine>(['timescale', 'plain'])('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline
  let actions: Fact<'action'>[]

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW)
    const random = createRandom(31)
    const sessions = Array.from({ length: 100 }, () => aBusySession(random, NOW))
    await storeSessions(pipeline, sessions)
    actions = factsOf(sessions, 'action').filter(
      ({ at, bot, weight }) => !bot && weight > 0 && at >= RANGE.from && at < RANGE.to,
    )
  })
  afterAll(() => database.drop())

  const ask = async (variables: Record<string, unknown> = {}) => {
    const { data, errors, statements } = await pipeline.ask(INTERACTIONS, { range, first: 100, ...variables })
    expect(errors).toBeUndefined()
    return { ...data.site.segment.interactions, statements }
  }

  test('every target is counted by kind, on its pages and in its sessions, hostile names as text', async () => {
    const { nodes, statements } = await ask()
    const meant = actions.filter(({ kind }) => kind !== 'scroll')
    const targets = nodes.map(({ target }: { target: string }) => target)
    expect(new Set(targets)).toEqual(new Set(meant.map(({ target }) => target ?? null)))
    expect(targets).toEqual(expect.arrayContaining([...HOSTILE, null]))
    for (const node of nodes) {
      const own = meant.filter(({ target }) => (target ?? null) === node.target)
      const of = (kind: string) => weigh(own.filter((one) => one.kind === kind))
      expect(node).toMatchObject({
        label: 'Pay',
        count: weigh(own),
        sessions: weighDistinct(own, ({ session }) => session),
        counts: {
          click: of('click'),
          rageClick: of('rage_click'),
          deadClick: of('dead_click'),
          errorClick: of('error_click'),
          submit: of('submit'),
          formAbandon: of('form_abandon'),
          scroll: 0,
        },
      })
      for (const { key, count, sessions } of node.pages) {
        const there = own.filter(({ page }) => page === key)
        expect({ count, sessions }).toEqual({
          count: weigh(there),
          sessions: weighDistinct(there, ({ session }) => session),
        })
      }
    }
    const shared = statements.filter((name: string) => name.startsWith('interactions.'))
    expect(shared.toSorted()).toEqual([
      'interactions.distinct',
      'interactions.groups',
      'interactions.sessions',
      'interactions.splits',
    ])
  })

  test('a kind chooses the targets to which it happened, most first, page after page', async () => {
    const paged: (string | null)[] = []
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await ask({ kind: 'RAGE_CLICK', first: 2, after })
      paged.push(...nodes.map(({ target }: { target: string }) => target))
      after = pageInfo.endCursor
      if (pageInfo.hasNextPage !== true) break
    }
    const raged = actions.filter(({ kind }) => kind === 'rage_click')
    expect(paged).toHaveLength(new Set(paged).size)
    expect(new Set(paged)).toEqual(new Set(raged.map(({ target }) => target ?? null)))
    const counts = paged.map((key) => weigh(raged.filter(({ target }) => (target ?? null) === key)))
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  })

  test('scrolls are there if asked for', async () => {
    const { nodes } = await ask({ kind: 'SCROLL' })
    expect(nodes).toHaveLength(1)
    expect(nodes[0]).toMatchObject({
      target: null,
      counts: { scroll: weigh(actions.filter(({ kind }) => kind === 'scroll')) },
    })
  })
})
