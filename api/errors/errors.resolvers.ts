import type { Context } from '../context.ts'
import { globalId, localId } from '../global-id.ts'
import type { ErrorState, Resolvers } from '../schema.generated.ts'
import type { Axis } from '../segment/axes.ts'
import { groupConnection } from '../segment/group-connection.ts'
import { figuresOf } from '../segment/group-loaders.ts'
import { pointsOf, segmentWith } from '../segment/groups.ts'
import { pageSize } from '../connection.ts'
import { decide } from './decide.ts'
import { errorGroup, rowsInState, shareOfAllSessions } from './error-groups.ts'
import { ERRORS, ERROR_RANKS, type ErrorGroup, type ErrorHistoryRow } from './errors.queries.ts'
import { groupingReason } from './grouping-reason.ts'

export const errorsResolvers: Resolvers = {
  Site: {
    errorGroup: (site, { id, range }, context) => {
      const fingerprint = localId(site, 'error', id)
      return fingerprint === null ? null : errorGroup(context, site, { fingerprint, range: range ?? null })
    },
  },
  Segment: {
    errors: async (segment, { first, after, orderBy, state }, context) => {
      const also = await rowsInState(context, segment, state)
      const rank = ERROR_RANKS[orderBy ?? 'SESSIONS'](segment)
      return groupConnection(context, { source: ERRORS, segment, rank, also, first, after })
    },
  },
  Mutation: {
    resolveErrorGroup: (_, { input: { id, release } }, context) =>
      decide(context, id, { state: 'RESOLVED', release }),
    ignoreErrorGroup: (_, { input: { id, until, count } }, context) =>
      decide(context, id, { state: 'IGNORED', until, count }),
    reopenErrorGroup: (_, { input: { id } }, context) => decide(context, id, { state: 'OPEN' }),
  },
  ErrorGroup: {
    id: ({ segment, key }) => globalId(segment.scope.site, 'error', key ?? ''),
    fingerprint: ({ key }) => key ?? '',
    type: async (group, _, context) => (await historyOf(group, context)).type,
    message: async (group, _, context) => (await historyOf(group, context)).message ?? '',
    source: async (group, _, context) => (await historyOf(group, context)).source ?? '',
    reason: async (group, _, context) => reasonOf(await historyOf(group, context)),
    firstSeen: async (group, _, context) => (await historyOf(group, context)).first_time,
    lastSeen: async (group, _, context) => (await historyOf(group, context)).time,
    firstRelease: async (group, _, context) => (await historyOf(group, context)).first_release,
    lastRelease: async (group, _, context) => (await historyOf(group, context)).release,
    latest: (group, _, context) => historyOf(group, context),
    state: async (group, _, context) => (await standingOf(group, context))?.state ?? 'OPEN',
    decision: async (group, _, context) => (await standingOf(group, context))?.decision ?? null,
    events: async (group, _, { groups }) => (await figuresOf(groups, group)).events,
    sessions: async (group, _, { groups }) => (await figuresOf(groups, group)).sessions,
    visitors: async (group, _, { groups }) => (await figuresOf(groups, group)).visitors,
    handled: async (group, _, { groups }) => (await figuresOf(groups, group)).handled,
    shareOfSessions: (group, _, context) => shareOfAllSessions(group, context),
    over: (group, { interval }) => pointsOf(group, interval),
    releases: (group, { top }, context) => split(group, 'RELEASE', top, context),
    pages: (group, { top }, context) => split(group, 'PAGE', top, context),
    browsers: (group, { top }, context) => split(group, 'BROWSER', top, context),
    sampleSessions: ({ source, place }, { first }, { groups }) =>
      groups.sessions.load({ source, place, first: pageSize(first ?? 5, 20) }),
    segment: segmentWith,
  },
  ErrorDecision: { state: ({ state }) => state as ErrorState },
  ErrorPoint: {
    events: async (group, _, { groups }) => (await figuresOf(groups, group)).events,
    sessions: async (group, _, { groups }) => (await figuresOf(groups, group)).sessions,
  },
}

async function historyOf({ place, key }: ErrorGroup, { errors }: Pick<Context, 'errors'>) {
  const row = await errors.history.load(place)
  // It was there when the list was made: only retention or erasure may have come in between.
  if (row === null) throw new RangeError(`nothing is kept any more of the group ${key ?? ''}`)
  return row
}

function standingOf({ segment, key }: ErrorGroup, { errors }: Pick<Context, 'errors'>) {
  return errors.standing(segment.scope.site.id, key ?? '')
}

function reasonOf({ fingerprint, type, message, stack, source }: ErrorHistoryRow) {
  return groupingReason({ fingerprint, type, stack, message: message ?? '', source: source ?? '' })
}

function split(
  { source, place }: ErrorGroup,
  axis: Axis,
  top: number | null | undefined,
  { groups }: Context,
) {
  return groups.splits.load({ source, place, axis, top: pageSize(top ?? 5, 50, 'top') })
}
