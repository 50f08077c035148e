/** The limits at a real server: a flood on one key, a database that goes away, and what health and metrics tell of it. */
import pg from 'pg'
import { inject } from 'vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openQueue, openWorker } from '../queue/queues.ts'
import { aBatch } from '../../test/batches.ts'
import type { QueueBackend } from '../../test/database.ts'
import { type GraphqlServer, startGraphqlServer } from '../../test/graphql-server.ts'
import { until } from '../../test/until.ts'

/** Of this file alone: no other empties its queue. */
const PREFIX = '{limits-of-a-server}'

const KEYS = ['pk_flooded', 'pk_calm'] as const

async function startServerOn(backend: QueueBackend, variables: Record<string, string>) {
  const redis: Record<string, string> =
    backend === 'redis' ? { REDIS_URL: inject('redisUrl'), REDIS_PREFIX: PREFIX } : {}
  const server = await startGraphqlServer('plain', { ...redis, ...variables })
  for (const key of KEYS)
    await server.database.control.site.create({
      data: { slug: key.slice(3), name: key, writeKeys: { create: { key } } },
    })
  return server
}

/** From a network of its own: a proxy in front says which. */
async function send({ url }: GraphqlServer, key: string, network = 7): Promise<Response> {
  return fetch(`${url}/v1/events`, {
    method: 'POST',
    body: JSON.stringify(aBatch({ key })),
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.${network}.1` },
  })
}

async function readiness({ url }: GraphqlServer): Promise<{ status: number; said: string }> {
  const response = await fetch(`${url}/readyz`)
  return { status: response.status, said: ((await response.json()) as { status: string }).status }
}

describe('a flood on one key', () => {
  let server: GraphqlServer
  beforeAll(async () => {
    server = await startServerOn('postgres', {
      TRUSTED_PROXIES: '1',
      RATE_KEY: '20/40',
      RATE_SESSION: '1000/1000',
    })
  })
  afterAll(() => server.close())

  test('gets 429 and when to come again; another site is answered with 202, all of it', async () => {
    const flood = Array.from({ length: 600 }, (_, i) => () => send(server, 'pk_flooded', i % 200))
    const answers: Response[] = []
    const senders = Array.from({ length: 8 }, async () => {
      for (let next = flood.pop(); next !== undefined; next = flood.pop()) answers.push(await next())
    })
    const calm: number[] = []
    while (flood.length > 0) {
      calm.push((await send(server, 'pk_calm', 250)).status)
      // Under its own rate of 20 a second.
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    await Promise.all(senders)
    expect(calm.length).toBeGreaterThan(3)
    expect(calm.filter((status) => status !== 202)).toEqual([])
    const refused = answers.filter(({ status }) => status === 429)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 429]))
    expect(refused.length).toBeGreaterThan(300)
    expect(refused.every(({ headers }) => Number(headers.get('retry-after')) >= 1)).toBe(true)
    const body = (await refused[0]?.json()) as { code: string }
    expect(body.code).toBe('rate_limited_key')

    const asked = '{ a: site(id: "flooded") { usage(range: { last: "PT1H" }) { refused { code count } } } }'
    await until('the refusals are written', async () => {
      const { body: answer } = await server.post({ query: asked })
      return answer.data.a.usage.refused[0]?.count === refused.length
    })
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics).toContain(`sightline_batches_refused_total{code="rate_limited_key"} ${refused.length}\n`)
    expect(metrics).toContain('sightline_events_total{kind="vital"} ')
    expect(metrics).toMatch(/sightline_sql_statements_total\{statement="accounting\.enter"\} [1-9]/)
    expect(metrics).not.toMatch(/flooded|calm|198\.51|127\.0/)
    expect(await readiness(server)).toEqual({ status: 200, said: 'ok' })
  })

  test('a quota shows in usage, with its state', async () => {
    await server.database.control.site.update({ where: { slug: 'calm' }, data: { eventsADay: 10 } })
    const { body } = await server.post({
      query:
        '{ site(id: "calm") { usage(range: { last: "PT1H" }) { accepted queued quota { events used state } } } }',
    })
    const { usage } = body.data.site
    // There is no worker: all of it waits, and the quota counts what is stored.
    expect(usage.queued).toBe(usage.accepted)
    expect(usage.quota).toEqual({ events: 10, used: 0, state: 'OK' })
  })
})

describe.each(['redis', 'postgres'] as QueueBackend[])(
  'while the database is away, with the queue on %s',
  (backend) => {
    let server: GraphqlServer
    beforeAll(async () => {
      server = await startServerOn(backend, { QUEUE_MAX_MIB: '0.03' })
      await until('the queue takes a batch', async () => (await send(server, 'pk_calm')).status === 202)
    })
    afterAll(async () => {
      await connectable(server, true)
      const store = { ...server.database.store(backend), redisPrefix: PREFIX }
      const queue = openQueue('ingest', store, () => {})
      const worker = openWorker(
        'ingest',
        store,
        () => Promise.resolve(),
        () => {},
      )
      await until('the queue is empty', () =>
        queue.pending().then(
          (jobs) => jobs === 0,
          () => false,
        ),
      )
      await Promise.all([worker.close(), queue.close()])
      await server.close()
    })

    test('health says so, and batches are taken as long as there is room for them', async () => {
      await connectable(server, false)
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
      expect(await readiness(server)).toEqual({ status: 503, said: 'the database cannot be reached' })
      const begun = Date.now()
      const first = await send(server, 'pk_calm')
      expect(Date.now() - begun).toBeLessThan(10_000)
      expect(first.status).toBe(backend === 'redis' ? 202 : 503)
      if (backend === 'postgres') {
        expect(await first.json()).toMatchObject({ code: 'queue_unavailable' })
        return
      }
      let last = first
      for (let i = 0; i < 60 && last.status === 202; i++) last = await send(server, 'pk_calm')
      expect(last.status).toBe(503)
      expect(await last.json()).toMatchObject({ code: 'queue_full' })
      expect(Number(last.headers.get('retry-after'))).toBeGreaterThanOrEqual(5)
      expect(Number(last.headers.get('retry-after'))).toBeLessThanOrEqual(60)
      await connectable(server, true)
      await until(
        'health tells of the queue',
        async () => (await readiness(server)).said === 'the queue is full',
      )
    })
  },
)

/** Lets nobody into the server's database and throws out who is there, or lets them in again. */
async function connectable({ database }: GraphqlServer, isOpen: boolean): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('plainUrl') })
  await admin.connect()
  const name = new URL(database.url).pathname.slice(1)
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${isOpen}`)
  if (!isOpen)
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [name])
  await admin.end()
}
