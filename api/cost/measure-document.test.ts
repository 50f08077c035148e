import { Source, getIntrospectionQuery, parse } from 'graphql'
import { expect, test } from 'vitest'
import { documentErrors } from './document-limits.ts'
import { GRAPHQL_LIMITS } from './graphql-limits.ts'
import { countTokens, measureDocument } from './measure-document.ts'

const sizeOf = (text: string) => measureDocument(parse(text))
const codesOf = (text: string) => documentErrors(sizeOf(text)).map(({ extensions }) => extensions['code'])
const nested = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`

test('depth is counted in fields, through fragments of either kind', () => {
  expect(sizeOf('{ a { b c { d } } }').depth).toBe(3)
  expect(sizeOf('{ a { ... { ...F } } } fragment F on X { b { ... on Y { c } } }').depth).toBe(3)
})

test('the deepest operation is measured, and each alone', () => {
  expect(sizeOf('query A { a } query B { a { b } c }')).toMatchObject({ depth: 2, selections: 3 })
})

test('aliases and directives count where they are written, in a fragment once', () => {
  const size = sizeOf(
    'query ($x: Int @a) { ...F ...F p: a @skip(if: true) } fragment F on X @b { q: a r: b @include(if: true) @c }',
  )
  expect(size).toMatchObject({ aliases: 3, directives: 5, selections: 5 })
})

test('four segments with names of their own that hold six figures with names of their own pass', () => {
  const figures = Array.from({ length: 6 }, (_, i) => `f${i}: vital(metric: LCP) { count }`).join(' ')
  const segments = Array.from(
    { length: 4 },
    (_, i) => `s${i}: segment(range: { last: "P${i + 1}D" }) { ${figures} }`,
  )
  const text = `{ site(id: "shop") { ${segments.join(' ')} } }`
  expect(sizeOf(text).aliases).toBe(28)
  expect(codesOf(text)).toEqual([])
})

test('each limit passes what is at it and refuses one more, with its own code, the figure and the limit', () => {
  const cases: [code: string, limit: number, document: (size: number) => string][] = [
    ['DEPTH_EXCEEDED', GRAPHQL_LIMITS.depth, nested],
    ['DEPTH_EXCEEDED', GRAPHQL_LIMITS.introspectionDepth, (size) => `{ __schema ${nested(size - 1)} }`],
    [
      'ALIASES_EXCEEDED',
      GRAPHQL_LIMITS.aliases,
      (size) => `{ ${Array.from({ length: size }, (_, i) => `a${i}: a`).join(' ')} }`,
    ],
    ['DIRECTIVES_EXCEEDED', GRAPHQL_LIMITS.directives, (size) => `{ a ${'@x '.repeat(size)} }`],
    ['SELECTIONS_EXCEEDED', GRAPHQL_LIMITS.selections, (size) => `{ ${'a '.repeat(size)} }`],
  ]
  for (const [code, limit, document] of cases) {
    expect(codesOf(document(limit))).toEqual([])
    const [error] = documentErrors(sizeOf(document(limit + 1)))
    expect(error?.extensions['code']).toBe(code)
    expect(error?.message).toContain(`${(limit + 1).toLocaleString('en')} `)
    expect(error?.message).toContain(`${limit.toLocaleString('en')} at most`)
  }
})

test('the introspection query of tools passes in its longest form', () => {
  const options = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  }
  const text = getIntrospectionQuery(options)
  expect(codesOf(text)).toEqual([])
  expect(countTokens(new Source(text))).toBeLessThan(GRAPHQL_LIMITS.tokens)
})

test('fragments that double forty times are measured at once', () => {
  const fragments = Array.from({ length: 40 }, (_, i) => `fragment F${i} on X { ...F${i + 1} ...F${i + 1} }`)
  const begun = performance.now()
  expect(sizeOf(`{ ...F0 } ${fragments.join(' ')} fragment F40 on X { a }`).selections).toBe(2 ** 40)
  expect(performance.now() - begun).toBeLessThan(100)
})

test('a fragment within itself ends', () => {
  expect(sizeOf('{ ...F } fragment F on X { a { ...F } }').depth).toBe(1)
})

test('tokens are counted up to where it stops being GraphQL', () => {
  expect(countTokens(new Source('{ a(b: "c") # no token\n }'))).toBe(8)
  expect(countTokens(new Source('{ a "'))).toBe(2)
})
