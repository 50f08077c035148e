import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'

const NOW = Date.UTC(2026, 10, 21, 12)

let database: TestDatabase
let pipeline: Pipeline
beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => NOW)
})
afterAll(() => database.drop())

const record = async (input: object, scopes: ('READ' | 'MANAGE')[] = ['READ', 'MANAGE']) => {
  const { data, errors } = await pipeline.ask(
    `mutation ($input: RecordDeployInput!) {
      recordDeploy(input: $input) { deploy { version environment at by } userErrors { path code message } } }`,
    { input: { site: 'test', version: 'web@1', ...input } },
    scopes,
  )
  return { ...data?.recordDeploy, errors }
}
const deploys = async (environment?: string) =>
  (
    await pipeline.ask(
      `query ($environment: String) { site(id: "test") {
        deploys(range: { last: "P7D" }, environment: $environment) { version environment at note url } } }`,
      { environment },
    )
  ).data.site.deploys

test('what went live is told once, however often a pipeline is run', async () => {
  const at = '2026-11-20T10:00:00.000Z'
  expect(await record({ at })).toMatchObject({
    deploy: { version: 'web@1', environment: 'production', at, by: 'test' },
    userErrors: [],
  })
  await record({ at, note: 'again', url: 'https://ci.example/1' })
  await record({ version: 'web@2' })
  await record({ version: 'web@2', environment: 'staging' })
  expect(await deploys('production')).toEqual([
    { version: 'web@2', environment: 'production', at: new Date(NOW).toISOString(), note: null, url: null },
    { version: 'web@1', environment: 'production', at, note: 'again', url: 'https://ci.example/1' },
  ])
  expect(await deploys()).toHaveLength(3)
})

test.each([
  ['site', { site: 'nowhere' }, 'there is no site "nowhere"'],
  ['version', { version: ' ' }, '`version` has 0 characters: expected 1 to 200'],
  ['environment', { environment: 'x'.repeat(101) }, '`environment` has 101 characters'],
  ['url', { url: 'javascript:alert(1)' }, '"javascript:alert(1)" is no address: expected https://…'],
  ['at', { at: '2024-01-01T00:00:00Z' }, '2024-01-01T00:00:00.000Z is not within the last year'],
  ['at', { at: '2026-12-24T00:00:00Z' }, 'is not within the last year'],
])('a mistake in `%s` is told: %j', async (field, input, message) => {
  const { deploy, userErrors } = await record(input)
  expect(deploy).toBeNull()
  expect(userErrors).toMatchObject([{ path: [field] }])
  expect(userErrors[0].message).toContain(message)
})

test('it needs the scope MANAGE', async () => {
  expect((await record({}, ['READ'])).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
})

test('the history of an SLO marks it', async () => {
  const { data } = await pipeline.ask(
    `mutation { createSlo(input: { site: "test", name: "Fast", definition: {
      objective: 0.75, indicator: { kind: VITAL, metric: LCP } } }) { slo {
        history(interval: DAY, range: { last: "P7D" }) { marks { at kind label environment } } } } }`,
    {},
    ['READ', 'MANAGE'],
  )
  expect(data.createSlo.slo.history.marks).toMatchObject([
    { kind: 'DEPLOY', label: 'web@1', environment: 'production', at: '2026-11-20T10:00:00.000Z' },
    { kind: 'DEPLOY', label: 'web@2' },
    { kind: 'DEPLOY', label: 'web@2' },
  ])
})
