import type { Resolvers } from '../schema.generated.ts'
import { parseRange } from '../segment/range.ts'
import { during } from '../segment/segment.ts'
import { shareOfSessions } from '../segment/session-shares.ts'
import { adoptionOf, lastDay, segmentOfRelease, stageOf } from './release.ts'
import { previousRelease, releaseByVersion, releaseConnection } from './release-list.ts'

export const releasesResolvers: Resolvers = {
  Site: {
    releases: (site, asked, context) => releaseConnection(site, asked, context),
    release: (site, asked, context) => releaseByVersion(site, asked, context),
  },
  Release: {
    version: ({ seen }) => seen.version,
    firstSeen: ({ seen }) => seen.first_time,
    lastSeen: ({ seen }) => seen.last_time,
    sessions: async (release, _, { segments }) =>
      Math.round((await segments.sessions.load(segmentOfRelease(release))).sessions),
    adoption: (release, _, { segments }) => adoptionOf(segmentOfRelease(release), segments),
    adoptionLastDay: (release, _, { segments, now }) => adoptionOf(lastDay(release, now), segments),
    stage: (release, _, { segments, now }) => stageOf(release, segments, now),
    crashFreeSessions: (release, _, { segments }) =>
      shareOfSessions(segmentOfRelease(release), segments, ({ sessions, crashed }) => sessions - crashed),
    newErrorGroups: async ({ site, seen }, _, { releases }) =>
      (await releases.newErrorGroups(site.id)).get(seen.version) ?? 0,
    previous: (release, _, context) => previousRelease(release, context),
    segment: (release, { range }, { now }) =>
      during(segmentOfRelease(release), range ? parseRange(range, now) : release.range),
  },
}
