/** What is told of an alert: what is wrong, for whom, since when, how bad, and where to see the same figure again. */
import { DateTime } from 'luxon'
import type { Json, Notice } from '../deliveries/notice.ts'
import { globalId } from '../global-id.ts'
import type { Change } from './advance.ts'
import { valueText } from './metrics.ts'
import type { Question, Reading } from './reading.ts'
import { keyOf } from './rules.ts'

export type Told = {
  id: number
  site: { slug: string; name: string; timeZone: string }
  ruleId: number
  ruleName: string
  severity: string
  segment: string
  dimension: string | null
  /** The filter of the rule, as JSON; null: everything. */
  where: Record<string, unknown> | null
  startedAt: number
  reading: Reading
  question: Question
  /** Where the rule was let go of rather than the trouble over: why. */
  endedBy: string | null
}

const KINDS = { FIRING: 'alert.firing', ESCALATED: 'alert.escalated', RESOLVED: 'alert.resolved' } as const
const WORDS = { FIRING: 'Firing', ESCALATED: 'Still firing', RESOLVED: 'Resolved' } as const

export function alertNotice(
  alert: Told,
  { change, at, publicUrl }: { change: Change; at: number; publicUrl: string },
): Notice {
  const { site, ruleName, severity, reading, startedAt, question } = alert
  const { name, unit, value } = reading
  const forWhom = forWhomText(alert)
  const since = DateTime.fromMillis(startedAt, { zone: site.timeZone })
  const facts = [
    { name: 'Site', value: site.name },
    { name: 'For', value: forWhom },
    { name: 'Since', value: `${since.toFormat('yyyy-LL-dd HH:mm')} (${site.timeZone})` },
    ...(change === 'FIRING' ? [] : [{ name: 'For how long', value: spanText(at - startedAt) }]),
    { name: 'How bad', value: readingText(reading) },
    ...(reading.burners.length === 0 ? [] : [{ name: 'Burned by', value: reading.burners.join(', ') }]),
    ...(alert.endedBy === null || alert.endedBy === 'RECOVERED'
      ? []
      : [{ name: 'Ended because', value: ENDINGS[alert.endedBy] ?? alert.endedBy }]),
    { name: 'Severity', value: severity },
  ]
  return {
    kind: KINDS[change],
    site: site.slug,
    title: `${WORDS[change]}: ${ruleName}, ${name} is ${valueText(value, unit)}${alert.dimension === null ? '' : ` for ${forWhom}`}`,
    tone: change === 'RESOLVED' ? 'good' : 'bad',
    at: new Date(at).toISOString(),
    facts,
    links: [{ name: 'Console', url: consoleUrl(alert, publicUrl) }],
    operation: question,
    data: dataOf(alert, change),
  }
}

/** The alert itself, in the console. */
function consoleUrl({ site, id }: Told, publicUrl: string): string {
  const query = new URLSearchParams({ site: site.slug, open: globalId(site, 'alert', String(id)) })
  return `${publicUrl}/alerts?${query.toString()}`
}

/** Why an alert ended without being well again. */
export const ENDINGS: Readonly<Record<string, string>> = {
  RULE_CHANGED: 'the rule was changed',
  RULE_DISABLED: 'the rule was disabled',
  RULE_DELETED: 'the rule was deleted',
}

/** `p75 of LCP is 4,100 ms over the last 5 min (bound: above 4,000 ms), of 312 samples, 95 % interval 3,900 ms to 4,300 ms` */
export function readingText({ name, unit, value, low, high, count, side, bound, windowMs }: Reading): string {
  return [
    `${name} is ${valueText(value, unit)} over the last ${spanText(windowMs)} (bound: ${side.toLowerCase()} ${valueText(bound, unit)})`,
    ...(count === null ? [] : [`of ${count.toLocaleString('en')} samples`]),
    ...(low === null || high === null
      ? []
      : [`95 % interval ${valueText(low, unit)} to ${valueText(high, unit)}`]),
  ].join(', ')
}

function forWhomText({ segment, dimension, where }: Told): string {
  const key = keyOf(segment)
  const parts = [
    ...(dimension === null || key === undefined ? [] : [`${dimension} ${key ?? '(unknown)'}`]),
    ...(where === null || Object.keys(where).length === 0 ? [] : [JSON.stringify(where)]),
  ]
  return parts.length === 0 ? 'everybody' : parts.join(' within ')
}

function dataOf(alert: Told, change: Change): { [name: string]: Json } {
  const { id, site, ruleId, ruleName, severity, segment, dimension, startedAt, reading } = alert
  const { value, low, high, count, bound, side, unit } = reading
  return {
    alert: globalId(site, 'alert', String(id)),
    rule: globalId(site, 'rule', String(ruleId)),
    ruleName,
    severity,
    state: change,
    dimension,
    segment: keyOf(segment) ?? null,
    startedAt: new Date(startedAt).toISOString(),
    value,
    low,
    high,
    count,
    bound,
    side,
    unit,
    endedBy: alert.endedBy,
  }
}

const MINUTE_MS = 60_000

/** `5 min`, `3 h 20 min`, `2 d 4 h`. */
function spanText(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS)
  const [d, h, min] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const parts = [
    [d, 'd'],
    [h, 'h'],
    [min, 'min'],
  ] as const
  const said = parts.filter(([n]) => n > 0).slice(0, 2)
  return said.length === 0 ? '0 min' : said.map(([n, unit]) => `${n} ${unit}`).join(' ')
}
