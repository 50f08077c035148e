/** What a rule was made with, line by line. */
import { html, type TemplateResult } from 'lit'
import { durationMs } from '../../data/period.ts'
import { formatMoment, formatSpan } from '../../format/time.ts'
import { patienceWords, ruleWords } from './rule-words.ts'
import type { Named, RuleWorld, SavedRule } from './rules.query.ts'

type Fact = [name: string, value: string]

export function renderFacts(rule: SavedRule, world: RuleWorld, locale: string): TemplateResult {
  const { evaluatedUntil, minSample } = rule
  const until = (moment: string) => formatMoment(Date.parse(moment), world.timeZone, locale)
  const samples = `under ${minSample} ${minSample === 1 ? 'sample' : 'samples'}`
  const facts: Fact[] = [
    ['Bad if', ruleWords(rule, world, locale)],
    ['Fires when', patienceWords(rule)],
    ...optional('Says nothing', minSample > 0 ? samples : null),
    ...optional('Only where', rule.where),
    ['Severity', rule.severity === 'PAGE' ? 'Page' : 'Ticket'],
    ['Tells', namesOf(rule.channels, 'nobody: it is seen here alone')],
    ...optional('Escalates', escalationWords(rule, locale)),
    ['Evaluated until', evaluatedUntil === null ? 'not yet' : until(evaluatedUntil)],
  ]
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
}

function escalationWords({ escalateAfter, escalationChannels }: SavedRule, locale: string): string | null {
  if (escalateAfter === null) return null
  return `after ${formatSpan(durationMs(escalateAfter) ?? 0, locale)}, to ${namesOf(escalationChannels, 'nobody else')}`
}

function optional(name: string, value: string | null): Fact[] {
  return value === null ? [] : [[name, value]]
}

function namesOf(channels: readonly Named[], none: string): string {
  return channels.length === 0 ? none : channels.map(({ name }) => name).join(', ')
}
