/** Resolvers that answer the real schema with figures of a made-up shop, the same on every run. */
import { funnelOf, pathsOf, retentionOf, savedFunnels } from './answers/journeys.ts'
import { histogramOf, quantile } from './answers/distributions.ts'
import { CHANGES } from './answers/changes.ts'
import { alertRulesOf, alertsOf } from './answers/alerts.ts'
import { errorGroupOf, errorsOf } from './answers/errors.ts'
import { cohortsOf } from './answers/flags.ts'
import { flagsOf } from './answers/saved-flags.ts'
import { channelsOf, deliveriesOf, heldNoticesOf, silencesOf, windowsOf } from './answers/notices.ts'
import { requestsOf, resourcesOf } from './answers/requests.ts'
import { capabilities, settingsOf, tokensOf } from './answers/settings.ts'
import { session } from './answers/sessions.ts'
import { siteSettingsOf } from './answers/site-settings.ts'
import { sloOf, slosOf } from './answers/slos.ts'
import { statusViewOf } from './answers/status.ts'
import { deadLettersOf, erasuresOf, usageOf } from './answers/usage.ts'
import { HOSTILE, HOUR, NOW, STEPS, chance, type Place, type Variant } from './answers/made-up.ts'

const TYPICAL: Record<string, { value: number; shares: [number, number, number]; limits: [number, number] }> =
  {
    LCP: { value: 1834, shares: [0.83, 0.12, 0.05], limits: [2500, 4000] },
    INP: { value: 264, shares: [0.66, 0.25, 0.09], limits: [200, 500] },
    CLS: { value: 0.08, shares: [0.79, 0.13, 0.08], limits: [0.1, 0.25] },
    FCP: { value: 1210, shares: [0.88, 0.09, 0.03], limits: [1800, 3000] },
    TTFB: { value: 1912, shares: [0.41, 0.31, 0.28], limits: [800, 1800] },
  }
const SLOW_SHARES: [number, number, number] = [0.72, 0.2, 0.08]
const KEYS: Record<string, (string | null)[]> = {
  PAGE: ['/', '/products/:id', '/search', '/cart', '/checkout', '/account/orders/:id', '/blog/:id', null],
  COUNTRY: ['DE', 'US', 'FR', 'GB', 'BR', 'IN', null, 'CA', 'ES', 'AU', 'JP', 'SG', 'ZA', 'NO', 'MT'],
  DEVICE: ['MOBILE', 'DESKTOP', 'TABLET', 'OTHER'],
  BROWSER: ['Chrome', 'Safari', 'Firefox', 'Edge', 'Samsung Internet'],
  RELEASE: ['4.2.1', '4.2.0', '4.1.7', '4.1.6', null],
}

function segment(place: Place) {
  const { variant, from, to } = place
  const views = variant === 'empty' ? 0 : Math.round(place.views)
  return {
    range: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
    views,
    sessionCount: Math.round(views / 3.4),
    coreWebVitals: { lcp: 'GOOD', inp: 'NEEDS_IMPROVEMENT', cls: 'GOOD', passed: false },
    flag: (args: { key: string; control?: string | null }) => cohortsOf(args, variant),
    vital: ({ metric }: { metric: string }) => vital(metric, place, views),
    over: ({ interval }: { interval: string }) => over(place, STEPS[interval] ?? HOUR),
    by: (args: {
      dimension: string
      top: number
      other: boolean
      orderBy?: { vital?: string; direction: string }
    }) => by(place, args),
    funnel: (args: Parameters<typeof funnelOf>[1]) => funnelOf(place, args),
    retention: (args: Parameters<typeof retentionOf>[1]) => retentionOf(place, args),
    paths: (args: Parameters<typeof pathsOf>[1]) => pathsOf(place, args),
    errors: (args: Parameters<typeof errorsOf>[1]) => errorsOf(place, args),
    requests: (args: Parameters<typeof requestsOf>[1]) => requestsOf(place, args),
    resources: (args: Parameters<typeof resourcesOf>[1]) => resourcesOf(place, args),
    sessions: ({ first }: { first: number }) => ({
      nodes:
        variant === 'empty'
          ? []
          : Array.from({ length: Math.min(first, 20) }, (_, index) => session(index, variant)),
      edges: [],
      pageInfo: { hasNextPage: true, endCursor: 'x' },
    }),
  }
}

