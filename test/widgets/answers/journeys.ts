/** How the visitors of the made-up shop go on: its funnel, who comes again, and the ways from page to page. */
import { HOUR, chance, textOf, type Place, type Variant } from './made-up.ts'

const FUNNEL = [
  { name: 'Product page', share: 1 },
  { name: 'Add to basket', share: 0.412, median: 'PT1M12.4S', p90: 'PT6M3S' },
  { name: 'Checkout', share: 0.214, median: 'PT48.1S', p90: 'PT3M40S' },
  { name: 'Order placed', share: 0.1373, median: 'PT2M9S', p90: 'PT8M30S' },
]
const PARTS: [string | null, number, number][] = [
  ['MOBILE', 0.61, 0.8],
  ['DESKTOP', 0.33, 1.35],
  ['TABLET', 0.05, 1.1],
  [null, 0.01, 0.7],
]

function proportion(count: number, total: number) {
  if (total === 0) return { value: null, low: null, high: null, count, total }
  const value = count / total
  const error = 1.96 * Math.sqrt((value * (1 - value)) / total)
  return { value, low: Math.max(0, value - error), high: Math.min(1, value + error), count, total }
}

function stepsOf(
  { variant }: Place,
  entered: number,
  names: readonly (string | null | undefined)[],
  skill = 1,
) {
  const counts = FUNNEL.map(({ share }, index) => Math.round(entered * share * (index === 0 ? 1 : skill)))
  return FUNNEL.map(({ name, median, p90 }, index) => {
    const entrants = counts[index] ?? 0
    const before = counts[index - 1]
    const conversionFromFirst = proportion(entrants, entered)
    const conversionFromPrevious = before === undefined ? null : proportion(entrants, before)
    return {
      name: names[index] ?? textOf(variant, index, name),
      entrants,
      entrantsInterval: variant === 'thin' ? { low: entrants - 1, high: entrants + 1 } : null,
      fromFirst: conversionFromFirst.value,
      fromPrevious: conversionFromPrevious?.value ?? null,
      conversionFromFirst,
      conversionFromPrevious,
      dropOff: before === undefined ? 0 : before - entrants,
      medianTime: entrants === 0 ? null : (median ?? null),
      p90Time: entrants === 0 ? null : (p90 ?? null),
    }
  })
}

export function funnelOf(place: Place, { steps = [] }: { steps?: { name?: string | null }[] } = {}) {
  const entered = place.variant === 'empty' ? 0 : Math.round(place.views * 0.29)
  const names = steps.map(({ name }) => name)
  const count = Math.round(entered * 0.1373)
  return {
    steps: stepsOf(place, entered, names),
    open: Math.round(entered * 0.012),
    removed: 0,
    sampled: place.variant === 'thin',
    totalTime: {
      count,
      percentiles: ({ q }: { q: number[] }) =>
        q.map((share) => ({
          q: share,
          value: count === 0 ? null : 251_000 * (share / 0.5) ** 2.2,
          count,
        })),
    },
    breakdown: ({ top }: { top: number }) =>
      entered === 0
        ? []
        : PARTS.slice(0, top).map(([key, share, skill], index) => ({
            key: key === null ? null : textOf(place.variant, index, key),
            other: false,
            steps: stepsOf(place, Math.round(entered * share), names, skill),
          })),
  }
}

const PERIODS: Record<string, number> = { DAY: 24 * HOUR, WEEK: 168 * HOUR, MONTH: 730 * HOUR }

