import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { aVisit } from '../../test/visits.ts'
import type { Scope } from '../access/tokens.ts'

const NOW = Date.UTC(2026, 9, 20, 12)
const LCP = { objective: 0.75, indicator: { kind: 'VITAL', metric: 'LCP' } }
const MANAGE: Scope[] = ['READ', 'MANAGE']

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => NOW)
  await pipeline.send(
    aVisit([
      { at: NOW - 60_000, page: '/' },
      { at: NOW - 1000, error: 'no price' },
    ]),
  )
})
afterAll(() => database.drop())

const run = async (query: string, variables: object = {}, scopes = MANAGE) => {
  const { data, errors } = await pipeline.ask(query, variables as Record<string, unknown>, scopes)
  return { data, errors }
}
const FIELDS = `id name description objective where preset ceiling
  indicator { kind description metric threshold slowerThan endpoint name } window { days calendar timeZone start }
  budgeting { method target width } fanOut { dimension key }
  rules { name severity long short factor budgetShare errorRatio predictions { errorRatio detection reset } }`
const create = async (name: string, definition: object = LCP, more: object = {}) => {
  const { data, errors } = await run(
    `mutation Create($input: CreateSloInput!) { createSlo(input: $input) { slo { ${FIELDS} } predictions { name factor predictions { errorRatio detection reset } } userErrors { path code message } } }`,
    { input: { site: 'test', name, definition, ...more } },
  )
  expect(errors).toBeUndefined()
  return data.createSlo
}

test('an SLO tells what it is and what to expect of its rules', async () => {
  const { slo, predictions, userErrors } = await create('Fast', {
    ...LCP,
    where: { session: { duration: { min: 'PT10S' } } },
    fanOut: { dimension: 'FLAG', key: 'new' },
  })
  expect(userErrors).toEqual([])
  expect(slo).toMatchObject({
    name: 'Fast',
    description: null,
    objective: 0.75,
    where: '{"session":{"duration":{"min":"PT10S"}}}',
    preset: 'GOOGLE',
    ceiling: 4,
    indicator: {
      kind: 'VITAL',
      description: 'LCP of at most 2500 ms',
      metric: 'LCP',
      threshold: 2500,
      name: null,
    },
    window: { days: 28, calendar: null },
    budgeting: { method: 'OCCURRENCES', target: null, width: null },
    fanOut: { dimension: 'FLAG', key: 'new' },
  })
  expect(slo.rules[0]).toMatchObject({
    name: 'fast',
    severity: 'PAGE',
    long: 'PT14M',
    short: 'PT1M',
    factor: 3.2,
    errorRatio: 0.8,
    predictions: [
      { errorRatio: 1, detection: 'PT11M12S', reset: 'PT12S' },
      { errorRatio: 0.1, detection: null, reset: null },
    ],
  })
  expect(predictions).toMatchObject(
    slo.rules.map(({ name, factor, predictions: foreseen }: Record<string, unknown>) => ({
      name,
      factor,
      predictions: foreseen,
    })),
  )
  const { data } = await run(
    `{ site(id: "test") { slos { name } slo(id: "${slo.id}") { name } gone: slo(id: "other/slo/1") { name } } node(id: "${slo.id}") { ... on Slo { name } } }`,
  )
  expect(data).toEqual({
    site: { slos: [{ name: 'Fast' }], slo: { name: 'Fast' }, gone: null },
    node: { name: 'Fast' },
  })
})

test('a dry run tells the same and saves nothing', async () => {
  const { slo, predictions, userErrors } = await create('Dry', LCP, { dryRun: true })
  expect([slo, userErrors, predictions.length]).toEqual([null, [], 3])
  expect((await run('{ site(id: "test") { slos { name } } }')).data.site.slos).not.toContainEqual({
    name: 'Dry',
  })
})

test('the rules of slices look at whole slices', async () => {
  const { slo } = await create('Slices', {
    ...LCP,
    objective: 0.99,
    budgeting: { method: 'TIMESLICES', target: 0.9, width: 'PT1H' },
  })
  expect(slo.rules.map(({ long, short }: { long: string; short: string }) => [long, short])).toEqual([
    ['PT3H', 'PT1H'],
    ['PT6H', 'PT1H'],
    ['P2DT19H12M', 'PT5H36M'],
  ])
})

