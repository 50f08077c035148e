/** The figures behind a budget: how fast it burned over each window, and who burned it. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { durationMs } from '../../data/period.ts'
import type { CsvTable } from '../../format/csv.ts'
import { DIMENSIONS, isDimension, keyLabel } from '../../format/names.ts'
import { formatCount, formatShare } from '../../format/number.ts'
import { formatBounds, formatRate } from '../../format/burn.ts'
import { formatCompliance } from '../../format/objective.ts'
import { formatSpan } from '../../format/time.ts'
import type { BurnerAnswer, OneSlo, SloStatusAnswer } from './slo.query.ts'

/** A bar is full at this rate, twice what the budget allows, or at the highest one. */
const LEAST_FULL = 2

export function burnRatesTable(rates: SloStatusAnswer['burnRates'], locale: string): TemplateResult {
  const full = Math.max(LEAST_FULL, ...rates.map(({ rate }) => rate ?? 0))
  return html`<table class="burn" part="burn-rates">
    <caption class="visually-hidden">
      Burn rates: 1× uses up the budget exactly by the end of the window
    </caption>
    <colgroup>
      <col class="col-over" />
      <col />
      <col class="col-rate" />
      <col class="col-bad" />
    </colgroup>
    <thead>
      <tr>
        <th scope="col">Over</th>
        <td></td>
        <th scope="col" class="figure">Burn rate</th>
        <th scope="col" class="figure">Bad of all</th>
      </tr>
    </thead>
    <tbody>
      ${rates.map(({ window, rate, bad, total }) => {
        const span = formatSpan(durationMs(window) ?? 0, locale)
        return html`<tr>
          <th scope="row">${span}</th>
          <td>${rateBar(rate, full)}</td>
          <td class="figure rate" ?data-fast=${(rate ?? 0) > 1}>
            ${rate === null ? 'No events' : formatRate(rate, locale)}
          </td>
          <td class="figure muted">${formatCount(bad, locale)} / ${formatCount(total, locale)}</td>
        </tr>`
      })}
    </tbody>
  </table>`
}

/** With a stem at 1, at which the budget lasts exactly as long as the window. */
function rateBar(rate: number | null, full: number): TemplateResult {
  const one = (1 / full) * 100
  return html`<svg class="rate-bar ${(rate ?? 0) > 1 ? 'needs-improvement' : 'good'}" aria-hidden="true">
    ${svg`<rect class="track" y="4" width="100%" height="6" rx="3" />
      ${rate === null ? nothing : svg`<rect class="left" y="4" width="${(rate / full) * 100}%" height="6" rx="3" />`}
      <line x1="${one}%" x2="${one}%" y1="1" y2="13" />`}
  </svg>`
}

interface Burners {
  fanOut: OneSlo['fanOut']
  objective: number
  locale: string
  /** Null where the split is none that a segment can be narrowed by. */
  onSelect: ((key: string | null) => void) | null
}

export function burnersTable(
  burners: readonly BurnerAnswer[],
  { fanOut, objective, locale, onSelect }: Burners,
): TemplateResult {
  if (fanOut === null)
    return html`<p class="no-split">Give the SLO a fan-out to see who burns its budget.</p>`
  const { dimension, key: name } = fanOut
  const label = isDimension(dimension) ? DIMENSIONS[dimension].label : (name ?? dimension.toLowerCase())
  const head = `Burned by ${label.toLowerCase()}`
  if (burners.length === 0)
    return html`<p class="no-split">Nothing was bad for any ${label.toLowerCase()}.</p>`
  return html`<table class="burners" part="burners">
    <caption class="visually-hidden">
      Who burned the budget, by ${label}
    </caption>
    <colgroup>
      <col />
      <col class="col-share" />
      <col class="col-beyond" />
      <col class="col-good" />
    </colgroup>
    <thead>
      <tr>
        <th scope="col" title=${head}>${head}</th>
        <th scope="col" class="figure">Of all bad</th>
        <th scope="col" class="figure">Over its part</th>
        <th scope="col" class="figure good-cell">Good</th>
      </tr>
    </thead>
    <tbody>
      ${burners.map(({ key, bad, total, shareOfBad, excess, compliance: { value, low, high } }) => {
        const shown = isDimension(dimension) ? keyLabel(dimension, key, locale) : (key ?? 'Unknown')
        const evidence = `${formatCount(bad, locale)} bad of ${formatCount(total, locale)}`
        const bounds = formatBounds(low, high, objective, locale)
        const good = bounds === null ? evidence : `95 % interval ${bounds}, ${evidence}`
        return html`<tr>
          <th scope="row" title=${shown}>
            ${
              onSelect === null
                ? html`<span class="key">${shown}</span>`
                : html`<button class="key" @click=${() => onSelect(key)}>${shown}</button>`
            }
          </th>
          <td class="figure">${formatShare(shareOfBad, locale)}</td>
          <td class="figure">${excess > 0 ? '+' : ''}${formatCount(excess, locale)}</td>
          <td class="figure good-cell" title=${good}>
            ${formatCompliance(value, objective, locale)}<span class="visually-hidden"> ${good}</span>
          </td>
        </tr>`
      })}
    </tbody>
  </table>`
}

/** Everything that the card shows, as numbers. */
export function sloCsv({ name, status, burners = [], fanOut }: OneSlo): CsvTable {
  const { compliance, budget, burnRates } = status
  return {
    name: `SLO ${name}`,
    columns: ['figure', 'of', 'value', 'low', 'high', 'bad', 'total'],
    rows: [
      [
        'compliance',
        'window',
        compliance.value,
        compliance.low,
        compliance.high,
        compliance.total - compliance.count,
        compliance.total,
      ],
      ['budget left', 'window', budget?.remainingShare ?? null, null, null, budget?.consumed ?? null, null],
      ...burnRates.map(({ window, rate, bad, total }) => ['burn rate', window, rate, null, null, bad, total]),
      ...burners.map(({ key, bad, total, compliance: { value, low, high } }) => [
        fanOut?.dimension.toLowerCase() ?? '',
        key,
        value,
        low,
        high,
        bad,
        total,
      ]),
    ],
  }
}
