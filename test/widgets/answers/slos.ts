/** The objectives of the made-up shop: one that is well, one that burns, one that is used up. */
import type { Variant } from './made-up.ts'

const DAY = 86_400_000
const HOSTILE_NAME = '<img src=x onerror="window.hacked=1">'

interface Goal {
  name: string
  objective: number
  kind: string
  description: string
  state: string
  /** Of the budget of the window, what was used up. */
  used: number
  hourRate: number
  perDay: number
  fanOut: string | null
}

const GOALS: Goal[] = [
  {
    name: 'Pages show fast',
    objective: 0.9,
    kind: 'VITAL',
    description: 'LCP of at most 2500 ms',
    state: 'OK',
    used: 0.64,
    hourRate: 0.52,
    perDay: 3900,
    fanOut: 'COUNTRY',
  },
  {
    name: 'Sessions without errors',
    objective: 0.99,
    kind: 'CRASH_FREE',
    description: 'sessions without an unhandled error',
    state: 'BURNING',
    used: 0.83,
    hourRate: 16.4,
    perDay: 1790,
    fanOut: 'RELEASE',
  },
  {
    name: 'Payment answers',
    objective: 0.999,
    kind: 'REQUESTS',
    description: 'requests to POST api.shop.example/orders/:id that did not fail and took at most 2000 ms',
    state: 'EXHAUSTED',
    used: 1.42,
    hourRate: 0,
    perDay: 860,
    fanOut: null,
  },
]
const BURNERS: Record<string, [string | null, number, number][]> = {
  COUNTRY: [
    ['BR', 0.34, 0.11],
    ['IN', 0.22, 0.08],
    [null, 0.07, 0.04],
    ['DE', 0.21, 0.4],
  ],
  RELEASE: [
    ['4.2.1', 0.81, 0.22],
    ['4.2.0', 0.12, 0.5],
    [null, 0.02, 0.03],
  ],
}

export function slosOf(variant: Variant, now: number) {
  if (variant === 'empty') return []
  return GOALS.map((_, index) => sloOf(`shop/slo/${index + 1}`, variant, now)).filter((slo) => slo !== null)
}

export function sloOf(id: string, variant: Variant, now: number) {
  if (variant === 'error') throw new Error('the database is away')
  const goal = GOALS[Number(/(\d+)$/.exec(id)?.[1] ?? 0) - 1]
  if (goal === undefined) return null
  const { objective } = goal
  const hostile = variant === 'hostile'
  const perDay = variant === 'empty' ? 0 : variant === 'thin' ? 0.8 : goal.perDay
  const total = Math.round(perDay * 28)
  const allowed = total * (1 - objective)
  const bad = Math.round(allowed * goal.used)
  return {
    id,
    name: hostile ? HOSTILE_NAME : goal.name,
    description: null,
    objective,
    preset: 'GOOGLE',
    rules: [],
    indicator: {
      kind: goal.kind,
      metric: goal.kind === 'VITAL' ? 'LCP' : null,
      description: hostile ? HOSTILE_NAME : goal.description,
    },
    window: { days: 28, calendar: null },
    budgeting: { method: 'OCCURRENCES' },
    fanOut: goal.fanOut === null ? null : { dimension: goal.fanOut, key: null },
    status: {
      state: total === 0 ? 'NO_DATA' : goal.state,
      at: new Date(now).toISOString(),
      start: new Date(now - 28 * DAY).toISOString(),
      end: new Date(now).toISOString(),
      objective,
      compliance: share(bad, total),
      budget:
        total === 0
          ? null
          : {
              total: allowed,
              consumed: bad,
              remaining: allowed - bad,
              consumedShare: bad / allowed,
              remainingShare: 1 - bad / allowed,
            },
      burnRates: burnRates(goal, perDay),
      rules: rules(goal),
      exhaustedAt:
        goal.state === 'BURNING'
          ? new Date(now + ((1 - goal.used) * 28 * DAY) / goal.hourRate).toISOString()
          : null,
      watermark: new Date(now - (variant === 'thin' ? 900_000 : 20_000)).toISOString(),
    },
    history: ({ interval, range }: { interval: string; range?: { last?: string } | null }) =>
      history({
        goal,
        perDay,
        variant,
        now,
        step: interval === 'HOUR' ? DAY / 24 : DAY,
        range: range?.last ?? 'P28D',
      }),
    burners: ({ top }: { top: number }) =>
      (BURNERS[goal.fanOut ?? ''] ?? []).slice(0, top).map(([key, ofBad, ofAll]) => ({
        key: hostile ? HOSTILE_NAME : key,
        bad: bad * ofBad,
        total: total * ofAll,
        shareOfBad: ofBad,
        budgetShare: (bad * ofBad) / allowed,
        excess: bad * ofBad - (1 - objective) * total * ofAll,
        compliance: share(Math.round(bad * ofBad), Math.round(total * ofAll)),
      })),
  }
}

