import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createDemoSite } from '../../api/sites/demo-site.ts'
import { saveDemoQuestions } from './demo-questions.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase('plain')
})
afterAll(() => database.drop())

test('the demo site has what a new user would look for, and the API takes all of it', async () => {
  const { control, db } = database
  await createDemoSite(control, 'Europe/Berlin')
  await saveDemoQuestions(control, db, Date.UTC(2026, 10, 21))
  const counts = [
    control.funnel,
    control.slo,
    control.flag,
    control.alertRule,
    control.statusPage,
    control.incident,
  ].map((table) => (table as { count: () => Promise<number> }).count())
  expect(await Promise.all(counts)).toEqual([1, 3, 1, 1, 1, 1])
})
