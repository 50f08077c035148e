export type LocalServiceErrorCode =
  | 'invalid-url'
  | 'unreachable'
  | 'too-old'
  | 'volatile'
  | 'no-debian'
  | 'no-namespaces'
  | 'no-network'
  | 'no-binaries'
  | 'disk-full'
  | 'port-taken'
  | 'other-version'
  | 'in-use'
  | 'not-enterable'
  | 'start-failed'

/** A server that could not be found or made. The message names the value and the remedy. */
export class LocalServiceError extends Error {
  readonly code: LocalServiceErrorCode

  constructor(code: LocalServiceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'LocalServiceError'
    this.code = code
  }
}

/** The reasons for which plain PostgreSQL stands in for a private TimescaleDB. */
export const REASONS_TO_FALL_BACK: ReadonlySet<LocalServiceErrorCode> = new Set([
  'no-debian',
  'no-namespaces',
  'no-network',
])

/** A URL as it may be shown: without its password, also where it does not parse. */
export function withoutPassword(url: string): string {
  return url.replace(/:[^:/@]*@/, ':***@')
}

export function parseServiceUrl(variable: string, url: string, schemes: string[], expected: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !schemes.includes(parsed.protocol) || parsed.hostname === '') {
    throw new LocalServiceError(
      'invalid-url',
      `invalid ${variable} "${withoutPassword(url)}": expected ${expected}`,
    )
  }
  return parsed
}

/** What went wrong, in one line: of an error with several causes (localhost as ::1 and 127.0.0.1) the first. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

/** A full disk met by our own writes, told like one the servers met. */
export function nameDiskFull(error: unknown, directory: string): unknown {
  const { code, path = directory } = error as NodeJS.ErrnoException
  if (code !== 'ENOSPC') return error
  return new LocalServiceError('disk-full', `the disk with ${path} is full: free some space`, {
    cause: error,
  })
}
