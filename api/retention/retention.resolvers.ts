import type { Resolvers } from '../schema.generated.ts'
import { retentionOf } from './retention.ts'

export const retentionResolvers: Resolvers = {
  Segment: {
    retention: (segment, { interval, cohorts }, context) =>
      retentionOf(segment, { interval: interval ?? 'WEEK', most: cohorts ?? null }, context),
  },
  RetentionCohort: {
    start: ({ start }) => new Date(start),
    end: ({ end }) => new Date(end),
  },
}
