import type { Resolvers } from '../schema.generated.ts'
import { exposuresOf, openCohorts, settingsOf, variantSegment } from './cohorts.ts'
import { compareVariants, guardrailResults, ratioOf } from './compare-variants.ts'
import { variantsOf } from './variants.ts'

export const flagsResolvers: Resolvers = {
  Segment: {
    flag: (segment, { key, control, split, sequential }) =>
      openCohorts({
        segment,
        key,
        control: control ?? null,
        split: split ?? null,
        sequential: sequential ?? true,
      }),
  },
  FlagCohorts: {
    control: async (cohorts, _, { flags }) => (await settingsOf(cohorts, flags)).control,
    sessions: async (cohorts, _, { flags }) => Math.round((await exposuresOf(cohorts, flags)).sessions),
    mixed: async (cohorts, _, { flags }) => Math.round((await exposuresOf(cohorts, flags)).mixed),
    variants: (cohorts, _, { flags }) => variantsOf(cohorts, flags),
    sampleRatio: (cohorts, _, context) => ratioOf(cohorts, context),
    compare: (cohorts, { metrics }, context) => compareVariants(cohorts, metrics, context),
    guardrails: (cohorts, _, context) => guardrailResults(cohorts, context),
  },
  FlagVariant: {
    segment: (variant) => variantSegment(variant),
  },
}
