import { lockedWhere } from '../access/grant.ts'
import { requireCaller, type Context } from '../context.ts'
import { userError } from '../problem.ts'
import type { FilterInput, Resolvers } from '../schema.generated.ts'
import { parseFilter } from '../segment/filters.ts'
import { siteBySlug } from '../sites/sites.queries.ts'
import { type Live, watchSite } from './watch-site.ts'

export const liveResolvers: Resolvers = {
  Subscription: {
    live: {
      subscribe: (_, { site, where }, context) => live(site, where, context),
      resolve: (state: Live) => state,
    },
  },
}

async function live(slug: string, where: FilterInput | null | undefined, context: Context) {
  const { lasting, control, db } = context
  const site = await siteBySlug(control, requireCaller(context), slug)
  if (site === null) throw userError(`there is no site "${slug.slice(0, 60)}" that this token may see`)
  if (lasting === null) throw userError('a subscription needs a stream: send Accept: text/event-stream')
  const condition = lockedWhere(site.lock, parseFilter(where))
  return watchSite({
    db,
    question: () => ({ site, where: condition, now: lasting.now() }),
    mayGoOn: async () => {
      const caller = await lasting.caller()
      return caller !== null && (await siteBySlug(control, caller, slug)) !== null
    },
  })
}
