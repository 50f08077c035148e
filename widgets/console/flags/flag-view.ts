/** What was decided about a flag, and what its verdicts rest on. */
import { html, type TemplateResult } from 'lit'
import { formatCount } from '../../format/number.ts'
import { formatMoment } from '../../format/time.ts'
import type { FlagRow } from './flags.query.ts'

export function renderDecided(flag: FlagRow, timeZone: string, locale: string): TemplateResult {
  if (flag.control === null)
    return html`<p class="muted">
      Nothing was decided about it yet: there is no control to compare with, and nobody is told. Make it an
      experiment to get verdicts.
    </p>`
  const at = (moment: string) => formatMoment(Date.parse(moment), timeZone, locale)
  const facts: [string, string][] = [
    ['Sessions, 30 days', seenWords(flag, locale)],
    ['Owner', flag.owner ?? 'nobody said'],
    ['Control', flag.control],
    ['Split', flag.split?.map(({ variant, weight }) => `${variant} ${weight}`).join(' : ') ?? 'alike'],
    ['Began', flag.startedAt === null ? 'nobody said' : at(flag.startedAt)],
    ['Tells', flag.channels.map(({ name }) => name).join(', ') || 'nobody: it is judged only while you look'],
  ]
  return html`<section class="panel" aria-label="What was decided">
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`
}

/** Sessions of the last 30 days by the variant that they saw first. */
function seenWords({ variants }: FlagRow, locale: string): string {
  if (variants.length === 0) return 'no session'
  return variants.map(({ key, sessions }) => `${key} ${formatCount(sessions, locale)}`).join(' · ')
}

/** The long form is docs/flags.md. */
export function renderRests(): TemplateResult {
  return html`<details class="rests">
    <summary>What a verdict rests on</summary>
    <ul class="plain">
      <li>
        <b>Better</b> and <b>worse</b>: the corrected p-value is 0.05 at most. It holds at every look, so you
        may look every day and stop when you like, as long as the period begins with the experiment.
      </li>
      <li>
        <b>No difference shown</b> is no proof that there is none: the interval tells how large it may be.
      </li>
      <li>
        <b>Too little data</b>: under 100 visitors in one of the two, or for a share under 5 of either
        outcome.
      </li>
      <li>
        <b>No verdict: split is off</b>: sessions did not come to the variants as they were meant to. Some are
        missing from one, so first find out why.
      </li>
      <li>
        A session belongs to the variant that it saw first; one that saw two is left out. Errors are by
        visitor. The rest is in docs/flags.md.
      </li>
    </ul>
  </details>`
}
