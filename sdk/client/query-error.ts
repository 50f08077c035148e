/** An error of GraphQL as the API answers it. */
export type GraphqlError = {
  message: string
  path?: readonly (string | number)[]
  extensions?: { code?: string; [key: string]: unknown }
}

/**
 * Why there is no answer. `code` is the API's `extensions.code`, or UNREACHABLE where nothing answers, or BAD_ANSWER where
 * something else than the API does. `errors` is all that the API found wrong.
 */
export class QueryError extends Error {
  readonly code: string
  readonly errors: readonly GraphqlError[]

  constructor(
    code: string,
    message: string,
    { errors = [], cause }: { errors?: readonly GraphqlError[]; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'QueryError'
    this.code = code
    this.errors = errors
  }
}
