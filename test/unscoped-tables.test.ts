import { expect, test } from 'vitest'
import { unscopedStatement } from './unscoped-tables.ts'

test.each([
  ['a filter', '/* a.b */ SELECT 1 FROM rum.events WHERE site_id = $1'],
  [
    'a filter of each of two tables',
    '/* a.b */ SELECT 1 FROM rum.events e JOIN rum.sessions s USING (site_id, session_id) WHERE e.site_id = $1',
  ],
  [
    'a column of what is inserted',
    '/* a.b */ INSERT INTO rum.sessions AS s (site_id, views) VALUES ($1, $2)',
  ],
  ['a column of what is copied', 'COPY rum.events (time, site_id) FROM STDIN (FORMAT binary)'],
  ['a function, which is no table', '/* a.b */ SELECT * FROM rum.has_timescale()'],
  ['no table of rum', '/* a.b */ SELECT 1 FROM site'],
  ['a statement of a test', '/* test.rows */ SELECT 1 FROM rum.events'],
  ['a statement without a name', 'SELECT 1 FROM rum.events'],
])('a statement with %s passes', (_, text) => {
  expect(unscopedStatement(text)).toBeNull()
})

test.each([
  ['no filter', '/* a.b */ SELECT 1 FROM rum.events WHERE session_id = $1'],
  [
    'a filter of one of two tables',
    '/* a.b */ SELECT 1 FROM rum.events e JOIN rum.sessions s USING (session_id) WHERE e.site_id = $1',
  ],
  [
    'a second table behind a UNION',
    '/* a.b */ SELECT 1 FROM rum.events WHERE site_id = $1 UNION ALL SELECT 1 FROM rum.errors',
  ],
  ['a site that is only read', '/* a.b */ SELECT site_id FROM rum.events'],
  ['an update of everything', '/* a.b */ UPDATE rum.events SET lcp = NULL'],
  ['a delete of everything', '/* a.b */ DELETE FROM rum.events'],
  ['an insert without a site', '/* a.b */ INSERT INTO rum.dead_letters (code) VALUES ($1)'],
])('a statement with %s is found', (_, text) => {
  expect(unscopedStatement(text)).toContain('a.b')
})
