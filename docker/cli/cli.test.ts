import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCommandEnv } from '../../api/env.ts'
import { type GraphqlServer, startGraphqlServer } from '../../test/graphql-server.ts'
import { createPipeline } from '../../test/pipeline.ts'
import { aVisit } from '../../test/visits.ts'
import { runCli } from './cli.ts'

let server: GraphqlServer
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-cli-'))
  server = await startGraphqlServer('plain')
  const pipeline = await createPipeline(server.database)
  const at = Date.now() - 120_000
  const visit = aVisit([
    { at, page: '/' },
    { at: at + 1000, error: 'no price' },
  ])
  await pipeline.send(visit, { receivedAt: at + 1001 })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const run = async (line: string, around: object = {}) => {
  const said: string[] = []
  const complained: string[] = []
  const code = await runCli(line.split(' '), {
    folder,
    url: server.url,
    token: server.token,
    say: (text) => void said.push(text),
    complain: (text) => void complained.push(text),
    output: new PassThrough(),
    ...around,
  })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}
const document = (name: string, objective: number) => `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
spec:
  service: shop
  indicator:
    metadata:
      name: ${name}-answers
    spec:
      ratioMetric:
        good:
          metricSource:
            type: Prometheus
            spec:
              query: good
        total:
          metricSource:
            type: Prometheus
            spec:
              query: all
  timeWindow:
    - duration: 28d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: ${objective}
`
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

describe('sightline slo', () => {
  test('imports files with what to measure, and says the place of mistakes as compilers do', async () => {
    write('calm.yaml', document('calm', 0.9))
    const foreign = await run('slo import calm.yaml')
    expect(foreign.code).toBe(2)
    expect(foreign.complained).toMatch(/^calm\.yaml:12:9: "calm-answers" reads from Prometheus/)
    expect(foreign.complained).toMatch(/1 mistake: nothing of such a file was saved$/)

    const dry = await run('slo import calm.yaml --dry-run --indicator calm-answers=TRANSACTIONS:checkout')
    expect(dry).toMatchObject({ code: 0, complained: '' })
    expect(dry.said).toMatch(
      /^calm\.yaml:12:9: measures transactions "checkout" that succeeded instead of.*\nwould create calm$/,
    )
    const saved = await run('slo import calm.yaml --indicator calm-answers=TRANSACTIONS:checkout')
    expect(saved.said).toMatch(/\ncreated calm$/)
    expect((await run('slo import calm.yaml --indicator calm-answers=TRANSACTIONS:checkout')).said).toMatch(
      /\nreplaced calm$/,
    )
  })

  test('tells how every SLO stands, and ends with 1 once one is exhausted', async () => {
    expect(await run('slo check')).toEqual({
      code: 0,
      said: 'NO_DATA   test  calm: no events in its window',
      complained: '',
    })
    write('burning.yaml', document('burning', 0.5))
    expect(await run('slo import burning.yaml --indicator burning-answers=CRASH_FREE')).toMatchObject({
      code: 0,
      complained: '',
    })
    const { code, said } = await run('slo check')
    expect(said).toBe(
      'EXHAUSTED test  burning: 0 % of 50 %, n = 1, budget left -100 %\nNO_DATA   test  calm: no events in its window',
    )
    expect(code).toBe(1)
    const json = await run('slo check --json --site test')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.said)).toMatchObject([
      { name: 'burning', status: { state: 'EXHAUSTED' } },
      { name: 'calm', status: { state: 'NO_DATA' } },
    ])
  })

  test('imports several files at once, each with what is measured instead of its own', async () => {
    write('one.yaml', document('one', 0.9))
    write('two.yaml', document('two', 0.9))
    const both = '--indicator one-answers=CRASH_FREE --indicator two-answers=PAGE_LOADS'
    const { code, said, complained } = await run(`slo import one.yaml two.yaml --dry-run ${both}`)
    expect([code, complained]).toEqual([0, ''])
    expect(said).toMatch(/would create one\n[^]*would create two$/)
    expect((await run(`slo import one.yaml --dry-run ${both}`)).complained).toBe(
      '--indicator: no file names "two-answers"',
    )
  })

  test('exports what imports again without a change', async () => {
    expect(await run('slo export --out all.yaml')).toEqual({
      code: 0,
      said: 'wrote 2 SLOs to all.yaml',
      complained: '',
    })
    const text = readFileSync(join(folder, 'all.yaml'), 'utf8')
    expect((await run('slo import all.yaml')).code).toBe(0)
    expect((await run('slo export')).said).toBe(text.trimEnd())
  })

  test('tells what went live', async () => {
    const at = new Date(Date.now() - 3_600_000).toISOString()
    expect(await run(`deploy web@4.2.0 --at ${at} --environment staging`)).toMatchObject({
      code: 0,
      said: `web@4.2.0 went live in staging at ${at}`,
    })
  })

  test.each<[string, object, RegExp]>([
    ['deploy web@4.2.0 --at yesterday', {}, /^invalid --at "yesterday": expected a time such as/],
    ['deploy web@4.2.0 --link nowhere', {}, /^"nowhere" is no address: expected https/],
    ['slo import gone.yaml', {}, /^gone\.yaml cannot be read: ENOENT/],
    [
      'slo import all.yaml --indicator nonsense',
      {},
      /^invalid --indicator "nonsense": expected <name>= with VITAL/,
    ],
    ['slo check', { token: null }, /^no token: give --token or set SIGHTLINE_TOKEN/],
    ['slo check --token sl_wrong', {}, /\(UNAUTHENTICATED\)$/],
    ['slo check --site gone', {}, /^there is no site "gone" that the token may see$/],
    ['slo check --url nowhere', {}, /^invalid --url "nowhere": expected an address/],
    ['slo check --url http://localhost:1', {}, /\(UNREACHABLE\)$/],
    ['slo export --out gone/all.yaml', {}, /^gone\/all\.yaml cannot be written: ENOENT/],
    ['slo import', {}, /missing required argument 'files'/],
    ['slo chekc', {}, /unknown command 'chekc'/],
  ])('%s ends with 2 and says why', async (line, around, complaint) => {
    const { code, complained } = await run(line, around)
    expect([code, complained]).toEqual([2, expect.stringMatching(complaint)])
  })

  test('needs the site where the token may see several', async () => {
    await server.database.control.site.create({ data: { slug: 'second', name: 'Second' } })
    expect((await run('slo export')).complained).toMatch(/^the token may see 2 sites: choose one with --site/)
    expect((await run('slo export --site second')).code).toBe(0)
    expect((await run('slo check')).said.split('\n')).toHaveLength(2)
  })

  test('explains itself', async () => {
    const { code, said } = await run('--help')
    expect(code).toBe(0)
    expect(said).toMatch(/Usage: sightline/)
    expect(said).toMatch(/SIGHTLINE_TOKEN {2}An API token/)
    expect((await run('slo --help')).said).toMatch(/import .*<files\.\.\.>/)
  })
})

test('the address comes from SIGHTLINE_URL, and one that cannot be is named', () => {
  expect(readCommandEnv({ INIT_CWD: '/here' })).toEqual({
    folder: '/here',
    url: 'http://localhost:4455',
    token: null,
  })
  expect(readCommandEnv({ SIGHTLINE_URL: 'https://rum.example', SIGHTLINE_TOKEN: 'sl_x' })).toMatchObject({
    url: 'https://rum.example',
    token: 'sl_x',
  })
  expect(() => readCommandEnv({ SIGHTLINE_URL: 'rum.example' })).toThrow(
    'invalid SIGHTLINE_URL "rum.example": expected an address such as https://rum.example.com',
  )
})
