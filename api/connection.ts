/** A page of a list as a Relay connection: the nodes with their cursors, and whether there are more. */
import { userError } from './problem.ts'

export function connection<Node>(
  nodes: Node[],
  { hasNextPage, after }: { hasNextPage: boolean; after: string | null | undefined },
  cursorOf: (node: Node) => string,
) {
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }))
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** How many of a list: refuses what is out of bounds, with the bound. */
export function pageSize(first: number, most: number, argument = 'first'): number {
  if (first < 1 || first > most) throw userError(`\`${argument}\` is ${first}: ask for 1 to ${most}`)
  return first
}

/** A cursor that `pattern` does not fit was never given out by this list. */
export function decodeCursor(text: string | null | undefined, pattern: RegExp): string[] | null {
  if (text === null || text === undefined) return null
  const parts = pattern.exec(Buffer.from(text, 'base64url').toString())
  if (parts === null) throw userError('`after` is not a cursor of this list: take `pageInfo.endCursor` of it')
  return parts.slice(1)
}

export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(parts.join(' ')).toString('base64url')
}
