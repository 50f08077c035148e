import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import { LIMITS } from '../../sdk/wire/limits.ts'
import { aBatch, aView } from '../../test/batches.ts'
import { HOSTILE } from '../../test/busy-sessions.ts'
import { type Engine, type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'

const MINUTE = 60_000
const LIST = `query List($first: Int, $after: String, $orderBy: ErrorOrder, $state: ErrorState, $range: RangeInput!) {
  site(id: "test") { segment(range: $range) { errors(first: $first, after: $after, orderBy: $orderBy, state: $state) {
    pageInfo { hasNextPage endCursor } nodes { id message state events sessions } } } } }`
const GROUP = `query Group($id: ID!) { site(id: "test") { errorGroup(id: $id) { id message type events state
  decision { state release until count by } latest { message stack breadcrumbs { kind text } }
  reason { by frames { function module } } segment { sessionCount sessions { nodes { id } } } } } }`

type Node = { id: string; message: string; state: string; events: number; sessions: number }

describe.each<Engine>(['timescale', 'plain'])('on %s', (engine) => {
  let database: TestDatabase
  let pipeline: Pipeline
  let now: number

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    now = Date.now() - 60 * MINUTE
    pipeline = await createPipeline(database, () => now)
  })
  afterAll(() => database.drop())

  /** A session of a release in which these errors happened now, one after the other. */
  const fail = async (
    messages: string[],
    { release = 'web@1', ...own }: { release?: string; stack?: string } = {},
  ) => {
    const view = randomUUID()
    const batch = aBatch({
      sentAt: now,
      session: { id: randomUUID(), startedAt: now },
      context: { release },
      views: { [view]: aView({ startedAt: now }) },
      events: [
        { t: 'view', at: now, view, seq: 0 },
        ...messages.map((message, i): WireEvent => {
          const breadcrumbs = [{ at: now, kind: 'click', text: message.slice(0, 500) }]
          return {
            t: 'error',
            at: now,
            view,
            seq: i + 1,
            type: 'Error',
            message,
            source: 'window',
            breadcrumbs,
            ...own,
          }
        }),
      ],
    })
    await pipeline.send(batch)
    return batch.session.id
  }

  const ask = async (query: string, variables: Record<string, unknown>, scopes?: ('READ' | 'MANAGE')[]) => {
    const { data, errors } = await pipeline.ask(query, { range: { last: 'PT6H' }, ...variables }, scopes)
    expect(errors).toBeUndefined()
    return data
  }
  const list = async (variables: Record<string, unknown> = {}) =>
    (await ask(LIST, variables)).site.segment.errors as {
      nodes: Node[]
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
    }
  const stateOf = async (message: string) =>
    (await list({ first: 200 })).nodes.find((node) => node.message === message)?.state

  const decide = async (field: string, input: Record<string, unknown>) => {
    const type = field.replace(/^./, (first) => first.toUpperCase())
    const query = `mutation Decide($input: ${type}Input!) { ${field}(input: $input) { group { id state } userErrors { path code message } } }`
    return (await ask(query, { input }, ['READ', 'MANAGE']))[field]
  }

  test.each(['SESSIONS', 'EVENTS', 'LAST_SEEN', 'FIRST_SEEN', 'NEW'])(
    'pages by %s give each group once while errors arrive',
    async (orderBy) => {
      now += MINUTE
      const words = ['ash', 'oak', 'elm', 'fir', 'yew', 'box', 'bay']
      const names = words.map((word) => `${orderBy.toLowerCase().replace('_', ' ')} ${word}`)
      for (const [i, name] of names.entries()) {
        now += 1000
        await fail(Array.from({ length: 1 + (i % 3) }, () => name))
      }
      const whole = await list({ orderBy, first: 200 })
      const paged: string[] = []
      for (let after: string | null = null; ;) {
        const { nodes, pageInfo } = await list({ orderBy, first: 2, after })
        paged.push(...nodes.map(({ message }) => message))
        after = pageInfo.endCursor
        if (!pageInfo.hasNextPage) break
        // A new group, and more of groups that are listed already or are yet to come.
        now += 1000
        if (orderBy !== 'LAST_SEEN') await fail([`late ${orderBy} ${paged.length}`, ...names])
      }
      expect(paged).toEqual(whole.nodes.map(({ message }) => message))
    },
  )

  test('a group that is resolved comes back where the fix should be, and only there', async () => {
    now += MINUTE
    await fail(['broken price'], { release: 'web@1' })
    const id = (await list({ first: 200 })).nodes.find(({ message }) => message === 'broken price')?.id
    expect(id).toMatch(/^test\/error\/v1-[0-9a-f]{24}$/)
    now += MINUTE
    expect(await decide('resolveErrorGroup', { id, release: 'web@2' })).toEqual({
      group: { id, state: 'RESOLVED' },
      userErrors: [],
    })
    now += MINUTE
    await fail(['broken price'], { release: 'web@1' })
    expect(await stateOf('broken price')).toBe('RESOLVED')
    now += MINUTE
    await fail(['something else'], { release: 'web@2' })
    expect(await stateOf('broken price')).toBe('RESOLVED')
    now += MINUTE
    await fail(['broken price'], { release: 'web@3' })
    expect(await stateOf('broken price')).toBe('REGRESSED')
    const regressed = await list({ state: 'REGRESSED', first: 200 })
    expect(regressed.nodes.map(({ message }) => message)).toEqual(['broken price'])
    expect((await decide('reopenErrorGroup', { id })).group).toEqual({ id, state: 'OPEN' })
    expect((await list({ state: 'REGRESSED', first: 200 })).nodes).toEqual([])
  })

  test('a group that is ignored comes back after so many events, or at its moment', async () => {
    now += MINUTE
    await fail(['noise', 'hum'])
    const nodes = (await list({ first: 200 })).nodes
    const [noise, hum] = ['noise', 'hum'].map((name) => nodes.find(({ message }) => message === name)?.id)
    await decide('ignoreErrorGroup', { id: noise, count: 2 })
    await decide('ignoreErrorGroup', { id: hum, until: new Date(now + 3 * MINUTE).toISOString() })
    now += MINUTE
    await fail(['noise', 'hum'])
    const ignored = await list({ state: 'IGNORED', first: 200 })
    expect(ignored.nodes.map(({ message }) => message).sort()).toEqual(['hum', 'noise'])
    const open = await list({ state: 'OPEN', first: 200 })
    expect(open.nodes.map(({ message }) => message)).not.toContain('noise')
    now += MINUTE
    await fail(['noise', 'hum'])
    expect([await stateOf('noise'), await stateOf('hum')]).toEqual(['OPEN', 'IGNORED'])
    now += MINUTE
    expect(await stateOf('hum')).toBe('OPEN')
  })

  test('what cannot be decided is told with its place and the remedy, and changes nothing', async () => {
    now += MINUTE
    await fail(['stays open'])
    const id = (await list({ first: 200 })).nodes.find(({ message }) => message === 'stays open')?.id
    const past = new Date(now - 1).toISOString()
    const future = new Date(now + 1).toISOString()
    const cases: [string, Record<string, unknown>, string[], string][] = [
      ['resolveErrorGroup', { id: 'test/error/v1-000' }, ['id'], 'UNKNOWN'],
      ['resolveErrorGroup', { id: 'other/error/v1-000' }, ['id'], 'UNKNOWN'],
      ['resolveErrorGroup', { id: 'nonsense' }, ['id'], 'UNKNOWN'],
      ['resolveErrorGroup', { id, release: '' }, ['release'], 'INVALID'],
      ['ignoreErrorGroup', { id, until: past }, ['until'], 'INVALID'],
      ['ignoreErrorGroup', { id, count: 0 }, ['count'], 'INVALID'],
      ['ignoreErrorGroup', { id, count: 5, until: future }, ['count'], 'INVALID'],
    ]
    for (const [field, input, path, code] of cases) {
      expect(await decide(field, input)).toMatchObject({ group: null, userErrors: [{ path, code }] })
    }
    expect(await stateOf('stays open')).toBe('OPEN')
    const query = 'mutation Reopen($id: ID!) { reopenErrorGroup(input: { id: $id }) { userErrors { code } } }'
    const { errors } = await pipeline.ask(query, { id }, ['READ'])
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
  })

  test('one group is found by both forms of its id, with its latest occurrence and its sessions', async () => {
    now += MINUTE
    const stack = 'Error: deep\n    at pay (https://shop.example/assets/checkout-4f9a1c2b.js:10:22)'
    const session = await fail(['deep'], { stack })
    const id = (await list({ first: 200 })).nodes.find(({ message }) => message === 'deep')?.id ?? ''
    const expected = {
      id,
      message: 'deep',
      type: 'Error',
      events: 1,
      state: 'OPEN',
      decision: null,
      latest: { message: 'deep', stack, breadcrumbs: [{ kind: 'click', text: 'deep' }] },
      reason: { by: 'STACK', frames: [{ function: 'pay', module: '/assets/checkout-:hash.js' }] },
      segment: { sessionCount: 1, sessions: { nodes: [{ id: `test/session/${session}` }] } },
    }
    const group = async (one: string) => (await ask(GROUP, { id: one })).site.errorGroup
    expect(await group(id)).toEqual(expected)
    expect(await group(id.replace('test/error/', ''))).toEqual(expected)
    const node = 'query Node($id: ID!) { node(id: $id) { __typename id ... on ErrorGroup { message } } }'
    expect((await ask(node, { id })).node).toEqual({ __typename: 'ErrorGroup', id, message: 'deep' })
    for (const unknown of ['v1-none', id.replace('test', 'other'), 'a\0b', "'; --"])
      expect(await group(unknown)).toBeNull()
  })

  test('hostile text goes through as the text it is', async () => {
    now += MINUTE
    const long = 'very long '.repeat(200).slice(0, LIMITS.messageLength)
    await fail([...HOSTILE, long])
    const messages = (await list({ first: 200, orderBy: 'LAST_SEEN' })).nodes.map(({ message }) => message)
    expect(messages).toEqual(expect.arrayContaining([...HOSTILE, long]))
  })

  test('a site without errors has none, in every order and state', async () => {
    const range = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }
    for (const orderBy of ['SESSIONS', 'NEW', 'LAST_SEEN'])
      expect((await list({ range, orderBy })).nodes).toEqual([])
    for (const state of ['OPEN', 'REGRESSED']) expect((await list({ range, state })).nodes).toEqual([])
  })
})