describe('what cannot be is refused with its place and the remedy', () => {
  const rule = { name: 'own', severity: 'PAGE', long: 'PT1H', factor: 3 }
  test.each<[string, object, string[], RegExp]>([
    [
      'an objective of 100 %',
      { objective: 1 },
      ['definition', 'objective'],
      /an objective of 1: expected a share/,
    ],
    ['an objective in per cent', { objective: 99.9 }, ['definition', 'objective'], /such as 0\.99 for 99 %/],
    [
      'a vital without a metric',
      { indicator: { kind: 'VITAL' } },
      ['definition', 'indicator'],
      /needs `metric`/,
    ],
    [
      'a filter that cannot be',
      { where: { session: { views: { min: 3, max: 1 } } } },
      ['definition', 'where'],
      /./,
    ],
    ['a long window', { window: { days: 365 } }, ['definition', 'window', 'days'], /expected 1 to 90/],
    [
      'a zone',
      { window: { calendar: 'MONTH', timeZone: 'Mars/Base' } },
      ['definition', 'window', 'timeZone'],
      /unknown time zone "Mars\/Base"/,
    ],
    [
      'slices without a target',
      { budgeting: { method: 'TIMESLICES' } },
      ['definition', 'budgeting', 'target'],
      /such as 0\.95/,
    ],
    [
      'slices that do not fit a day',
      { budgeting: { method: 'RATIO_TIMESLICES', width: 'PT7M' } },
      ['definition', 'budgeting', 'width'],
      /divide a day/,
    ],
    ['events with a width', { budgeting: { width: 'PT1M' } }, ['definition', 'budgeting'], /have no slices/],
    ['a flag without a key', { fanOut: { dimension: 'FLAG' } }, ['definition', 'fanOut'], /needs `key`/],
    [
      'a rule above the ceiling',
      { rules: [{ ...rule, factor: 14.4 }] },
      ['definition', 'rules', '0'],
      /can never be exceeded.* is 3\.2/,
    ],
    [
      'a rule shorter than a slice',
      { budgeting: { method: 'RATIO_TIMESLICES', width: 'PT10M' }, rules: [rule] },
      ['definition', 'rules', '0', 'short'],
      /holds no slice of 10 min/,
    ],
    [
      'two rules of a name',
      { rules: [rule, rule] },
      ['definition', 'rules', '1', 'name'],
      /a name of its own/,
    ],
    ['rules and a preset', { rules: [rule], preset: 'SLOTH' }, ['definition', 'preset'], /not both/],
  ])('%s', async (_, overrides, path, message) => {
    const { slo, predictions, userErrors } = await create('Wrong', { ...LCP, ...overrides })
    expect([slo, predictions]).toEqual([null, null])
    expect(userErrors).toEqual([{ path, code: 'INVALID', message: expect.stringMatching(message) }])
  })

  test('a name twice, no name, and a site that is not there', async () => {
    await create('Taken')
    expect((await create('Taken')).userErrors).toMatchObject([{ path: ['name'], code: 'TAKEN' }])
    expect((await create('Taken', LCP, { dryRun: true })).userErrors).toMatchObject([{ code: 'TAKEN' }])
    expect((await create(' ')).userErrors).toMatchObject([{ path: ['name'], code: 'INVALID' }])
    expect((await create('x', LCP, { site: 'gone' })).userErrors).toMatchObject([
      { path: ['site'], code: 'UNKNOWN' },
    ])
  })
})

test('what is given is changed, the rest stays; and it can be deleted', async () => {
  const { slo } = await create('Before', LCP, { description: 'Why' })
  const update = async (input: object) =>
    (
      await run(
        'mutation Update($input: UpdateSloInput!) { updateSlo(input: $input) { slo { name description objective } userErrors { code } } }',
        { input: { id: slo.id, ...input } },
      )
    ).data.updateSlo
  expect(await update({ name: 'After' })).toEqual({
    slo: { name: 'After', description: 'Why', objective: 0.75 },
    userErrors: [],
  })
  expect(await update({ description: null, definition: { ...LCP, objective: 0.9 } })).toMatchObject({
    slo: { name: 'After', description: null, objective: 0.9 },
  })
  expect(await update({ id: 'test/slo/999' })).toEqual({ slo: null, userErrors: [{ code: 'UNKNOWN' }] })
  const remove = async () =>
    (await run(`mutation { deleteSlo(id: "${slo.id}") { deletedId userErrors { code } } }`)).data.deleteSlo
  expect(await remove()).toEqual({ deletedId: slo.id, userErrors: [] })
  expect(await remove()).toEqual({ deletedId: null, userErrors: [{ code: 'UNKNOWN' }] })
})

