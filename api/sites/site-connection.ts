import { connection, decodeCursor, encodeCursor, pageSize } from '../connection.ts'
import type { SiteRow } from './sites.queries.ts'

export const MOST_SITES = 200
const CURSOR = /^([a-z0-9-]{1,40})$/

/** A page of sites that stand in order; the cursor is the slug. */
export function siteConnection(
  sites: readonly SiteRow[],
  { first, after }: { first?: number | null; after?: string | null },
) {
  const size = pageSize(first ?? 50, MOST_SITES)
  const [slug] = decodeCursor(after, CURSOR) ?? []
  const begin = slug === undefined ? 0 : sites.findIndex((site) => site.slug === slug) + 1
  const page = sites.slice(begin, begin + size)
  const hasNextPage = sites.length > begin + size
  return {
    ...connection(page, { hasNextPage, after }, (site) => encodeCursor([site.slug])),
    totalCount: sites.length,
  }
}
