/**
 * The typed client of the GraphQL API, for tools in Node and in browsers.
 *
 *   const sightline = createClient({ url: 'https://rum.example/graphql', token: process.env.SIGHTLINE_TOKEN })
 *   const { site } = await sightline.query(SlowestPages, { site: 'shop', range: { last: 'P7D' } })
 *
 * A document made by `npm run client` (or any other that follows the convention of TypedDocumentString) brings the types
 * of its variables and of its answer.
 */
import { readEvents } from './event-stream.ts'
import { QueryError } from './query-error.ts'

/** The text of an operation, with the types of its answer and its variables. `__apiType` is never there at run time. */
export type TypedDocument<Answer, Variables> = {
  toString(): string
  __apiType?: (variables: Variables) => Answer
}

export type ClientOptions = {
  /** Where the API answers: https://rum.example/graphql. */
  url: string
  /** An API token (`sl_…`). Without one the session cookie of the same origin speaks. */
  token?: string | undefined
  /** Another fetch, for example one that goes through a proxy. */
  fetch?: typeof globalThis.fetch
}

export type CallOptions = { signal?: AbortSignal | undefined }

export type Client = {
  /**
   * Resolves to the data of a query or mutation. Throws a QueryError if there is none or if any part of it is missing; its
   * `code` is the API's `extensions.code`, or UNREACHABLE or BAD_ANSWER.
   */
  query<Answer, Variables>(
    document: TypedDocument<Answer, Variables>,
    ...rest: Rest<Variables>
  ): Promise<Answer>
  /**
   * Everything that a subscription tells, until the loop is left or the signal aborts. A connection that breaks is made
   * again, at first after a second and later after half a minute; a refusal is thrown.
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

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000

export function createClient({ url, token, fetch = globalThis.fetch }: ClientOptions): Client {
  const ask = async (
    document: { toString(): string },
    variables: unknown,
    { accept, signal }: { accept: string; signal: AbortSignal | undefined },
  ): Promise<Response> => {
    const headers = {
      'content-type': 'application/json',
      accept,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    const body = JSON.stringify({ query: document.toString(), variables: variables ?? {} })
    try {
      return await fetch(url, { method: 'POST', headers, body, ...(signal === undefined ? {} : { signal }) })
    } catch (cause) {
      if (signal?.aborted === true) throw cause
      throw new QueryError('UNREACHABLE', `no answer from ${url}`, { cause })
    }
  }
  return {
    query: async <Answer>(document: { toString(): string }, variables?: unknown, options: CallOptions = {}) => {
      const response = await ask(document, variables, {
        accept: 'application/graphql-response+json, application/json;q=0.9',
        signal: options.signal,
      })
      return dataOf<Answer>(await jsonOf(response), response.status)
    },
    subscribe: async function* <Answer>(
      document: { toString(): string },
      variables?: unknown,
      options: CallOptions = {},
    ) {
      const { signal } = options
      let failures = 0
      while (signal?.aborted !== true) {
        try {
          const response = await ask(document, variables, { accept: 'text/event-stream', signal })
          if (!isEventStream(response)) dataOf(await jsonOf(response), response.status)
          for await (const { event, data } of readEvents(response)) {
            if (event === 'complete') return
            if (event !== 'next') continue
            failures = 0
            yield dataOf<Answer>(JSON.parse(data), response.status)
          }
          failures++
        } catch (error) {
          if (isAborted(signal)) return
          if (error instanceof QueryError && !RETRIED.has(error.code)) throw error
          failures++
        }
        await pause(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)), signal)
      }
    },
  }
}

/** What may be over in a moment. */
const RETRIED = new Set(['UNREACHABLE', 'BAD_ANSWER', 'TIMEOUT', 'INTERNAL', 'RATE_LIMITED'])

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}

function isEventStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') === true
}

type Reply = {
  data?: unknown
  errors?: { message?: string; extensions?: { code?: string } }[]
} | null

async function jsonOf(response: Response): Promise<Reply> {
  return (await response.json().catch(() => null)) as Reply
}

function dataOf<Answer>(reply: Reply, status: number): Answer {
  const error = reply?.errors?.[0]
  if (error !== undefined)
    throw new QueryError(error.extensions?.code ?? 'BAD_ANSWER', error.message ?? 'the question was refused')
  if (reply?.data === undefined || reply.data === null)
    throw new QueryError('BAD_ANSWER', `the server answered ${status} without data`)
  return reply.data as Answer
}

/** Resolves early when aborted. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
