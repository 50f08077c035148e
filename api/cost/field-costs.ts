/**
 * What fields cost. Every figure and every item of a list costs a point each time it is asked: `by` multiplies what is
 * below it by `top`, `over` by its buckets, a list by `first`. A statement costs 20 points more, or 20 for each day of
 * its period where no rollup covers it; segments of one scope share a statement. Everything else is free.
 *
 * A field needs a line here if it is a list of objects or has a resolver that reaches the context.
 */
import {
  type ByArguments,
  type Place,
  type SegmentArguments,
  daysOf,
  enterComparison,
  enterFlag,
  enterGroup,
  enterRelease,
  enterSegment,
  rawDays,
  rawDaysOfSessions,
  splitBy,
  splitOver,
} from './place.ts'

export const STATEMENT_POINTS = 20

// oxlint-disable-next-line typescript/no-explicit-any -- the schema has checked them: each line knows its field's arguments
type Arguments = any

export type FieldCost = {
  /** Points each time it is asked. */
  points?: number
  /** The statements that asking it everywhere takes, in points. */
  statements?: (place: Place, args: Arguments) => number
  /** How many items the list has at most, or about. */
  size?: (args: Arguments) => number
  /** Where the fields below stand. */
  enter?: (place: Place, args: Arguments, now: number) => Place
}

const each = ({ times }: Place) => times * STATEMENT_POINTS
const shared = ({ scopes, segment }: Place) =>
  scopes * STATEMENT_POINTS * Math.max(segment === null ? 0 : rawDays(segment), 1)
const sessionsOnce = ({ segment }: Place) =>
  STATEMENT_POINTS * Math.max(segment === null ? 0 : rawDaysOfSessions(segment), 1)

/** A row that is looked up where it stands. */
const lookUp: FieldCost = { points: 1, statements: each }
/** A figure of a segment, from rollups where they cover it. */
const figure: FieldCost = { points: 1, statements: shared }
/** Of each of two segments. */
const pair: FieldCost = { points: 2, statements: (place) => 2 * shared(place) }
const sessionFigure: FieldCost = { points: 1, statements: (place) => place.scopes * sessionsOnce(place) }
const sessionPair: FieldCost = { points: 2, statements: (place) => 2 * place.scopes * sessionsOnce(place) }
/** What only raw rows tell. */
const fromRaw: FieldCost = {
  points: 1,
  statements: ({ scopes, segment }) =>
    scopes * STATEMENT_POINTS * (segment === null ? 1 : Math.max(daysOf(segment.scope), 1)),
}
/** What only raw rows tell, asked of each segment by itself. */
const ownRaw: FieldCost = {
  points: 1,
  statements: ({ times, segment }) =>
    times * STATEMENT_POINTS * (segment === null ? 1 : Math.max(daysOf(segment.scope), 1)),
}
/** A page of groups: a statement wherever it is asked for. */
const groupList: FieldCost = {
  statements: ({ times, segment }) =>
    times * STATEMENT_POINTS * (segment === null ? 1 : Math.max(daysOf(segment.scope), 1)),
  size: ({ first }) => first ?? 20,
}
/** What the page of a group counted already. */
const listed: FieldCost = { points: 1 }
/** A figure of an endpoint, a resource … and of a bucket of its series. */
const groupSeries: FieldCost = { enter: splitOver }
/** Each group's sessions are a scope of their own. */
const groupSegment: FieldCost = { enter: enterGroup }
const top: FieldCost = { ...fromRaw, size: ({ top: most }) => most ?? 5 }
const samples: FieldCost = { ...fromRaw, size: ({ first }) => first ?? 5 }
/** What an SLO measures is not known here: about half of them read the rows of their window. */
const overWindow = ({ times }: Place) => times * 10 * STATEMENT_POINTS
const sloWindow: FieldCost = { points: 1, statements: overWindow }
/** A list that comes along with its object, of about so many. */
const about = (size: number): FieldCost => ({ size: () => size })

