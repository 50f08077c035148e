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

  'Site.writeKeys': lookUp,
  'Site.watermark': {},
  'Site.session': lookUp,
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
