import { requireCaller } from '../context.ts'
import type { Resolvers } from '../schema.generated.ts'

export const accessResolvers: Resolvers = {
  Query: {
    viewer: (_, __, context) => requireCaller(context),
  },
}
