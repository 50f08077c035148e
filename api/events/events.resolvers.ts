import { userError } from '../problem.ts'
import type { Resolvers } from '../schema.generated.ts'
import { groupConnection } from '../segment/group-connection.ts'
import { figuresOf, measureOf } from '../segment/group-loaders.ts'
import { groupAt, pointsOf, segmentWith } from '../segment/groups.ts'
import { pageSize } from '../connection.ts'
import { proportion } from '../statistics/proportion.ts'
import { CUSTOM_EVENTS, CUSTOM_EVENT_RANK } from './events.queries.ts'
import { TRANSACTIONS, TRANSACTION_RANK } from './transactions.queries.ts'

export const eventsResolvers: Resolvers = {
  Segment: {
    events: (segment, { name }) => {
      if (name.includes('\0')) throw userError('`name` holds a NUL character: leave it out')
      return groupAt({ source: CUSTOM_EVENTS, segment }, name)
    },
    eventNames: async (segment, { first }, context) => {
      const listing = { source: CUSTOM_EVENTS, segment, rank: CUSTOM_EVENT_RANK, first, after: null }
      return (await groupConnection(context, listing)).nodes
    },
    transactions: async (segment, { first }, context) => {
      const listing = { source: TRANSACTIONS, segment, rank: TRANSACTION_RANK, first, after: null }
      return (await groupConnection(context, listing)).nodes
    },
  },
  CustomEventStats: {
    name: ({ key }) => key ?? '',
    count: async (group, _, { groups }) => Math.round((await figuresOf(groups, group)).count),
    sum: async (group, _, { groups }) => (await figuresOf(groups, group)).sum,
    sessions: async ({ source, place }, _, { groups }) =>
      Math.round(await groups.distinct.load({ source, place, of: 'sessions' })),
    visitors: async ({ source, place }, _, { groups }) =>
      Math.round(await groups.distinct.load({ source, place, of: 'visitors' })),
    value: (group, _, { groups }) => measureOf(groups, group, { measure: 'value', unit: '' }),
    over: (group, { interval }) => pointsOf(group, interval),
    attributes: ({ source, place }, { first, top }, { events }) =>
      events.attributes.load({
        source,
        place,
        keys: pageSize(first ?? 10, 64),
        values: pageSize(top ?? 10, 200, 'top'),
      }),
    sampleSessions: ({ source, place }, { first }, { groups }) =>
      groups.sessions.load({ source, place, first: pageSize(first ?? 5, 20) }),
    segment: segmentWith,
  },
  CustomEventPoint: {
    count: async (point, _, { groups }) => Math.round((await figuresOf(groups, point)).count),
    sum: async (point, _, { groups }) => (await figuresOf(groups, point)).sum,
  },
  TransactionStats: {
    name: ({ key }) => key ?? '',
    count: async (group, _, { groups }) => Math.round((await figuresOf(groups, group)).count),
    success: async (group, _, { groups }) => {
      const { succeeded, count, squares } = await figuresOf(groups, group)
      return proportion(succeeded, count, count ** 2 / squares)
    },
    failed: async (group, _, { groups }) => Math.round((await figuresOf(groups, group)).failed),
    abandoned: async (group, _, { groups }) => Math.round((await figuresOf(groups, group)).abandoned),
    duration: (group, _, { groups }) => measureOf(groups, group, { measure: 'duration', unit: 'ms' }),
    sessions: async ({ source, place }, _, { groups }) =>
      Math.round(await groups.distinct.load({ source, place, of: 'sessions' })),
    segment: segmentWith,
  },
}
