/** A hook for OpenFeature's web SDK: every evaluation is told to Sightline, whatever the provider. */
import { flag } from './sightline.ts'
import type { FlagVariant } from './start.ts'

/** The fields used of OpenFeature's `EvaluationDetails` (https://openfeature.dev/specification/types). */
type Evaluation = {
  flagKey: string
  value: unknown
  variant?: string | undefined
  reason?: string | undefined
}

/**
 * `OpenFeature.addHooks(sightlineHook())`. The variant is the provider's name for it, else the value itself; objects
 * without a variant are left out. Repetitions cost nothing. The server-side SDK has no page to tell of and is not meant.
 */
export function sightlineHook(): { after: (context: unknown, evaluation: Evaluation) => void } {
  return {
    after(_context, { flagKey, value, variant, reason }) {
      const answer = variant ?? value
      if (typeof answer !== 'object' && answer !== undefined) flag(flagKey, answer as FlagVariant, reason)
    },
  }
}
