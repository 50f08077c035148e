/** The schema with its resolvers: what both ways of asking run, one answer a request or a stream of them. */
import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import type { GraphQLSchema } from 'graphql'
import { packagePath } from '../prisma/package-path.ts'
import { accessResolvers } from './access/access.resolvers.ts'
import { alertRulesResolvers } from './alerts/alert-rules.resolvers.ts'
import { alertsResolvers } from './alerts/alerts.resolvers.ts'
import { deadLettersResolvers } from './dead-letters/dead-letters.resolvers.ts'
import { deploysResolvers } from './deploys/deploys.resolvers.ts'
import { embedsResolvers } from './embeds/embeds.resolvers.ts'
import { capabilitiesResolvers } from './capabilities/capabilities.resolvers.ts'
import { consentResolvers } from './consent/consent.resolvers.ts'
import { costResolvers } from './cost/cost.resolvers.ts'
import { flagsResolvers } from './flags/flags.resolvers.ts'
import { savedFlagsResolvers } from './flags/saved-flags.resolvers.ts'
import { deliveriesResolvers } from './deliveries/deliveries.resolvers.ts'
import { pageRulesResolvers } from './page-rules/page-rules.resolvers.ts'
import { erasureResolvers } from './erasure/erasure.resolvers.ts'
import { funnelsResolvers } from './funnels/funnels.resolvers.ts'
import { savedFunnelsResolvers } from './funnels/saved-funnels.resolvers.ts'
import { pathsResolvers } from './paths/paths.resolvers.ts'
import { retentionResolvers } from './retention/retention.resolvers.ts'
import { errorsResolvers } from './errors/errors.resolvers.ts'
import { eventsResolvers } from './events/events.resolvers.ts'
import { interactionsResolvers } from './interactions/interactions.resolvers.ts'
import { liveResolvers } from './live/live.resolvers.ts'
import { releasesResolvers } from './releases/releases.resolvers.ts'
import { requestsResolvers } from './requests/requests.resolvers.ts'
import { resourcesResolvers } from './resources/resources.resolvers.ts'
import { scalars } from './scalars.ts'
import { comparisonResolvers } from './segment/comparison.resolvers.ts'
import { groupsResolvers } from './segment/groups.resolvers.ts'
import { segmentResolvers } from './segment/segment.resolvers.ts'
import { sessionsResolvers } from './sessions/sessions.resolvers.ts'
import { timelineResolvers } from './sessions/timeline.resolvers.ts'
import { sitesResolvers } from './sites/sites.resolvers.ts'
import { slosResolvers } from './slos/slos.resolvers.ts'
import { statusResolvers } from './status/status.resolvers.ts'
import { usageResolvers } from './usage/usage.resolvers.ts'
import { vitalsResolvers } from './vitals/vitals.resolvers.ts'

const RESOLVERS = [
  scalars,
  accessResolvers,
  embedsResolvers,
  deadLettersResolvers,
  deploysResolvers,
  sitesResolvers,
  consentResolvers,
  segmentResolvers,
  comparisonResolvers,
  vitalsResolvers,
  sessionsResolvers,
  timelineResolvers,
  groupsResolvers,
  errorsResolvers,
  releasesResolvers,
  requestsResolvers,
  resourcesResolvers,
  interactionsResolvers,
  eventsResolvers,
  costResolvers,
  capabilitiesResolvers,
  liveResolvers,
  flagsResolvers,
  savedFlagsResolvers,
  funnelsResolvers,
  savedFunnelsResolvers,
  retentionResolvers,
  pathsResolvers,
  deliveriesResolvers,
  erasureResolvers,
  pageRulesResolvers,
  alertRulesResolvers,
  alertsResolvers,
  slosResolvers,
  statusResolvers,
  usageResolvers,
]

export function executableSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: readFileSync(packagePath('api/schema.graphql'), 'utf8'),
    resolvers: RESOLVERS,
  })
}
