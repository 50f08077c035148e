import type { RecordEvent } from '../record.ts'
import type { Session } from '../session/session.ts'

export type Flags = { evaluated(key: string, variant: string, reason?: string): void }

/**
 * Reports an evaluation the first time a session sees that variant: apps ask for a flag at every render, and only the
 * first answer and a changed one mean something.
 */
export function startFlags(record: RecordEvent, touch: () => Session): Flags {
  const seen = new Map<string, string>()
  return {
    evaluated(key, variant, reason) {
      const state = `${touch().id} ${variant}`
      if (seen.get(key) === state) return
      seen.set(key, state)
      record({
        t: 'flag',
        key,
        variant,
        reason,
      })
    },
  }
}
