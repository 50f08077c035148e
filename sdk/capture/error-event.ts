/** Turns whatever was thrown into an error event: anything can be thrown, not only errors. */
import { LIMITS } from '../wire/limits.ts'
import type { ErrorEvent } from '../wire/batch.generated.ts'
import type { Loose } from '../record.ts'
import { sendableText } from './view.ts'

export type ErrorFacts = Loose<Pick<ErrorEvent, 'type' | 'message' | 'stack'>>

/** `fallback` is the message the browser gives when the thrown thing is out of reach ("Script error."). */
export function errorFacts(thrown: unknown, fallback = ''): ErrorFacts {
  if (!isErrorLike(thrown)) {
    return { message: sendableText(thrown === undefined ? fallback : asText(thrown), LIMITS.messageLength) }
  }
  return {
    type: sendableText(asText(thrown.name ?? 'Error'), LIMITS.nameLength) || undefined,
    message: sendableText(asText(thrown.message), LIMITS.messageLength),
    stack: typeof thrown.stack === 'string' ? sendableText(thrown.stack, LIMITS.stackLength) : undefined,
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
