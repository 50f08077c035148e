import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../../api/access/authenticate.ts'
import type { Notice } from '../../api/deliveries/notice.ts'
import { sql } from '../../api/db/sql.ts'
import { saveFlag } from '../../api/flags/saved-flags.ts'
import type { SaveFlagInput } from '../../api/schema.generated.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { FLAG, aFlaggedSession } from '../../test/flagged-sessions.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { dueHour, judgeFlags } from './judge-flags.ts'

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
let channelIds: number[]

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => NOW)
  const channels = await Promise.all(
    ['a', 'b'].map((name) =>
      database.control.channel.create({
        data: { siteId: pipeline.siteId, name, kind: 'WEBHOOK', settings: {} },
      }),
    ),
  )
  channelIds = channels.map(({ id }) => id)
  const random = createRandom(6)
  const sessions = Array.from({ length: 600 }, () => aFlaggedSession(random, random.uuid(), NOW))
  const prepared = await Promise.all(sessions.map(({ batch }) => pipeline.prepare(batch)))
  await pipeline.store(prepared.flat())
}, 60_000)
afterAll(() => database.drop())

const save = async (input: Partial<SaveFlagInput>) => {
  const { userErrors } = await saveFlag(database.control, MANAGER, {
    input: {
      site: 'test',
      key: FLAG,
      control: 'off',
      channels: channelIds.map(String),
      startedAt: new Date(NOW - 2 * 86_400_000),
      ...input,
    },
    now: NOW,
  })
  expect(userErrors).toEqual([])
}

const judge = () => judgeFlags(database, NOW)
const told = async () => {
  const rows = await database.db.query<{ key: string; channel_id: number; notice: Notice }>(
    sql`SELECT key, channel_id, notice FROM rum.deliveries ORDER BY id`,
  )
  return rows
}

test('a verdict and a broken guardrail are told once to each channel, however often they are judged', async () => {
  await save({
    metrics: [{ vital: { metric: 'LCP' } }, { figure: 'BOUNCE_RATE' }],
    guardrails: [
      { metric: { vital: { metric: 'LCP', of: 'MEAN' } }, worst: 100 },
      { metric: { vital: { metric: 'LCP', of: 'MEAN' }, name: 'lenient' }, worst: 3, relative: true },
    ],
  })
  const counts = await Promise.all([judge(), judge()])
  expect(counts[0] + counts[1]).toBe(4)
  expect(await judge()).toBe(0)
  const titles = (await told()).map(({ notice }) => notice.title).sort()
  expect(titles).toEqual([
    `${FLAG}: on breaks the guardrail on mean LCP`,
    `${FLAG}: on breaks the guardrail on mean LCP`,
    `${FLAG}: on is worse than off in LCP p75`,
    `${FLAG}: on is worse than off in LCP p75`,
  ])
})

test('a notice brings the question that gives the same figures again', async () => {
  for (const { notice } of await told()) {
    const { operation, data } = notice
    const { data: answer, errors } = await pipeline.ask(operation?.query ?? '', operation?.variables)
    expect(errors).toBeUndefined()
    const { compare, guardrails } = answer.site.segment.flag
    const [found] = (compare ?? guardrails).filter(
      ({ metric }: { metric: string }) => metric === data['metric'],
    )
    expect(found.value).toBe(data['value'])
    expect(found.difference).toBe(data['difference'])
    expect(found.verdict ?? found.state).toBe(data['verdict'] ?? data['state'])
  }
})

test('an experiment that is begun anew is told of again', async () => {
  await save({ startedAt: new Date(NOW - 3 * 86_400_000), metrics: [{ vital: { metric: 'LCP' } }] })
  expect(await judge()).toBe(2)
})

test('sessions that do not come as declared are told of, and nothing else', async () => {
  await save({
    startedAt: new Date(NOW - 4 * 86_400_000),
    split: [
      { variant: 'on', weight: 9 },
      { variant: 'off', weight: 1 },
    ],
    metrics: [{ vital: { metric: 'LCP' } }],
    guardrails: [{ metric: { vital: { metric: 'LCP' } }, worst: 0 }],
  })
  expect(await judge()).toBe(2)
  const { key, notice } = (await told()).find(({ key }) => key.endsWith('/sample-ratio')) ?? {}
  expect(key).toBeDefined()
  expect(notice?.title).toBe(`${FLAG}: sessions do not come to the variants as declared`)
})

test('nothing that began before the experiment counts, and without channels nobody is told', async () => {
  await save({ startedAt: new Date(NOW - 60_000), metrics: [{ vital: { metric: 'LCP' } }], guardrails: [] })
  expect(await judge()).toBe(0)
  await save({
    startedAt: new Date(NOW - 5 * 86_400_000),
    metrics: [{ vital: { metric: 'LCP' } }],
    channels: [],
  })
  expect(await judge()).toBe(0)
})

test('a flag that cannot be judged does not keep the others from it', async () => {
  await save({ startedAt: new Date(NOW - 6 * 86_400_000), metrics: [{ vital: { metric: 'LCP' } }] })
  await save({ key: 'a broken one' })
  await database.control.flag.update({
    where: { siteId_key: { siteId: pipeline.siteId, key: 'a broken one' } },
    data: { definition: { control: 'off', split: null, metrics: [{}], guardrails: [] } },
  })
  const before = (await told()).length
  await expect(judge()).rejects.toThrow('1 of 2 flags could not be judged')
  expect((await told()).length).toBe(before + 2)
})

test('a late worker judges the hour it was called for', () => {
  expect(dueHour(NOW + 59 * 60_000)).toBe(NOW)
  expect(dueHour(NOW)).toBe(NOW)
})
