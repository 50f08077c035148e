/** The steps of a funnel one below the other, and what they come to. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { buildFunnelBars, type FunnelBar } from '../../charts/funnel-bars.ts'
import { durationMs } from '../../data/period.ts'
import { formatCount, formatMeasureText, NO_VALUE } from '../../format/number.ts'
import { isThin, type Proportion } from '../../format/proportion.ts'
import { formatLength } from '../../format/time.ts'
import { conversion, conversionInterval, conversionWords } from './conversion.ts'
import type { FunnelFound, FunnelStepAnswer } from './funnel.query.ts'

/** A time from step to step: 840 ms, 8.40 s, 3 min 12 s. */
export function stepTime(timeMs: number | null, locale: string): string {
  return timeMs !== null && timeMs >= 60_000
    ? formatLength(timeMs, locale)
    : formatMeasureText(timeMs, 'ms', locale)
}

export function isoTime(time: string | null, locale: string): string {
  return stepTime(time === null ? null : durationMs(time), locale)
}

/** What came of all who entered: how many finished, how long that takes, and who still can. */
export function funnelHeadline(
  { steps, totalTime, open, removed, sampled }: FunnelFound,
  noun: string,
  locale: string,
): TemplateResult {
  const share = steps.at(-1)?.conversionFromFirst
  const [median, p90] = totalTime.percentiles
  const notes = [
    open > 0 ? `${formatCount(open, locale)} still under way` : null,
    removed > 0 ? `${formatCount(removed, locale)} removed by an excluded event` : null,
  ].filter((note) => note !== null)
  return html`<div class="headline" part="headline">
    <p class="total ${share !== undefined && isThin(share) ? 'thin' : ''}">
      <span class="value">${conversion(share?.value ?? null, locale)}</span>
      <span class="evidence">
        <strong>finish</strong>
        ${share !== undefined && isThin(share) ? html`<span class="pill">Thin data</span>` : nothing}
        ${sampled ? html`<span class="pill" title="Counts are estimates">A sixteenth of the visitors</span>` : nothing}
        <span class="muted">${share === undefined ? nothing : conversionWords(share, noun, locale)}</span>
      </span>
    </p>
    <p class="total">
      <span class="evidence">
        <strong>${stepTime(median?.value ?? null, locale)}</strong>
        <span class="muted">median, first to last · p90 ${stepTime(p90?.value ?? null, locale)}</span>
      </span>
    </p>
    ${
      notes.length === 0
        ? nothing
        : html`<p class="total">
            <span class="evidence"
              ><strong>${notes[0]}</strong> <span class="muted">${notes[1] ?? 'may yet finish'}</span></span
            >
          </p>`
    }
  </div>`
}

export function funnelSteps({ steps }: FunnelFound, noun: string, locale: string): TemplateResult {
  const bars = buildFunnelBars(steps.map(({ entrants }) => entrants))
  return html`<ol class="steps" part="steps">
    ${steps.map((step, index) => stepRow(step, bars[index] ?? null, { index, noun, locale }))}
  </ol>`
}

function stepRow(
  step: FunnelStepAnswer,
  bar: FunnelBar | null,
  { index, noun, locale }: { index: number; noun: string; locale: string },
): TemplateResult {
  const { entrantsInterval: interval } = step
  const left = step.conversionFromPrevious === null ? '' : `${formatCount(step.dropOff, locale)} left before`
  const between =
    interval === null
      ? left
      : `${formatCount(interval.low, locale)}–${formatCount(interval.high, locale)}${left === '' ? '' : ` · ${left}`}`
  return html`<li class="step">
    <span class="name" title=${step.name}
      ><i aria-hidden="true">${formatCount(index + 1, locale)}</i>${step.name}</span
    >
    ${stepBar(bar)}
    <span class="cell entrants" title=${between}
      ><b>${formatCount(step.entrants, locale)}</b><span>${noun}</span><span>${between}</span></span
    >
    ${shareCell(index === 0 ? null : step.conversionFromFirst, 'of the first', { noun, locale })}
    ${shareCell(step.conversionFromPrevious, 'of the previous', { noun, locale })}
    ${
      step.conversionFromPrevious === null
        ? html`<span class="cell"></span>`
        : html`<span class="cell"
            ><b>${isoTime(step.medianTime, locale)}</b><span>median time</span
            ><span>p90 ${isoTime(step.p90Time, locale)}</span></span
          >`
    }
  </li>`
}

function shareCell(
  share: Proportion | null,
  label: string,
  { noun, locale }: { noun: string; locale: string },
): TemplateResult {
  if (share === null) return html`<span class="cell"></span>`
  const evidence = conversionInterval(share, locale) ?? NO_VALUE
  return html`<span class="cell ${isThin(share) ? 'thin' : ''}" title=${conversionWords(share, noun, locale)}
    ><b>${conversion(share.value, locale)}</b><span>${label}</span
    ><span
      >${isThin(share) ? 'thin · ' : nothing}<span class="visually-hidden">95 % interval </span
      >${evidence}</span
    ></span
  >`
}

function stepBar(bar: FunnelBar | null): TemplateResult {
  return html`<svg class="bar" part="bar" aria-hidden="true">
    <rect class="track" width="100%" height="100%" rx="4" />
    ${
      bar === null
        ? nothing
        : svg`<rect class="lost" x="${bar.kept}%" width="${bar.lost}%" height="100%" />
            <rect class="kept" width="${bar.kept}%" height="100%" rx="4" />`
    }
  </svg>`
}
