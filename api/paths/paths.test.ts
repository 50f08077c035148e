import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { aVisit } from '../../test/visits.ts'

const NOW = Date.UTC(2026, 9, 20, 12)
const PAGES = ['/', '/a', '/b', '/c', '/d']
const GRAPH =
  'sessions nodes { id step page other count began ended dropOff } links { source target count } topPaths(first: 50) { pages share { count total } }'

type Node = {
  id: string
  step: number
  page: string | null
  other: boolean
  count: number
  began: number
  ended: number
  dropOff: number
}
type Link = { source: string; target: string; count: number }

describe.each(['timescale', 'plain'] as const)('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline
  const sessions: { pages: string[]; weight: number }[] = []

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    pipeline = await createPipeline(database, () => NOW)
    const random = createRandom(9)
    const prepared = []
    for (let i = 0; i < 150; i++) {
      const start = NOW - random.int(1, 40) * 3_600_000
      const pages = Array.from({ length: random.int(1, 9) }, () => random.pick(PAGES))
      const rate = random.chance(0.3) ? 0.5 : 1
      const batch = aVisit(
        pages.map((page, step) => ({ at: start + step * 1000, page })),
        { rate },
      )
      prepared.push(...(await pipeline.prepare(batch, { receivedAt: batch.sentAt })))
      sessions.push({ pages, weight: 1 / rate })
    }
    await pipeline.store(prepared)
  }, 180_000)
  afterAll(() => database.drop())

  async function graph(args: string, where = '') {
    const { data, errors } = await pipeline.ask(
      `{ site(id: "test") { segment(range: { last: "P2D" }${where}) { sessionCount paths${args} { ${GRAPH} } } } }`,
    )
    expect(errors).toBeUndefined()
    return { ...data.site.segment.paths, sessionCount: data.site.segment.sessionCount }
  }

  test.each([
    ['(depth: 3, top: 50)', {}],
    ['(depth: 5, top: 50, from: "/a")', { from: '/a' }],
    ['(depth: 2, top: 50, to: "/b")', { to: '/b' }],
    ['(depth: 4, top: 50, from: "/a", to: "/b")', { from: '/a', to: '/b' }],
    ['(depth: 4, top: 50, from: "/a", to: "/a")', { from: '/a', to: '/a' }],
  ] as const)('paths%s are what going through each session by hand gives', async (args, ends) => {
    const depth = Number(/depth: (\d)/.exec(args)?.[1])
    const counts = new Map<string, number>()
    for (const { pages, weight } of sessions) {
      const path = byHand(pages, { from: null, to: null, ...ends, depth })
      if (path !== null) counts.set(path.join(' '), (counts.get(path.join(' ')) ?? 0) + weight)
    }
    const answer = await graph(args)
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    expect(answer.sessions).toBe(total)
    for (const { pages, share } of answer.topPaths)
      expect([pages, share]).toEqual([pages, { count: counts.get(pages.join(' ')), total }])
    expect(answer.topPaths).toHaveLength(Math.min(50, counts.size))
  })

  test.each([
    '(depth: 5)',
    '(depth: 3, top: 2)',
    '(depth: 3, top: 1, from: "/a")',
    '(depth: 4, top: 2, to: "/c")',
  ])('in paths%s what comes to a node goes from it', async (args) => {
    const { nodes, links, sessions: total } = await graph(args)
    const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
    for (const node of nodes as Node[]) {
      const flows = (end: 'source' | 'target') =>
        sum((links as Link[]).filter((link) => link[end] === node.id).map(({ count }) => count))
      expect(flows('target') + node.began, node.id).toBe(node.count)
      expect(flows('source') + node.ended, node.id).toBe(node.count)
      expect(node.dropOff).toBeLessThanOrEqual(node.ended)
    }
    expect(sum((nodes as Node[]).map(({ began }) => began))).toBe(total)
    expect(sum((nodes as Node[]).map(({ ended }) => ended))).toBe(total)
  })

  test('from the entry every session of the segment has a path, whole also where the filter is on pages', async () => {
    const all = await graph('')
    expect(all.sessions).toBe(all.sessionCount)
    const some = await graph('(top: 50)', ', where: { page: { eq: "/d" } }')
    expect(some.sessions).toBe(some.sessionCount)
    expect(some.sessions).toBeLessThan(all.sessions)
    expect((some.nodes as Node[]).some(({ page }) => page === '/a')).toBe(true)
  })

  test('a page that nobody saw gives an empty graph, and what cannot be is refused', async () => {
    expect(await graph('(from: "/nowhere")')).toMatchObject({
      sessions: 0,
      nodes: [],
      links: [],
      topPaths: [],
    })
    const { errors } = await pipeline.ask(
      '{ site(id: "test") { segment(range: { last: "P2D" }) { paths(depth: 6) { sessions } } } }',
    )
    expect(errors?.[0]?.message).toBe('`depth` is 6: ask for 1 to 5')
  })
})

/** The path of a session, or null where it has none between these ends. */
function byHand(
  seen: readonly string[],
  { from, to, depth }: { from: string | null; to: string | null; depth: number },
): string[] | null {
  const pages = seen.filter((page, i) => page !== seen[i - 1])
  const first = from === null ? 0 : pages.indexOf(from)
  if (first === -1) return null
  const rest = pages.slice(first)
  if (to === null) return rest.slice(0, depth + 1)
  const last = rest.findIndex((page, i) => page === to && (from === null || i > 0))
  if (last === -1) return null
  const path = rest.slice(0, last + 1)
  return from === null ? path.slice(-depth - 1) : path.slice(0, depth + 1)
}
