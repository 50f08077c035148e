import { pageSize } from '../connection.ts'
import { userError } from '../problem.ts'
import type { Resolvers, SegmentOrder } from '../schema.generated.ts'
import { sessionConnection } from '../sessions/session-connection.ts'
import { percentiles, quantile } from '../vitals/percentile.ts'
import { ratingOf } from '../vitals/vital-stats.ts'
import { apdexOf } from './apdex.ts'
import { parseAxis } from './axes.ts'
import type { PartOrder } from './ordered-keys.ts'
import { activeUsers, shareOfSessions } from './session-shares.ts'
import { atKey, bucketsOf, segmentRange, withoutKeys } from './segment.ts'

export const MOST_PARTS = 200
export const MOST_SESSIONS = 200

export const segmentResolvers: Resolvers = {
  Segment: {
    range: (segment) => toDates(segmentRange(segment)),
    views: async (segment, _, { segments }) => Math.round(await segments.views.load(segment)),
    sessionCount: async (segment, _, { segments }) =>
      Math.round((await segments.sessions.load(segment)).sessions),
    visitors: async (segment, _, { segments }) => Math.round(await segments.visitors.load(segment)),
    activeUsers: (segment, _, { segments }) => activeUsers(segment, segments),
    bounceRate: (segment, _, { segments }) => shareOfSessions(segment, segments, ({ bounced }) => bounced),
    engagementRate: (segment, _, { segments }) =>
      shareOfSessions(segment, segments, ({ engaged }) => engaged),
    frustrationRate: (segment, _, { segments }) =>
      shareOfSessions(segment, segments, ({ frustrated }) => frustrated),
    crashFreeSessions: (segment, _, { segments }) =>
      shareOfSessions(segment, segments, ({ sessions, crashed }) => sessions - crashed),
    medianSessionDuration: async (segment, _, { segments }) =>
      percentiles(await segments.durations.load(segment), [0.5])[0]?.value ?? null,
    sessionDuration: async (segment, _, { segments }) => ({
      unit: 'ms',
      distribution: await segments.durations.load(segment),
    }),
    apdex: async (segment, { threshold, metric }, { segments }) =>
      apdexOf(
        await segments.distribution.load({ segment, metric: metric ?? 'LOAD' }),
        positive('threshold', threshold ?? 2500),
      ),
    vital: async (segment, { metric }, { segments }) => ({
      metric,
      segment,
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
    sessions: (segment, { first, after, orderBy }, { db, record }) =>
      sessionConnection(
        db,
        segment,
        {
          first: pageSize(first ?? 50, MOST_SESSIONS),
          after: after ?? null,
          orderBy: orderBy ?? 'LATEST',
        },
        record,
      ),
    by: async (segment, { dimension, key: name, top, orderBy, other }, { segments }) => {
      const axis = parseAxis(dimension, name)
      const most = top ?? 10
      if (most < 1 || most > MOST_PARTS) throw userError(`\`top\` is ${most}: ask for 1 to ${MOST_PARTS}`)
      const all = await segments.keys.load({ segment, axis, order: partOrder(orderBy) })
      const keys = all.slice(0, most)
      const parts = keys.map((key) => ({ key, other: false, segment: atKey(segment, axis, key) }))
      if (!(other ?? false)) return parts
      return [...parts, { key: null, other: true, segment: withoutKeys(segment, axis, keys) }]
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

function positive(name: string, value: number): number {
  if (!(value > 0 && Number.isFinite(value))) throw userError(`\`${name}\` is ${value}: expected more than 0`)
  return value
}
