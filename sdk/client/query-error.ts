/** Why there is no answer. `code` is the API's `extensions.code`, or UNREACHABLE or BAD_ANSWER. */
export class QueryError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'QueryError'
    this.code = code
  }
}
