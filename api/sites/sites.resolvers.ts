import { requireCaller } from '../context.ts'
import type { Resolvers } from '../schema.generated.ts'
import { parseFilter } from '../segment/filters.ts'
import { parseRange } from '../segment/range.ts'
import { wholeScope } from '../segment/segment.ts'
import { sessionById } from '../sessions/sessions.queries.ts'
import { createSite } from './create-site.ts'
import { siteBySlug, visibleSites, writeKeysOf } from './sites.queries.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const sitesResolvers: Resolvers = {
  Query: {
    site: (_, { id }, context) => siteBySlug(context.control, requireCaller(context), id),
    sites: (_, __, context) => visibleSites(context.control, requireCaller(context)),
  },
  Mutation: {
    createSite: (_, { input: { id, name, origins, timeZone } }, context) =>
      createSite(context.control, requireCaller(context), {
        id,
        name,
        origins: origins ?? [],
        timeZone: timeZone ?? 'UTC',
      }),
  },
  Site: {
    id: ({ slug }) => slug,
    writeKeys: (site, _, { control }) => writeKeysOf(control, site),
    segment: (site, { range, where, includeBots }, { now }) =>
      wholeScope({
        site,
        range: parseRange(range, now),
        where: parseFilter(where),
        includeBots: includeBots ?? false,
      }),
    session: (site, { id }, { db, record }) => (UUID.test(id) ? sessionById(db, site.id, id, record) : null),
  },
}
