import { userError } from '../problem.ts'

/** A place in a list that is ordered by time and id: stable while data arrives. */
export type Cursor = { at: number; id: string }

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at} ${id}`).toString('base64url')
}

export function decodeCursor(text: string | null | undefined): Cursor | null {
  if (text === null || text === undefined) return null
  const [, at, id] = /^(\d{1,16}) ([\w.-]{1,80})$/.exec(Buffer.from(text, 'base64url').toString()) ?? []
  if (at === undefined || id === undefined)
    throw userError('`after` is not a cursor of this list: take `pageInfo.endCursor`')
  return { at: Number(at), id }
}

/** How many of a list: refuses what is out of bounds, with the bound. */
export function pageSize(first: number, most: number, argument = 'first'): number {
  if (first < 1 || first > most) throw userError(`\`${argument}\` is ${first}: ask for 1 to ${most}`)
  return first
}
