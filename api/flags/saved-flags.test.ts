import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { FLAG, aFlaggedSession } from '../../test/flagged-sessions.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { aVisit } from '../../test/visits.ts'
import type { Caller } from '../access/authenticate.ts'
import type { SaveFlagInput } from '../schema.generated.ts'
import { deleteFlag, saveFlag } from './saved-flags.ts'

const NOW = Date.UTC(2026, 9, 20, 12)
const MANAGER: Caller = {
  tokenId: 1,
  name: 'test',
  scopes: ['READ', 'MANAGE'],
  siteIds: null,
  expiresAt: null,
}

let database: TestDatabase
let pipeline: Pipeline
let channelId: number

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => NOW)
  const channel = { siteId: pipeline.siteId, name: 'pager', kind: 'WEBHOOK', settings: {} }
  channelId = (await database.control.channel.create({ data: channel })).id
  const random = createRandom(6)
  const sessions = Array.from({ length: 600 }, () => aFlaggedSession(random, random.uuid(), NOW))
  const prepared = await Promise.all(sessions.map(({ batch }) => pipeline.prepare(batch)))
  await pipeline.store(prepared.flat())
}, 60_000)
afterAll(() => database.drop())

const save = (input: Partial<SaveFlagInput>, caller = MANAGER) =>
  saveFlag(database.control, caller, {
    input: { site: 'test', key: FLAG, control: 'off', ...input },
    now: NOW,
  })

const ask = async (query: string, scopes: ('READ' | 'MANAGE')[] = ['READ']) => {
  const { data, errors } = await pipeline.ask(query, {}, scopes)
  expect(errors).toBeUndefined()
  return data
}

test('a flag is listed once it was seen, and once it was saved', async () => {
  await pipeline.send(aVisit([{ at: NOW - 1000, page: '/' }], { flags: { theme: 'dark' } }))
  await save({ key: 'to-come', owner: 'Ada' })
  const fields = 'key variants { key sessions } lastEvaluation control owner startedAt'
  const { site, node } = await ask(
    `{ site(id: "test") { flags { id ${fields} } byKey: flag(id: "theme") { key } none: flag(id: "other/flag/theme") { key } } node(id: "test/flag/theme") { id ... on Flag { ${fields} } } }`,
  )
  expect(site.flags.map(({ id }: { id: string }) => id)).toEqual([
    `test/flag/${FLAG}`,
    'test/flag/theme',
    'test/flag/to-come',
  ])
  expect(site.flags[0].variants.map(({ key }: { key: string }) => key).sort()).toEqual(['off', 'on'])
  expect(site.flags[2]).toMatchObject({
    variants: [],
    lastEvaluation: null,
    control: 'off',
    owner: 'Ada',
    startedAt: new Date(NOW).toISOString(),
  })
  expect(node).toEqual({
    id: 'test/flag/theme',
    key: 'theme',
    variants: [{ key: 'dark', sessions: 1 }],
    lastEvaluation: new Date(NOW - 1000).toISOString(),
    control: null,
    owner: null,
    startedAt: null,
  })
  expect(site.byKey).toEqual({ key: 'theme' })
  expect(site.none).toBeNull()
})

test('what was saved is what is asked when the question does not say', async () => {
  const saved = await ask(
    `mutation { saveFlag(input: { site: "test", key: "${FLAG}", control: "off", channels: ["${channelId}", "test/channel/${channelId}"]
      split: [{ variant: "on", weight: 1 }, { variant: "off", weight: 1 }]
      metrics: [{ conversion: { request: { duration: { max: "PT2S" } } } }]
      guardrails: [
        { metric: { vital: { metric: LCP } }, worst: 100 }
        { metric: { vital: { metric: LCP, q: 0.5 } }, worst: 3, relative: true }
        { metric: { figure: BOUNCE_RATE }, worst: 0.001 }
      ] }) { userErrors { message } flag { id split { variant weight } metrics guardrails channels { name } } } }`,
    ['READ', 'MANAGE'],
  )
  expect(saved.saveFlag.userErrors).toEqual([])
  expect(saved.saveFlag.flag).toMatchObject({
    id: `test/flag/${FLAG}`,
    split: [
      { variant: 'on', weight: 1 },
      { variant: 'off', weight: 1 },
    ],
    channels: [{ name: 'pager' }],
  })
  expect(JSON.parse(saved.saveFlag.flag.metrics)).toEqual([
    { conversion: { request: { duration: { max: 'PT2S' } } } },
  ])
  const { site } = await ask(
    `{ site(id: "test") { segment(range: { last: "P2D" }) { flag(key: "${FLAG}") {
      control compare(metrics: [{ figure: BOUNCE_RATE }]) { variant }
      guardrails { metric variant worst relative value baseline difference state } } } } }`,
  )
  const { control, compare, guardrails } = site.segment.flag
  expect(control).toBe('off')
  expect(compare).toEqual([{ variant: 'on' }])
  expect(guardrails).toMatchObject([
    { metric: 'LCP p75', variant: 'on', worst: 100, relative: false, state: 'BROKEN' },
    { metric: 'LCP p50', variant: 'on', worst: 3, relative: true, state: 'PASSED' },
    { metric: 'bounce rate', variant: 'on', worst: 0.001, relative: false, state: 'UNDECIDED' },
  ])
  expect(guardrails[0].difference).toBeCloseTo(guardrails[0].value - guardrails[0].baseline, 9)
})

