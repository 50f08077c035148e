/**
 * The typed client of the GraphQL API, for tools in Node and in browsers.
 *
 *   const sightline = createClient({ url: 'https://rum.example/graphql', token })
 *   const { site } = await sightline.query(SlowestPages, { site: 'shop', range: { last: 'P7D' } })
 */
import { type Endpoint, askQuery } from './ask.ts'
import { type Reconnect, reconnectAfterMs, subscribe } from './subscribe.ts'
import type { TypedDocument } from './typed-document.ts'

export { type GraphqlError, QueryError } from './query-error.ts'
export { type TypedDocument, typedDocument } from './typed-document.ts'

export type ClientOptions = Endpoint & {
  /** How long to wait before a broken subscription is made again, by how often it failed in a row: 1, 2, … */
  reconnectAfterMs?: Reconnect
}

export type CallOptions = { signal?: AbortSignal | undefined }

export type Client = {
  /**
   * Resolves to the data of a query or mutation. Throws a QueryError if there is none or if any part of it is missing,
   * and what the signal was aborted with.
   */
  query<Answer>(
    document: NoVariables<Answer>,
    variables?: Record<string, never>,
    options?: CallOptions,
  ): Promise<Answer>
  query<Answer, Variables>(
    document: TypedDocument<Answer, Variables>,
    variables: NoInfer<Variables>,
    options?: CallOptions,
  ): Promise<Answer>
  /**
   * What a subscription tells, until it is complete, the loop is left or the signal aborts. A connection that breaks is
   * made again; what happened in between is not told. A refusal is thrown as a QueryError.
   */
  subscribe<Answer>(
    document: NoVariables<Answer>,
    variables?: Record<string, never>,
    options?: CallOptions,
  ): Answers<Answer>
  subscribe<Answer, Variables>(
    document: TypedDocument<Answer, Variables>,
    variables: NoInfer<Variables>,
    options?: CallOptions,
  ): Answers<Answer>
}

/** A document whose variables may all be left out. */
type NoVariables<Answer> = TypedDocument<Answer, Record<string, never>>
type Answers<Answer> = AsyncGenerator<Answer, void, undefined>

export function createClient({
  reconnectAfterMs: wait = reconnectAfterMs,
  ...endpoint
}: ClientOptions): Client {
  return {
    query: <Answer>(document: Document, variables?: unknown, { signal }: CallOptions = {}) =>
      askQuery(endpoint, { document, variables, signal }) as Promise<Answer>,
    subscribe: <Answer>(document: Document, variables?: unknown, { signal }: CallOptions = {}) =>
      subscribe(endpoint, { document, variables, signal }, wait) as Answers<Answer>,
  }
}

type Document = TypedDocument<unknown, never>
