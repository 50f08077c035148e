import { VITALS } from '../../sdk/wire/vitals.ts'
import { pageSize } from '../connection.ts'
import { userError } from '../problem.ts'
import type { Resolvers } from '../schema.generated.ts'
import type { WeightedDistribution } from '../segment/weighted.ts'
import { attributions, phases, supportOf } from './attribution.ts'
import { histogram } from './histogram.ts'
import { percentiles, quantile } from './percentile.ts'
import { ratingOf, sharesOf } from './vital-stats.ts'

export const MOST_BINS = 200
export const MOST_QUANTILES = 20
export const MOST_ATTRIBUTIONS = 100

type Measured = { distribution: WeightedDistribution }

/** What every distribution tells, of a vital or of another number. */
const DISTRIBUTION_FIELDS = {
  count: ({ distribution }: Measured) => distribution.n,
  estimatedCount: ({ distribution }: Measured) => distribution.total,
  mean: ({ distribution: { sum, total } }: Measured) => (total > 0 ? sum / total : null),
  min: ({ distribution }: Measured) => distribution.min,
  max: ({ distribution }: Measured) => distribution.max,
  percentile: ({ distribution }: Measured, { q }: { q: number }) =>
    first(percentiles(distribution, [quantile(q)])),
  percentiles: ({ distribution }: Measured, { q }: { q: readonly number[] }) => {
    if (q.length > MOST_QUANTILES)
      throw userError(`${q.length} percentiles at once are more than ${MOST_QUANTILES}`)
    return percentiles(distribution, q.map(quantile))
  },
  histogram: ({ distribution }: Measured, { bins, max }: { bins?: number | null; max?: number | null }) => {
    const count = bins ?? 40
    if (count < 1 || count > MOST_BINS) throw userError(`\`bins\` is ${count}: ask for 1 to ${MOST_BINS}`)
    if (max !== null && max !== undefined && !(max > 0))
      throw userError(`\`max\` is ${max}: expected more than 0`)
    return histogram(distribution, count, max ?? null)
  },
}

export const vitalsResolvers: Resolvers = {
  VitalStats: {
    ...DISTRIBUTION_FIELDS,
    unit: ({ metric }) => VITALS[metric].unit,
    rating: ratingOf,
    shares: sharesOf,
    attribution: async (stats, { by, top }, { vitals }) => {
      const keyed = await vitals.attribution.load({ ...stats, by: by ?? 'ELEMENT' })
      return attributions(keyed, stats, pageSize(top ?? 10, MOST_ATTRIBUTIONS, 'top'))
    },
    phases: async ({ metric, segment }, _, { vitals }) =>
      phases(await vitals.phases.load({ segment, metric })),
    support: async ({ metric, segment, distribution }, _, { vitals }) =>
      supportOf(await vitals.support.load({ segment, metric }), distribution.total),
  },
  Distribution: DISTRIBUTION_FIELDS,
}

function first<T>([item]: readonly T[]): T {
  if (item === undefined) throw new RangeError('one quantile was asked for and none answered')
  return item
}
