import type { Resolvers } from '../schema.generated.ts'
import { groupConnection } from '../segment/group-connection.ts'
import { type GroupLoaders, figuresOf, measureOf } from '../segment/group-loaders.ts'
import { type Placed, pointsOf, segmentWith } from '../segment/groups.ts'
import { pageSize } from '../connection.ts'
import { proportion } from '../statistics/proportion.ts'
import {
  HAS_FAILED,
  REQUESTS,
  REQUEST_PHASES,
  REQUEST_RANKS,
  type RequestFigures,
} from './requests.queries.ts'

/** What an endpoint and a bucket of its series tell alike. */
const FIGURES = {
  count: async (placed: Placed<RequestFigures>, _: object, { groups }: { groups: GroupLoaders }) =>
    Math.round((await figuresOf(groups, placed)).count),
  failures: async (placed: Placed<RequestFigures>, _: object, { groups }: { groups: GroupLoaders }) => {
    const { failed, count, squares } = await figuresOf(groups, placed)
    return proportion(failed, count, count ** 2 / squares)
  },
  duration: (placed: Placed<RequestFigures>, _: object, { groups }: { groups: GroupLoaders }) =>
    measureOf(groups, placed, { measure: 'duration', unit: 'ms' }),
}

export const requestsResolvers: Resolvers = {
  Segment: {
    requests: (segment, { first, after, orderBy, failedOnly }, context) => {
      const rank = REQUEST_RANKS[orderBy ?? 'COUNT']
      const also = (failedOnly ?? false) ? { groups: HAS_FAILED } : {}
      return groupConnection(context, { source: REQUESTS, segment, rank, also, first, after })
    },
  },
  RequestGroup: {
    ...FIGURES,
    name: ({ key }) => key ?? '',
    failuresByKind: async (group, _, { groups }) => failureCounts(await figuresOf(groups, group)),
    statuses: async (group, _, { groups }) => statusCounts(await figuresOf(groups, group)),
    size: (group, _, { groups }) => measureOf(groups, group, { measure: 'size', unit: 'bytes' }),
    phases: (group) => REQUEST_PHASES.map((name) => ({ name, group })),
    totalTime: async (group, _, { groups }) => (await figuresOf(groups, group)).total_time,
    over: (group, { interval }) => pointsOf(group, interval),
    sessions: async ({ source, place }, _, { groups }) =>
      Math.round(await groups.distinct.load({ source, place, of: 'sessions' })),
    examples: ({ source, place }, { of, first }, { requests }) =>
      requests.examples.load({ source, place, of: of ?? 'SLOWEST', first: pageSize(first ?? 5, 20) }),
    sampleSessions: ({ source, place }, { first }, { groups }) =>
      groups.sessions.load({ source, place, first: pageSize(first ?? 5, 20) }),
    segment: segmentWith,
  },
  RequestPoint: FIGURES,
  PhaseStats: {
    duration: ({ name, group }, _, { groups }) => measureOf(groups, group, { measure: name, unit: 'ms' }),
  },
  RequestExample: { request: (row) => row, session: (row) => row },
}

function failureCounts({ by_status, by_timeout, by_abort, by_network }: RequestFigures) {
  return {
    status: Math.round(by_status),
    timeout: Math.round(by_timeout),
    abort: Math.round(by_abort),
    network: Math.round(by_network),
  }
}

function statusCounts(figures: RequestFigures) {
  const { count, informational, success, redirect, client_error, server_error } = figures
  return {
    informational: Math.round(informational),
    success: Math.round(success),
    redirect: Math.round(redirect),
    clientError: Math.round(client_error),
    serverError: Math.round(server_error),
    none: Math.round(count - informational - success - redirect - client_error - server_error),
  }
}
