/** What does not compile: each line below an expected error is one, or this file does not compile. */
import { expect, test } from 'vitest'
import { type TypedDocument, createClient } from './client.ts'
import { CreateSite, Live, Sites, SlowestPages } from './documents.generated.ts'

const answer = { data: { sites: { nodes: [] }, site: null, createSite: { site: null, userErrors: [] } } }
const sightline = createClient({
  url: 'http://localhost/graphql',
  fetch: () => Promise.resolve(Response.json(answer)),
})

test('an answer has what was asked for and nothing else', async () => {
  const { sites } = await sightline.query(Sites)
  const names: string[] = sites.nodes.map(({ name }) => name)
  // @ts-expect-error -- the document does not ask for origins
  const origins = sites.nodes.map(({ origins }) => origins)
  expect([names, origins]).toEqual([[], []])
})

test('what may be null must be looked at', async () => {
  const { site } = await sightline.query(SlowestPages, { site: 'shop', range: { last: 'P7D' } })
  // @ts-expect-error -- a site that the token may not see is null
  expect(() => site.segment).toThrow(TypeError)
  const verdict: 'BETTER' | 'WORSE' | 'NO_DIFFERENCE_SHOWN' | 'TOO_LITTLE_DATA' | undefined =
    site?.segment.by[0]?.segment.compare.vital.verdict
  expect(verdict).toBeUndefined()
})

test('variables are those of the document', async () => {
  const range = { last: 'P7D' }
  // @ts-expect-error -- the site is missing
  await sightline.query(SlowestPages, { range })
  // @ts-expect-error -- there must be variables
  await sightline.query(SlowestPages)
  // @ts-expect-error -- there is no such metric
  await sightline.query(SlowestPages, { site: 'shop', range, metric: 'LCPP' })
  // @ts-expect-error -- a whole number is no text
  await sightline.query(SlowestPages, { site: 'shop', range, top: '10' })
  // @ts-expect-error -- there is no such variable
  await sightline.query(SlowestPages, { site: 'shop', range, sight: 'shop' })
  // @ts-expect-error -- there is no such condition
  await sightline.query(SlowestPages, { site: 'shop', range, where: { page: { is: '/' } } })
  await sightline.query(SlowestPages, {
    site: 'shop',
    range,
    metric: 'INP',
    where: { device: { in: ['MOBILE'] } },
  })
  // @ts-expect-error -- an input is checked as deep as it goes
  await sightline.query(CreateSite, { input: { id: 'shop', name: 1 } })
  // @ts-expect-error -- the document takes no such variable
  await sightline.query(Sites, { last: 3 })
  expect(await sightline.query(Sites, { first: 3 })).toEqual(answer.data)
})

test('a subscription tells its answers', () => {
  const answers = sightline.subscribe(Live, { site: 'shop' })
  const typed: AsyncGenerator<{ live: { activeVisitors: number } }> = answers
  // @ts-expect-error -- visitors are a number
  const mistyped: AsyncGenerator<{ live: { activeVisitors: string } }> = answers
  expect([typed, mistyped]).toEqual([answers, answers])
})

test('a document of another generator fits, if it follows the convention', async () => {
  const foreign = new (class extends String {
    __apiType?: NonNullable<TypedDocument<{ sites: unknown }, { first: number }>['__apiType']>
  })('query Sites { sites { totalCount } }')
  const { sites } = await sightline.query(foreign, { first: 1 })
  // @ts-expect-error -- its variables are checked like any other's
  await sightline.query(foreign, { first: '1' })
  expect(sites).toEqual({ nodes: [] })
})
