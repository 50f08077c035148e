import type { Resolvers } from '../schema.generated.ts'

export const groupsResolvers: Resolvers = {
  GroupSplit: {
    count: ({ count }) => Math.round(count),
    sessions: ({ sessions }) => Math.round(sessions),
  },
}
