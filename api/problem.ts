import { GraphQLError } from 'graphql'

/** The codes that an answer's `errors[].extensions.code` can have. `Query.capabilities` tells them with their meaning. */
export const ERROR_CODES = {
  BAD_USER_INPUT: 'An argument has a value that cannot be: the message names it and the remedy.',
  UNAUTHENTICATED: 'The request has no token, or one that does not work any more.',
  FORBIDDEN: 'The token may not do this.',
  ORIGIN_FORBIDDEN: 'The embed token is not for pages of this origin.',
  BAD_REQUEST: 'The HTTP request is not one of GraphQL over HTTP: the message tells what is wrong with it.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no operation of that name, or several and no name was given.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Queries are not registered by asking: send the document itself.',
  DOCUMENT_UNKNOWN:
    'The server has no registered document of that id, perhaps because it is older than the client: send the text.',
  DOCUMENT_UNTRUSTED: 'The server answers registered documents only (GRAPHQL_DOCUMENTS=trusted).',
  BATCH_REFUSED:
    'A request holds one operation: send a request for each, or ask for several fields in one operation.',
  BODY_TOO_LARGE: 'The body has more bytes than a question needs: ask in several requests.',
  BODY_TOO_DEEP: 'The JSON of the body nests deeper than any argument does.',
  TOKENS_EXCEEDED: 'The document has too many tokens: ask in several requests, or use fragments.',
  SELECTIONS_EXCEEDED: 'The document selects too many fields once its fragments are unfolded.',
  DEPTH_EXCEEDED: 'The document nests too deep.',
  ALIASES_EXCEEDED: 'The document has too many aliases, each counted where it is written.',
  DIRECTIVES_EXCEEDED: 'The document has too many directives, each counted where it is written.',
  COST_EXCEEDED:
    'The question would cost too much: ask for fewer parts, buckets or days. `Query.explainCost` tells what costs how much.',
  RATE_LIMITED: 'The token has too many operations under way: wait as long as Retry-After says.',
  TIMEOUT: 'The question took too long: ask for less time or fewer parts.',
  CANCELLED: 'The connection was closed before the answer was ready; nobody reads this.',
  INTERNAL: 'Something broke on our side; the message holds the number under which it was logged.',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** The status of the answer where nothing is answered but the error. */
const HTTP_STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  BAD_REQUEST: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  ORIGIN_FORBIDDEN: 403,
  DOCUMENT_UNKNOWN: 400,
  DOCUMENT_UNTRUSTED: 403,
  BATCH_REFUSED: 400,
  BODY_TOO_LARGE: 413,
  BODY_TOO_DEEP: 400,
  TOKENS_EXCEEDED: 400,
  SELECTIONS_EXCEEDED: 400,
  DEPTH_EXCEEDED: 400,
  ALIASES_EXCEEDED: 400,
  DIRECTIVES_EXCEEDED: 400,
  COST_EXCEEDED: 400,
  RATE_LIMITED: 429,
}

/** An error that is meant for whoever asked. */
export function userError(message: string, code: ErrorCode = 'BAD_USER_INPUT'): GraphQLError {
  const status = HTTP_STATUS[code]
  // Apollo takes `http` for the answer's status and leaves it out of the body.
  return new GraphQLError(message, {
    extensions: { code, ...(status === undefined ? {} : { http: { status } }) },
  })
}

/** The code of an error that is meant for whoever asked; null for what must not be shown. */
export function userErrorCode(error: unknown): ErrorCode | null {
  const code = error instanceof GraphQLError ? error.extensions['code'] : null
  return typeof code === 'string' && code in ERROR_CODES && code !== 'INTERNAL' ? (code as ErrorCode) : null
}

/** A number as messages write it: 20,000. */
export function grouped(number: number): string {
  return number.toLocaleString('en')
}
