import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { writeKept } from '../limits/kept-values.queries.ts'

let database: TestDatabase
let pipeline: Pipeline
beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database)
})
afterAll(() => database.drop())

test('rules are learned from the pages that came, and from nothing else', async () => {
  const { siteId } = pipeline
  const names = Array.from({ length: 30 }, (_, i) => String.fromCharCode(97 + (i % 26), 97 + i / 26))
  const kept = (what: string, values: string[]) =>
    values.map((value) => ({ siteId, what, value, day: 20_000 }))
  await writeKept(database.db, siteId, [
    ...kept('page', [...names.map((name) => `/tea/${name}`), '/about']),
    ...kept(
      'event',
      names.map((name) => `/event/${name}`),
    ),
  ])
  const { data } = await pipeline.ask(`{ site(id: "test") { learnedPageRules { rule pages examples } } }`)
  expect(data.site.learnedPageRules).toEqual([
    { rule: '/tea/:name', pages: 30, examples: ['/tea/aa', '/tea/ab', '/tea/ba'] },
  ])
})
