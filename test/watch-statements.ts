/** For every test file: watches the statements that reach PostgreSQL, and fails the file if one forgot the site. */
import pg from 'pg'
import { afterAll, expect } from 'vitest'
import { unscopedStatement } from './unscoped-tables.ts'

type Query = (this: pg.Client, ...given: unknown[]) => unknown

const unscoped = new Set<string>()
const prototype = pg.Client.prototype as unknown as { query: Query }
const query = prototype.query

prototype.query = function (...given) {
  const [statement] = given
  const text = typeof statement === 'string' ? statement : (statement as { text?: unknown } | null)?.text
  const found = typeof text === 'string' ? unscopedStatement(text) : null
  if (found !== null) unscoped.add(found)
  return query.apply(this, given)
}

afterAll(() => {
  prototype.query = query
  expect([...unscoped], 'statements on rum tables that do not say of which site').toEqual([])
})
