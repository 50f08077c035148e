/** A row for each metric of a variant: the difference to the control as a point with its interval, and what it means. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { buildIntervals, type IntervalMark } from '../../charts/interval-plot.ts'
import { formatCount } from '../../format/number.ts'
import type { ComparisonAnswer } from './flag.query.ts'
import { formatChange, formatPValue, formatValue, shapeMark, shapePoint, VERDICTS } from './verdict-words.ts'

/** A comparison with the unit of its metric and the bounds that decide. */
export interface Compared extends ComparisonAnswer {
  unit: string
  decidingLow: number | null
  decidingHigh: number | null
}

export function comparisonTable(rows: readonly Compared[], locale: string): TemplateResult {
  const plot = buildIntervals(
    rows.map(({ relative, baseline, decidingLow, decidingHigh }) => ({
      value: relative,
      low: ofBaseline(decidingLow, baseline),
      high: ofBaseline(decidingHigh, baseline),
    })),
  )
  const variants = [...new Set(rows.map(({ variant }) => variant))]
  const end = (share: number) => html`<span>${formatChange(share, locale)}</span>`
  return html`<table class="compare" part="comparison">
    <caption class="visually-hidden">
      Each variant beside the control
    </caption>
    <colgroup>
      <col class="col-metric" />
      <col class="col-values" />
      <col />
      <col class="col-change" />
      <col class="col-p" />
    </colgroup>
    <thead>
      <tr>
        <th scope="col">Metric</th>
        <th scope="col" class="figure values">Control → variant</th>
        <td aria-hidden="true">
          <div class="axis">${end(-plot.reach)}<span class="middle">0</span>${end(plot.reach)}</div>
        </td>
        <th scope="col" class="figure">Difference</th>
        <th scope="col" class="figure p" title="The p-value, corrected for all metrics and variants shown">
          Adjusted p
        </th>
      </tr>
    </thead>
    ${variants.map(
      (variant) =>
        html`<tbody>
          ${
            variants.length > 1
              ? html`<tr class="group">
                  <th scope="rowgroup" colspan="3">${variant}</th>
                </tr>`
              : nothing
          }
          ${rows.map((row, index) =>
            row.variant === variant ? comparisonRow(row, plot.marks[index], locale) : nothing,
          )}
        </tbody>`,
    )}
  </table>`
}

export function ofBaseline(value: number | null, baseline: number | null): number | null {
  return value === null || baseline === null || baseline === 0 ? null : value / Math.abs(baseline)
}

/** −1.2% to +3.4%; null where a bound is missing. */
export function boundsWords(
  { decidingLow, decidingHigh, baseline, unit }: Compared,
  locale: string,
): string | null {
  if (decidingLow === null || decidingHigh === null) return null
  const [low, high] = [ofBaseline(decidingLow, baseline), ofBaseline(decidingHigh, baseline)]
  if (low === null || high === null)
    return `${formatValue(decidingLow, unit, locale)} to ${formatValue(decidingHigh, unit, locale)}`
  return `${formatChange(low, locale)} to ${formatChange(high, locale)}`
}

function comparisonRow(row: Compared, mark: IntervalMark | undefined, locale: string): TemplateResult {
  const { label, tone, shape } = VERDICTS[row.verdict]
  const bounds = boundsWords(row, locale)
  const visitors = `${formatCount(row.baselineVisitors, locale)} and ${formatCount(row.visitors, locale)} visitors`
  const values = `${formatValue(row.baseline, row.unit, locale)} → ${formatValue(row.value, row.unit, locale)}`
  const evidence = `${values}, ${bounds === null ? 'no interval' : `95 % interval ${bounds}`}, ${visitors}`
  return html`<tr title=${evidence}>
    <th scope="row">
      <span class="metric">${row.metric}</span>
      <span class="verdict ${tone}">${shapeMark(shape)} ${label}</span>
    </th>
    <td class="figure values">${values}<small>${visitors}</small></td>
    <td class=${tone}>${mark === undefined ? nothing : intervalBar(mark, shape)}</td>
    <td class="figure">
      <b
        >${
          row.relative === null
            ? formatValue(row.difference, row.unit, locale)
            : formatChange(row.relative, locale)
        }</b
      ><small>${bounds ?? 'no interval'}</small>
    </td>
    <td class="figure p">${formatPValue(row.adjustedPValue, locale)}</td>
  </tr>`
}

function intervalBar(
  { point, span }: IntervalMark,
  shape: (typeof VERDICTS)[keyof typeof VERDICTS]['shape'],
) {
  const stem = (x: number) => svg`<line class="stem" x1="${x}%" x2="${x}%" y1="9" y2="19" />`
  return html`<svg class="interval" part="interval" aria-hidden="true">
    ${svg`<line class="zero" x1="50%" x2="50%" y1="-12" y2="41" />
      ${
        span === null
          ? nothing
          : svg`<line class="span" x1="${span.from}%" x2="${span.to}%" y1="14" y2="14" />
            ${span.cutLow ? nothing : stem(span.from)}${span.cutHigh ? nothing : stem(span.to)}`
      }
      ${point === null ? nothing : svg`<svg x="${point}%" y="14" overflow="visible">${shapePoint(shape)}</svg>`}`}
  </svg>`
}
