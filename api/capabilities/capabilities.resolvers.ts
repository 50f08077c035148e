import { requireCaller } from '../context.ts'
import type { Resolvers } from '../schema.generated.ts'
import { CAPABILITIES, databaseCapabilities } from './capabilities.ts'

export const capabilitiesResolvers: Resolvers = {
  Query: {
    capabilities: async (_, __, context) => {
      requireCaller(context)
      return { ...CAPABILITIES, database: await databaseCapabilities(context.db, context.record) }
    },
  },
}
