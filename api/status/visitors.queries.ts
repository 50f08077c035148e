/** How many people a public figure would rest on. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { Condition } from '../segment/conditions.ts'
import type { Range } from '../segment/range.ts'
import { wholeScope } from '../segment/segment.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { type Indicator, visitorFacts, wholeFilter } from '../slos/indicators.ts'

/** Of a period so many events are looked at: those of 20 visitors are among them on any site that has 20. */
const EVENTS_LOOKED_AT = 5000

export type Group = { site: SiteRow; indicator: Indicator; where: Condition }

/**
 * Distinct visitors behind the events of each period, as they were stored: what sampling left out is not guessed at. At
 * least so many: counting ends after 5,000 events, for what is asked is only whether there are enough.
 */
export async function visitorsBehind(
  db: Queryable,
  { group, periods }: { group: Group; periods: readonly Range[] },
  record: (statement: StatementRecord) => void,
): Promise<number[]> {
  const { site, indicator, where } = group
  const range = {
    from: Math.min(...periods.map(({ from }) => from)),
    to: Math.max(...periods.map(({ to }) => to)),
  }
  const { scope } = wholeScope({ site, range, where: wholeFilter(indicator, where), includeBots: false })
  const facts = visitorFacts(indicator, { scope, axes: [], edges: null })
  const rows = await db.query<{ place: number; visitors: number }>(
    sql`/* status.visitors */
SELECT period.place, (
    SELECT count(DISTINCT looked_at.visitor_id)
    FROM (
      SELECT facts.visitor_id
      FROM (${facts}) facts
      WHERE facts.time >= period.from_time
        AND facts.time < period.to_time
      LIMIT ${EVENTS_LOOKED_AT}
    ) looked_at
  )::integer AS visitors
FROM unnest(
  ${periods.map(({ from }) => new Date(from))}::timestamptz[],
  ${periods.map(({ to }) => new Date(to))}::timestamptz[]
) WITH ORDINALITY AS period (from_time, to_time, place)`,
    record,
  )
  const counts = new Map(rows.map(({ place, visitors }) => [place, visitors]))
  return periods.map((_, i) => counts.get(i + 1) ?? 0)
}
