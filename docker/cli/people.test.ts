import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken } from '../../api/access/tokens.ts'
import { eraseDue } from '../../jobs/erasure/erase.ts'
import { type GraphqlServer, startGraphqlServer } from '../../test/graphql-server.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { aVisit } from '../../test/visits.ts'
import { runCli } from './cli.ts'

const ANNA = '0193aaaa-0000-7000-8000-00000000a22a'
const BEN = '0193aaaa-0000-7000-8000-00000000be22'
const AT = Date.now() - 3_600_000

let server: GraphqlServer
let pipeline: Pipeline
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-people-'))
  server = await startGraphqlServer('plain')
  pipeline = await createPipeline(server.database)
  for (const [i, visitor] of [ANNA, BEN, ANNA].entries()) {
    const at = AT + i * 60_000
    const visit = aVisit([
      { at, page: '/' },
      { at: at + 1000, error: 'no price' },
    ])
    await pipeline.send({ ...visit, session: { ...visit.session, visitor } }, { receivedAt: at + 1001 })
  }
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const run = async (line: string, around: object = {}) => {
  const said: string[] = []
  const complained: string[] = []
  const output = new PassThrough()
  const code = await runCli(line.split(' '), {
    folder,
    url: server.url,
    token: server.token,
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    output,
    ...around,
  })
  output.end()
  return { code, said: said.join('\n'), complained: complained.join('\n'), output: await text(output) }
}
const linesIn = (ndjson: string): Record<string, unknown>[] =>
  ndjson
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
const exported = async (question: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.url}/v1/export?${question}`, {
    headers: { authorization: `Bearer ${server.token}`, ...headers },
  })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

describe('export', () => {
  test('gives all that is stored of a visitor, and of nobody else', async () => {
    const { code, output } = await run(`export --visitor ${ANNA}`)
    expect(code).toBe(0)
    const lines = linesIn(output)
    expect(lines.map(({ record }) => record)).toEqual([
      'session',
      'event',
      'error',
      'session',
      'event',
      'error',
    ])
    expect(new Set(lines.map((line) => line['visitor_id']))).toEqual(new Set([ANNA]))
    expect(lines[1]).toMatchObject({ kind: 'view', page: '/' })
    expect(lines[2]).toMatchObject({ message: 'no price' })
  })

  test('writes a file, and says how much it is', async () => {
    const { said } = await run('export --out all.ndjson')
    expect(said).toBe('all.ndjson: 9 lines')
    expect(linesIn(readFileSync(join(folder, 'all.ndjson'), 'utf8'))).toHaveLength(9)
  })

  test('of a period leaves out the sessions before it and behind it', async () => {
    const moment = (at: number) => new Date(at).toISOString()
    const { body } = await exported(`site=test&from=${moment(AT + 30_000)}&to=${moment(AT + 90_000)}`)
    expect(linesIn(body).map((line) => line['visitor_id'])).toEqual([BEN, BEN, BEN])
  })

  test('is a download that nobody keeps', async () => {
    const { headers } = await exported(`site=test&visitor=${BEN}`)
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-disposition')).toBe('attachment; filename="test.ndjson"')
  })

  test.each([
    ['site=test&from=yesterday', 400, 'from=yesterday is no time'],
    ['site=test&visitor=anna', 400, '"anna" is no UUID'],
    ['site=test&user=42', 400, 'user=42: expected an attribute and its value, such as user=id:u-42'],
    ['site=elsewhere', 404, 'there is no site "elsewhere"'],
  ])('of %s is refused with %i', async (question, status, detail) => {
    const answer = await exported(question)
    expect([answer.status, JSON.parse(answer.body).detail]).toEqual([status, expect.stringContaining(detail)])
  })

  test('needs a token with the scope MANAGE in the header, for this site', async () => {
    const withToken = async (scopes: ('READ' | 'MANAGE')[], siteIds: number[] | null) => {
      const token = await createToken(server.database.control, {
        name: 'other',
        kind: 'api',
        scopes,
        siteIds,
        expiresAt: null,
      })
      return (await exported('site=test', { authorization: `Bearer ${token}` })).status
    }
    expect(await withToken(['READ'], null)).toBe(403)
    expect(await withToken(['READ', 'MANAGE'], [])).toBe(404)
    expect(
      (await exported('site=test', { authorization: '', cookie: `sightline=${server.token}` })).status,
    ).toBe(401)
    expect((await exported('site=test', { authorization: 'Bearer sl_wrong' })).status).toBe(401)
  })
})

describe('erase', () => {
  test('does nothing without --yes', async () => {
    const { said } = await run(`erase --visitor ${ANNA}`)
    expect(said).toContain('Add --yes')
    expect(linesIn((await exported(`site=test&visitor=${ANNA}`)).body)).toHaveLength(6)
  })

  test('waits for the receipt, and shows it whenever it is asked for', async () => {
    const erasing = run(`erase --visitor ${ANNA} --yes`)
    const jobs = setInterval(() => void eraseDue(server.database.db, () => Promise.resolve(null)), 100)
    const { code, said } = await erasing.finally(() => clearInterval(jobs))
    expect(code).toBe(0)
    expect(said).toMatch(/^Erasure [\da-f-]{36}, asked for by test at .*\nNothing is left of it since .*\n/)
    expect(said).toContain('Deleted: 2 sessions, 2 events, 2 errors, 0 dead letters')
    expect((await run(`erase --visitor ${ANNA}`)).said).toBe(said)
    expect(linesIn((await exported('site=test')).body)).toHaveLength(3)
  })

  test.each([
    ['erase --yes', '0 subjects were given: expected one of visitor, session and user'],
    ['erase --user 42', 'invalid --user "42": expected an attribute and its value, such as id:u-42'],
  ])('%s is refused', async (line, message) => {
    const { code, complained } = await run(line)
    expect([code, complained]).toEqual([2, expect.stringContaining(message)])
  })
})
