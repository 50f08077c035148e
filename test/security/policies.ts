/**
 * Who may see and do what: a line for each type, or for a field that differs from its type. A field without a policy
 * fails the test of authorisation, and so does an argument that it can make no value for.
 */
import { DIMENSIONS } from '../../api/segment/dimensions.ts'

/**
 * TOKEN: any token that works, since it tells nothing of a site.
 * READ: a token with READ on the site that it lies in; for any other there is no such site.
 * MANAGE: a token with MANAGE; any other is told that it may not.
 * MANAGE_ALL: the same on every site.
 */
export type Policy = 'TOKEN' | 'READ' | 'MANAGE' | 'MANAGE_ALL'

export const POLICIES: Readonly<Record<string, Policy>> = {
  'Query.viewer': 'TOKEN',
  'Query.capabilities': 'TOKEN',
  'Query.explainCost': 'TOKEN',
  'Query.site': 'READ',
  'Query.sites': 'READ',
  'Query.node': 'READ',
  'Subscription.live': 'READ',
  'Mutation.createSite': 'MANAGE_ALL',
  'Mutation.createToken': 'MANAGE',

  Viewer: 'TOKEN',
  Capabilities: 'TOKEN',
  DatabaseCapabilities: 'TOKEN',
  Limits: 'TOKEN',
  MetricCapability: 'TOKEN',
  ErrorCodeMeaning: 'TOKEN',
  CostExplanation: 'TOKEN',
  CostPart: 'TOKEN',

  CreateSitePayload: 'MANAGE_ALL',
  CreateTokenPayload: 'MANAGE',
  UserError: 'MANAGE',

  Site: 'READ',
  SiteConnection: 'READ',
  SiteEdge: 'READ',
  Segment: 'READ',
  Range: 'READ',
  KeyedSegment: 'READ',
  TimedSegment: 'READ',
  SegmentComparison: 'READ',
  Difference: 'READ',
  CountDifference: 'READ',
  Proportion: 'READ',
  ActiveUsers: 'READ',
  Apdex: 'READ',
  CoreWebVitals: 'READ',
  VitalStats: 'READ',
  Distribution: 'READ',
  Attribution: 'READ',
  VitalPhase: 'READ',
  VitalSupport: 'READ',
  Percentile: 'READ',
  RatingShares: 'READ',
  HistogramBin: 'READ',
  PageInfo: 'READ',
  Live: 'READ',
  LivePage: 'READ',
  LiveError: 'READ',

  SessionConnection: 'READ',
  SessionEdge: 'READ',
  Session: 'READ',
  FrustrationCounts: 'READ',
  FlagExposure: 'READ',
  TimelineConnection: 'READ',
  TimelineEdge: 'READ',
  ViewEntry: 'READ',
  VitalEntry: 'READ',
  VitalValue: 'READ',
  Phase: 'READ',
  ErrorEntry: 'READ',
  Breadcrumb: 'READ',
  RequestEntry: 'READ',
  ResourceEntry: 'READ',
  ActionEntry: 'READ',
  FlagEntry: 'READ',
  LongTaskEntry: 'READ',
  CustomEntry: 'READ',
  Attribute: 'READ',
  TransactionEntry: 'READ',
  AppEntry: 'READ',
  ConsentEntry: 'READ',
}

/** Types that only subscriptions tell: api/live/live.test.ts asks them, by callers of this and of another site. */
export const STREAMED = ['Live', 'LivePage', 'LiveError']

/** What a generated question is about: the site that it names, and the site whose ids it uses. */
export type Target = { site: string; session: string; serial: number }

/**
 * Arguments whose value must be a real one, as GraphQL writes it. Where several are given, the field is asked with each.
 * What is not here is made from its type.
 */
export const VALUES: Readonly<Record<string, (target: Target) => string[]>> = {
  'Query.site.id': ({ site }) => [JSON.stringify(site)],
  'Query.node.id': ({ site, session }) => [
    JSON.stringify(site),
    JSON.stringify(`${site}/session/${session}`),
  ],
  'Query.explainCost.query': () => ['"{ viewer { name } }"'],
  'Site.segment.range': () => ['{ last: "P1D" }'],
  'Site.session.id': ({ session }) => [JSON.stringify(session)],
  'Segment.by.dimension': () => Object.keys(DIMENSIONS),
  'Segment.compare.to': () => ['PREVIOUS_PERIOD', 'SAME_DAYS_LAST_WEEK'],
  'Segment.over.interval': () => ['HOUR', 'DAY'],
  'Mutation.createSite.input': ({ serial }) => [`{ id: "made-${serial}", name: "Made" }`],
  'Mutation.createToken.input': () => ['{ name: "made" }'],
}
