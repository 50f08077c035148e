import { LIMITS } from '../../sdk/wire/limits.ts'

/** What to add to a client's times: 0 where its clock is off by less than the tolerance. */
export function clockOffset(sentAt: number, receivedAt: number): number {
  const offset = receivedAt - sentAt
  return Math.abs(offset) > LIMITS.clockToleranceMs ? offset : 0
}

/** Whether a corrected time is one that is stored: old times would make chunks without number. */
export function isInWindow(at: number, receivedAt: number): boolean {
  return at >= receivedAt - LIMITS.pastMs && at <= receivedAt + LIMITS.futureMs
}
