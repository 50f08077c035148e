import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import type { Resolvers } from '../schema.generated.ts'
import {
  type Aim,
  type Difference,
  differenceOfCounts,
  differenceOfEstimates,
  differenceOfShares,
} from '../statistics/difference.ts'
import { quantile } from '../vitals/percentile.ts'
import { quantileEstimate } from '../vitals/quantile-estimate.ts'
import { sharesOf } from '../vitals/vital-stats.ts'
import { baselineOf } from './baseline.ts'
import { parseFilter } from './filters.ts'
import type { SegmentLoaders, SessionFigures } from './loaders.ts'
import { parseRange } from './range.ts'
import type { Segment } from './segment.ts'
import type { WeightedDistribution } from './weighted.ts'

/** Two segments side by side. */
export type SegmentComparison = { segment: Segment; baseline: Segment }

export const comparisonResolvers: Resolvers = {
  Segment: {
    compare: (segment, { to, range, where }, { now }) => ({
      segment,
      baseline: baselineOf(segment, {
        period: to ?? null,
        range: range ? parseRange(range, now) : null,
        where: where ? parseFilter(where) : null,
      }),
    }),
  },
  SegmentComparison: {
    views: async (pair, _, { segments }) => {
      const [value, baseline] = await both(pair, (segment) => segments.views.load(segment))
      return differenceOfCounts(value, baseline, true)
    },
    sessionCount: async (pair, _, { segments }) => {
      const [value, baseline] = await both(pair, (segment) => segments.sessions.load(segment))
      return differenceOfCounts(value.sessions, baseline.sessions, false)
    },
    vital: async (pair, { metric, q }, { segments }) => {
      const estimate = (distribution: WeightedDistribution) =>
        quantileEstimate(distribution, quantile(q ?? 0.75))
      const [value, baseline] = await distributions(pair, metric, segments)
      return differenceOfEstimates(estimate(value), estimate(baseline), 'LOWER')
    },
    goodShare: async (pair, { metric }, { segments }) => {
      if (VITALS[metric].good === null) return null
      const share = (distribution: WeightedDistribution) => ({
        value: sharesOf({ metric, distribution }).good,
        n: distribution.total ** 2 / distribution.squares,
      })
      const [value, baseline] = await distributions(pair, metric, segments)
      return differenceOfShares(share(value), share(baseline), 'HIGHER')
    },
    bounceRate: (pair, _, { segments }) => ofSessions(pair, segments, [({ bounced }) => bounced, 'LOWER']),
    engagementRate: (pair, _, { segments }) =>
      ofSessions(pair, segments, [({ engaged }) => engaged, 'HIGHER']),
    frustrationRate: (pair, _, { segments }) =>
      ofSessions(pair, segments, [({ frustrated }) => frustrated, 'LOWER']),
    crashFreeSessions: (pair, _, { segments }) =>
      ofSessions(pair, segments, [({ sessions, crashed }) => sessions - crashed, 'HIGHER']),
  },
}

function both<T>({ segment, baseline }: SegmentComparison, load: (segment: Segment) => Promise<T>) {
  return Promise.all([load(segment), load(baseline)])
}

function distributions(pair: SegmentComparison, metric: VitalName, { distribution }: SegmentLoaders) {
  return both(pair, (segment) => distribution.load({ segment, metric }))
}

async function ofSessions(
  pair: SegmentComparison,
  { sessions }: SegmentLoaders,
  [part, aim]: [(figures: SessionFigures) => number, Aim],
): Promise<Difference> {
  const share = (figures: SessionFigures) => ({
    value: figures.sessions > 0 ? part(figures) / figures.sessions : null,
    n: figures.sessions ** 2 / figures.squares,
  })
  const [value, baseline] = await both(pair, (segment) => sessions.load(segment))
  return differenceOfShares(share(value), share(baseline), aim)
}
