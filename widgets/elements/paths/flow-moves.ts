/** Where the keys lead in a flow: up and down among equals, left and right along it. */
import type { PathLinkAnswer, PathsFound } from './paths.query.ts'

/** A node by its id, or a link by both its ends. */
export type FlowPlace = string

export function linkPlace({ source, target }: Pick<PathLinkAnswer, 'source' | 'target'>): FlowPlace {
  return `${source}\n${target}`
}

type Move = (found: PathsFound, at: FlowPlace) => FlowPlace | undefined

/** Links come strongest first, so that the first one found is the strongest. */
const MOVES: Record<string, Move> = {
  ArrowRight: ({ links }, at) => {
    const out = links.find(({ source }) => source === at)
    return out === undefined ? links.find((link) => linkPlace(link) === at)?.target : linkPlace(out)
  },
  ArrowLeft: ({ links }, at) => {
    const into = links.find(({ target }) => target === at)
    return into === undefined ? links.find((link) => linkPlace(link) === at)?.source : linkPlace(into)
  },
  ArrowDown: (found, at) => beside(found, at, 1),
  ArrowUp: (found, at) => beside(found, at, -1),
  Home: ({ nodes }) => nodes[0]?.id,
}

/** The place that a key leads to; null for a key that leads nowhere. */
export function flowMove(found: PathsFound, at: FlowPlace, key: string): FlowPlace | null {
  return MOVES[key]?.(found, at) ?? null
}

/** The next node of the same step, or the next link from the same node. */
function beside({ nodes, links }: PathsFound, at: FlowPlace, by: number): FlowPlace | undefined {
  const node = nodes.find(({ id }) => id === at)
  const link = links.find((other) => linkPlace(other) === at)
  const equals =
    node === undefined
      ? links.filter(({ source }) => source === link?.source).map(linkPlace)
      : nodes.filter(({ step }) => step === node.step).map(({ id }) => id)
  return equals[equals.indexOf(at) + by]
}
