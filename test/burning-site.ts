/** Days of simulated minutes, each with so many events of which a share is bad, judged minute by minute. */
import { type BurnRateRule, type Judgement, judge } from '../api/slos/burn-rate.ts'

export type Minute = { bad: number; total: number }
export type Simulated = {
  rule: BurnRateRule
  objective: number
  minutes: readonly Minute[]
  /** Data stop coming in the minute of this number. */
  stoppedAt?: number
}

const MINUTE_MS = 60_000

/** The judgement at the end of each minute. */
export function judgements({ rule, objective, minutes, stoppedAt = Infinity }: Simulated): Judgement[] {
  const known = minutes.map((minute, i) => (i < stoppedAt ? minute : { bad: 0, total: 0 }))
  const long = windowSums(known, rule.longMs / MINUTE_MS)
  const short = windowSums(known, rule.shortMs / MINUTE_MS)
  return known.map((_, i) =>
    judge({
      rule,
      objective,
      long: long[i] ?? { bad: 0, total: 0 },
      short: short[i] ?? { bad: 0, total: 0 },
      at: (i + 1) * MINUTE_MS,
      watermark: Math.min(i + 1, stoppedAt) * MINUTE_MS,
    }),
  )
}

/** BURNING or CALM after each minute: who is frozen keeps the state it had. */
export function statesOf(simulated: Simulated): ('BURNING' | 'CALM')[] {
  let last: 'BURNING' | 'CALM' = 'CALM'
  return judgements(simulated).map(({ state }) => {
    if (state !== 'FROZEN') last = state
    return last
  })
}

/** So many minutes of `perMinute` events, of which a share is bad. */
export function stretch(minutes: number, errorRatio: number, perMinute: number): Minute[] {
  return Array.from({ length: minutes }, () => ({ bad: perMinute * errorRatio, total: perMinute }))
}

function windowSums(minutes: readonly Minute[], length: number): Minute[] {
  const before = [{ bad: 0, total: 0 }]
  for (const { bad, total } of minutes) {
    const last = before.at(-1) ?? { bad: 0, total: 0 }
    before.push({ bad: last.bad + bad, total: last.total + total })
  }
  return minutes.map((_, i) => {
    const [to, from] = [before[i + 1], before[Math.max(0, i + 1 - length)]]
    return { bad: (to?.bad ?? 0) - (from?.bad ?? 0), total: (to?.total ?? 0) - (from?.total ?? 0) }
  })
}