function vital(metric: string, { variant, scale, slow = false }: Place, views: number) {
  const usual = TYPICAL[metric] ?? { value: 900, shares: [1, 0, 0], limits: [Infinity, Infinity] }
  const typical = slow ? { ...usual, shares: SLOW_SHARES } : usual
  const count = variant === 'thin' ? Math.min(12, views) : Math.round(views * 0.62)
  const value = count === 0 ? null : typical.value * scale
  const thin = count < 30
  const spread = 1.3 / Math.sqrt(Math.max(1, count))
  const share = (index: 0 | 1 | 2) => (count === 0 ? null : typical.shares[index])
  const rate = (value: number) =>
    value <= typical.limits[0] ? 'GOOD' : value <= typical.limits[1] ? 'NEEDS_IMPROVEMENT' : 'POOR'
  const percentile = ({ q }: { q: number }) => {
    const at = value === null ? null : q === 0.75 ? value : quantile(value, q)
    return {
      q,
      value: at,
      low: at === null || thin ? null : at * (1 - spread),
      high: at === null || thin ? null : at * (1 + spread * 1.2),
      count,
      thin,
      relativeError: 0.01,
    }
  }
  return {
    metric,
    unit: metric === 'CLS' ? 'score' : 'ms',
    count,
    estimatedCount: count,
    rating: value === null ? null : rate(value),
    percentile,
    percentiles: ({ q }: { q: number[] }) => q.map((q) => percentile({ q })),
    histogram: ({ bins }: { bins: number }) => (value === null ? [] : histogramOf(value, views * 0.62, bins)),
    shares: {
      good: share(0),
      needsImprovement: share(1),
      poor: share(2),
      goodCount: Math.round(count * (share(0) ?? 0)),
      needsImprovementCount: Math.round(count * (share(1) ?? 0)),
      poorCount: Math.round(count * (share(2) ?? 0)),
    },
  }
}

/** Of so few that most buckets have none, some have one. */
const wholeAtLeast = (views: number, start: number) =>
  views >= 1 || views === 0 ? views : Number(chance(start, 'whole') < views)

function over(place: Place, step: number) {
  const first = Math.floor(place.from / step) * step
  const count = Math.min(11_000, Math.ceil((place.to - first) / step))
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * step
    const daily = 0.55 + 0.45 * Math.sin(((start % (24 * HOUR)) / (24 * HOUR)) * 2 * Math.PI - 1.9)
    const missing = step <= HOUR && index > count * 0.42 && index < count * 0.46
    const slower = index > count * 0.72 && index < count * 0.8 ? 1.35 : 1
    return {
      start: new Date(start).toISOString(),
      end: new Date(start + step).toISOString(),
      segment: segment({
        ...place,
        from: start,
        to: start + step,
        scale: place.scale * slower * (0.9 + 0.12 * daily + 0.12 * chance(start, 'scale')),
        views: missing
          ? 0
          : wholeAtLeast(
              (place.views / count) * (0.3 + 1.3 * daily) * (0.85 + 0.3 * chance(start, 'views')),
              start,
            ),
      }),
    }
  })
}

/** Pages are slow on phones, and since 4.2.0. */
function partOf(place: Place, dimension: string, key: string | null): Partial<Place> {
  const scale = place.scale * (0.6 + 1.3 * chance(key ?? 'null', dimension))
  if (dimension === 'PAGE')
    return { scale: place.variant === 'hostile' ? place.scale * 1.6 : scale, page: key }
  if (place.page === undefined) return { scale }
  if (dimension === 'RELEASE') return { scale: place.scale * (key?.startsWith('4.2') === true ? 1.1 : 0.7) }
  return { scale: key === 'MOBILE' ? place.scale * 1.4 : scale, slow: key === 'MOBILE' }
}

function by(
  place: Place,
  args: { dimension: string; top: number; orderBy?: { vital?: string; direction: string } },
) {
  if (place.variant === 'empty') return []
  const keys = place.variant === 'hostile' ? [...HOSTILE] : (KEYS[args.dimension] ?? [null])
  const parts = keys.map((key, index) => ({
    key,
    other: false,
    segment: segment({
      ...place,
      ...partOf(place, args.dimension, key),
      views: place.views * 0.46 * 0.62 ** index,
    }),
  }))
  const byVital = args.orderBy?.vital !== undefined
  const worth = (part: (typeof parts)[number]) =>
    byVital ? (part.segment.vital({ metric: 'LCP' }).percentile({ q: 0.75 }).value ?? 0) : part.segment.views
  parts.sort((a, b) => (worth(b) - worth(a)) * (args.orderBy?.direction === 'ASC' ? -1 : 1))
  const rest = {
    key: null,
    other: true,
    segment: segment({ ...place, scale: place.scale * 1.1, views: place.views * 0.04 }),
  }
  return [...parts.slice(0, args.top), rest]
}

