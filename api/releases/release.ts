/** A release of a site, and how far it has come. */
import type { ReleaseStage } from '../schema.generated.ts'
import { EVERYTHING } from '../segment/conditions.ts'
import type { SegmentLoaders } from '../segment/loaders.ts'
import type { Range } from '../segment/range.ts'
import { DAY_MS } from '../segment/rollups.ts'
import { type Segment, atKey, bucketsOf, during, wholeScope } from '../segment/segment.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { type Proportion, proportion } from '../statistics/proportion.ts'
import type { SeenRelease } from './releases.queries.ts'

export type Release = { site: SiteRow; range: Range; seen: SeenRelease }

/** From so large a share of the sessions on a release counts as adopted. */
const ADOPTED = 0.1

export function segmentOfRelease({ site, range, seen: { version } }: Release): Segment {
  return atKey(wholeScope({ site, range, where: EVERYTHING, includeBots: false }), 'RELEASE', version)
}

/** The sessions of the release, of all sessions. */
export async function adoptionOf(part: Segment, { sessions }: SegmentLoaders): Promise<Proportion> {
  const whole = { ...part, keys: new Map() }
  const [own, all] = await Promise.all([sessions.load(part), sessions.load(whole)])
  return proportion(own.sessions, all.sessions, all.sessions ** 2 / all.squares)
}

export function lastDay(release: Release, now: number): Segment {
  return during(segmentOfRelease(release), { from: now - DAY_MS, to: now })
}

export async function stageOf(
  release: Release,
  segments: SegmentLoaders,
  now: number,
): Promise<ReleaseStage | null> {
  const { value } = await adoptionOf(lastDay(release, now), segments)
  if (value === null) return null
  if (value >= ADOPTED) return 'ADOPTED'
  const days = await Promise.all(
    bucketsOf(segmentOfRelease(release), 'DAY').map(({ segment }) => adoptionOf(segment, segments)),
  )
  return days.some(({ value: share }) => share !== null && share >= ADOPTED) ? 'REPLACED' : 'LOW'
}
