/**
 * Trusted documents. A question may name a document that was registered when Sightline was built, by `documentId` instead
 * of `query` (the appendix on persisted documents of GraphQL over HTTP). Nobody can register one by asking.
 */
import { readFileSync } from 'node:fs'
import { packagePath } from '../../prisma/package-path.ts'
import { userError } from '../problem.ts'

/** `any`: texts and registered documents. `trusted`: registered documents and nothing else, introspection included. */
export type DocumentsAllowed = 'any' | 'trusted'

export type Documents = {
  /** The body, or the query string, with the text in the place of the id. Throws what is wrong with either. */
  ofBody: (body: unknown) => unknown
  ofSearch: (parameters: URLSearchParams) => URLSearchParams
}

export function createDocuments(
  allowed: DocumentsAllowed,
  texts: ReadonlyMap<string, string> = readRegisteredDocuments(),
): Documents {
  const textOf = (query: unknown, id: unknown): string | null => {
    if (isAbsent(id)) {
      if (allowed === 'trusted' && !isAbsent(query)) throw untrusted()
      return null
    }
    if (!isAbsent(query)) throw badRequest('send `documentId` or `query`, not both')
    if (typeof id !== 'string') throw badRequest('`documentId` must be one text: sha256:…')
    const text = texts.get(id)
    if (text === undefined) throw unknown(id)
    return text
  }
  return {
    ofBody: (body) => {
      if (!isRecord(body)) return body
      const { documentId, ...rest } = body
      const text = textOf(body['query'], documentId)
      return text === null ? body : { ...rest, query: text }
    },
    ofSearch: (parameters) => {
      const ids = parameters.getAll('documentId')
      const text = textOf(parameters.get('query'), ids.length > 1 ? ids : ids[0])
      if (text === null) return parameters
      const named = new URLSearchParams(parameters)
      named.delete('documentId')
      named.set('query', text)
      return named
    },
  }
}

/** The texts of the operations of the widgets, the console and the client, by id. */
export function readRegisteredDocuments(): Map<string, string> {
  const manifest = readFileSync(packagePath('api/documents/documents.generated.json'), 'utf8')
  return new Map(Object.entries(JSON.parse(manifest) as Record<string, string>))
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function badRequest(message: string) {
  return userError(message, 'BAD_REQUEST')
}

function unknown(id: string) {
  return userError(
    `there is no registered document "${id.slice(0, 80)}": send its text as \`query\``,
    'DOCUMENT_UNKNOWN',
  )
}

function untrusted() {
  return userError(
    'this server answers registered documents only: send a `documentId` that it knows',
    'DOCUMENT_UNTRUSTED',
  )
}