test('whoever may only read is told so', async () => {
  const { errors } = await run('mutation { deleteSlo(id: "test/slo/1") { deletedId } }', {}, ['READ'])
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

describe('a file of OpenSLO', () => {
  const document = (name: string, source = 'sightline') => `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
spec:
  service: test
  indicator:
    metadata:
      name: ${name}
    spec:
      ratioMetric:
        rawType: success
        raw:
          metricSource:
            type: ${source}
            spec:
              indicator:
                kind: CRASH_FREE
  timeWindow:
    - duration: 28d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.99
`
  const load = async (yaml: string, more: object = {}) => {
    const { data, errors } = await run(
      'mutation Import($input: ImportSlosInput!) { importSlos(input: $input) { imported { name action slo { id openSlo } } notes { line message } userErrors { path code line column message } } }',
      { input: { site: 'test', yaml, ...more } },
    )
    expect(errors).toBeUndefined()
    return data.importSlos
  }

  test('creates, replaces and is written as it was read', async () => {
    const yaml = document('crashes')
    expect(await load(yaml, { dryRun: true })).toEqual({
      imported: [{ name: 'crashes', action: 'CREATE', slo: null }],
      notes: [],
      userErrors: [],
    })
    const [created] = (await load(yaml)).imported
    expect(created).toMatchObject({ action: 'CREATE', slo: { openSlo: yaml } })
    const [replaced] = (await load(yaml.replace('0.99', '0.95'))).imported
    expect(replaced).toEqual({
      name: 'crashes',
      action: 'REPLACE',
      slo: { id: created.slo.id, openSlo: yaml.replace('0.99', '0.95') },
    })
  })

  test('of a whole site comes back unchanged', async () => {
    const text = async () => (await run('{ site(id: "test") { openSlo } }')).data.site.openSlo as string
    const before = await text()
    expect(before.match(/^kind: SLO$/gm)?.length).toBeGreaterThan(2)
    const { imported, userErrors } = await load(before)
    expect(userErrors).toEqual([])
    expect(new Set(imported.map(({ action }: { action: string }) => action))).toEqual(new Set(['REPLACE']))
    expect(await text()).toBe(before)
  })

  test('with a mistake in one SLO saves none of them, and tells its line', async () => {
    const { imported, userErrors } = await load(
      `${document('one')}---\n${document('two').replace('0.99', '2')}`,
    )
    expect(imported).toEqual([])
    expect(userErrors).toEqual([
      {
        path: ['yaml'],
        code: 'INVALID',
        line: 49,
        column: 7,
        message: expect.stringMatching(/an objective of 2/),
      },
    ])
    expect((await load(document('one'), { dryRun: true })).imported).toMatchObject([{ action: 'CREATE' }])
  })

  test('is told what to measure where it asks another system, and not more than that', async () => {
    const indicators = [{ name: 'foreign', indicator: { kind: 'PAGE_LOADS' } }]
    const { imported, notes } = await load(document('foreign', 'Prometheus'), { indicators })
    expect(imported).toMatchObject([
      { name: 'foreign', slo: { openSlo: expect.stringMatching(/kind: PAGE_LOADS/) } },
    ])
    expect(notes).toMatchObject([
      { line: 13, message: expect.stringMatching(/instead of what Prometheus would/) },
    ])
    const unused = [...indicators, { name: 'nobody', indicator: { kind: 'PAGE_LOADS' } }]
    expect((await load(document('foreign', 'Prometheus'), { indicators: unused })).userErrors).toEqual([
      expect.objectContaining({
        path: ['indicators'],
        message: 'the file has no indicator and no SLO "nobody" to replace',
      }),
    ])
    const wrong = [{ name: 'foreign', indicator: { kind: 'VITAL' } }]
    expect((await load(document('foreign', 'Prometheus'), { indicators: wrong })).userErrors).toMatchObject([
      { line: 24, message: expect.stringMatching(/a VITAL needs `metric`/) },
    ])
  })

  test('with two SLOs of one name is refused', async () => {
    expect((await load(`${document('twice')}---\n${document('twice')}`)).userErrors.length).toBeGreaterThan(0)
    expect((await load(document('x'), { site: 'gone' })).userErrors).toMatchObject([
      { path: ['site'], code: 'UNKNOWN' },
    ])
  })
})

test('status, history and burners are asked together', async () => {
  const { slo } = await create('Sound', {
    objective: 0.9,
    indicator: { kind: 'CRASH_FREE' },
    window: { days: 1 },
    fanOut: { dimension: 'COUNTRY' },
  })
  const { data, errors } = await run(
    `{ site(id: "test") { slo(id: "${slo.id}") {
      status { state at start end objective compliance { value total } budget { total consumed remaining consumedShare remainingShare }
        burnRates { window rate bad total } rules { state reason longRate shortRate rule { name } } exhaustedAt watermark }
      history(interval: HOUR, range: { last: "PT2H" }) { points { start end good bad total compliance budgetRemaining } marks { at kind label } }
      burners { key bad total compliance { value } shareOfBad budgetShare excess }
    } } }`,
  )
  expect(errors).toBeUndefined()
  const { status, history, burners } = data.site.slo
  expect(status).toMatchObject({
    state: 'EXHAUSTED',
    at: '2026-10-20T12:00:00.000Z',
    start: '2026-10-19T12:00:00.000Z',
    end: '2026-10-20T12:00:00.000Z',
    compliance: { value: 0, total: 1 },
    exhaustedAt: null,
  })
  expect(status.budget.consumedShare).toBeCloseTo(10, 9)
  expect(status.burnRates[0]).toMatchObject({ window: 'PT5M', bad: 1, total: 1 })
  expect(status.rules.map(({ state }: { state: string }) => state)).toEqual(['CALM', 'CALM', 'CALM'])
  expect(history.points.map(({ bad }: { bad: number }) => bad)).toEqual([0, 1, 0])
  expect(burners).toMatchObject([{ key: 'DE', bad: 1, shareOfBad: 1, excess: 0.9 }])
})
