/** One GraphQL question of a widget. */
import { askQuery } from '../../sdk/client/ask.ts'
import { QueryError } from '../../sdk/client/query-error.ts'
import { DOCUMENT_IDS } from './document-ids.generated.ts'

export { QueryError } from '../../sdk/client/query-error.ts'

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

/** `/graphql` of the origin that this module came from. */
export const DEFAULT_ENDPOINT = new URL('/graphql', import.meta.url).href

/** The data of the answer. Throws a QueryError for anything else, a partial answer included. */
export async function postQuery<Data>({ query, variables, connection, signal }: Question): Promise<Data> {
  const { endpoint, token } = connection
  try {
    return (await askQuery({ url: endpoint, token }, { document: named(query), variables, signal })) as Data
  } catch (error) {
    if (!(error instanceof QueryError) || error.code !== 'UNAUTHENTICATED') throw error
    throw new QueryError('UNAUTHENTICATED', 'Sign in to see this', { cause: error })
  }
}

/** By its id the question is 200 bytes long, by its text 1,000 and more. */
function named(query: string) {
  const [, name = ''] = /^\s*query (\w+)/.exec(query) ?? []
  return { id: DOCUMENT_IDS[name], toString: () => query }
}
