/** An SLO's own rules, judged as the SLO itself tells them: one alert for those of a severity. */
import { Duration } from 'luxon'
import { ALLOWED_LATE_MS } from '../slos/burn-rate.ts'
import type { Evaluation } from './advance.ts'
import type { BurnRateDefinition } from './definition.ts'
import type { Evidence } from './judge-reading.ts'
import type { Asking } from './reading.ts'
import { WHOLE } from './rules.ts'

type Judgement = {
  rule: { name: string; severity: 'PAGE' | 'TICKET'; factor: number; long: string }
  state: 'BURNING' | 'CALM' | 'FROZEN'
  longRate: number | null
}
type Slo = {
  name: string
  status: { watermark: string | null; rules: Judgement[] }
  burners: { key: string | null; excess: number; shareOfBad: number }[]
}

const BURNERS = 3
/** Who burned it just now, not in the whole window. */
const BURNERS_RANGE_MS = 3_600_000

export const burnRateAsking: Asking<BurnRateDefinition> = {
  question: ({ site }, { slo }, at) => ({
    query: `query AlertBurnRate($site: ID!, $slo: ID!, $at: DateTime!, $range: RangeInput!) { site(id: $site) { slo(id: $slo) { name status(at: $at) { watermark rules { rule { name severity factor long } state longRate } } burners(top: ${BURNERS}, range: $range) { key excess shareOfBad } } } }`,
    variables: {
      site: site.slug,
      slo,
      at: new Date(at).toISOString(),
      range: { from: new Date(at - BURNERS_RANGE_MS).toISOString(), to: new Date(at).toISOString() },
    },
  }),
  find: ({ definition: { severity }, data, evidence }) => {
    const { slo } = (data as { site: { slo: Slo | null } }).site
    // An SLO that was deleted tells nothing.
    if (slo === null) return [{ segment: WHOLE, reading: null, evaluation: { frozen: 'UNANSWERED' } }]
    const rules = slo.status.rules.filter(({ rule }) => severity === null || rule.severity === severity)
    const worst = [...rules].sort((a, b) => urgency(b) - urgency(a))[0]
    if (worst === undefined) return [{ segment: WHOLE, reading: null, evaluation: { frozen: 'UNANSWERED' } }]
    const { rule, longRate } = worst
    const reading = {
      name: `burn rate of ${slo.name} (${rule.name})`,
      unit: 'number' as const,
      value: longRate,
      low: null,
      high: null,
      count: null,
      side: 'ABOVE' as const,
      bound: rule.factor,
      windowMs: Duration.fromISO(rule.long).toMillis(),
      burners: slo.burners.filter(({ excess }) => excess > 0).map(burnerText),
    }
    return [{ segment: WHOLE, reading, evaluation: judged(rules, slo, evidence) }]
  },
}

/** One that burns is enough; all of them calm is well again; otherwise some are not known. */
function judged(rules: readonly Judgement[], { status }: Slo, { at }: Evidence): Evaluation {
  if (rules.some(({ state }) => state === 'BURNING')) return { frozen: null, bad: true, recovered: false }
  if (rules.every(({ state }) => state === 'CALM')) return { frozen: null, bad: false, recovered: true }
  const watermark = status.watermark === null ? null : Date.parse(status.watermark)
  return { frozen: watermark === null || at - watermark > ALLOWED_LATE_MS ? 'LATE' : 'NO_EVENTS' }
}

/** Of those that burn the one furthest above its factor, before all that do not. */
function urgency({ state, longRate, rule: { factor } }: Judgement): number {
  const excess = (longRate ?? 0) / factor
  return state === 'BURNING' ? 1e6 + excess : excess
}

function burnerText({ key, shareOfBad }: Slo['burners'][number]): string {
  return `${key ?? '(unknown)'} (${Math.round(shareOfBad * 100)} % of the failures)`
}
