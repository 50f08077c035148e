import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { tokensError } from './cost/document-limits.ts'
import { sqlState } from './db/database.ts'
import { ERROR_CODES, userErrorCode } from './problem.ts'

export type MaskedError = { message: string; extensions: Record<string, unknown> }
/** Told of what is not shown, with the number under which whoever asked can name it. */
export type OnInternalError = (error: unknown, id: string) => void

const QUERY_CANCELED = '57014'

/** What may be shown of an error: what was meant for whoever asked; of everything else a number. */
export function maskError(error: unknown, onError: OnInternalError): MaskedError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error
  const tooLong = tokensError(original)
  if (tooLong !== null) return shown(tooLong)
  // Apollo puts its own code over that of a rule.
  const code = userErrorCode(original) ?? userErrorCode(error)
  if (code !== null && error instanceof GraphQLError) return shown(error, code)
  if (sqlState(original) === QUERY_CANCELED)
    return { message: ERROR_CODES.TIMEOUT, extensions: { code: 'TIMEOUT' } }
  const id = randomUUID()
  onError(original, id)
  return { message: `Something broke on our side, logged as ${id}`, extensions: { code: 'INTERNAL', id } }
}

function shown({ message, extensions }: GraphQLError, code = extensions['code']): MaskedError {
  const { http: _, stacktrace: __, ...rest } = extensions
  return { message, extensions: { ...rest, code } }
}
