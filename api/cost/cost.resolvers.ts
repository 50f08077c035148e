import type { Resolvers } from '../schema.generated.ts'
import { explainCost } from './explain-cost.ts'

export const costResolvers: Resolvers = {
  Query: {
    explainCost: (_, { query, variables }, { now }, { schema }) =>
      explainCost({ schema, query, variables, now }),
  },
}
