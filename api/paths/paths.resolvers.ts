import { userError } from '../problem.ts'
import type { Resolvers } from '../schema.generated.ts'
import { pathGraph, topPaths } from './path-graph.ts'
import { paths } from './paths.queries.ts'

const MOST_STEPS = 5
const MOST_PAGES = 50

export const pathsResolvers: Resolvers = {
  Segment: {
    paths: async (segment, { from, to, depth, top }, { db, record }) => {
      const ends = { from: from ?? null, to: to ?? null, depth: within('depth', depth ?? 3, MOST_STEPS) }
      const most = within('top', top ?? 10, MOST_PAGES)
      const rows = await paths(db, segment, ends, record)
      const align = ends.from === null && ends.to !== null ? 'last' : 'first'
      return { rows, ...pathGraph(rows, { align, top: most }) }
    },
  },
  PathGraph: {
    sessions: ({ sessions }) => Math.round(sessions),
    topPaths: ({ rows }, { first }) => topPaths(rows, within('first', first ?? 10, MOST_PAGES)),
  },
  PathNode: {
    count: ({ count }) => Math.round(count),
    began: ({ began }) => Math.round(began),
    ended: ({ ended }) => Math.round(ended),
    dropOff: ({ left }) => Math.round(left),
  },
  PathLink: { count: ({ count }) => Math.round(count) },
}

function within(name: string, value: number, most: number): number {
  if (value < 1 || value > most) throw userError(`\`${name}\` is ${value}: ask for 1 to ${most}`)
  return value
}
