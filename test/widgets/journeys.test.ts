import { afterAll, beforeAll, expect, test } from 'vitest'
import { FUNNEL_QUERY } from '../../widgets/elements/funnel/funnel.query.ts'
import { PATHS_QUERY } from '../../widgets/elements/paths/paths.query.ts'
import { RETENTION_QUERY } from '../../widgets/elements/retention/retention.query.ts'
import { type TestDatabase, createTestDatabase } from '../database.ts'
import { type Pipeline, createPipeline } from '../pipeline.ts'
import { aVisit } from '../visits.ts'

/** The elements of journeys ask a real site what they ask the made-up one. */
const NOW = Date.UTC(2026, 9, 20, 12)
const SITE = { site: 'test', range: { last: 'P30D' }, where: null }
const STEPS = [{ page: { eq: '/' } }, { event: 'order' }]
const FUNNEL = {
  ...SITE,
  saved: false,
  adHoc: true,
  funnel: '',
  steps: STEPS,
  order: 'ORDERED',
  countBy: 'SESSION',
  window: null,
  split: true,
  by: 'DEVICE',
  top: 5,
}

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => NOW)
  await pipeline.send(
    aVisit([
      { at: NOW - 60_000, page: '/' },
      { at: NOW - 30_000, page: '/cart' },
      { at: NOW - 1000, event: 'order' },
    ]),
  )
})
afterAll(() => database.drop())

const answer = async (query: string, variables: Record<string, unknown>) => {
  const { data, errors } = await pipeline.ask(query, variables)
  expect(errors).toBeUndefined()
  return data.site
}

test('a funnel of steps of its own, split by a dimension', async () => {
  const { segment, funnel } = await answer(FUNNEL_QUERY, FUNNEL)
  expect(funnel).toBeUndefined()
  expect(segment.funnel.steps.map(({ entrants }: { entrants: number }) => entrants)).toEqual([1, 1])
  expect(segment.funnel.breakdown).toHaveLength(1)
})

test('a saved funnel that is not there is null, and no steps are asked', async () => {
  const site = await answer(FUNNEL_QUERY, {
    ...FUNNEL,
    saved: true,
    adHoc: false,
    funnel: 'test/funnel/99',
    steps: [],
    split: false,
  })
  expect(site).toEqual({ funnel: null })
})

test('retention by week', async () => {
  const { segment } = await answer(RETENTION_QUERY, { ...SITE, interval: 'WEEK', cohorts: 12 })
  expect(segment.retention.cohorts.at(-1)).toMatchObject({ size: 1, partial: true })
  expect(segment.retention.cohorts.at(-1).periods).toHaveLength(1)
})

test('paths from the entry, and those to a page', async () => {
  const entry = await answer(PATHS_QUERY, { ...SITE, from: null, to: null, depth: 3, top: 5 })
  expect(entry.segment.paths).toMatchObject({
    sessions: 1,
    nodes: [
      { step: 0, page: '/' },
      { step: 1, page: '/cart' },
    ],
  })
  const to = await answer(PATHS_QUERY, { ...SITE, from: null, to: '/cart', depth: 3, top: 5 })
  expect(to.segment.paths.nodes.map(({ step }: { step: number }) => step).sort()).toEqual([-1, 0])
})
