/** The releases of a site as a list, and one by its version. */
import type { Context } from '../context.ts'
import { userError } from '../problem.ts'
import type { RangeInput } from '../schema.generated.ts'
import { EVERYTHING } from '../segment/conditions.ts'
import { type Range, parseRange } from '../segment/range.ts'
import { DAY_MS } from '../segment/rollups.ts'
import { connection, pageSize } from '../connection.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { type Release, segmentOfRelease } from './release.ts'
import type { SeenRelease } from './releases.queries.ts'

const MOST_RELEASES = 100

type Asked = {
  first?: number | null | undefined
  after?: string | null | undefined
  range?: RangeInput | null | undefined
}

/** A page of releases. When a release was seen first does not change, so pages stay put while data arrives. */
export async function releaseConnection(site: SiteRow, asked: Asked, context: Context) {
  const first = pageSize(asked.first ?? 20, MOST_RELEASES)
  const range = periodOf(asked.range, context.now)
  const all = await releasesWithin(site, range, context)
  const rest = isGiven(asked.after) ? all.slice(behind(all, asked.after)) : all
  const nodes = rest.slice(0, first).map((seen): Release => ({ site, range, seen }))
  const hasNextPage = rest.length > first
  return connection(nodes, { hasNextPage, after: asked.after }, ({ seen }) => encode(seen))
}

export async function releaseByVersion(
  site: SiteRow,
  { version, range }: { version: string; range?: RangeInput | null | undefined },
  context: Context,
): Promise<Release | null> {
  const period = periodOf(range, context.now)
  const seen = (await releasesWithin(site, period, context)).find((one) => one.version === version)
  return seen === undefined ? null : { site, range: period, seen }
}

/** The one that was seen first before it. */
export async function previousRelease(release: Release, context: Context): Promise<Release | null> {
  const all = await releasesWithin(release.site, release.range, context)
  const seen = all[all.findIndex(({ version }) => version === release.seen.version) + 1]
  return seen === undefined ? null : { ...release, seen }
}

/** Of the releases of a site those that whoever asks may see: of a caller held to a filter, those with a view in it. */
async function releasesWithin(
  site: SiteRow,
  range: Range,
  { releases, segments }: Context,
): Promise<SeenRelease[]> {
  const all = await releases.seen(site.id)
  if (site.lock === undefined || site.lock.where === EVERYTHING) return all
  const views = await Promise.all(
    all.map((seen) => segments.views.load(segmentOfRelease({ site, range, seen }))),
  )
  return all.filter((_, index) => (views[index] ?? 0) > 0)
}

function periodOf(range: RangeInput | null | undefined, now: number) {
  return parseRange(range ?? { last: 30 * DAY_MS }, now)
}

function encode({ first_time, version }: SeenRelease): string {
  return Buffer.from(JSON.stringify([first_time.getTime(), version])).toString('base64url')
}

/** How many stand before what the cursor leaves, also where that one is gone. */
function behind(all: readonly SeenRelease[], cursor: string): number {
  const [, at, version] = /^\[(\d{1,16}),(".*")\]$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (at === undefined || version === undefined)
    throw userError('`after` is not a cursor of this list: take `pageInfo.endCursor`')
  const place = all.findIndex((seen) => encode(seen) === cursor)
  if (place !== -1) return place + 1
  const next = all.findIndex(({ first_time }) => first_time.getTime() < Number(at))
  return next === -1 ? all.length : next
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
