/** How whole the data of a site are at a moment. */
import type { Queryable } from '../db/database.ts'
import { knownUntil } from '../slos/evaluate-slo.ts'
import { lastSigns } from '../slos/slo-counts.queries.ts'
import type { EvidenceOf } from './evaluate-rule.ts'

const LOOK_BACK_MS = 31 * 24 * 3_600_000

/**
 * A site whose views stopped coming is known up to the last of them: silence of a collector must not look like a site
 * without visitors. `acceptedUntil` asks the queue.
 */
export function createEvidence(db: Queryable, acceptedUntil: () => Promise<number | null>): EvidenceOf {
  return async ({ siteId }, at) => {
    const [accepted, signs] = await Promise.all([
      acceptedUntil(),
      lastSigns(db, { siteId, at, lookBackMs: LOOK_BACK_MS }, () => {}),
    ])
    const watermark = accepted === null ? null : Math.min(at, accepted, knownUntil(signs, at))
    // What was received of what was sent is not measured yet; unknown holds nothing up.
    return { at, acceptedUntil: accepted, watermark, coverage: null }
  }
}
