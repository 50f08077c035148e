import type { Resolvers } from '../schema.generated.ts'
import type { Condition } from '../segment/conditions.ts'
import { groupConnection } from '../segment/group-connection.ts'
import { figuresOf } from '../segment/group-loaders.ts'
import { segmentWith } from '../segment/groups.ts'
import { narrowed } from '../segment/segment.ts'
import { pageSize } from '../connection.ts'
import {
  ALL_KINDS,
  INTERACTIONS,
  type InteractionFigures,
  KIND_COUNTS,
  happened,
} from './interactions.queries.ts'

const NO_SCROLL: Condition = { op: 'not', of: { op: 'in', field: { row: 'name' }, values: ['scroll'] } }

export const interactionsResolvers: Resolvers = {
  Segment: {
    interactions: (segment, { kind, first, after }, context) => {
      const rank = kind ? KIND_COUNTS[kind] : ALL_KINDS
      const within = kind === 'SCROLL' ? segment : narrowed(segment, NO_SCROLL)
      const also = { groups: happened(rank) }
      return groupConnection(context, { source: INTERACTIONS, segment, within, rank, also, first, after })
    },
  },
  InteractionGroup: {
    target: ({ key }) => key,
    label: async (group, _, { groups }) => (await figuresOf(groups, group)).label,
    count: async (group, _, { groups }) => Math.round((await figuresOf(groups, group)).count),
    counts: async (group, _, { groups }) => countsByKind(await figuresOf(groups, group)),
    sessions: async ({ source, place }, _, { groups }) =>
      Math.round(await groups.distinct.load({ source, place, of: 'sessions' })),
    pages: ({ source, place }, { top }, { groups }) =>
      groups.splits.load({ source, place, axis: 'PAGE', top: pageSize(top ?? 5, 50, 'top') }),
    sampleSessions: ({ source, place }, { first }, { groups }) =>
      groups.sessions.load({ source, place, first: pageSize(first ?? 5, 20) }),
    segment: segmentWith,
  },
}

function countsByKind(figures: InteractionFigures) {
  return {
    click: Math.round(figures.click),
    rageClick: Math.round(figures.rage_click),
    deadClick: Math.round(figures.dead_click),
    errorClick: Math.round(figures.error_click),
    submit: Math.round(figures.submit),
    formAbandon: Math.round(figures.form_abandon),
    scroll: Math.round(figures.scroll),
  }
}
