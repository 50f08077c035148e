/** Paths poured into a graph: a node for each page at each step, the rare ones together, and links with what flows. */
import { type Proportion, proportion } from '../statistics/proportion.ts'
import type { PathRow } from './paths.queries.ts'

export type PathNode = {
  id: string
  step: number
  page: string | null
  other: boolean
  count: number
  /** Paths that begin here, that end here, and those of them whose session saw no further page. */
  began: number
  ended: number
  left: number
}

export type PathLink = { source: string; target: string; count: number }

export type PathGraph = { sessions: number; nodes: PathNode[]; links: PathLink[] }

/** The graph, and what it was made of. */
export type PathAnswer = PathGraph & { rows: PathRow[] }

type Placing = { align: 'first' | 'last'; top: number }

export function pathGraph(rows: readonly PathRow[], placing: Placing): PathGraph {
  const shown = topPages(rows, placing)
  const nodes = new Map<string, PathNode>()
  const links = new Map<string, PathLink>()
  const nodeAt = (step: number, page: string | null) => {
    const other = shown.get(step)?.has(page) !== true
    const id = other ? `${step}*` : page === null ? `${step}?` : `${step}:${page}`
    const node = nodes.get(id) ?? {
      id,
      step,
      page: other ? null : page,
      other,
      count: 0,
      began: 0,
      ended: 0,
      left: 0,
    }
    nodes.set(id, node)
    return node
  }
  let total = 0
  for (const { pages, left, sessions } of rows) {
    total += sessions
    let before: PathNode | null = null
    for (const [i, page] of pages.entries()) {
      const node = nodeAt(stepOf(i, pages.length, placing), page)
      node.count += sessions
      if (before === null) node.began += sessions
      else addFlow(links, { source: before.id, target: node.id, count: sessions })
      before = node
    }
    if (before === null) continue
    before.ended += sessions
    if (left) before.left += sessions
  }
  return {
    sessions: total,
    nodes: [...nodes.values()].sort((a, b) => a.step - b.step || rank(a) - rank(b) || (a.id < b.id ? -1 : 1)),
    links: [...links.values()].sort((a, b) => b.count - a.count || (a.source < b.source ? -1 : 1)),
  }
}

/** The most frequent first, `other` last. */
function rank({ other, count }: PathNode): number {
  return other ? 1 : -count
}

function addFlow(links: Map<string, PathLink>, { source, target, count }: PathLink): void {
  const key = JSON.stringify([source, target])
  const link = links.get(key) ?? { source, target, count: 0 }
  link.count += count
  links.set(key, link)
}

function topPages(rows: readonly PathRow[], placing: Placing): Map<number, Set<string | null>> {
  const counts = new Map<number, Map<string | null, number>>()
  for (const { pages, sessions } of rows) {
    pages.forEach((page, i) => {
      const step = stepOf(i, pages.length, placing)
      const atStep = counts.get(step) ?? new Map<string | null, number>()
      atStep.set(page, (atStep.get(page) ?? 0) + sessions)
      counts.set(step, atStep)
    })
  }
  const top = [...counts].map(([step, pages]) => {
    const sorted = [...pages].sort(([a, n], [b, m]) => m - n || ((a ?? '') < (b ?? '') ? -1 : 1))
    return [step, new Set(sorted.slice(0, placing.top).map(([page]) => page))] as const
  })
  return new Map(top)
}

/** From 0 on, or up to 0 where paths stand by their ends. */
function stepOf(place: number, length: number, { align }: Placing): number {
  return align === 'first' ? place : place - length + 1
}

export type PathShare = { pages: (string | null)[]; share: Proportion }

/** The paths that most sessions took, as far as they were followed. */
export function topPaths(rows: readonly PathRow[], most: number): PathShare[] {
  const counts = new Map<string, { pages: (string | null)[]; sessions: number }>()
  let total = 0
  let squares = 0
  for (const row of rows) {
    const key = JSON.stringify(row.pages)
    const path = counts.get(key) ?? { pages: row.pages, sessions: 0 }
    path.sessions += row.sessions
    counts.set(key, path)
    total += row.sessions
    squares += row.squares
  }
  return [...counts]
    .sort(([a, { sessions: n }], [b, { sessions: m }]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([, { pages, sessions }]) => ({ pages, share: proportion(sessions, total, total ** 2 / squares) }))
}
