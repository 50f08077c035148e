import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { MANAGER, anSlo } from '../../test/slo-site.ts'
import type { Caller } from '../access/authenticate.ts'
import { EVERYTHING } from '../segment/conditions.ts'
import { siteBySlug, visibleSites } from '../sites/sites.queries.ts'
import type { SaveStatusPageInput } from '../schema.generated.ts'
import { idOfSlo } from '../slos/saved-slos.ts'
import { deleteIncident, idOfIncident, incidentsOf, openIncident, updateIncident } from './incidents.ts'
import { type StatusPage, deleteStatusPage, idOfPage, saveStatusPage } from './status-pages.ts'

const NOW = Date.UTC(2026, 9, 20, 12)
const READER: Caller = { ...MANAGER, scopes: ['READ'] }

let database: TestDatabase
let pipeline: Pipeline
let stranger: Caller

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => NOW)
  stranger = { ...MANAGER, siteIds: [pipeline.siteId + 1] }
})
afterAll(() => database.drop())

let made = 0
const save = (input: SaveStatusPageInput, caller = MANAGER) => saveStatusPage(database.control, caller, input)
const aPage = async (input: SaveStatusPageInput = {}): Promise<StatusPage> => {
  const slug = `page-${++made}`
  const whole = { site: 'test', slug, title: 'Shop', components: [{ name: 'Pages', vital: 'LCP' as const }] }
  const { statusPage, userErrors } = await save({ ...whole, ...input })
  if (statusPage === null) throw new TypeError(JSON.stringify(userErrors))
  return statusPage
}

describe('a status page', () => {
  test('is made with what is usual, and told by the API', async () => {
    const slo = await anSlo(database)
    const page = await aPage({
      components: [
        { name: 'Écran rapide', slo: idOfSlo(slo), description: ' All pages ' },
        { name: 'Clicks', vital: 'INP', key: 'clicks' },
      ],
    })
    const { data, errors } = await pipeline.ask(
      `{ node(id: "${idOfPage(page)}") { ... on StatusPage { id slug theme published floor origins components { key name description slo vital } } } }`,
    )
    expect(errors).toBeUndefined()
    expect(data.node).toEqual({
      id: `test/status/${page.id}`,
      slug: page.slug,
      theme: 'AUTO',
      published: false,
      floor: 20,
      origins: [],
      components: [
        {
          key: 'e-cran-rapide',
          name: 'Écran rapide',
          description: 'All pages',
          slo: idOfSlo(slo),
          vital: null,
        },
        { key: 'clicks', name: 'Clicks', description: '', slo: null, vital: 'INP' },
      ],
    })
  })

  test.each([
    ['a slug with capitals', { slug: 'Shop' }, ['slug'], 'INVALID'],
    ['no title', { title: ' ' }, ['title'], 'INVALID'],
    ['a floor that hides nobody', { floor: 4 }, ['floor'], 'INVALID'],
    ['no components', { components: [] }, ['components'], 'INVALID'],
    ['a component without a source', { components: [{ name: 'x' }] }, ['components', '0', 'slo'], 'INVALID'],
    [
      'a component with two sources',
      { components: [{ name: 'x', slo: '1', vital: 'LCP' as const }] },
      ['components', '0', 'slo'],
      'INVALID',
    ],
    [
      'an SLO that is not there',
      { components: [{ name: 'x', slo: '9999' }] },
      ['components', '0', 'slo'],
      'UNKNOWN',
    ],
    [
      'a vital without a place in the assessment',
      { components: [{ name: 'x', vital: 'TTFB' as const }] },
      ['components', '0', 'vital'],
      'INVALID',
    ],
    [
      'one key twice',
      {
        components: [
          { name: 'x', vital: 'LCP' as const },
          { name: 'X', vital: 'INP' as const },
        ],
      },
      ['components', '1', 'key'],
      'TAKEN',
    ],
    [
      'an origin with a path',
      { origins: ['https://a.example', 'https://b.example/x'] },
      ['origins', '1'],
      'INVALID',
    ],
    ['a site that is not there', { site: 'nowhere' }, ['site'], 'UNKNOWN'],
  ])('is refused with %s, at its path', async (_, input, path, code) => {
    const whole = {
      site: 'test',
      slug: 'refused',
      title: 'Shop',
      components: [{ name: 'P', vital: 'LCP' as const }],
    }
    const { statusPage, userErrors } = await save({ ...whole, ...input })
    expect(statusPage).toBeNull()
    expect(userErrors).toMatchObject([{ path, code }])
  })

  test('says everything that a new one lacks at once', async () => {
    const { userErrors } = await save({ site: 'test' })
    expect(userErrors.map(({ path }) => path)).toEqual([['slug'], ['title'], ['components']])
  })

  test('changes in what is given, and keeps its slug to itself', async () => {
    const page = await aPage({ floor: 50, origins: ['https://a.example'] })
    const { statusPage } = await save({ id: idOfPage(page), published: true })
    expect(statusPage).toMatchObject({
      slug: page.slug,
      floor: 50,
      origins: ['https://a.example'],
      published: true,
    })
    const other = await aPage()
    expect((await save({ id: idOfPage(other), slug: page.slug })).userErrors).toMatchObject([
      { path: ['slug'], code: 'TAKEN' },
    ])
    expect((await save({ id: 'test/status/9999', title: 'x' })).userErrors).toMatchObject([
      { path: ['id'], code: 'UNKNOWN' },
    ])
  })

  test('is changed and deleted by nobody who may not manage or not see the site', async () => {
    const page = await aPage()
    await expect(save({ id: idOfPage(page), title: 'x' }, READER)).rejects.toThrow('scope MANAGE')
    expect((await save({ id: idOfPage(page), title: 'x' }, stranger)).statusPage).toBeNull()
    expect((await deleteStatusPage(database.control, stranger, idOfPage(page))).deletedId).toBeNull()
    expect((await deleteStatusPage(database.control, MANAGER, idOfPage(page))).deletedId).toBe(idOfPage(page))
    expect((await deleteStatusPage(database.control, MANAGER, idOfPage(page))).userErrors).toMatchObject([
      { code: 'UNKNOWN' },
    ])
  })
})