test('a guardrail is open where sessions did not come as declared', async () => {
  const { site } = await ask(
    `{ site(id: "test") { segment(range: { last: "P2D" }) { flag(key: "${FLAG}", split: [{ variant: "on", weight: 9 }, { variant: "off", weight: 1 }]) { guardrails { state } } } } }`,
  )
  expect(site.segment.flag.guardrails).toEqual(Array.from({ length: 3 }, () => ({ state: 'UNDECIDED' })))
})

test('saving again keeps when the experiment began, unless it is given', async () => {
  const began = new Date(NOW - 5000)
  expect((await save({ key: 'again', startedAt: began })).flag?.startedAt).toEqual(began)
  expect((await save({ key: 'again', control: 'b' })).flag).toMatchObject({
    startedAt: began,
    definition: { control: 'b' },
  })
})

test.each<[Partial<SaveFlagInput>, string, string]>([
  [{ site: 'nowhere' }, 'site', 'there is no site "nowhere"'],
  [{ key: '' }, 'key', 'expected 1 to 200'],
  [{ control: '' }, 'control', 'expected 1 to 200'],
  [{ owner: 'x'.repeat(201) }, 'owner', 'expected 1 to 200'],
  [{ split: [{ variant: 'on', weight: 1 }] }, 'split', 'a split of 1 parts'],
  [
    {
      split: [
        { variant: 'a', weight: 1 },
        { variant: 'b', weight: 1 },
      ],
    },
    'split',
    'no part for the control "off"',
  ],
  [{ channels: ['999'] }, 'channels', 'this site has no channel "999"'],
  [{ metrics: [{}] }, 'metrics', 'give exactly one of'],
  [
    { guardrails: [{ metric: { figure: 'BOUNCE_RATE' }, worst: -1 }] },
    'guardrails',
    'the worst change of bounce rate is -1',
  ],
])('%j is refused and nothing is saved', async (input, path, message) => {
  const before = await database.control.flag.count()
  const { flag, userErrors } = await save(input)
  expect(flag).toBeNull()
  expect(userErrors).toMatchObject([{ path: [path], message: expect.stringContaining(message) }])
  expect(await database.control.flag.count()).toBe(before)
})

test('a flag is deleted once, and stays listed while sessions tell of it', async () => {
  await save({ key: 'theme' })
  expect((await deleteFlag(database.control, MANAGER, 'test/flag/theme')).deletedId).toBe('test/flag/theme')
  expect((await deleteFlag(database.control, MANAGER, 'test/flag/theme')).userErrors).toMatchObject([
    { path: ['id'], code: 'UNKNOWN' },
  ])
  const { site } = await ask('{ site(id: "test") { flag(id: "theme") { control variants { key } } } }')
  expect(site.flag).toEqual({ control: null, variants: [{ key: 'dark' }] })
})

test('who may not manage or not see the site changes nothing', async () => {
  const reader: Caller = { ...MANAGER, scopes: ['READ'] }
  const stranger: Caller = { ...MANAGER, siteIds: [pipeline.siteId + 1] }
  await save({ key: 'guarded' })
  await expect(save({ key: 'guarded' }, reader)).rejects.toThrow('scope MANAGE')
  await expect(deleteFlag(database.control, reader, 'test/flag/guarded')).rejects.toThrow('scope MANAGE')
  expect((await save({ key: 'guarded' }, stranger)).userErrors).toMatchObject([{ code: 'UNKNOWN' }])
  expect((await deleteFlag(database.control, stranger, 'test/flag/guarded')).deletedId).toBeNull()
})