interface RangeArgument {
  last?: string
  from?: string
  to?: string
}

function placeOf(variant: Variant, range: RangeArgument): Place {
  const days = /^P(\d+)D$/.exec(range.last ?? '')?.[1] ?? '7'
  const to = range.to === undefined ? NOW : Date.parse(range.to)
  const from = range.from === undefined ? to - Number(days) * 24 * HOUR : Date.parse(range.from)
  return { variant, scale: 1, from, to, views: variant === 'thin' ? 40 : 6100 * Number(days) }
}

function fail(): never {
  throw new Error('the database is away')
}

export function rootOf(variant: Variant) {
  if (variant === 'error') return { site: fail, sites: fail, statusPage: fail }
  const shop = {
    id: 'shop',
    name: variant === 'hostile' ? HOSTILE[0] : 'Example shop',
    origins: [],
    timeZone: 'Europe/Berlin',
    writeKeys: ['wk_5f0c1d7e'],
    ...settingsOf(variant, NOW),
    ...siteSettingsOf(variant),
    usage: (asked: Parameters<typeof usageOf>[1]) => usageOf(variant, asked),
    deadLetters: ({ state }: { state?: string }) => deadLettersOf(variant, state),
    deadLetter: ({ id }: { id: string }) => deadLettersOf(variant).nodes.find((one) => one.id === id) ?? null,
    deadLetterCounts: () =>
      variant === 'empty'
        ? { kept: 0, asked: 0, replayed: 0, dropped: 0 }
        : { kept: 2, asked: 0, replayed: 1, dropped: 4 },
    storedOf: () =>
      variant === 'empty'
        ? { sessions: 0, firstAt: null, lastAt: null }
        : { sessions: 3, firstAt: '2026-11-02T08:12:00.000Z', lastAt: '2026-11-20T17:40:00.000Z' },
    erasures: () => erasuresOf(variant),
    segment: ({ range }: { range: RangeArgument }) => segment(placeOf(variant, range)),
    funnels: () => (variant === 'empty' ? [] : savedFunnels(variant)),
    funnel: ({ id }: { id: string }) =>
      id === 'shop/funnel/3'
        ? {
            id,
            name: variant === 'hostile' ? HOSTILE[1] : 'Buy a desk',
            result: ({ range }: { range: RangeArgument }) => funnelOf(placeOf(variant, range)),
          }
        : null,
    errorGroup: ({ id, range }: { id: string; range: RangeArgument }) => {
      const group = errorGroupOf(placeOf(variant, range), id)
      const sampleSessions = ({ first }: { first: number }) =>
        Array.from({ length: first }, (_, index) => session(index, variant))
      return group === null ? null : { ...group, sampleSessions }
    },
    releases: () => ({
      nodes: (KEYS['RELEASE'] ?? []).flatMap((version, index) =>
        version === null
          ? []
          : [{ version, firstSeen: new Date(NOW - (index + 1) * 30 * HOUR).toISOString() }],
      ),
    }),
    deploys: () =>
      variant === 'empty'
        ? []
        : [{ at: new Date(NOW - 50 * HOUR).toISOString(), version: '4.2.1', environment: 'production' }],
    slo: ({ id }: { id: string }) => sloOf(id, variant, NOW),
    alerts: () => alertsOf(variant, NOW),
    alertRules: () => alertRulesOf(variant),
    silences: () => silencesOf(variant),
    maintenanceWindows: () => windowsOf(variant),
    silencedNotices: () => heldNoticesOf(variant),
    channels: () => channelsOf(variant),
    deliveries: ({ status }: { status?: string }) => deliveriesOf(variant, status),
    flags: () => flagsOf(variant),
    slos: () => slosOf(variant, NOW),
    session: ({ id }: { id: string }) =>
      /^s\d+$/.test(id) ? session(Number(id.slice(1)) - 1, variant) : null,
  }
  return {
    statusPage: ({ slug }: { slug: string | null }) =>
      slug === null || slug === 'shop' ? statusViewOf(variant, NOW) : null,
    tokens: () => tokensOf(variant, NOW),
    capabilities,
    ...CHANGES,
    node: ({ id }: { id: string }) => alertsOf(variant, NOW).nodes.find((alert) => alert.id === id) ?? null,
    viewer: { name: 'console', scopes: ['READ', 'MANAGE'], expiresAt: null },
    sites: { nodes: [shop, { ...shop, id: 'docs', name: 'Documentation' }] },
    site: ({ id }: { id: string }) => (id === 'shop' || id === 'docs' ? { ...shop, id } : null),
  }
}
