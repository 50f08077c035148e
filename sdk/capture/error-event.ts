/** Turns whatever was thrown into an error event: anything can be thrown, not only errors. */
import { LIMITS } from '../wire/limits.ts'
import type { ErrorEvent } from '../wire/batch.generated.ts'
import { sendableText } from './view.ts'

export type ErrorFacts = Pick<ErrorEvent, 'type' | 'message' | 'stack'>

/** `fallback` is the message the browser gives when the thrown thing is out of reach ("Script error."). */
export function errorFacts(thrown: unknown, fallback = ''): ErrorFacts {
  const error = isErrorLike(thrown) ? thrown : undefined
  const type = error && sendableText(asText(error.name ?? 'Error'), LIMITS.nameLength)
  const message = error ? asText(error.message) : thrown === undefined ? fallback : asText(thrown)
  const stack = typeof error?.stack === 'string' ? sendableText(error.stack, LIMITS.stackLength) : ''
  return {
    ...(type && { type }),
    message: sendableText(message, LIMITS.messageLength),
    ...(stack && { stack }),
  }
}

/** By shape and not by class: errors of frames and of DOMException are no `instanceof Error` of this window. */
function isErrorLike(thrown: unknown): thrown is { name?: unknown; message: unknown; stack?: unknown } {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown
}

function asText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  try {
    return JSON.stringify(value)
  } catch {
    return Object.prototype.toString.call(value)
  }
}
