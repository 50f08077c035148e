/** What was refused, given up or put together, by code, each with what it means and what to do. */
import { html, nothing, type TemplateResult } from 'lit'
import { formatCount } from '../../format/number.ts'
import type { Usage, UsageCode } from './usage.query.ts'

const LISTS = [
  ['refused', 'Requests that were refused whole', 'requests'],
  ['rejected', 'Events that were refused one by one', 'events'],
  ['dropped', 'Events that clients gave up', 'events'],
  ['other', 'Values that became “other”', 'values'],
] as const

export function renderCodes(usage: Usage, locale: string): TemplateResult {
  const lists = LISTS.filter(([what]) => usage[what].length > 0)
  return html`<section class="panel" aria-label="By code">
    <h3>What was refused or given up</h3>
    ${
      lists.length === 0
        ? html`<p class="muted">Nothing: what was sent was taken as it was.</p>`
        : lists.map(
            ([what, title, unit]) =>
              html`<div>
                <h4>${title}</h4>
                <ul class="codes" aria-label=${title}>
                  ${usage[what].map((code) => renderCode(code, unit, locale))}
                </ul>
              </div>`,
          )
    }
  </section>`
}

function renderCode(
  { code, count, meaning, remedy }: UsageCode,
  unit: string,
  locale: string,
): TemplateResult {
  return html`<li>
    <span class="figure">${formatCount(count, locale)}<span class="visually-hidden"> ${unit}</span></span>
    <div>
      <p><code>${code}</code> ${meaning ?? 'A code of another version.'}</p>
      ${remedy === null ? nothing : html`<p>${remedy}</p>`}
    </div>
  </li>`
}
