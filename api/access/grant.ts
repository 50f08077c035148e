/** What an embed token is held to, wherever it asks: its operations, its origins, and a part of one site. */
import { userError } from '../problem.ts'
import { type Condition, EVERYTHING, allOf } from '../segment/conditions.ts'
import { type Range, gridMs } from '../segment/range.ts'

export type Grant = {
  /** The names of the registered operations that it may run. */
  operations: ReadonlySet<string>
  /** The pages that it may be used in, as browsers name them in `Origin`. */
  origins: ReadonlySet<string>
  lock: Lock
  /** It is for the public: one status page and nothing else of the site. */
  reader?: Reader
}

/** `floor`: on how many visitors a figure rests at least. */
export type Reader = { page: string; floor: number }

/** What narrows every answer about a site. */
export type Lock = { where: Condition; maxRangeMs: number }

/** The filter that was asked for, and the lock's besides. */
export function lockedWhere(lock: Lock | undefined, where: Condition): Condition {
  return lock === undefined ? where : allOf([lock.where, where])
}

/** The range if it may be asked for. */
export function lockedRange(lock: Lock | undefined, range: Range): Range {
  if (lock !== undefined && range.to - range.from > lock.maxRangeMs + gridMs(lock.maxRangeMs))
    throw userError('the range is longer than the embed token allows: ask for less', 'FORBIDDEN')
  return range
}

/** For what tells of single things: it cannot be narrowed, so whoever is narrowed does not see it. */
export function requireWholeSite(lock: Lock | undefined, what: string): void {
  if (lock !== undefined && lock.where !== EVERYTHING)
    throw userError(`${what} cannot be narrowed by the filter of the embed token`, 'FORBIDDEN')
}
