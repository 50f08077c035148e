import { randomUUID } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import { replayAsked } from '../../jobs/dead-letters/replay.ts'
import { aBatch, aView } from '../../test/batches.ts'
import { type GraphqlServer, startGraphqlServer } from '../../test/graphql-server.ts'
import { createPipeline } from '../../test/pipeline.ts'
import { runCli } from './cli.ts'

let server: GraphqlServer

beforeAll(async () => {
  server = await startGraphqlServer('plain')
  const { db } = server.database
  const pipeline = await createPipeline(server.database)
  await db.query(sql`ALTER TABLE rum.events ADD CONSTRAINT refused CHECK (name NOT LIKE 'bad%')`)
  const view = randomUUID()
  const at = Date.now()
  const events = ['bad 1', 'good', 'bad\u001b[2J\u202e'].map((name, seq) => ({
    t: 'custom' as const,
    at,
    view,
    seq,
    name,
  }))
  await pipeline.send(aBatch({ views: { [view]: aView() }, events }))
})
afterAll(() => server.close())

const run = async (line: string) => {
  const said: string[] = []
  const code = await runCli(`dead-letters ${line}`.split(' '), {
    folder: '.',
    url: server.url,
    token: server.token,
    output: new PassThrough(),
    say: (text) => void said.push(text),
    complain: (text) => void said.push(text),
  })
  return { code, said: said.join('\n') }
}

test('lists, shows, replays and drops, and shows nothing that a terminal obeys', async () => {
  const { code, said } = await run('list')
  expect(code).toBe(0)
  expect(said).toMatch(
    /^2 .* row of 1 {2}23514 {2}.*violates check constraint.*\n1 .*\n2 kept, 0 asked, 0 replayed, 0 dropped$/,
  )

  const shown = await run('show 2')
  expect(JSON.parse(shown.said)).toMatchObject({ id: '2', kind: 'ROW', payload: { row: { kind: 8 } } })
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(shown.said).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  expect(await run('show 9')).toEqual({ code: 2, said: 'there is no dead letter "9": look with list' })

  const refused = run('replay 1')
  while ((await replayAsked(server.database.db)).refused === 0);
  expect(await refused).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^refused again: 1 .*1 more.*\n0 of 1 replayed$/),
  })

  await server.database.db.query(sql`ALTER TABLE rum.events DROP CONSTRAINT refused`)
  const replayed = run('replay 1')
  while ((await replayAsked(server.database.db)).replayed === 0);
  expect(await replayed).toEqual({ code: 0, said: '1 of 1 replayed' })
  expect(await run('replay --all --wait 0')).toEqual({
    code: 1,
    said: '0 of 1 replayed, 1 still wait for the jobs process',
  })
  expect(await run('drop --all')).toEqual({ code: 0, said: '1 dropped' })
  expect((await run('list')).said).toBe('0 kept, 0 asked, 1 replayed, 1 dropped')
  expect((await run('drop')).code).toBe(2)
  expect((await run('replay --all --wait soon')).said).toBe(
    'invalid --wait "soon": expected seconds such as 60',
  )
})
