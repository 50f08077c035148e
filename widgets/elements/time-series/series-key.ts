/** What the marks of a series mean: the legend, and the words for one bucket. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Bucket } from '../../charts/series.ts'
import { formatCount, formatInterval, formatMeasureText } from '../../format/number.ts'
import { formatBucket } from '../../format/time.ts'

export interface Words {
  unit: string
  timeZone: string
  locale: string
  /** What happened in it. */
  notesOf: (bucket: Bucket) => string[]
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

/** One bucket in a sentence. */
export function bucketWords(bucket: Bucket | undefined, words: Words): string {
  return bucket === undefined ? '' : [figureWords(bucket, words), ...words.notesOf(bucket)].join('. ')
}

function figureWords(bucket: Bucket, { unit, timeZone, locale }: Words): string {
  const time = formatBucket(bucket.start, bucket.end, timeZone, locale)
  if (bucket.value === null) return `${time}: no data`
  const interval = formatInterval(bucket.low, bucket.high, unit, locale)
  const bounds = interval === null ? 'thin data' : `95 % interval ${interval}`
  return `${time}: ${formatMeasureText(bucket.value, unit, locale)}, ${bounds}, ${formatCount(bucket.count, locale)} samples`
}
