/** A funnel by the values of a dimension: how each of them does on the way to the end. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { buildWhiskers, type WhiskerMarks } from '../../charts/whisker.ts'
import { DIMENSIONS, keyLabel, type DimensionName } from '../../format/names.ts'
import { formatCount } from '../../format/number.ts'
import { isThin } from '../../format/proportion.ts'
import { conversion, conversionWords } from './conversion.ts'
import type { FunnelPart } from './funnel.query.ts'

interface Splitting {
  dimension: DimensionName
  /** What is counted: sessions, visitors or entrants. */
  noun: string
  locale: string
}

export function funnelSplit(
  parts: readonly FunnelPart[],
  { dimension, noun, locale }: Splitting,
  onSelect: (key: string | null) => void,
): TemplateResult {
  const shares = parts.map(({ steps }) => steps.at(-1)?.conversionFromFirst)
  const marks = buildWhiskers(
    shares.map((share) => ({
      value: share?.value ?? null,
      low: share?.low ?? null,
      high: share?.high ?? null,
    })),
  )
  return html`<table class="split" part="split">
    <caption>
      By ${DIMENSIONS[dimension].label.toLowerCase()} at the first step
    </caption>
    <thead>
      <tr>
        <th scope="col">${DIMENSIONS[dimension].label}</th>
        <td class="bar-cell"></td>
        <th scope="col" class="figure">Finish</th>
        <th scope="col" class="figure">Entered</th>
      </tr>
    </thead>
    <tbody>
      ${parts.map(({ key, other, steps }, index) => {
        const share = shares[index]
        const label = other ? 'All others' : keyLabel(dimension, key, locale)
        const evidence = share === undefined ? '' : conversionWords(share, noun, locale)
        const thin = share !== undefined && isThin(share)
        return html`<tr>
          <th scope="row">
            ${
              other
                ? html`<span class="key muted">${label}</span>`
                : html`<button class="key" title=${label} @click=${() => onSelect(key)}>${label}</button>`
            }
          </th>
          <td class="bar-cell">${shareBar(marks[index])}</td>
          <td class="figure ${thin ? 'thin' : ''}" title=${evidence}>
            <b>${conversion(share?.value ?? null, locale)}</b
            >${thin ? html`<span class="muted"> thin</span>` : nothing}
            <span class="visually-hidden">${evidence}</span>
          </td>
          <td class="figure muted">${formatCount(steps[0]?.entrants ?? 0, locale)}</td>
        </tr>`
      })}
    </tbody>
  </table>`
}

function shareBar(marks: WhiskerMarks | undefined): TemplateResult {
  const { bar = null, whisker = null } = marks ?? {}
  return html`<svg class="share" aria-hidden="true">
    <rect class="track" y="4" width="100%" height="8" rx="2" />
    ${bar === null ? nothing : svg`<rect class="kept" y="4" width="${bar}%" height="8" rx="2" />`}
    ${whisker === null ? nothing : svg`<line x1="${whisker.from}%" x2="${whisker.to}%" y1="8" y2="8" />`}
  </svg>`
}