test('whoever reads a page for the public sees no site', async () => {
  const grant = {
    operations: new Set(['StatusPage']),
    origins: new Set<string>(),
    lock: { where: EVERYTHING, maxRangeMs: 1 },
  }
  const embedded: Caller = { ...READER, siteIds: [pipeline.siteId], grant }
  const reader: Caller = { ...embedded, grant: { ...grant, reader: { page: 'shop', floor: 20 } } }
  expect(await siteBySlug(database.control, embedded, 'test')).not.toBeNull()
  expect(await siteBySlug(database.control, reader, 'test')).toBeNull()
  expect(await visibleSites(database.control, reader)).toEqual([])
})

describe('an incident', () => {
  const asking = (now = NOW, caller = MANAGER) => ({ control: database.control, caller, now })
  const opened = async (page: StatusPage, now = NOW) => {
    const input = { page: idOfPage(page), title: 'Slow', message: 'We look into it', components: ['pages'] }
    const { incident } = await openIncident(asking(now), input)
    if (incident === null) throw new TypeError('no incident')
    return incident
  }

  test('goes on by its updates until it is resolved, and opens again', async () => {
    const page = await aPage()
    const incident = await opened(page)
    const id = idOfIncident(incident)
    const say = (status: 'MONITORING' | 'RESOLVED' | 'INVESTIGATING', minutes: number) =>
      updateIncident(asking(NOW + minutes * 60_000), { id, status, message: status.toLowerCase() })
    expect((await say('MONITORING', 5)).incident).toMatchObject({ status: 'MONITORING', resolvedAt: null })
    const { incident: resolved } = await say('RESOLVED', 10)
    expect(resolved).toMatchObject({ status: 'RESOLVED', resolvedAt: new Date(NOW + 600_000) })
    expect(resolved?.updates.map(({ message }) => message)).toEqual([
      'resolved',
      'monitoring',
      'We look into it',
    ])
    expect((await say('INVESTIGATING', 15)).incident).toMatchObject({
      status: 'INVESTIGATING',
      resolvedAt: null,
    })
  })

  test('is told for 90 days once it is over, and always while it is open', async () => {
    const page = await aPage()
    const early = NOW - 100 * 86_400_000
    const open = await opened(page, early)
    const over = await opened(page, early + 1000)
    await updateIncident(asking(), { id: idOfIncident(over), status: 'RESOLVED', message: 'done' })
    expect((await incidentsOf(database.control, page, NOW)).map(({ id }) => id)).toEqual([open.id])
  })

  test('is refused with every mistake at its path', async () => {
    const page = await aPage()
    const input = {
      page: idOfPage(page),
      title: '',
      message: 'x'.repeat(2001),
      components: ['pages', 'cart'],
      startedAt: new Date(NOW + 1000),
    }
    const { incident, userErrors } = await openIncident(asking(), input)
    expect(incident).toBeNull()
    expect(userErrors.map(({ path, code }) => [...path, code])).toEqual([
      ['title', 'INVALID'],
      ['message', 'INVALID'],
      ['components', '1', 'UNKNOWN'],
      ['startedAt', 'INVALID'],
    ])
    const { id } = await opened(page)
    const early = { id: `test/incident/${id}`, message: 'x', at: new Date(NOW - 1000) }
    expect((await updateIncident(asking(), early)).userErrors).toMatchObject([{ path: ['at'] }])
  })

  test('is for those who may manage the site', async () => {
    const page = await aPage()
    const id = idOfIncident(await opened(page))
    await expect(updateIncident(asking(NOW, READER), { id, message: 'x' })).rejects.toThrow('scope MANAGE')
    expect((await updateIncident(asking(NOW, stranger), { id, message: 'x' })).incident).toBeNull()
    expect((await deleteIncident(asking(NOW, stranger), id)).deletedId).toBeNull()
    expect((await deleteIncident(asking(), id)).deletedId).toBe(id)
  })
})
