import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { runCommand } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'sightline-client-'))
let said: string[]

beforeEach(() => {
  said = []
})
afterAll(() => rmSync(folder, { recursive: true }))

const SCHEMA = `
  scalar DateTime
  enum Metric { LCP INP }
  input Where { page: String! }
  type Query { now: DateTime  value(metric: Metric!, where: Where): Float  pages: [Page!]! }
  type Page { path: String!  views: Int! }
  type Subscription { tick(every: Int!): DateTime! }
`

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const run = (...args: string[]) =>
  runCommand(args, { folder, token: undefined, say: (line) => void said.push(line) })

test('writes a module with a typed document for each operation', async () => {
  write({
    'schema.graphql': SCHEMA,
    'good/value.graphql':
      'query Value($metric: Metric!, $where: Where) { value(metric: $metric, where: $where) now }',
    'good/deeper/pages.graphql': 'query Pages { pages { ...Line } } query More { pages { ...Line views } }',
    'good/line.graphql': 'fragment Line on Page { path }',
    'good/tick.graphql': 'subscription Tick { tick(every: 2) }',
  })
  expect(await run('good', '--out', 'good.ts', '--schema', 'schema.graphql', '--import', './client.ts')).toBe(
    0,
  )
  const module = readFileSync(join(folder, 'good.ts'), 'utf8')
  expect(module).toContain("import { typedDocument } from './client.ts'")
  expect(module).toContain('export type ValueQuery = { value: number | null, now: string | null };')
  expect(module).toContain("export type Metric =\n  | 'LCP'\n  | 'INP';")
  expect(module).toContain('export const Tick = typedDocument<TickSubscription, TickSubscriptionVariables>(')
  expect(module.match(/export type LineFragment/g)).toHaveLength(1)
  expect(module.match(/fragment Line on Page/g)).toHaveLength(2)
})

test('tells whether the module is up to date', async () => {
  write({ 'schema.graphql': SCHEMA, 'fresh/a.graphql': 'query A { now }' })
  const args = ['fresh', '--out', 'fresh.ts', '--schema', 'schema.graphql']
  expect(await run(...args, '--check')).toBe(1)
  expect(await run(...args)).toBe(0)
  expect(await run(...args, '--check')).toBe(0)
  expect(said).toEqual([
    `${folder}/fresh.ts is not up to date: run the same without --check`,
    `${folder}/fresh.ts was written`,
    `${folder}/fresh.ts is up to date`,
  ])
})

test('uses the schema of this version where none is named', async () => {
  write({ 'own/a.graphql': 'query Own { viewer { name } }' })
  expect(await run('own', '--out', 'own.ts')).toBe(0)
  expect(readFileSync(join(folder, 'own.ts'), 'utf8')).toContain('{ viewer: { name: string } }')
})

test.each<[string, Record<string, string>, string[]]>([
  [
    'every unknown field with its line and column',
    { 'm.graphql': 'query A {\n  nov\n  pages {\n    veiws\n  }\n}\n' },
    [
      'bad/m.graphql:2:3 Cannot query field "nov" on type "Query". Did you mean "now"?',
      'bad/m.graphql:4:5 Cannot query field "veiws" on type "Page". Did you mean "views"?',
    ],
  ],
  [
    'what is not GraphQL, in every file',
    { 'm.graphql': 'query A {', 'n.graphql': 'query B { now }}' },
    [
      'bad/m.graphql:1:10 Syntax Error: Expected Name, found <EOF>.',
      'bad/n.graphql:1:16 Syntax Error: Unexpected "}".',
    ],
  ],
  [
    'an operation without a name',
    { 'm.graphql': '{ now }' },
    ['bad/m.graphql:1:1 The operation has no name: what is generated is named after it'],
  ],
  [
    'two operations of one name',
    { 'm.graphql': 'query A { now }', 'n.graphql': 'query A { now }' },
    ['bad/m.graphql:1:7 There can be only one operation named "A".'],
  ],
  [
    'a variable of the wrong type',
    { 'm.graphql': 'query A($metric: String!) { value(metric: $metric) }' },
    ['bad/m.graphql:1:9 Variable "$metric" of type "String!" used in position expecting type "Metric!".'],
  ],
  [
    'documents without an operation',
    { 'm.graphql': '' },
    ['bad/m.graphql:1:1 Syntax Error: Unexpected <EOF>.'],
  ],
])('refuses %s, and writes nothing', async (_, files, lines) => {
  rmSync(join(folder, 'bad'), { recursive: true, force: true })
  write({ 'schema.graphql': SCHEMA })
  write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`bad/${name}`, text])))
  expect(await run('bad', '--out', 'bad.ts', '--schema', 'schema.graphql')).toBe(1)
  expect(said.join('\n').split('\n')).toEqual(lines)
  expect(() => readFileSync(join(folder, 'bad.ts'))).toThrow('ENOENT')
})

test.each<[string, string[], RegExp]>([
  ['no documents', ['--out', 'x.ts'], /^name the documents and --out\n\nnpm run client/],
  ['an option that there is not', ['own', '--oot', 'x.ts'], /^Unknown option '--oot'/],
  ['a folder that there is not', ['nowhere', '--out', 'x.ts'], /nowhere: there is no such file or folder$/],
  ['a folder without documents', ['.git', '--out', 'x.ts'], /\.git: there is no such file or folder$/],
  [
    'a schema that there is not',
    ['own', '--out', 'x.ts', '--schema', 'no.graphql'],
    /no\.graphql: there is no such schema$/,
  ],
  [
    'a schema that is none',
    ['own', '--out', 'x.ts', '--schema', 'own/a.graphql'],
    /a\.graphql: Query root type must be provided/,
  ],
  [
    'an API that does not answer',
    ['own', '--out', 'x.ts', '--schema', 'http://127.0.0.1:1'],
    /^http:\/\/127\.0\.0\.1:1: no answer/,
  ],
])('refuses %s', async (_, args, message) => {
  write({ 'own/a.graphql': 'query Own { viewer { name } }' })
  expect(await run(...args)).toBe(1)
  expect(said.join('\n')).toMatch(message)
})

test('helps', async () => {
  expect(await run('--help')).toBe(0)
  expect(said.join()).toContain('--schema <from>')
})
