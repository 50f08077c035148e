/** The retention of a segment: its periods by the calendar of the site, and what of them is whole. */
import type { Database, StatementRecord } from '../db/database.ts'
import { userError } from '../problem.ts'
import { bucketEdges } from '../segment/intervals.ts'
import { type Segment, segmentRange } from '../segment/segment.ts'
import { type Retention, cohortsOf } from './cohorts.ts'
import { MOST_PERIODS, visitorsByPeriods } from './retention.queries.ts'

type CalendarInterval = 'DAY' | 'WEEK' | 'MONTH'

type Asking = { db: Database; now: number; record: (statement: StatementRecord) => void }

export async function retentionOf(
  segment: Segment,
  { interval, most }: { interval: CalendarInterval; most: number | null },
  { db, now, record }: Asking,
): Promise<Retention> {
  if (most !== null && most < 1) throw userError(`\`cohorts\` is ${most}: ask for 1 or more`)
  const zone = segment.scope.site.timeZone
  const edges = bucketEdges(segmentRange(segment), interval, zone)
  const periods = edges.length - 1
  if (periods > MOST_PERIODS) {
    throw userError(
      `a retention of ${periods} periods is longer than ${MOST_PERIODS}: ask for a wider interval or less time`,
    )
  }
  const isEdge = edges.map(
    (edge) => bucketEdges({ from: edge - 1, to: edge + 1 }, interval, zone).length === 3,
  )
  const isWhole = edges.slice(1).map((end, i) => isEdge[i] === true && isEdge[i + 1] === true && end <= now)
  const rows = await visitorsByPeriods(db, { segment, edges }, record)
  const retention = cohortsOf(rows, edges, isWhole)
  return most === null ? retention : { ...retention, cohorts: retention.cohorts.slice(-most) }
}