export function retentionOf(
  { variant, from, to, views }: Place,
  { interval, cohorts: most }: { interval: string; cohorts?: number },
) {
  const length = PERIODS[interval] ?? HOUR
  const first = Math.floor(from / length) * length
  const count = Math.ceil((to - first) / length)
  const cohorts = Array.from({ length: count }, (_, row) => {
    const start = first + row * length
    const size =
      variant === 'empty' ? 0 : Math.round((views / count) * 0.24 * (0.8 + 0.4 * chance(start, 'size')))
    return {
      start: new Date(start).toISOString(),
      end: new Date(start + length).toISOString(),
      size,
      partial: start < from || start + length > to,
      periods: Array.from({ length: count - row }, (_, index) => {
        const share = index === 0 ? 1 : 0.34 * index ** -0.55 * (0.85 + 0.3 * chance(start, index))
        const partial = start < from || start + (index + 1) * length > to
        return {
          index,
          partial,
          retained: proportion(Math.round(size * (partial && index > 0 ? share * 0.6 : share)), size),
        }
      }),
    }
  })
  const mean = Array.from({ length: count }, (_, index) => {
    const whole = cohorts.flatMap(({ periods }) =>
      periods.filter((period) => period.index === index && !period.partial),
    )
    const sum = (of: (period: (typeof whole)[number]) => number) =>
      whole.reduce((total, period) => total + of(period), 0)
    return {
      index,
      partial: false,
      retained: proportion(
        sum(({ retained }) => retained.count),
        sum(({ retained }) => retained.total),
      ),
    }
  })
  return { cohorts: cohorts.slice(-(most ?? count)), mean }
}

const WAYS = [
  ['/', '/products/:id', '/search', '/blog/:id'],
  ['/products/:id', '/search', '/cart', '/blog/:id'],
  ['/cart', '/products/:id', '/checkout', '/account/orders/:id'],
  ['/checkout', '/products/:id', '/account/orders/:id'],
] as const

export function pathsOf(
  { variant, views }: Place,
  { from, to, depth, top }: { from?: string | null; to?: string | null; depth: number; top: number },
) {
  const sessions = variant === 'empty' ? 0 : Math.round(views / 3.4)
  const shift = (from ?? null) === null && (to ?? null) !== null ? -depth : 0
  const columns = WAYS.slice(0, depth + 1).map((pages, column) => {
    const shown = column === 0 && typeof from === 'string' ? [from] : pages.slice(0, top)
    return shown.map((page, row) => ({
      id: `${column}/${row}`,
      step: column + shift,
      page: row === 3 ? null : textOf(variant, row, page),
      other: row === 3,
      weight: shown.length === 1 ? 1 : 0.52 * 0.55 ** row,
    }))
  })
  const links: { source: string; target: string; count: number }[] = []
  const inflow = new Map<string, number>()
  const nodes = columns.flatMap((column, index) =>
    column.map((node) => {
      const began = index === 0 ? Math.round(sessions * node.weight) : 0
      const count = began + (inflow.get(node.id) ?? 0)
      const next = columns[index + 1] ?? []
      const going = next.length === 0 || count === 0 ? 0 : Math.round(count * 0.68)
      const weights = next.map(({ id, weight }) => weight * (0.4 + chance(node.id, id)))
      const whole = weights.reduce((sum, weight) => sum + weight, 0)
      let gone = 0
      for (const [row, target] of next.entries()) {
        const share = Math.round((going * (weights[row] ?? 0)) / whole)
        if (share === 0) continue
        gone += share
        links.push({ source: node.id, target: target.id, count: share })
        inflow.set(target.id, (inflow.get(target.id) ?? 0) + share)
      }
      const ended = count - gone
      return { ...node, count, began, ended, dropOff: next.length === 0 ? Math.round(ended * 0.3) : ended }
    }),
  )
  links.sort((a, b) => b.count - a.count)
  return { sessions, nodes: sessions === 0 ? [] : nodes, links: sessions === 0 ? [] : links }
}

export function savedFunnels(variant: Variant) {
  const saved = (id: number, name: string, steps: object[]) => ({
    id: `shop/funnel/${id}`,
    name: textOf(variant, id, name),
    stepNames: steps.map((step) => textOf(variant, id, JSON.stringify(step))),
    definition: JSON.stringify({ steps, order: 'ORDERED', countBy: 'SESSION' }),
  })
  return [
    saved(3, 'Buy a desk', [{ page: { eq: '/cart' }, name: 'Basket' }, { event: 'order' }]),
    saved(5, 'Errors at the till', [{ page: { eq: '/checkout' } }, { error: { handled: false } }]),
  ]
}
