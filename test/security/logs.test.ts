/** What nobody may find in a log, an error, a metric or the reason of a dead letter: forty secrets, put everywhere. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import { readEnv } from '../../api/env.ts'
import { createLog } from '../../api/log.ts'
import { type Queue, openQueue } from '../../api/queue/queues.ts'
import { type Server, startServer } from '../../api/server.ts'
import { KEY, aBatch, aView, aVital } from '../batches.ts'
import { type TestDatabase, createTestDatabase } from '../database.ts'
import { everyField } from '../pii/every-field.ts'
import { createPipeline } from '../pipeline.ts'
import { until } from '../until.ts'

const CANARIES = Array.from({ length: 40 }, (_, i) => `kanarie${i}q`)
/** Each time the next one, so that a leak tells where it came from. */
let used = 0
const canary = () => CANARIES[used++ % CANARIES.length] ?? ''

let database: TestDatabase
const logs: string[] = []
const errors: string[] = []
const log = createLog({ name: 'test', level: 'trace' }, { write: (line: string) => void logs.push(line) })
const stops: (() => Promise<void>)[] = []
let healthy: Server
let refused: Queue<'ingest'>
let cutOff: Server

/** The address with a secret for its password. */
const withPassword = (url: string) => Object.assign(new URL(url), { password: canary() }).toString()

beforeAll(async () => {
  database = await createTestDatabase('plain')
  const variables = {
    PORT: '0',
    SMTP_URL: `smtp://mailer:${canary()}@127.0.0.1:9`,
    OIDC_ISSUER: 'https://127.0.0.1:9/',
    OIDC_CLIENT_ID: 'sightline',
    OIDC_CLIENT_SECRET: canary(),
    OIDC_ALLOWED: '@shop.example',
  }
  const start = async (databaseUrl: string, more: Record<string, string> = {}) => {
    const env = readEnv({ ...variables, DATABASE_URL: databaseUrl, ...more })
    const server = await startServer({ ...env, databaseUrl }, log)
    stops.push(() => server.close())
    return server
  }
  const { url } = database
  healthy = await start(url)
  const store = { ...database.store('redis'), redisUrl: withPassword(inject('redisUrl')) }
  refused = openQueue('ingest', store, (error) => log.error({ err: error }, 'queue'))
  cutOff = await start(`postgresql://mailer:${canary()}@127.0.0.1:9/${canary()}`)
})
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()))
  await database.drop()
})

async function ask(url: string, init: RequestInit = {}): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer sl_${canary()}`,
    cookie: `session=${canary()}; sightline=${canary()}`,
    'user-agent': canary(),
    referer: `https://shop.example/${canary()}`,
    'x-forwarded-for': canary(),
    'x-api-key': canary(),
    ...(init.headers as Record<string, string> | undefined),
  }
  const response = await fetch(url, { redirect: 'manual', ...init, headers })
  const text = await response.text()
  if (response.status >= 400) errors.push(`${response.status} ${text}`)
  return response.status
}

test('a queue that does not let us in is logged', async () => {
  void refused.add({ layout: 0, batches: [] }).catch(() => {})
  await until('it is', () => Promise.resolve(logs.some((line) => line.includes('WRONGPASS'))))
  void refused.close().catch(() => {})
})

test('requests with secrets in every header, address and body are answered', async () => {
  await createPipeline(database)
  for (const { url } of [healthy, cutOff]) {
    const post = (path: string, body: string, headers = {}) =>
      ask(`${url}${path}`, { method: 'POST', body, headers })
    const { batch } = everyField(canary(), Date.now())
    const statuses = [
      await post('/v1/events', JSON.stringify(batch)),
      await post('/v1/events', JSON.stringify({ ...batch, key: `pk_${canary()}` })),
      await post('/v1/events', `{"key":"${canary()}"`),
      await post('/v1/events', JSON.stringify({ ...batch, id: canary() })),
      await post('/v1/events', JSON.stringify(batch), { 'content-encoding': 'gzip' }),
      await ask(`${url}/v1/config?key=${canary()}&token=${canary()}`),
      await ask(`${url}/${canary()}?token=${canary()}`),
      await post('/graphql', JSON.stringify({ query: `{ site(id: "${canary()}") { name } }` })),
      await post('/graphql', `{"query": "${canary()}`),
      await post('/sign-in', JSON.stringify({ token: `sl_${canary()}` })),
      await ask(`${url}/sign-in/oidc`),
      await ask(`${url}/sign-in/oidc/callback?code=${canary()}&state=${canary()}`),
      await ask(`${url}/metrics`),
    ]
    expect(statuses.slice(0, 5)).toEqual(
      url === cutOff.url ? [503, 503, 400, 400, 400] : [202, 401, 400, 400, 400],
    )
  }
  expect(used).toBeGreaterThan(CANARIES.length)
}, 60_000)

test('a batch that cannot be stored is a dead letter with a reason', async () => {
  const pipeline = await createPipeline(database)
  const secret = canary()
  const view = '01935f3e-0000-7000-8000-000000000001'
  const events = [aVital({ view, attribution: { element: secret } })]
  const [batch] = await pipeline.prepare(aBatch({ key: KEY, views: { [view]: aView() }, events }))
  if (batch === undefined) throw new Error('the batch was refused')
  const broken = (from: string, to: string) => {
    const bytes = Buffer.from(batch.events, 'base64')
    const at = bytes.indexOf(from)
    bytes.write(to, at, 'latin1')
    return { ...batch, batchId: aBatch().id, events: bytes.toString('base64') }
  }
  const batches = [
    broken(`"${secret}"`, `"${secret}x`),
    broken(secret, `${secret.slice(0, -1)}\u0000`),
    { ...batch, batchId: secret },
    { ...batch, batchId: aBatch().id, events: secret },
  ]
  for (const one of batches) await pipeline.store([one])
  expect((await letters()).length).toBeGreaterThanOrEqual(batches.length)
  expect((await letters()).every(({ reason }) => reason.length > 0)).toBe(true)
}, 60_000)

test('none of the secrets is in a log, an error, a metric or a reason', async () => {
  expect(logs.length).toBeGreaterThan(0)
  expect(errors.length).toBeGreaterThan(10)
  const metrics = await (await fetch(`${healthy.url}/metrics`)).text()
  const found = (texts: readonly string[]) => texts.filter((text) => /kanarie/i.test(text))
  const reasons = (await letters()).map(({ code, reason }) => `${code} ${reason}`)
  expect({
    logs: found(logs),
    errors: found(errors),
    reasons: found(reasons),
    metrics: found([metrics]),
  }).toEqual({
    logs: [],
    errors: [],
    reasons: [],
    metrics: [],
  })
})

function letters() {
  return database.db.query<{ code: string; reason: string }>(
    sql`/* test.letters */ SELECT code, reason FROM rum.dead_letters`,
  )
}
