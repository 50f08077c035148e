/** Endpoints and hosts that the pages of the made-up shop ask. */
import { HOUR, STEPS, chance, pageOf, textOf, type Place } from './made-up.ts'

const ENDPOINTS: [name: string, count: number, ms: number, failing: number][] = [
  ['GET api.shop.example/products/:id', 0.9, 184, 0.002],
  ['GET api.shop.example/products/:id/reviews', 0.62, 412, 0.011],
  ['POST api.shop.example/basket', 0.31, 268, 0.034],
  ['GET api.shop.example/search', 0.27, 731, 0],
  ['POST api.shop.example/checkout', 0.06, 1_840, 0.071],
  ['GET api.shop.example/account/orders/:id', 0.05, 322, 0.004],
  ['POST telemetry.vendor.example/v2/collect', 0.88, 96, 0.128],
  ['GET cdn.shop.example/i18n/:id', 0.4, 44, 0],
  ['PUT api.shop.example/account/address', 0.008, 298, 0.02],
  ['GET api.shop.example/stock/:id', 0.44, 128, 0.001],
  ['DELETE api.shop.example/basket/:id', 0.03, 201, 0.006],
  ['GET api.shop.example/recommendations', 0.52, 903, 0.015],
]

function proportion(value: number, total: number) {
  const count = Math.round(value * total)
  const spread = total === 0 ? 0 : 1.96 * Math.sqrt((value * (1 - value)) / total)
  return {
    value: total === 0 ? null : count / total,
    low: Math.max(0, value - spread),
    high: Math.min(1, value + spread),
    count,
    total,
  }
}

function distribution(p75: number | null, count: number, unit: string) {
  const thin = count < 30
  const spread = 1.3 / Math.sqrt(Math.max(1, count))
  return {
    unit,
    count,
    estimatedCount: count,
    mean: p75,
    percentile: ({ q }: { q: number }) => ({
      q,
      value: p75,
      low: p75 === null || thin ? null : p75 * (1 - spread),
      high: p75 === null || thin ? null : p75 * (1 + spread * 1.2),
      count,
      thin,
      relativeError: 0.01,
    }),
  }
}

function endpoint(index: number, place: Place) {
  const [name, share, ms, failing] = ENDPOINTS[index] ?? ['', 0, 0, 0]
  const count = place.variant === 'thin' ? 9 : Math.round(share * place.views)
  return {
    name: textOf(place.variant, index, name),
    count,
    sessions: Math.round(count / 3),
    failures: proportion(failing, count),
    failuresByKind: {
      status: Math.round(failing * count * 0.8),
      network: Math.round(failing * count * 0.2),
      timeout: 0,
      abort: 0,
    },
    duration: distribution(ms, count, 'ms'),
    totalTime: count * ms * 0.8,
    over: ({ interval }: { interval: string }) => {
      const step = STEPS[interval] ?? HOUR
      const first = Math.floor(place.from / step) * step
      return Array.from({ length: Math.ceil((place.to - first) / step) }, (_, bucket) => {
        const start = first + bucket * step
        const value = index === 4 && bucket === 2 ? null : ms * (0.85 + 0.3 * chance(name, start, 'ms'))
        return {
          start: new Date(start).toISOString(),
          end: new Date(start + step).toISOString(),
          count: Math.round(count / 7),
          failures: proportion(failing, Math.round(count / 7)),
          duration: distribution(value, value === null ? 0 : Math.round(count / 7), 'ms'),
        }
      })
    },
  }
}

const RANKS: Record<string, (row: ReturnType<typeof endpoint>) => number> = {
  COUNT: ({ count }) => count,
  MEAN_DURATION: ({ duration }) => duration.mean ?? 0,
  FAILURES: ({ failures }) => failures.count,
  FAILURE_SHARE: ({ failures }) => failures.value ?? 0,
  TOTAL_TIME: ({ totalTime }) => totalTime,
}

interface RequestArguments {
  orderBy: string
  failedOnly: boolean
  first: number
  after?: string | null
}

/** `Segment.requests` */
export function requestsOf(place: Place, { orderBy, failedOnly, first, after }: RequestArguments) {
  const rank = RANKS[orderBy] ?? (() => 0)
  const all = (place.variant === 'empty' ? [] : ENDPOINTS)
    .map((_, index) => endpoint(index, place))
    .filter(({ failures }) => !failedOnly || failures.count > 0)
    .toSorted((a, b) => rank(b) - rank(a))
  return pageOf(all, Number(after ?? 0), first)
}

const HOSTS: [
  host: string | null,
  count: number,
  ms: number,
  kB: number,
  blocking: number,
  failing: number,
][] = [
  ['tag.manager.example', 2.1, 164, 92, 18_400, 0.004],
  ['cdn.vendor.example', 1.4, 96, 210, 2_100, 0],
  ['ads.network.example', 3.6, 412, 148, 41_800, 0.061],
  ['fonts.type.example', 1.9, 71, 38, 0, 0],
  ['chat.help.example', 0.3, 288, 402, 9_300, 0.012],
  ['maps.example', 0.08, 512, 690, 3_900, 0.002],
  [null, 0.02, 120, 4, 0, 0],
]

/** `Segment.resources` by host. */
export function resourcesOf(place: Place, { first, after }: { first: number; after?: string | null }) {
  const all = (place.variant === 'empty' ? [] : HOSTS).map(
    ([host, share, ms, kB, blocking, failing], index) => {
      const count = place.variant === 'thin' ? 7 : Math.round(share * place.views)
      return {
        key: host === null ? null : textOf(place.variant, index, host),
        count,
        bytes: count * kB * 700,
        duration: distribution(ms, count, 'ms'),
        size: distribution(kB * 1000, count, 'bytes'),
        failures: proportion(failing, count),
        longTaskBlocking: host === null ? null : blocking * place.views * 0.01,
        renderBlocking: proportion(index === 0 ? 0.4 : 0, count),
        renderBlockingTime: index === 0 ? count * 22 : 0,
        shareOfViews: proportion(Math.min(0.97, share / 3), place.views),
        thirdParty: true,
      }
    },
  )
  return pageOf(all, Number(after ?? 0), first)
}
