/** The example on a real server: through the client, and as the command that its first lines tell to type. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../sdk/client/client.ts'
import { aBatch, aView, aVital } from '../../test/batches.ts'
import { type GraphqlServer, startGraphqlServer } from '../../test/graphql-server.ts'
import { createPipeline } from '../../test/pipeline.ts'
import { slowestPages } from './slowest-pages.ts'

const DAY_MS = 86_400_000
let server: GraphqlServer

beforeAll(async () => {
  server = await startGraphqlServer('timescale')
  const pipeline = await createPipeline(server.database)
  const now = Date.now()
  const days = [
    { at: now - 2 * DAY_MS, lcp: 4000 },
    { at: now - 9 * DAY_MS, lcp: 2000 },
  ]
  const prepared = await Promise.all(
    days.flatMap(({ at, lcp }) => {
      const slow = Array.from({ length: 120 }, (_, index) => aPage('/slow', { at, lcp: lcp + index * 10 }))
      // Received when it happened: a client's clock may not be days off.
      return [...slow, aPage('/quick', { at, lcp: 500 })].map((batch) =>
        pipeline.prepare(batch, { receivedAt: at + 1000 }),
      )
    }),
  )
  await pipeline.store(prepared.flat())
})
afterAll(() => server.close())

function aPage(path: string, { at, lcp }: { at: number; lcp: number }) {
  const view = randomUUID()
  return aBatch({
    sentAt: at + 1000,
    session: { id: randomUUID(), startedAt: at },
    views: { [view]: aView({ url: `https://shop.example${path}`, startedAt: at }) },
    events: [{ t: 'view', at, view, seq: 0 }, aVital({ view, at: at + 500, value: lcp })],
  })
}

const LINES = [
  /^\/slow +4[89]\d\d ms \[4\d{3}, [45]\d{3}\] +of 120 +\+\d{4} ms \[\d+, \d+\] +WORSE$/,
  /^\/quick +50\d ms +of 1 \(thin\) +0 ms +TOO_LITTLE_DATA$/,
]

test('prints each page with its interval, the change with its interval, and the verdict', async () => {
  const sightline = createClient({ url: `${server.url}/graphql`, token: server.token })
  const lines = await slowestPages(sightline, 'test')
  expect(lines).toEqual(LINES.map((line) => expect.stringMatching(line)))
  expect(await slowestPages(sightline, 'nowhere')).toEqual([
    'there is no site "nowhere" that this token may see',
  ])
})

const type = (token: string) =>
  promisify(execFile)(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'docs/examples/slowest-pages.ts', 'test'],
    {
      env: { ...process.env, SIGHTLINE_URL: `${server.url}/graphql`, SIGHTLINE_TOKEN: token },
    },
  )

test('runs as a command', async () => {
  const { stdout } = await type(server.token)
  expect(stdout.trim().split('\n')).toEqual(LINES.map((line) => expect.stringMatching(line)))
})

test('says what is wrong with the token, and fails', async () => {
  await expect(type('sl_wrong')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^UNAUTHENTICATED: sign in, or send a token/),
  })
})
