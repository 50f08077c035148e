import type { Resolvers } from '../schema.generated.ts'
import { capsOf } from '../limits/kept-values.queries.ts'
import { quotaState } from '../limits/quota.ts'
import { acceptedOf, codesOf, countOf, openUsage, pointsOf, queuedOf } from './usage.ts'
import { lossOf } from './usage.queries.ts'

export const usageResolvers: Resolvers = {
  Site: {
    usage: (site, { range, by }, context) => openUsage(context, site, { range, by: by ?? 'HOUR' }),
  },
  Usage: {
    range: ({ range }) => ({ from: new Date(range.from), to: new Date(range.to) }),
    accepted: acceptedOf,
    stored: (usage) => countOf(usage, 'stored'),
    dead: (usage) => countOf(usage, 'dead'),
    erased: (usage) => countOf(usage, 'erased'),
    queued: queuedOf,
    duplicate: (usage) => countOf(usage, 'duplicate'),
    rejected: (usage) => codesOf(usage, 'rejected'),
    refused: (usage) => codesOf(usage, 'refused'),
    dropped: (usage) => codesOf(usage, 'dropped'),
    other: (usage) => codesOf(usage, 'other'),
    unknownFields: (usage) => countOf(usage, 'unknown_field'),
    loss: async ({ site, range }, _, { db, now, record }) => {
      const loss = await lossOf(db, { siteId: site.id, range, now, record })
      return loss.senders === 0 ? null : loss
    },
    over: pointsOf,
    quota: ({ site }, _, context) => quotaState(context, site),
    caps: ({ site }, _, { db, record }) => capsOf(db, site.id, record),
  },
  UsagePoint: {
    at: ({ at }) => new Date(at),
    accepted: acceptedOf,
    stored: (point) => countOf(point, 'stored'),
    dead: (point) => countOf(point, 'dead'),
    queued: queuedOf,
    duplicate: (point) => countOf(point, 'duplicate'),
    rejected: (point) => countOf(point, 'rejected'),
    refused: (point) => countOf(point, 'refused'),
    dropped: (point) => countOf(point, 'dropped'),
    unknownFields: (point) => countOf(point, 'unknown_field'),
  },
}
