import type { Resolvers } from '../schema.generated.ts'
import type { Condition } from '../segment/conditions.ts'
import { groupConnection } from '../segment/group-connection.ts'
import { figuresOf, measureOf } from '../segment/group-loaders.ts'
import { segmentWith } from '../segment/groups.ts'
import { populationOf } from '../segment/populations.ts'
import { atKey, narrowed } from '../segment/segment.ts'
import { pageSize } from '../connection.ts'
import { number, phases, text, vitalValues, yes } from '../sessions/row-details.ts'
import { proportion } from '../statistics/proportion.ts'
import { LONG_TASKS, LONG_TASK_RANK } from './long-tasks.queries.ts'
import { RESOURCES, RESOURCE_RANK, SCRIPT_AXES } from './resources.queries.ts'
import { shareOfViews } from './share-of-views.ts'
import { viewOf } from './view.ts'
import { waterfall } from './waterfall.ts'

const THIRD_PARTY: Condition = { op: 'in', field: { row: 'thirdParty' }, values: ['true'] }

export const resourcesResolvers: Resolvers = {
  Segment: {
    resources: (segment, { first, after, thirdPartyOnly, by }, context) => {
      const within = (thirdPartyOnly ?? false) ? narrowed(segment, THIRD_PARTY) : segment
      const source = RESOURCES[by ?? 'HOST']
      return groupConnection(context, { source, segment, within, rank: RESOURCE_RANK, first, after })
    },
    longTasks: (segment, { first, after }, context) =>
      groupConnection(context, { source: LONG_TASKS, segment, rank: LONG_TASK_RANK, first, after }),
  },
  ResourceGroup: {
    thirdParty: async (group, _, { groups }) => (await figuresOf(groups, group)).third_party,
    count: async (group, _, { groups }) => Math.round((await figuresOf(groups, group)).count),
    bytes: async (group, _, { groups }) => (await figuresOf(groups, group)).bytes,
    size: (group, _, { groups }) => measureOf(groups, group, { measure: 'size', unit: 'bytes' }),
    duration: (group, _, { groups }) => measureOf(groups, group, { measure: 'duration', unit: 'ms' }),
    renderBlocking: async (group, _, { groups }) => {
      const { blocking, count, squares } = await figuresOf(groups, group)
      return proportion(blocking, count, count ** 2 / squares)
    },
    renderBlockingTime: async (group, _, { groups }) => (await figuresOf(groups, group)).blocking_time,
    failures: async (group, _, { groups }) => {
      const { failed, count, squares } = await figuresOf(groups, group)
      return proportion(failed, count, count ** 2 / squares)
    },
    shareOfViews: (group, _, context) => shareOfViews(group, context),
    longTaskBlocking: async ({ source, segment, key }, _, { groups }) => {
      const axis = SCRIPT_AXES[source.axis]
      if (axis === undefined || key === null) return null
      return (await figuresOf(groups, { source: LONG_TASKS, place: atKey(segment, axis, key) })).blocking
    },
    segment: segmentWith,
  },
  LongTaskGroup: {
    script: ({ key }) => key,
    thirdParty: async (group, _, { groups }) => (await figuresOf(groups, group)).third_party,
    count: async (group, _, { groups }) => Math.round((await figuresOf(groups, group)).count),
    duration: (group, _, { groups }) => measureOf(groups, group, { measure: 'duration', unit: 'ms' }),
    blocking: async (group, _, { groups }) => (await figuresOf(groups, group)).blocking,
    totalTime: async (group, _, { groups }) => (await figuresOf(groups, group)).total_time,
    sessions: async ({ source, place }, _, { groups }) =>
      Math.round(await groups.distinct.load({ source, place, of: 'sessions' })),
    pages: ({ source, place }, { top }, { groups }) =>
      groups.splits.load({ source, place, axis: 'PAGE', top: pageSize(top ?? 5, 50, 'top') }),
    segment: segmentWith,
  },
  Session: { view: (session, { id }, context) => viewOf(session, id, context) },
  View: {
    page: ({ row }) => row.page ?? '/',
    url: ({ row }) => text(row, 'url') ?? '',
    title: ({ row }) => text(row, 'title'),
    navigationType: ({ row }) => populationOf(row.navigation),
    startedAt: ({ row }) => row.time,
    load: ({ row }) => row.duration,
    timing: ({ row }) => phases(row.detail?.['timing']),
    // A metric that was reported again stands in a later row.
    vitals: ({ rows }) => [
      ...new Map(rows.flatMap(vitalValues).map((one) => [one.metric, one] as const)).values(),
    ],
    waterfall: ({ row, rows }) => waterfall(row, rows),
  },
  WaterfallEntry: {
    size: ({ kind, row }) => (kind === 'RESOURCE' ? row.value : number(row, 'size')),
    initiator: ({ row }) => text(row, 'initiator'),
    status: ({ kind, row }) => (kind === 'REQUEST' ? row.value : null),
    failed: ({ row }) => row.outcome !== null,
    renderBlocking: ({ row }) => yes(row, 'blocking'),
    thirdParty: ({ row }) => yes(row, 'thirdParty'),
    blocking: ({ kind, row }) => (kind === 'LONG_TASK' ? row.value : null),
    traceId: ({ row }) => text(row, 'traceId'),
  },
}
