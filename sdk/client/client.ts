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
  query<Answer, Variables>(
    document: TypedDocument<Answer, Variables>,
    ...rest: Rest<Variables>
  ): Promise<Answer>
  /**
   * What a subscription tells, until it is complete, the loop is left or the signal aborts. A connection that breaks is
   * made again; what happened in between is not told. A refusal is thrown as a QueryError.
   */
  subscribe<Answer, Variables>(
    document: TypedDocument<Answer, Variables>,
    ...rest: Rest<Variables>
  ): AsyncGenerator<Answer, void, undefined>
}

/** Variables may be left out where an operation needs none. */
type Rest<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: CallOptions]
    : [variables: Variables, options?: CallOptions]

export function createClient({
  reconnectAfterMs: wait = reconnectAfterMs,
  ...endpoint
}: ClientOptions): Client {
  return {
    query: <Answer>(document: Document, variables?: unknown, { signal }: CallOptions = {}) =>
      askQuery(endpoint, { document, variables, signal }) as Promise<Answer>,
    subscribe: <Answer>(document: Document, variables?: unknown, { signal }: CallOptions = {}) =>
      subscribe(endpoint, { document, variables, signal }, wait) as AsyncGenerator<Answer, void, undefined>,
  }
}

type Document = TypedDocument<unknown, never>
