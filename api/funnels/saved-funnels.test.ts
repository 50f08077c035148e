import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { aVisit } from '../../test/visits.ts'
import type { Caller } from '../access/authenticate.ts'
import { createFunnel, deleteFunnel, idOfFunnel, updateFunnel } from './saved-funnels.ts'

const NOW = Date.UTC(2026, 9, 20, 12)
const MANAGER: Caller = {
  tokenId: 1,
  name: 'test',
  scopes: ['READ', 'MANAGE'],
  siteIds: null,
  expiresAt: null,
}
const DEFINITION = {
  steps: [{ page: { eq: '/' } }, { event: 'order', window: 3_600_000, where: {} }],
  window: 7_200_000,
}

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => NOW)
})
afterAll(() => database.drop())

const create = (name: string, definition: object = DEFINITION, caller = MANAGER, site = 'test') =>
  createFunnel(database.control, caller, { site, name, definition: definition as typeof DEFINITION })

test('a saved funnel answers as the same one asked of a segment', async () => {
  await pipeline.send(
    aVisit([
      { at: NOW - 60_000, page: '/' },
      { at: NOW - 1000, event: 'order' },
    ]),
  )
  const { funnel, userErrors } = await create('Checkout')
  expect(userErrors).toEqual([])
  if (funnel === null) throw new TypeError('no funnel')
  const number = idOfFunnel(funnel).split('/').at(-1)
  const fields = 'id name stepNames definition result(range: { last: "P1D" }) { steps { name entrants } }'
  const { data, errors } = await pipeline.ask(
    `{ site(id: "test") { funnels { id } byId: funnel(id: "${idOfFunnel(funnel)}") { ${fields} } byNumber: funnel(id: "${number}") { id } none: funnel(id: "other/funnel/${number}") { id } } node(id: "${idOfFunnel(funnel)}") { ... on Funnel { name } } }`,
  )
  expect(errors).toBeUndefined()
  expect(data.site.byId).toMatchObject({
    id: `test/funnel/${number}`,
    name: 'Checkout',
    stepNames: ['/', 'order'],
    result: {
      steps: [
        { name: '/', entrants: 1 },
        { name: 'order', entrants: 1 },
      ],
    },
  })
  expect(JSON.parse(data.site.byId.definition)).toEqual({
    steps: [{ page: { eq: '/' } }, { event: 'order', window: 'PT1H', where: {} }],
    window: 'PT2H',
  })
  expect(data.site.byNumber).toEqual({ id: idOfFunnel(funnel) })
  expect(data.site.none).toBeNull()
  expect(data.node).toEqual({ name: 'Checkout' })
})

test('mistakes come back as user errors, and nothing is saved', async () => {
  await create('Taken')
  expect((await create('Taken')).userErrors).toMatchObject([{ path: ['name'], code: 'TAKEN' }])
  expect((await create('x', { steps: [] })).userErrors).toMatchObject([
    { path: ['definition'], code: 'INVALID', message: 'a funnel of 0 steps: give 1 to 10' },
  ])
  expect((await create('')).userErrors).toMatchObject([{ path: ['name'], code: 'INVALID' }])
  expect((await create('y', DEFINITION, MANAGER, 'nowhere')).userErrors).toMatchObject([
    { path: ['site'], code: 'UNKNOWN' },
  ])
})

test('a funnel is changed in what is given, and deleted once', async () => {
  const { funnel } = await create('Before')
  if (funnel === null) throw new TypeError('no funnel')
  const change = { id: idOfFunnel(funnel), name: 'After', definition: null }
  const changed = await updateFunnel(database.control, MANAGER, change)
  expect(changed.funnel).toMatchObject({ name: 'After', definition: { window: 7_200_000 } })
  const broken = { ...change, definition: { steps: [] } }
  expect((await updateFunnel(database.control, MANAGER, broken)).userErrors).toMatchObject([
    { path: ['definition'] },
  ])
  expect((await deleteFunnel(database.control, MANAGER, change.id)).deletedId).toBe(change.id)
  expect((await deleteFunnel(database.control, MANAGER, change.id)).userErrors).toMatchObject([
    { path: ['id'], code: 'UNKNOWN' },
  ])
})

test('who may not manage or not see the site changes nothing', async () => {
  const { funnel } = await create('Guarded')
  if (funnel === null) throw new TypeError('no funnel')
  const reader: Caller = { ...MANAGER, scopes: ['READ'] }
  const stranger: Caller = { ...MANAGER, siteIds: [pipeline.siteId + 1] }
  await expect(create('z', DEFINITION, reader)).rejects.toThrow('scope MANAGE')
  await expect(deleteFunnel(database.control, reader, idOfFunnel(funnel))).rejects.toThrow('scope MANAGE')
  expect((await create('z', DEFINITION, stranger)).userErrors).toMatchObject([{ code: 'UNKNOWN' }])
  expect((await deleteFunnel(database.control, stranger, idOfFunnel(funnel))).deletedId).toBeNull()
})