function burnRates({ objective, hourRate, used, state }: Goal, perDay: number) {
  const burning =
    state === 'BURNING' ? [22, hourRate, 5.1, 2.2, 1.3] : [0.4, hourRate, 0.61, 0.72, 0.9 * used]
  return ['PT5M', 'PT1H', 'PT6H', 'P1D', 'P3D'].map((window, index) => {
    const total = Math.round(perDay * ([1 / 288, 1 / 24, 1 / 4, 1, 3][index] ?? 1))
    const rate = total === 0 ? null : (burning[index] ?? 0)
    return { window, rate, bad: Math.round(total * (1 - objective) * (rate ?? 0)), total }
  })
}

function rules({ state }: Goal) {
  const rule = (name: string, severity: string, state: string, reason: string) => ({
    rule: { name, severity },
    state,
    reason,
    longRate: 1,
    shortRate: 1,
  })
  return [
    state === 'BURNING'
      ? rule('fast', 'PAGE', 'BURNING', 'burns at 16.4 over 1 h and 22 over the last 5 min, above 13.4')
      : rule('fast', 'PAGE', 'CALM', 'burns at 0.52 over 1 h, not above 8'),
    rule('slow', 'PAGE', 'CALM', 'burns at 5.1 over 6 h, not above 5.6'),
    state === 'EXHAUSTED'
      ? rule('steady', 'TICKET', 'FROZEN', 'no events in the last 5.6 h')
      : rule('steady', 'TICKET', 'CALM', 'burns at 0.9 over 2.8 d, not above 1'),
  ]
}

interface History {
  goal: Goal
  perDay: number
  variant: Variant
  now: number
  step: number
  range: string
}

function history({ goal, perDay, variant, now, step, range }: History) {
  const count = Math.round((Number(/\d+/.exec(range)?.[0] ?? 28) * DAY) / step)
  const end = Math.ceil(now / DAY) * DAY - 3_600_000
  const days = Array.from({ length: count }, (_, index) => {
    const start = end - (count - index) * step
    const day = Math.floor(start / DAY)
    const worse = day % 23 === 4 ? 5 : day % 23 === 5 ? 2.4 : day % 9 === 2 ? 1.3 : 0.45
    const total = day % 61 === 17 ? 0 : Math.round((perDay * step) / DAY)
    const bad = Math.round(total * Math.min(1, (1 - goal.objective) * worse * (goal.used / 0.64)))
    return { start, end: start + step, bad, total }
  })
  // So that the days of the window add up to what its status tells.
  const recent = days.slice(-Math.round((28 * DAY) / step))
  const sum = (of: 'bad' | 'total') => recent.reduce((sum, day) => sum + day[of], 0)
  const scale = sum('bad') === 0 ? 1 : (sum('total') * (1 - goal.objective) * goal.used) / sum('bad')
  for (const day of days) day.bad *= scale
  return {
    points: days.map(({ start, end, bad, total }, index) => {
      const window = days.slice(Math.max(0, index - 27), index + 1)
      const all = window.reduce((sum, { total }) => sum + total, 0)
      const used = window.reduce((sum, { bad }) => sum + bad, 0)
      return {
        start: new Date(start).toISOString(),
        end: new Date(end).toISOString(),
        good: total - bad,
        bad,
        total,
        compliance: total === 0 ? null : (total - bad) / total,
        budgetRemaining: all === 0 ? null : 1 - used / (all * (1 - goal.objective)),
      }
    }),
    marks: [12, 4.3].map((ago, index) => ({
      at: new Date(now - ago * DAY).toISOString(),
      kind: ['DEPLOY', 'RELEASE'][index] ?? 'RELEASE',
      environment: null,
      label: variant === 'hostile' ? HOSTILE_NAME : (['4.2.0', '4.2.1'][index] ?? ''),
    })),
  }
}

/** With Wilson's interval, as the API tells it. */
function share(bad: number, total: number) {
  if (total === 0) return { value: null, low: null, high: null, count: 0, total: 0 }
  const p = (total - bad) / total
  const z = 1.96
  const middle = (p + (z * z) / (2 * total)) / (1 + (z * z) / total)
  const half = (z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))) / (1 + (z * z) / total)
  return { value: p, low: middle - half, high: middle + half, count: total - bad, total }
}
