/** One GraphQL question over HTTP. */

/** Where to ask, and as whom. */
export interface Connection {
  endpoint: string
  /** Sent as a bearer token. Without one the session cookie of the same origin speaks. */
  token: string | null
}

export interface Question {
  query: string
  variables: object
  connection: Connection
  signal: AbortSignal
}

/** Why there is no answer. `code` is GraphQL's extensions.code, or UNAUTHENTICATED, UNREACHABLE, or BAD_ANSWER. */
export class QueryError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'QueryError'
    this.code = code
  }
}

/** `/graphql` of the origin that this module came from. */
export const DEFAULT_ENDPOINT = new URL('/graphql', import.meta.url).href

/** The data of the answer. Throws a QueryError for anything else, a partial answer included. */
export async function postQuery<Data>({ query, variables, connection, signal }: Question): Promise<Data> {
  const { endpoint, token } = connection
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'apollo-require-preflight': 'true',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    credentials: token === null ? 'same-origin' : 'omit',
    body: JSON.stringify({ query, variables }),
    signal,
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new QueryError('UNREACHABLE', `No answer from ${endpoint}`)
  })
  if (response.status === 401) throw new QueryError('UNAUTHENTICATED', 'Sign in to see this')
  const answer = (await response.json().catch(() => null)) as Answer | null
  return dataOf(answer, response.status) as Data
}

interface Answer {
  data?: object | null
  errors?: { message?: string; extensions?: { code?: string } }[]
}

function dataOf(answer: Answer | null, status: number): object {
  const error = answer?.errors?.[0]
  if (error !== undefined) {
    throw new QueryError(
      error.extensions?.code ?? 'GRAPHQL_ERROR',
      error.message ?? 'The question was refused',
    )
  }
  if (answer?.data === undefined || answer.data === null) {
    throw new QueryError('BAD_ANSWER', `The server answered ${status} without data`)
  }
  return answer.data
}
