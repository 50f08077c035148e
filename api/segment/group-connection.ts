/** A page of groups as a Relay connection. Its cursor holds the place in the order and the moment up to which was counted. */
import { userError } from '../problem.ts'
import { connection, pageSize } from '../connection.ts'
import type { GroupLoaders } from './group-loaders.ts'
import { type Group, groupAt } from './groups.ts'
import type { GroupCursor, GroupPageAsked, GroupRow } from './groups.queries.ts'

export const MOST_GROUPS = 200

type Asked<Figures extends object> = Omit<GroupPageAsked<Figures>, 'first' | 'after'> & {
  first: number | null | undefined
  after: string | null | undefined
}

export async function groupConnection<Figures extends object>(
  { groups }: { groups: GroupLoaders },
  asked: Asked<Figures>,
) {
  const first = pageSize(asked.first ?? 20, MOST_GROUPS)
  const after = decodeGroupCursor(asked.after)
  const rows = (await groups.page.load({ ...asked, first, after })) as GroupRow<Figures>[]
  const shown = rows.slice(0, first).map((row) => {
    const group = groupAt(asked, row.key)
    // What the list counted need not be asked for again.
    groups.figures.prime(group, row)
    return { group, row }
  })
  const cursors = new Map<Group<Figures>, string>(
    shown.map(({ group, row: { rank, key, counted_to } }) => [
      group,
      encodeGroupCursor({ rank, key, countedTo: after?.countedTo ?? counted_to.getTime() }),
    ]),
  )
  const nodes = shown.map(({ group }) => group)
  const hasNextPage = rows.length > first
  return connection(nodes, { hasNextPage, after: asked.after }, (group) => cursors.get(group) ?? '')
}

export function encodeGroupCursor({ rank, key, countedTo }: GroupCursor): string {
  return Buffer.from(JSON.stringify([rank, key, countedTo])).toString('base64url')
}

export function decodeGroupCursor(text: string | null | undefined): GroupCursor | null {
  if (text === null || text === undefined) return null
  const [rank, key, countedTo] = parseList(Buffer.from(text, 'base64url').toString())
  const isKey = key === null || (typeof key === 'string' && !key.includes('\0'))
  if (typeof rank !== 'number' || !isKey || typeof countedTo !== 'number' || Math.abs(countedTo) > 8e15)
    throw userError('`after` is not a cursor of this list: take `pageInfo.endCursor`')
  return { rank, key, countedTo }
}

function parseList(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
