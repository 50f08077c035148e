import { requireWholeSite } from '../access/grant.ts'
import { requireCaller } from '../context.ts'
import type { Resolvers } from '../schema.generated.ts'
import { quotaOf } from '../limits/quota.ts'
import { parseFilter } from '../segment/filters.ts'
import { parseRange } from '../segment/range.ts'
import { wholeScope } from '../segment/segment.ts'
import { sessionById } from '../sessions/sessions.queries.ts'
import { localId } from '../global-id.ts'
import { nodeById } from '../nodes.ts'
import { createSite } from './create-site.ts'
import { siteConnection } from './site-connection.ts'
import { siteBySlug, visibleSites, writeKeysOf } from './sites.queries.ts'
import { settingsChange, settingsOf } from './site-settings.ts'
import { updateSite } from './update-site.ts'
import { allWriteKeysOf, createWriteKey, disableWriteKey } from './write-keys.ts'

const CONSENT_LEVELS = { none: 'NONE', cookieless: 'COOKIELESS', full: 'FULL' } as const

export const sitesResolvers: Resolvers = {
  Query: {
    site: (_, { id }, context) => siteBySlug(context.control, requireCaller(context), id),
    sites: async (_, page, context) =>
      siteConnection(await visibleSites(context.control, requireCaller(context)), page),
    node: (_, { id }, context) => nodeById(id, context),
  },
  Mutation: {
    createSite: (_, { input: { id, name, origins, timeZone } }, context) =>
      createSite(context.control, requireCaller(context), {
        id,
        name,
        origins: origins ?? [],
        timeZone: timeZone ?? 'UTC',
      }),
    updateSite: (_, { input: { id, name, origins, timeZone, settings, eventsADay } }, context) =>
      updateSite(context.control, requireCaller(context), {
        id,
        name: name ?? null,
        origins: origins ?? null,
        timeZone: timeZone ?? null,
        settings: settingsChange(settings ?? {}),
        eventsADay,
      }),
    createWriteKey: (_, { site }, context) => createWriteKey(context.control, requireCaller(context), site),
    disableWriteKey: (_, { site, key, force }, context) => {
      const asked = { site, key, force: force ?? false, now: context.now }
      return disableWriteKey(context.control, requireCaller(context), asked)
    },
  },
  Site: {
    id: ({ slug }) => slug,
    watermark: (_, __, { watermark }) => watermark,
    writeKeys: (site, _, { control }) => writeKeysOf(control, site),
    allWriteKeys: (site, _, { control }) => allWriteKeysOf(control, site),
    settings: (site, _, { control }) => {
      requireWholeSite(site.lock, 'settings')
      return settingsOf(control, site)
    },
    eventsADay: (site, _, { control }) => {
      requireWholeSite(site.lock, 'the quota')
      return quotaOf(control, site.id)
    },
    segment: (site, { range, where, includeBots }, { now }) =>
      wholeScope({
        site,
        range: parseRange(range, now),
        where: parseFilter(where),
        includeBots: includeBots ?? false,
      }),
    session: (site, { id }, { db, record }) => {
      requireWholeSite(site.lock, 'a session')
      const session = localId(site, 'session', id)
      return session === null ? null : sessionById(db, site, session, record)
    },
  },
  SessionSettings: {
    idle: ({ idleMs }) => idleMs,
  },
  PrivacySettings: {
    consent: ({ consent }) => CONSENT_LEVELS[consent],
    gpc: ({ gpc }) => (gpc === 'honour' ? 'HONOUR' : 'IGNORE'),
  },
}
