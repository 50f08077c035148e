import { userError } from '../problem.ts'
import type { Resolvers, SegmentOrder } from '../schema.generated.ts'
import { pageSize } from '../sessions/cursor.ts'
import { sessionConnection } from '../sessions/session-connection.ts'
import { ratingOf } from '../vitals/vital-stats.ts'
import type { PartOrder } from './loaders.ts'
import { atKey, bucketsOf, segmentRange, withoutKeys } from './segment.ts'

export const MOST_PARTS = 200
export const MOST_SESSIONS = 200

export const segmentResolvers: Resolvers = {
  Segment: {
    range: (segment) => toDates(segmentRange(segment)),
    views: async (segment, _, { segments }) => Math.round(await segments.views.load(segment)),
    sessionCount: async (segment, _, { segments }) => Math.round(await segments.sessions.load(segment)),
    vital: async (segment, { metric }, { segments }) => ({
      metric,
      distribution: await segments.distribution.load({ segment, metric }),
    }),
    coreWebVitals: async (segment, _, { segments }) => {
      const rating = async (metric: 'LCP' | 'INP' | 'CLS') =>
        ratingOf({ metric, distribution: await segments.distribution.load({ segment, metric }) })
      const [lcp, inp, cls] = await Promise.all([rating('LCP'), rating('INP'), rating('CLS')])
      const measured = [lcp, cls, ...(inp === null ? [] : [inp])]
      return {
        lcp,
        inp,
        cls,
        passed: measured.includes(null) ? null : measured.every((one) => one === 'GOOD'),
      }
    },
    sessions: (segment, { first, after }, { db, record }) =>
      sessionConnection(
        db,
        segment,
        { first: pageSize(first ?? 50, MOST_SESSIONS), after: after ?? null },
        record,
      ),
    by: async (segment, { dimension, top, orderBy, other }, { segments }) => {
      const most = top ?? 10
      if (most < 1 || most > MOST_PARTS) throw userError(`\`top\` is ${most}: ask for 1 to ${MOST_PARTS}`)
      const all = await segments.keys.load({ segment, dimension, order: partOrder(orderBy) })
      const keys = all.slice(0, most)
      const parts = keys.map((key) => ({ key, other: false, segment: atKey(segment, dimension, key) }))
      if (!(other ?? false)) return parts
      return [...parts, { key: null, other: true, segment: withoutKeys(segment, dimension, keys) }]
    },
    over: (segment, { interval }) =>
      bucketsOf(segment, interval).map(({ start, end, segment: part }) => ({
        start: new Date(start),
        end: new Date(end),
        segment: part,
      })),
  },
}

function toDates({ from, to }: { from: number; to: number }) {
  return { from: new Date(from), to: new Date(to) }
}

function partOrder(order: SegmentOrder | null | undefined): PartOrder {
  const direction = order?.direction ?? 'DESC'
  if (order?.vital === null || order?.vital === undefined) return { by: 'views', direction }
  return { by: { vital: order.vital, q: quantile(order.q ?? 0.75) }, direction }
}

/** A quantile as asked for; one outside 0…1 is refused, since 75 is often meant as 0.75. */
export function quantile(q: number): number {
  if (!(q >= 0 && q <= 1)) throw userError(`\`q\` is ${q}: expected a quantile from 0 to 1, such as 0.75`)
  return q
}
