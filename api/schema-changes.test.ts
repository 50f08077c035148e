import { expect, test } from 'vitest'
import { schemaChanges } from './schema-changes.ts'

const RELEASED = `
  type Query { site(id: ID!): Site  viewer: String!  count: Int! }
  type Site { name: String!  views: Int! }
  enum Metric { LCP INP }
`
const changed = (from: string, to: string) => RELEASED.replace(from, to)
const compare = (current: string, changelog = '# Changelog\n\n## Unreleased\n\n- Nothing.\n') =>
  schemaChanges({ released: RELEASED, current, changelog })

test.each([
  ['a removed field', changed('views: Int!', ''), 'Site.views was removed.'],
  [
    'a field that may be null now',
    changed('views: Int!', 'views: Int'),
    'Site.views changed type from Int! to Int.',
  ],
  ['a changed type', changed('views: Int!', 'views: Float!'), 'Site.views changed type from Int! to Float!.'],
  [
    'a new required argument',
    changed('site(id: ID!)', 'site(id: ID!, range: String!)'),
    'A required arg range on Query.site was added.',
  ],
  ['a removed value of an enum', changed('LCP INP', 'LCP'), 'INP was removed from enum type Metric.'],
  ['a removed type', changed('enum Metric { LCP INP }', ''), 'Metric was removed.'],
])('%s breaks', (_, current, change) => {
  expect(compare(current).breaking).toEqual([change])
})

test('what only adds breaks nothing', () => {
  const current = changed('views: Int!', 'views: Int!  visitors(bots: Boolean): Int!')
  expect(compare(current)).toEqual({ breaking: [], dangerous: [] })
})

test('a new value of an enum is told and breaks nothing', () => {
  const { breaking, dangerous } = compare(changed('LCP INP', 'LCP INP CLS'))
  expect(breaking).toEqual([])
  expect(dangerous).toEqual(['CLS was added to enum type Metric.'])
})

test('what the changelog says word for word passes, wherever its lines break', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n- Breaking: Site.views\n  was removed.\n\n## 0.1.0\n\n- First.\n'
  expect(compare(changed('views: Int!', ''), changelog).breaking).toEqual([])
})

test('what an older release announced is not announced again', () => {
  const changelog = '# Changelog\n\n## Unreleased\n\n- Nothing.\n\n## 0.1.0\n\n- Site.views was removed.\n'
  expect(compare(changed('views: Int!', ''), changelog).breaking).toEqual(['Site.views was removed.'])
})

test('a changelog without the section announces nothing', () => {
  expect(compare(changed('views: Int!', ''), '# Changelog\n').breaking).toHaveLength(1)
})
