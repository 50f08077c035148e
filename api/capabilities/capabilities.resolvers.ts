import { requireCaller } from '../context.ts'
import { EMBEDDABLE_WIDGETS } from '../embeds/embeddable.ts'
import type { Resolvers } from '../schema.generated.ts'
import { CAPABILITIES, databaseCapabilities } from './capabilities.ts'

export const capabilitiesResolvers: Resolvers = {
  Query: {
    capabilities: async (_, __, context) => {
      requireCaller(context)
      return {
        ...CAPABILITIES,
        embeddable: EMBEDDABLE_WIDGETS,
        database: await databaseCapabilities(context.db, context.record),
      }
    },
  },
}
