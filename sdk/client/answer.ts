/** What an answer says: the data, or a QueryError. */
import { type GraphqlError, QueryError } from './query-error.ts'

type Result = { data?: unknown; errors?: readonly GraphqlError[] }

/** Where what answers is no GraphQL: a proxy, or a server that starts. */
const CODES_BY_STATUS: Record<number, string> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'RATE_LIMITED',
  502: 'UNREACHABLE',
  503: 'UNREACHABLE',
  504: 'UNREACHABLE',
}

/** The data of a whole answer. A part that is missing makes an error of all of it, since the types promise every part. */
export function resultOf(text: string, status: number): unknown {
  const { data, errors = [] } = parseResult(text)
  const [error] = errors
  if (error !== undefined)
    throw new QueryError(error.extensions?.code ?? 'BAD_ANSWER', error.message, { errors })
  if (data === undefined || data === null)
    throw new QueryError(
      CODES_BY_STATUS[status] ?? 'BAD_ANSWER',
      `the server answered ${status} without data and without errors`,
    )
  return data
}

/** What is no object of JSON holds neither data nor errors. */
function parseResult(text: string): Result {
  try {
    return (JSON.parse(text) as Result | null) ?? {}
  } catch {
    return {}
  }
}
