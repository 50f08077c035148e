/** Figures of a segment that are put together from several counts. */
import { type Proportion, proportion } from '../statistics/proportion.ts'
import type { SegmentLoaders, SessionFigures } from './loaders.ts'
import { DAY_MS } from './rollups.ts'
import { type Segment, during, segmentRange } from './segment.ts'

export async function shareOfSessions(
  segment: Segment,
  { sessions }: SegmentLoaders,
  part: (figures: SessionFigures) => number,
): Promise<Proportion> {
  const figures = await sessions.load(segment)
  // Weights that differ say less than as many equal ones: Kish's effective size.
  const effective = figures.sessions ** 2 / figures.squares
  return proportion(part(figures), figures.sessions, effective)
}

/** DAU, WAU and MAU at the end of the segment's period. */
export async function activeUsers(segment: Segment, { visitors }: SegmentLoaders) {
  const { to } = segmentRange(segment)
  const within = (days: number) => visitors.load(during(segment, { from: to - days * DAY_MS, to }))
  const [day, week, month] = await Promise.all([within(1), within(7), within(30)])
  return {
    day: Math.round(day),
    week: Math.round(week),
    month: Math.round(month),
    stickiness: month > 0 ? day / month : null,
  }
}
