/** The variants of a flag with their sessions, and whether those came as they were meant to. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { formatCount, formatShare } from '../../format/number.ts'
import type { CohortsAnswer, GuardrailAnswer, VariantAnswer } from './flag.query.ts'
import { formatChange, formatPValue, formatValue, GUARDRAIL_STATES, shapeMark } from './verdict-words.ts'

export function variantsList({ variants }: CohortsAnswer, locale: string): TemplateResult {
  return html`<ul class="variants" part="variants">
    ${variants.map(
      (variant) =>
        html`<li>
          <span class="variant" title=${variant.key}
            ><b>${variant.key}</b
            >${variant.isControl ? html` <span class="tag">Control</span>` : nothing}</span
          >
          ${splitBar(variant)}
          <span class="sessions"
            >${formatCount(variant.sessions, locale)} sessions
            <span class="muted"
              >${formatShare(variant.share, locale)},
              ${variant.expectedShare === null ? 'not declared' : `declared ${formatShare(variant.expectedShare, locale)}`}</span
            ></span
          >
        </li>`,
    )}
  </ul>`
}

/** What came, and a stem at what was meant to. */
function splitBar({ share, expectedShare }: VariantAnswer): TemplateResult {
  return html`<svg class="split" aria-hidden="true">
    ${svg`<rect class="track" y="4" width="100%" height="6" rx="3" />
      <rect class="fill" y="4" width="${(share ?? 0) * 100}%" height="6" rx="3" />
      ${
        expectedShare === null
          ? nothing
          : svg`<line x1="${expectedShare * 100}%" x2="${expectedShare * 100}%" y1="1" y2="13" />`
      }`}
  </svg>`
}

export function ratioNote(
  { sampleRatio: { pValue, mismatch }, mixed }: CohortsAnswer,
  locale: string,
): TemplateResult {
  const p = pValue === null ? '' : ` (p ${pValue < 0.001 ? '' : '= '}${formatPValue(pValue, locale)})`
  if (mismatch)
    return html`<p class="ratio mismatch" part="sample-ratio" role="status">
      <span class="needs-improvement">${shapeMark('diamond')}</span>
      <span
        ><b>The split is off${p}.</b> Sessions did not come to the variants as they were meant to, so nothing
        below can be trusted: find out first which are missing.</span
      >
    </p>`
  return html`<p class="ratio" part="sample-ratio">
    ${pValue === null ? 'One variant alone has nothing to be compared with' : `The split is as declared${p}`}
    · ${formatCount(mixed, locale)} mixed sessions left out
  </p>`
}

export function guardrailsList(guardrails: readonly GuardrailAnswer[], locale: string): TemplateResult {
  if (guardrails.length === 0)
    return html`<p class="none">
      Save the flag with guardrails to see whether what must not get worse does.
    </p>`
  return html`<h4 class="part">Guardrails</h4>
    <ul class="guardrails" part="guardrails">
      ${guardrails.map(({ metric, variant, worst, relative, baseline, difference, state }) => {
        const { label, tone, shape } = GUARDRAIL_STATES[state]
        const bound = relative ? formatValue(worst, 'share', locale) : String(worst)
        const change = relative
          ? formatChange(difference === null || !baseline ? null : difference / baseline, locale)
          : String(Number((difference ?? 0).toPrecision(3)))
        return html`<li>
          <span class="verdict ${tone}">${shapeMark(shape)} ${label}</span>
          <span><b>${metric}</b> of ${variant}: ${change}, at most ${bound} worse</span>
        </li>`
      })}
    </ul>`
}
