/**
 * Judges the saved flags as of the hour they were due, and tells their channels when a guardrail breaks, when a verdict is
 * first reached, and when sessions do not come as declared. What makes a notice one and the same is its key: however
 * often and wherever an hour is judged, each is told once.
 */
import { createContext } from '../../api/context.ts'
import type { Database } from '../../api/db/database.ts'
import type { Control } from '../../api/db/prisma.ts'
import { queueDeliveries } from '../../api/deliveries/outbox.ts'
import { openCohorts } from '../../api/flags/cohorts.ts'
import { compareVariants, guardrailResults, ratioOf } from '../../api/flags/compare-variants.ts'
import { type SavedFlag, everySavedFlag } from '../../api/flags/saved-flags.ts'
import { EVERYTHING } from '../../api/segment/conditions.ts'
import { DAY_MS, HOUR_MS } from '../../api/segment/rollups.ts'
import { wholeScope } from '../../api/segment/segment.ts'
import { type FlagNotice, guardrailNotice, mismatchNotice, verdictNotice } from './flag-notices.ts'

/** Raw rows are kept for 30 days: of an experiment that runs longer the last of them are judged. */
const LONGEST_MS = 30 * DAY_MS

export type Judging = { db: Database; control: Control }

/** The last full hour: a worker that is late judges the hour it was called for. */
export function dueHour(now: number): number {
  return Math.floor(now / HOUR_MS) * HOUR_MS
}

/** Returns how many deliveries are new. One flag that cannot be judged does not keep the others from it. */
export async function judgeFlags(judging: Judging, at: number): Promise<number> {
  const flags = await everySavedFlag(judging.control)
  const failures: unknown[] = []
  let queued = 0
  for (const flag of flags) {
    if (flag.channelIds.length === 0) continue
    try {
      queued += await judgeFlag(judging, flag, at)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${flags.length} flags could not be judged`)
  return queued
}

async function judgeFlag({ db, control }: Judging, flag: SavedFlag, at: number): Promise<number> {
  const range = { from: Math.max(flag.startedAt.getTime(), at - LONGEST_MS), to: at }
  if (range.from >= range.to) return 0
  const notices = await noticesOf({ db, control }, flag, range)
  if (notices.length === 0) return 0
  return db.transaction(async (transaction) => {
    let queued = 0
    for (const { subject, notice } of notices) {
      queued += await queueDeliveries(transaction, {
        siteId: flag.site.id,
        channelIds: flag.channelIds,
        // An experiment that is begun anew is another one.
        key: `flag/${flag.id}/${flag.startedAt.getTime()}/${subject}`,
        notice,
      })
    }
    return queued
  })
}

async function noticesOf(
  { db, control }: Judging,
  flag: SavedFlag,
  range: { from: number; to: number },
): Promise<FlagNotice[]> {
  const context = createContext({ caller: null, control, db, now: range.to })
  const cohorts = openCohorts({
    segment: wholeScope({ site: flag.site, range, where: EVERYTHING, includeBots: false }),
    key: flag.key,
    control: null,
    split: null,
    sequential: true,
  })
  const told = { flag, range }
  const ratio = await ratioOf(cohorts, context)
  // Nothing else can be said then.
  if (ratio.mismatch) return [mismatchNotice(told, ratio)]
  const { metrics } = flag.definition
  const comparisons = metrics.length === 0 ? [] : await compareVariants(cohorts, metrics, context)
  const guardrails = await guardrailResults(cohorts, context)
  return [
    ...comparisons
      .filter(({ verdict }) => verdict === 'BETTER' || verdict === 'WORSE')
      .map((found) => verdictNotice(told, found)),
    ...guardrails.filter(({ state }) => state === 'BROKEN').map((found) => guardrailNotice(told, found)),
  ]
}
