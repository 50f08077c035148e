import { VITALS } from '../../sdk/wire/vitals.ts'
import { userError } from '../problem.ts'
import type { Resolvers } from '../schema.generated.ts'
import { quantile } from '../segment/segment.resolvers.ts'
import { histogram } from './histogram.ts'
import { percentiles } from './percentile.ts'
import { ratingOf, sharesOf } from './vital-stats.ts'

export const MOST_BINS = 200
export const MOST_QUANTILES = 20

export const vitalsResolvers: Resolvers = {
  VitalStats: {
    unit: ({ metric }) => VITALS[metric].unit,
    count: ({ distribution }) => distribution.n,
    estimatedCount: ({ distribution }) => distribution.total,
    mean: ({ distribution: { sum, total } }) => (total > 0 ? sum / total : null),
    min: ({ distribution }) => distribution.min,
    max: ({ distribution }) => distribution.max,
    percentile: ({ distribution }, { q }) => first(percentiles(distribution, [quantile(q)])),
    percentiles: ({ distribution }, { q }) => {
      if (q.length > MOST_QUANTILES)
        throw userError(`${q.length} percentiles at once are more than ${MOST_QUANTILES}`)
      return percentiles(distribution, q.map(quantile))
    },
    rating: ratingOf,
    shares: sharesOf,
    histogram: ({ distribution }, { bins, max }) => {
      const count = bins ?? 40
      if (count < 1 || count > MOST_BINS) throw userError(`\`bins\` is ${count}: ask for 1 to ${MOST_BINS}`)
      if (max !== null && max !== undefined && !(max > 0))
        throw userError(`\`max\` is ${max}: expected more than 0`)
      return histogram(distribution, count, max ?? null)
    },
  },
}

function first<T>([item]: readonly T[]): T {
  if (item === undefined) throw new RangeError('one quantile was asked for and none answered')
  return item
}