export const FIELD_COSTS: Readonly<Record<string, FieldCost>> = {
  'Query.viewer': {},
  'Query.capabilities': lookUp,
  // Another document is parsed, validated and walked.
  'Query.explainCost': { points: 100 },
  'Query.site': lookUp,
  'Query.sites': { ...lookUp, size: ({ first }) => first ?? 50 },
  'Query.node': lookUp,
  // Three statements over the last minutes, again and again.
  'Subscription.live': { points: 3, statements: () => 3 * STATEMENT_POINTS },
  'Live.pages': about(10),
  'Live.newestErrors': about(10),
  'Mutation.createSite': lookUp,
  'Mutation.createToken': lookUp,
  'CreateSitePayload.userErrors': about(1),
  'CreateTokenPayload.userErrors': about(1),
  'Query.tokens': { ...lookUp, ...about(50) },
  'Mutation.revokeToken': lookUp,
  'RevokeTokenPayload.userErrors': about(1),
  'Mutation.updateSite': lookUp,
  'Mutation.createWriteKey': lookUp,
  'Mutation.disableWriteKey': lookUp,
  'UpdateSitePayload.userErrors': about(3),
  'CreateWriteKeyPayload.userErrors': about(1),
  'DisableWriteKeyPayload.userErrors': about(1),

  'Site.writeKeys': lookUp,
  'Site.settings': lookUp,
  'Site.consentLog': { ...lookUp, size: ({ first }) => first ?? 50 },
  'Site.allWriteKeys': { ...lookUp, ...about(5) },
  'Site.watermark': {},
  'Site.session': lookUp,
  'Site.usage': lookUp,
  'Usage.rejected': about(10),
  'Usage.refused': about(10),
  'Usage.dropped': about(5),
  'Usage.other': about(7),
  'Usage.loss': lookUp,
  'Usage.over': about(48),
  'Usage.quota': lookUp,
  'Usage.caps': { ...lookUp, ...about(20) },
  'Site.segment': { enter: (place, args: SegmentArguments, now) => enterSegment(place, args, now) },

  'Segment.views': figure,
  'Segment.sessionCount': sessionFigure,
  'Segment.bounceRate': sessionFigure,
  'Segment.engagementRate': sessionFigure,
  'Segment.frustrationRate': sessionFigure,
  'Segment.crashFreeSessions': sessionFigure,
  'Segment.medianSessionDuration': sessionFigure,
  'Segment.sessionDuration': sessionFigure,
  'Segment.visitors': { points: 1, statements: (place) => 2 * place.scopes * sessionsOnce(place) },
  // A day, a week and a month of sessions, for each bucket anew.
  'Segment.activeUsers': { points: 3, statements: ({ times }) => times * 3 * STATEMENT_POINTS },
  'Segment.apdex': figure,
  'Segment.vital': figure,
  'Segment.coreWebVitals': { points: 3, statements: shared },
  'Segment.by': {
    statements: (place, { dimension, key, orderBy }) =>
      shared(splitBy({ ...place }, { dimension, key, top: 1 })) * (isGiven(orderBy?.vital) ? 2 : 1),
    enter: (place, args: ByArguments) => splitBy(place, args),
  },
  'Segment.compare': { enter: enterComparison },
  'Segment.over': { enter: splitOver },
  'Segment.sessions': {
    statements: (place) => place.times * sessionsOnce(place),
    size: ({ first }) => first ?? 50,
  },

  // Everything below is of the exposed sessions; the variants are parts of them.
  'Segment.flag': { enter: enterFlag },
  'FlagCohorts.control': { points: 1 },
  'FlagCohorts.sessions': sessionFigure,
  'FlagCohorts.mixed': sessionFigure,
  'FlagCohorts.variants': { ...sessionFigure, ...about(3) },
  'FlagCohorts.sampleRatio': sessionFigure,
  'FlagCohorts.compare': {
    statements: ({ scopes, segment }, { metrics }) =>
      (1 + metrics.length) *
      scopes *
      STATEMENT_POINTS *
      (segment === null ? 1 : Math.max(daysOf(segment.scope), 1)),
    size: ({ metrics }) => 2 * metrics.length,
  },
  'FlagCohorts.guardrails': { ...ownRaw, ...about(6) },
  'Site.flags': { points: 1, statements: (place) => place.times * 30, ...about(20) },
  'Site.flag': { points: 1, statements: (place) => place.times * 30 },
  'Flag.variants': about(3),
  'Flag.split': about(3),
  'Flag.channels': { ...lookUp, ...about(2) },
  'FlagPayload.flag': { points: 1, statements: (place) => place.times * 30 },
  'Mutation.saveFlag': lookUp,
  'Mutation.deleteFlag': lookUp,
  'FlagPayload.userErrors': about(1),
  'DeleteFlagPayload.userErrors': about(1),
  // How much there is to read is asked first.
  'Segment.funnel': { ...ownRaw, points: 2 },
  'FunnelResult.steps': about(4),
  'FunnelResult.open': {},
  'FunnelResult.removed': {},
  'FunnelResult.breakdown': { ...ownRaw, size: ({ top }) => top ?? 10 },
  'FunnelBreakdown.steps': about(4),
  'FunnelStep.segment': groupSegment,
  'FunnelStep.dropOffSegment': groupSegment,
  'Site.funnels': { ...lookUp, ...about(20) },
  'Site.funnel': lookUp,
  'Funnel.result': {
    ...ownRaw,
    enter: (place, args: SegmentArguments, now) => enterSegment(place, args, now),
  },
  'Site.deadLetters': { ...lookUp, size: ({ first }) => first ?? 50 },
  'Site.deadLetter': lookUp,
  'Site.deadLetterCounts': lookUp,
  'DeadLettersPayload.userErrors': about(1),
  'Mutation.replayDeadLetters': lookUp,
  'Mutation.dropDeadLetters': lookUp,
  'Site.deploys': { ...lookUp, ...about(50) },
  'RecordDeployPayload.userErrors': about(4),
  'Mutation.recordDeploy': lookUp,
  'Site.embedSecrets': { ...lookUp, ...about(2) },
  'Capabilities.embeddable': about(30),
  'CreateEmbedTokenPayload.userErrors': about(4),
  'CreateEmbedSecretPayload.userErrors': about(1),
  'DisableEmbedSecretPayload.userErrors': about(1),
  'RevokeEmbedTokenPayload.userErrors': about(1),
  'Mutation.createEmbedToken': lookUp,
  'Mutation.createEmbedSecret': lookUp,
  'Mutation.disableEmbedSecret': lookUp,
  'Mutation.revokeEmbedToken': lookUp,
  'Mutation.createFunnel': lookUp,
  'Mutation.updateFunnel': lookUp,
  'Mutation.deleteFunnel': lookUp,
  'FunnelPayload.userErrors': about(1),
  'DeleteFunnelPayload.userErrors': about(1),
  // Figures are kept for an hour; when they are not, each component reads two statements, one of them rows.
  'Query.statusPage': { points: 1, statements: ({ times }) => times * 10 * STATEMENT_POINTS },
  'StatusView.components': about(6),
  'StatusView.incidents': about(5),
  'StatusViewComponent.days': about(90),
  'StatusViewIncident.updates': about(3),
  'Site.statusPages': { ...lookUp, ...about(2) },
  'StatusPage.components': about(6),
  'StatusPage.incidents': { ...lookUp, ...about(5) },
  'Incident.updates': about(3),
  'Mutation.saveStatusPage': lookUp,
  'Mutation.deleteStatusPage': lookUp,
  'Mutation.openIncident': lookUp,
  'Mutation.updateIncident': lookUp,
  'Mutation.deleteIncident': lookUp,
  'StatusPagePayload.userErrors': about(2),
  'DeleteStatusPagePayload.userErrors': about(1),
  'IncidentPayload.userErrors': about(2),
  'DeleteIncidentPayload.userErrors': about(1),
  'Site.slos': { ...lookUp, ...about(20) },
  'Site.slo': lookUp,
  'Site.openSlo': { ...lookUp, points: 20 },
  'Slo.rules': about(4),
  'BurnRateRule.predictions': about(2),
  'Slo.status': sloWindow,
  'SloStatus.burnRates': about(5),
  'SloStatus.rules': about(4),
  'Slo.history': { points: 1, statements: (place) => 2 * overWindow(place) },
  'SloHistory.points': about(30),
  'SloHistory.marks': about(10),
  'Slo.burners': { ...sloWindow, size: ({ top: most }) => most ?? 5 },
  'Mutation.createSlo': lookUp,
  'Mutation.updateSlo': lookUp,
  'Mutation.deleteSlo': lookUp,
  'Mutation.importSlos': { ...lookUp, points: 100 },
  'SloPayload.predictions': about(4),
  'SloPayload.userErrors': about(1),
  'DeleteSloPayload.userErrors': about(1),
  'ImportSlosPayload.imported': about(20),
  'ImportSlosPayload.notes': about(20),
  'ImportSlosPayload.userErrors': about(5),
  'Segment.retention': { points: 1, statements: (place) => place.times * sessionsOnce(place) },
  'Retention.cohorts': about(12),
  'Retention.mean': about(12),
  'RetentionCohort.periods': about(6),
  'Segment.paths': ownRaw,
  'PathGraph.nodes': about(40),
  'PathGraph.links': about(100),
  'PathGraph.topPaths': { size: ({ first }) => first ?? 10 },

  'SessionConnection.totalCount': sessionFigure,

  'SegmentComparison.views': pair,
  'SegmentComparison.vital': pair,
  'SegmentComparison.goodShare': pair,
  'SegmentComparison.sessionCount': sessionPair,
  'SegmentComparison.bounceRate': sessionPair,
  'SegmentComparison.engagementRate': sessionPair,
  'SegmentComparison.frustrationRate': sessionPair,
  'SegmentComparison.crashFreeSessions': sessionPair,

  'VitalStats.attribution': { ...fromRaw, size: ({ top }) => top ?? 10 },
  'VitalStats.phases': { ...fromRaw, ...about(5) },
  'VitalStats.support': fromRaw,
  'Distribution.percentiles': { size: ({ q }) => q.length },
  'Distribution.histogram': { size: ({ bins }) => bins ?? 40 },
  'VitalStats.percentiles': { size: ({ q }) => q.length },
  'VitalStats.histogram': { size: ({ bins }) => bins ?? 40 },

  'Session.flags': about(5),
  'Session.frustrationsByKind': { points: 1 },
  'Session.traceIds': { points: 1 },
  'Session.timeline': { statements: each, size: ({ first }) => first ?? 200 },
  'ErrorEntry.breadcrumbs': about(20),
  'CustomEntry.attributes': about(5),
  'ViewEntry.timing': about(10),
  'RequestEntry.timing': about(10),
  'VitalEntry.values': about(3),
  'VitalValue.phases': about(4),

  'Mutation.resolveErrorGroup': lookUp,
  'Mutation.ignoreErrorGroup': lookUp,
  'Mutation.reopenErrorGroup': lookUp,
  'ErrorGroupPayload.userErrors': about(1),

  'Site.errorGroup': { ...lookUp, enter: (place, { range }, now) => enterRelease(place, range, now) },
  'Segment.errors': groupList,
  'ErrorGroup.type': lookUp,
  'ErrorGroup.message': lookUp,
  'ErrorGroup.source': lookUp,
  'ErrorGroup.reason': lookUp,
  'ErrorGroup.firstSeen': lookUp,
  'ErrorGroup.lastSeen': lookUp,
  'ErrorGroup.firstRelease': lookUp,
  'ErrorGroup.lastRelease': lookUp,
  'ErrorGroup.latest': lookUp,
  'ErrorGroup.state': lookUp,
  'ErrorGroup.decision': lookUp,
  'ErrorGroup.events': listed,
  'ErrorGroup.sessions': listed,
  'ErrorGroup.visitors': listed,
  'ErrorGroup.handled': listed,
  'ErrorGroup.shareOfSessions': sessionFigure,
  'ErrorGroup.over': groupSeries,
  'ErrorGroup.releases': top,
  'ErrorGroup.pages': top,
  'ErrorGroup.browsers': top,
  'ErrorGroup.sampleSessions': samples,
  'ErrorGroup.segment': groupSegment,
  'ErrorPoint.events': fromRaw,
  'ErrorPoint.sessions': fromRaw,
  'ErrorGroupingReason.frames': about(8),

  'Site.release': { ...lookUp, enter: (place, { range }, now) => enterRelease(place, range, now) },
  'Site.releases': {
    ...lookUp,
    size: ({ first }) => first ?? 20,
    enter: (place, { range }, now) => enterRelease(place, range, now),
  },
  'Release.sessions': sessionFigure,
  'Release.adoption': sessionPair,
  'Release.adoptionLastDay': sessionPair,
  'Release.stage': { points: 60, statements: (place) => 4 * place.scopes * sessionsOnce(place) },
  'Release.crashFreeSessions': sessionFigure,
  'Release.newErrorGroups': fromRaw,
  'Release.previous': lookUp,
  'Release.segment': { enter: (place, { range }, now) => (range ? enterRelease(place, range, now) : place) },

  'Segment.requests': groupList,
  'RequestGroup.count': listed,
  'RequestGroup.failures': listed,
  'RequestGroup.failuresByKind': listed,
  'RequestGroup.statuses': listed,
  'RequestGroup.totalTime': listed,
  'RequestGroup.duration': fromRaw,
  'RequestGroup.size': fromRaw,
  'RequestGroup.phases': about(5),
  'PhaseStats.duration': fromRaw,
  'RequestGroup.over': groupSeries,
  'RequestGroup.sessions': fromRaw,
  'RequestGroup.examples': samples,
  'RequestGroup.sampleSessions': samples,
  'RequestGroup.segment': groupSegment,
  'RequestPoint.count': fromRaw,
  'RequestPoint.failures': fromRaw,
  'RequestPoint.duration': fromRaw,

  'Segment.resources': groupList,
  'ResourceGroup.thirdParty': listed,
  'ResourceGroup.count': listed,
  'ResourceGroup.bytes': listed,
  'ResourceGroup.renderBlocking': listed,
  'ResourceGroup.renderBlockingTime': listed,
  'ResourceGroup.failures': listed,
  'ResourceGroup.size': fromRaw,
  'ResourceGroup.duration': fromRaw,
  'ResourceGroup.shareOfViews': fromRaw,
  'ResourceGroup.longTaskBlocking': fromRaw,
  'ResourceGroup.segment': groupSegment,

  'Segment.longTasks': groupList,
  'LongTaskGroup.thirdParty': listed,
  'LongTaskGroup.count': listed,
  'LongTaskGroup.blocking': listed,
  'LongTaskGroup.totalTime': listed,
  'LongTaskGroup.duration': fromRaw,
  'LongTaskGroup.sessions': fromRaw,
  'LongTaskGroup.pages': top,
  'LongTaskGroup.segment': groupSegment,

  'Session.view': lookUp,
  'View.timing': about(10),
  'View.vitals': about(5),
  'View.waterfall': about(100),

  'Segment.interactions': groupList,
  'InteractionGroup.label': listed,
  'InteractionGroup.count': listed,
  'InteractionGroup.counts': listed,
  'InteractionGroup.sessions': fromRaw,
  'InteractionGroup.pages': top,
  'InteractionGroup.sampleSessions': samples,
  'InteractionGroup.segment': groupSegment,

  'Segment.eventNames': groupList,
  'CustomEventStats.count': fromRaw,
  'CustomEventStats.sum': fromRaw,
  'CustomEventStats.sessions': fromRaw,
  'CustomEventStats.visitors': fromRaw,
  'CustomEventStats.value': fromRaw,
  'CustomEventStats.over': groupSeries,
  'CustomEventStats.attributes': { ...fromRaw, size: ({ first }) => first ?? 10 },
  'CustomEventStats.sampleSessions': samples,
  'CustomEventStats.segment': groupSegment,
  'CustomEventPoint.count': fromRaw,
  'CustomEventPoint.sum': fromRaw,
  'EventAttribute.values': about(10),

  'Segment.transactions': groupList,
  'TransactionStats.count': listed,
  'TransactionStats.success': listed,
  'TransactionStats.failed': listed,
  'TransactionStats.abandoned': listed,
  'TransactionStats.duration': fromRaw,
  'TransactionStats.sessions': fromRaw,
  'TransactionStats.segment': groupSegment,

  'Site.alertRules': { ...lookUp, ...about(20) },
  'Site.alertRule': lookUp,
  'AlertRule.channels': { ...lookUp, ...about(2) },
  'AlertRule.escalationChannels': { ...lookUp, ...about(2) },
  'AlertRule.states': { ...lookUp, ...about(5) },
  'AlertRule.evaluatedUntil': lookUp,
  'AlertRule.problem': lookUp,
  'Site.alerts': { ...lookUp, size: ({ first }) => first ?? 50 },
  'Alert.rule': lookUp,
  'Site.silences': { ...lookUp, ...about(5) },
  'Silence.rule': lookUp,
  'Site.maintenanceWindows': { ...lookUp, ...about(5) },
  'MaintenanceWindow.rule': lookUp,
  'Site.silencedNotices': { ...lookUp, size: ({ first }) => first ?? 50 },
  // Two statements for each site, again and again.
  'Subscription.alerts': { points: 2, statements: () => 2 * STATEMENT_POINTS },
  'AlertEvent.open': about(50),
  'Mutation.createAlertRule': lookUp,
  'Mutation.updateAlertRule': lookUp,
  'Mutation.enableAlertRule': lookUp,
  'Mutation.deleteAlertRule': lookUp,
  // The rule's own question, and a week of buckets.
  'Mutation.testAlertRule': { points: 700, statements: () => 10 * STATEMENT_POINTS },
  'AlertRuleTest.findings': about(5),
  'Mutation.createSilence': lookUp,
  'Mutation.endSilence': lookUp,
  'Mutation.createMaintenanceWindow': lookUp,
  'Mutation.deleteMaintenanceWindow': lookUp,
  'AlertRulePayload.userErrors': about(1),
  'DeleteAlertRulePayload.userErrors': about(1),
  'TestAlertRulePayload.userErrors': about(1),
  'SilencePayload.userErrors': about(1),
  'MaintenanceWindowPayload.userErrors': about(1),
  'DeleteMaintenanceWindowPayload.userErrors': about(1),
  'Site.channels': { ...lookUp, ...about(10) },
  'Site.deliveries': { ...lookUp, size: ({ first }) => first ?? 50 },
  'Channel.oldSecretUntil': {},
  'Site.learnedPageRules': { ...lookUp, ...about(20) },
  'LearnedPageRule.examples': about(3),
  'Site.erasures': { ...lookUp, size: ({ first }) => first ?? 50 },
  'Mutation.erase': lookUp,
  'ErasePayload.userErrors': about(1),
  'Delivery.channel': lookUp,
  'Mutation.createChannel': lookUp,
  'Mutation.updateChannel': lookUp,
  'Mutation.deleteChannel': lookUp,
  'Mutation.rotateChannelSecret': lookUp,
  'Mutation.testChannel': lookUp,
  'Mutation.retryDelivery': lookUp,
  'ChannelPayload.userErrors': about(1),
  'DeleteChannelPayload.userErrors': about(1),
  'TestChannelPayload.userErrors': about(1),
  'RetryDeliveryPayload.userErrors': about(1),

  'CostExplanation.parts': about(20),
  'Capabilities.metrics': about(12),
  'Capabilities.limits': about(20),
  'Capabilities.errorCodes': about(20),
}

/** A connection's items are counted where `first` is given, above it. */
const COUNTED_ABOVE = /Connection\.(edges|nodes)$/
/** A list that the table does not know; the test of the table does not let one pass. */
const UNKNOWN_LIST = about(50)

export function fieldCost(coordinate: string, isList: boolean): FieldCost {
  const known = FIELD_COSTS[coordinate]
  if (known !== undefined) return known
  return isList && !COUNTED_ABOVE.test(coordinate) ? UNKNOWN_LIST : {}
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined
}
