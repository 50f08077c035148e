/** What stands beside the crosshair of a series. */
import { html, nothing, type TemplateResult } from 'lit'
import { rateVital, type VitalName } from '../../../sdk/wire/vitals.ts'
import type { Bucket } from '../../charts/series.ts'
import { RATING_LABELS } from '../../format/names.ts'
import { formatCount, formatInterval, formatMeasureText } from '../../format/number.ts'
import { formatBucket } from '../../format/time.ts'
import { ratingClass, ratingMark, ratingName } from '../base/rating-mark.ts'
import type { Words } from './series-key.ts'

/** For those who see the chart; those who hear it get `bucketWords`. */
export function seriesTooltip(
  bucket: Bucket,
  { unit, timeZone, locale, notesOf }: Words,
  metric: VitalName,
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
    ${notesOf(bucket).map((note) => html`<div class="note">${note}</div>`)}
  </div>`
}
