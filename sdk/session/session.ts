/**
 * A session ends after 30 min without activity or 4 h after it began, on `end()`, and when the identified user changes.
 * The tabs of one origin share it through storage, which is therefore read again and again; not at every event, for an
 * ordinary click makes half a dozen of them.
 *
 *   none ──touch──▶ active ──touch within 30 min──▶ active
 *     ▲               │
 *     └── end, other user, 30 min idle, 4 h old ◀───┘   (the event that notices belongs to the new session)
 */
import type { SafeStorage } from '../browser/storage.ts'

export const MAX_MS = 4 * 3_600_000
/** Activity is written down this coarsely, so that a busy page does not write at every event. */
const WRITE_EVERY_MS = 1000
/** For so long this tab need not know what another one wrote. */
const READ_EVERY_MS = 100

export type Session = { id: string; startedAt: number }
/** What was decided about sending it: see sampling.ts. */
export type Sampling = { rate?: number; kept?: boolean }
type Stored = Session & Sampling & { activeAt: number; user?: string }

export type Sessions = {
  /** Marks activity and gives the session it belongs to, a new one if need be. */
  touch: () => Session
  /** The session that lives now, if there is one. Being asked is no activity. */
  current: () => Session | undefined
  /** What all tabs know of how a session is sampled; of one that is over, what this one knew. */
  sampling: (id: string) => Sampling
  /** Tells all tabs how it is sampled. Nothing happens if it is over. */
  setSampling: (id: string, sampling: Sampling) => void
  /** The next event begins a new session. */
  end: () => void
  /** Tells who is signed in, null for nobody. Another user than before ends the session; a first sign-in does not. */
  identify: (user: string | null) => void
}

export function createSessions({
  storage,
  now,
  newId,
  idleMs,
}: {
  storage: SafeStorage
  now: () => number
  newId: () => string
  idleMs: () => number
}): Sessions {
  let lastText: string | null = null
  let last: Stored | undefined
  const seen = new Map<string, Stored>()
  let readAt = -Infinity
  function read(): Stored | undefined {
    take(storage.get('session'))
    return remembered()
  }
  function remembered(): Stored | undefined {
    return last && isAlive(last) ? last : undefined
  }
  /** Good enough for what writes nothing. A clock that was put back says nothing about how long ago it was. */
  function lately(): Stored | undefined {
    return Math.abs(now() - readAt) < READ_EVERY_MS ? remembered() : read()
  }
  function take(text: string | null): void {
    readAt = now()
    // Between two writes the text is the same: then it is not taken apart again.
    if (text === lastText) return
    last = parseStored((lastText = text))
    // Also once it is over: what happened in it may not have been sent yet.
    if (last) seen.set(last.id, last)
  }
  /** A clock that was put back must not keep a session alive for ever. What has no times is not alive either. */
  function isAlive({ startedAt, activeAt }: Stored, time = now()): boolean {
    return Math.abs(time - activeAt) < idleMs() && time - startedAt < MAX_MS
  }
  function write(stored: Stored): Stored {
    const text = JSON.stringify(stored)
    storage.set('session', text)
    take(text)
    return stored
  }
  function end(): void {
    storage.remove('session')
    take(null)
  }
  function touch(): Stored {
    const known = lately()
    if (known && now() - known.activeAt < WRITE_EVERY_MS) return known
    // What is written must not undo what another tab has just written.
    return write({ ...(read() ?? { id: newId(), startedAt: now() }), activeAt: now() })
  }
  return {
    touch() {
      const { id, startedAt } = touch()
      return { id, startedAt }
    },
    current() {
      const stored = lately()
      return stored && { id: stored.id, startedAt: stored.startedAt }
    },
    sampling(id) {
      read()
      const { rate, kept } = seen.get(id) ?? {}
      return { ...(rate !== undefined && { rate }), ...(kept && { kept }) }
    },
    setSampling(id, sampling) {
      const stored = read()
      if (stored?.id === id) write({ ...stored, ...sampling })
    },
    end,
    identify(user) {
      const mark = user === null ? undefined : checksum(user)
      const before = read()?.user
      if (before === mark) return
      if (before !== undefined) end()
      if (mark !== undefined) write({ ...touch(), user: mark })
    },
  }
}

/** A page may have put anything there: only what has the shape of our own is taken back. */
function parseStored(text: string | null): Stored | undefined {
  try {
    const stored = JSON.parse(text ?? '') as Stored
    return stored.id.length === 36 ? stored : undefined
  } catch {
    return undefined
  }
}

/** FNV-1a, 32 bits: enough to notice a change without keeping the user's id in storage. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16)
}
