/** The releases of a site, asked for once in a request. */
import DataLoader from 'dataloader'
import type { Database, StatementRecord } from '../db/database.ts'
import { type SeenRelease, newErrorGroups, releasesSeen } from './releases.queries.ts'

export type ReleaseLoaders = {
  /** Latest first. */
  seen: (siteId: number) => Promise<SeenRelease[]>
  /** When each was seen first, epoch ms. */
  times: (siteId: number) => Promise<Map<string, number>>
  newErrorGroups: (siteId: number) => Promise<Map<string, number>>
}

export function createReleaseLoaders(
  db: Database,
  record: (statement: StatementRecord) => void,
): ReleaseLoaders {
  const seen = new DataLoader((siteIds: readonly number[]) =>
    Promise.all(siteIds.map((siteId) => releasesSeen(db, siteId, record))),
  )
  const groups = new DataLoader((siteIds: readonly number[]) =>
    Promise.all(
      siteIds.map(async (siteId) => {
        const rows = await newErrorGroups(db, siteId, record)
        return new Map(rows.map((row) => [row.release, row.groups]))
      }),
    ),
  )
  return {
    seen: (siteId) => seen.load(siteId),
    times: async (siteId) => {
      const releases = await seen.load(siteId)
      return new Map(releases.map(({ version, first_time }) => [version, first_time.getTime()]))
    },
    newErrorGroups: (siteId) => groups.load(siteId),
  }
}
