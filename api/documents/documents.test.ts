import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { createDocuments } from './documents.ts'

const TEXTS = new Map([['sha256:1', '{ viewer { name } }']])

function codeOf(attempt: () => unknown): unknown {
  try {
    attempt()
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions['code'] : error
  }
  return 'answered'
}

test('puts the text in the place of the id and leaves everything else as it is', () => {
  const documents = createDocuments('any', TEXTS)
  const body = { documentId: 'sha256:1', variables: { a: 1 }, operationName: 'A', extensions: {} }
  expect(documents.ofBody(body)).toEqual({
    query: '{ viewer { name } }',
    variables: { a: 1 },
    operationName: 'A',
    extensions: {},
  })
  const search = documents.ofSearch(new URLSearchParams({ documentId: 'sha256:1', variables: '{"a":1}' }))
  expect(Object.fromEntries(search)).toEqual({ query: '{ viewer { name } }', variables: '{"a":1}' })
})

test.each([undefined, null, 'text', 3, [1], {}, { query: '{ a }' }, { query: '{ a }', documentId: null }])(
  'leaves %j as it is',
  (body) => {
    expect(createDocuments('any', TEXTS).ofBody(body)).toBe(body)
  },
)

test.each<[string, Record<string, unknown>, string, string]>([
  ['a text', { query: '{ a }' }, 'answered', 'DOCUMENT_UNTRUSTED'],
  ['an empty text', { query: '' }, 'answered', 'DOCUMENT_UNTRUSTED'],
  ['an id', { documentId: 'sha256:1' }, 'answered', 'answered'],
  ['an unknown id', { documentId: 'sha256:2' }, 'DOCUMENT_UNKNOWN', 'DOCUMENT_UNKNOWN'],
  ['a name that every object has', { documentId: '__proto__' }, 'DOCUMENT_UNKNOWN', 'DOCUMENT_UNKNOWN'],
  ['an empty id', { documentId: '' }, 'DOCUMENT_UNKNOWN', 'DOCUMENT_UNKNOWN'],
  ['both', { documentId: 'sha256:1', query: '{ a }' }, 'BAD_REQUEST', 'BAD_REQUEST'],
  ['an id that is no text', { documentId: 1 }, 'BAD_REQUEST', 'BAD_REQUEST'],
  ['neither, which Apollo refuses', {}, 'answered', 'answered'],
])('%s', (_, body, any, trusted) => {
  expect(codeOf(() => createDocuments('any', TEXTS).ofBody(body))).toBe(any)
  expect(codeOf(() => createDocuments('trusted', TEXTS).ofBody(body))).toBe(trusted)
})

test('takes one id of an address, not two', () => {
  const twice = new URLSearchParams('documentId=sha256:1&documentId=sha256:1')
  expect(codeOf(() => createDocuments('any', TEXTS).ofSearch(twice))).toBe('BAD_REQUEST')
})
