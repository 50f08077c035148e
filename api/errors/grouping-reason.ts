/** Why errors are one group, worked out from one of them and held against the fingerprint that is stored. */
import { type Frame, fingerprint, inAppFrames, withoutVariables } from './fingerprint.ts'

export type GroupingReason = {
  by: 'STACK' | 'MESSAGE' | 'CLIENT'
  frames: Frame[]
  message: string | null
  version: string
}

type StoredError = {
  fingerprint: string
  type: string | null
  message: string
  stack: string | null
  source: string
}

export function groupingReason(error: StoredError): GroupingReason {
  const version = error.fingerprint.split('-', 1)[0] ?? ''
  const { message, source } = error
  const facts = {
    message,
    source,
    ...(error.type === null ? {} : { type: error.type }),
    ...(error.stack === null ? {} : { stack: error.stack }),
  }
  // Neither makes what is stored: then the client gave its own, or what made it was scrubbed.
  if (fingerprint(facts) !== error.fingerprint) return { by: 'CLIENT', frames: [], message: null, version }
  const frames = error.stack === null ? [] : inAppFrames(error.stack)
  if (frames.length > 0) return { by: 'STACK', frames, message: null, version }
  return { by: 'MESSAGE', frames: [], message: withoutVariables(message), version }
}
