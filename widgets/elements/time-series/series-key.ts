/** What the marks of a series mean: the legend, and the words for one bucket. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { rateVital, type VitalName } from '../../../sdk/wire/vitals.ts'
import type { Bucket } from '../../charts/series.ts'
import { RATING_LABELS } from '../../format/names.ts'
import { formatCount, formatInterval, formatMeasureText } from '../../format/number.ts'
import { formatBucket } from '../../format/time.ts'
import { ratingClass, ratingMark, ratingName } from '../base/rating-mark.ts'

interface Words {
  unit: string
  timeZone: string
  locale: string
}

export function seriesLegend(label: string, showViews: boolean): TemplateResult {
  const views = html`<li>
    <svg class="views" width="12" height="10" aria-hidden="true">
      ${svg`<rect y="4" width="5" height="6" /><rect x="6" width="5" height="10" />`}</svg
    >Views
  </li>`
  return html`<ul class="legend" part="legend">
    <li>
      <svg width="16" height="8" aria-hidden="true">${svg`<path class="line" d="M1 4H15" />`}</svg>${label}
    </li>
    <li>
      <svg width="16" height="10" aria-hidden="true">
        ${svg`<rect class="band" width="16" height="10" rx="2" />`}</svg
      >95 % interval
    </li>
    ${showViews ? views : nothing}
  </ul>`
}

/** For those who see the chart; those who hear it get `bucketWords`. */
export function seriesTooltip(
  bucket: Bucket,
  { unit, timeZone, locale, metric }: Words & { metric: VitalName },
): TemplateResult {
  const rating = ratingName(bucket.value === null ? null : rateVital(metric, bucket.value))
  const interval = formatInterval(bucket.low, bucket.high, unit, locale)
  return html`<div class="tooltip" part="tooltip" aria-hidden="true">
    <span class="muted">${formatBucket(bucket.start, bucket.end, timeZone, locale)}</span>
    <strong>${bucket.value === null ? 'No data' : formatMeasureText(bucket.value, unit, locale)}</strong>
    ${
      rating === null
        ? nothing
        : html`<div class=${ratingClass(rating)}>${ratingMark(rating)} ${RATING_LABELS[rating]}</div>`
    }
    <div class="muted">
      ${interval === null ? nothing : html`95 % in ${interval}<br />`} ${formatCount(bucket.count, locale)}
      samples · ${formatCount(bucket.views, locale)} views
    </div>
  </div>`
}

/** One bucket in a sentence. */
export function bucketWords(bucket: Bucket | undefined, { unit, timeZone, locale }: Words): string {
  if (bucket === undefined) return ''
  const time = formatBucket(bucket.start, bucket.end, timeZone, locale)
  if (bucket.value === null) return `${time}: no data`
  const interval = formatInterval(bucket.low, bucket.high, unit, locale)
  const bounds = interval === null ? 'thin data' : `95 % interval ${interval}`
  return `${time}: ${formatMeasureText(bucket.value, unit, locale)}, ${bounds}, ${formatCount(bucket.count, locale)} samples`
}
