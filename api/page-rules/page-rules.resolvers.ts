import { requireWholeSite } from '../access/grant.ts'
import { keptPages } from '../limits/kept-values.queries.ts'
import type { Resolvers } from '../schema.generated.ts'
import { learnPageRules } from './learn.ts'

export const pageRulesResolvers: Resolvers = {
  Site: {
    learnedPageRules: async (site, _, { db, record }) => {
      requireWholeSite(site.lock, 'learnedPageRules')
      return learnPageRules(await keptPages(db, site.id, record))
    },
  },
}
