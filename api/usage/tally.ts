/**
 * Refusals, tallied in the process and written every few seconds and when it stops: a row a refused request would make
 * a flood of refusals a flood of rows. A process that is killed takes with it what it has not written.
 */
import type { Queryable } from '../db/database.ts'
import type { Problem } from '../collect/problems.ts'
import { type Entry, enter, sumEntries } from './accounting.ts'

export type Tally = {
  count(...entries: Entry[]): void
  /** Writes what was counted; keeps it where that fails. */
  write(): Promise<void>
  close(): Promise<void>
}

const WRITE_EVERY_MS = 2000
/** Codes and hours are few; sites may be many. */
const MOST_ENTRIES = 10_000

export function createTally(db: Queryable, onError: (error: unknown) => void): Tally {
  let entries: Entry[] = []
  let writing: Promise<void> = Promise.resolve()
  const write = async () => {
    const taken = sumEntries(entries)
    entries = []
    try {
      await enter(db, taken)
    } catch (error) {
      entries = [...taken, ...entries].slice(0, MOST_ENTRIES)
      onError(error)
    }
  }
  const inTurn = () => (writing = writing.then(write))
  const timer = setInterval(() => void inTurn(), WRITE_EVERY_MS)
  timer.unref()
  return {
    count: (...counted) => {
      entries.push(...counted)
      if (entries.length > MOST_ENTRIES) entries = sumEntries(entries).slice(0, MOST_ENTRIES)
    },
    write: inTurn,
    close: async () => {
      clearInterval(timer)
      await inTurn()
    },
  }
}

/** What a refused request brings to the accounts: itself, and the rejections that it names. */
export function refusalEntries(siteId: number, { code, rejected = [] }: Problem, at: number): Entry[] {
  return [
    { siteId, at, what: 'refused', code, n: 1 },
    ...rejected.map((one): Entry => ({ siteId, at, what: 'rejected', code: one.code, n: 1 })),
  ]
}
