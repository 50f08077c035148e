import { GraphQLError } from 'graphql'

/** The codes that an answer's `errors[].extensions.code` can have, beside those of GraphQL itself. */
export const ERROR_CODES = {
  BAD_USER_INPUT: 'An argument has a value that cannot be: the message names it and the remedy.',
  UNAUTHENTICATED: 'The request has no token, or one that does not work any more.',
  FORBIDDEN: 'The token may not do this.',
  TIMEOUT: 'The question took too long: ask for less time or fewer parts.',
  INTERNAL: 'Something broke on our side; the message holds the number under which it was logged.',
} as const

/** An error that is meant for whoever asked. */
export function userError(message: string, code: keyof typeof ERROR_CODES = 'BAD_USER_INPUT'): GraphQLError {
  // Apollo takes `http` for the answer's status and leaves it out of the body.
  const http = code === 'UNAUTHENTICATED' ? { http: { status: 401 } } : {}
  return new GraphQLError(message, { extensions: { code, ...http } })
}
