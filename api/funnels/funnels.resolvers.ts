import type { Resolvers } from '../schema.generated.ts'
import { parseAxis } from '../segment/axes.ts'
import { parseFunnel } from './definition.ts'
import {
  conversion,
  dropOff,
  entrants,
  entrantsInterval,
  segmentOf,
  stepsOf,
  timeOf,
} from './funnel-steps.ts'
import { type FunnelPart, openFunnel, partsOf, wholeOf } from './open-funnel.ts'
import { emptyWeighted } from '../segment/weighted.ts'

const counted = ({ tally, scale }: FunnelPart, what: 'open' | 'removed') => Math.round(scale * tally[what])

export const funnelsResolvers: Resolvers = {
  Segment: {
    funnel: (segment, { sample, ...input }, context) =>
      openFunnel(segment, { definition: parseFunnel(input), sample: sample ?? 'AUTO' }, context),
  },
  FunnelResult: {
    steps: async (funnel) => stepsOf(await wholeOf(funnel)),
    open: async (funnel) => counted(await wholeOf(funnel), 'open'),
    removed: async (funnel) => counted(await wholeOf(funnel), 'removed'),
    sampled: (funnel) => funnel.isSampled(),
    totalTime: async (funnel) => ({ unit: 'ms', distribution: (await wholeOf(funnel)).tally.total }),
    breakdown: (funnel, { dimension, key, top, other }) =>
      partsOf(funnel, { axis: parseAxis(dimension, key), top: top ?? 10, other: other ?? false }),
  },
  FunnelBreakdown: {
    steps: (part) => stepsOf(part),
    open: (part) => counted(part, 'open'),
    removed: (part) => counted(part, 'removed'),
  },
  FunnelStep: {
    name: ({ part, index }) => part.funnel.definition.names[index] ?? '',
    entrants,
    entrantsInterval,
    fromFirst: (step) => conversion(step, 0).value,
    fromPrevious: (step) => (step.index === 0 ? null : conversion(step, step.index - 1).value),
    conversionFromFirst: (step) => conversion(step, 0),
    conversionFromPrevious: (step) => (step.index === 0 ? null : conversion(step, step.index - 1)),
    dropOff,
    medianTime: (step) => timeOf(step, 0.5),
    p90Time: (step) => timeOf(step, 0.9),
    timeDistribution: ({ part, index }) => ({
      unit: 'ms',
      distribution: part.tally.times[index] ?? emptyWeighted(),
    }),
    segment: (step) => segmentOf(step, 'reached'),
    dropOffSegment: (step) => segmentOf(step, 'dropped'),
  },
}
