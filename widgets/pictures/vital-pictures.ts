/** Pictures of one vital: the card, the series and the distribution. */
import { nothing, svg } from 'lit'
import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import { buildHistogram } from '../charts/histogram.ts'
import { buildSeries } from '../charts/series.ts'
import { buildShareBar } from '../charts/share-bar.ts'
import { buildSparkline } from '../charts/sparkline.ts'
import { ratingClass, ratingMark } from '../elements/base/rating-mark.ts'
import { distributionPicture } from '../elements/distribution/distribution-picture.ts'
import type { DistributionAnswer } from '../elements/distribution/distribution.query.ts'
import { seriesDrawing } from '../elements/time-series/series-picture.ts'
import { bucketOf, type TimeSeriesAnswer } from '../elements/time-series/time-series.query.ts'
import type { VitalCardAnswer } from '../elements/vital-card/vital-card.query.ts'
import { RATING_LABELS, VITAL_LABELS } from '../format/names.ts'
import {
  formatCount,
  formatInterval,
  formatMeasure,
  formatMeasureText,
  formatShare,
} from '../format/number.ts'
import { periodWords } from '../format/time.ts'
import { emptyDrawing, PADDING, TOP, type Drawing } from './frame.ts'
import type { Look } from './look.ts'

interface Asked {
  metric: string
  period: string
}

type Found<Answer extends { site: unknown }> = NonNullable<Answer['site']>

export function vitalCardDrawing(
  site: Found<VitalCardAnswer>,
  { metric, period }: Asked,
  look: Look,
): Drawing {
  const { width, locale } = look
  const { vital, over } = site.segment
  const { unit, rating, percentile, shares } = vital
  const words = periodWords(period)
  const label = VITAL_LABELS[metric as VitalName]
  if (percentile.value === null) return emptyDrawing(metric, label, `No ${metric} in the ${words}`)
  const value = formatMeasure(percentile.value, unit, locale)
  const interval = formatInterval(percentile.low, percentile.high, unit, locale)
  const evidence =
    interval === null ? 'Thin data: too few samples for an interval' : `95 % interval ${interval}`
  const samples = `p75 of ${formatCount(percentile.count, locale)} samples, ${words}`
  const pieces = [
    ['GOOD', shares.good],
    ['NEEDS_IMPROVEMENT', shares.needsImprovement],
    ['POOR', shares.poor],
  ] as const
  const room = width - 2 * PADDING
  const bar = buildShareBar(pieces.map(([, share]) => share ?? 0))
  const spark = buildSparkline(
    over.map(({ segment }) => segment.vital.percentile.value),
    { width: 120, height: 36 },
  )
  const shareWords = pieces.map(([name, share]) => `${RATING_LABELS[name]} ${formatShare(share, locale)}`)
  return {
    title: metric,
    subtitle: label,
    description: [
      `${metric} p75 ${formatMeasureText(percentile.value, unit, locale)}`,
      rating === null ? '' : RATING_LABELS[rating],
      evidence,
      samples,
      shares.good === null ? '' : shareWords.join(', '),
    ]
      .filter((part) => part !== '')
      .join('. '),
    height: shares.good === null ? 170 : 212,
    body: svg`
      <text class="big" x=${PADDING} y="86">${value.number}<tspan class="muted" font-size="18" font-weight="400" dx="3">${value.unit}</tspan></text>
      ${
        width < 300
          ? nothing
          : svg`<g transform=${`translate(${width - PADDING - 120} 54)`}><path class="line" d=${spark.line} />${
              spark.end === null
                ? nothing
                : svg`<circle class="dot" cx=${spark.end.x} cy=${spark.end.y} r="2" />`
            }</g>`
      }
      ${
        rating === null
          ? nothing
          : svg`<g class=${ratingClass(rating)}><g transform=${`translate(${PADDING} 104)`}>${ratingMark(rating)}</g>
            <text class="rating" x=${PADDING + 18} y="115">${RATING_LABELS[rating]}</text></g>`
      }
      <text class="muted note" x=${PADDING} y="136">${evidence}</text>
      <text class="muted note" x=${PADDING} y="153">${samples}</text>
      ${
        shares.good === null
          ? nothing
          : pieces.map(([name, share], index) => {
              const { x = 0, width: part = 0 } = bar[index] ?? {}
              const at = PADDING + index * 64
              return svg`<g class=${ratingClass(name)}>
                <rect class="rated" x=${PADDING + (x / 100) * room} y="166" width=${(part / 100) * room} height="8" rx="2" />
                <g transform=${`translate(${at} 184)`}>${ratingMark(name)}</g></g>
                <text class="note" x=${at + 17} y="194">${formatShare(share, locale)}</text>`
            })
      }`,
  }
}

export function timeSeriesDrawing(
  site: Found<TimeSeriesAnswer>,
  { metric, period }: Asked,
  look: Look,
): Drawing {
  const { width, locale } = look
  const { vital, over } = site.segment
  const words = periodWords(period)
  const label = VITAL_LABELS[metric as VitalName]
  if (vital.count === 0) return emptyDrawing(`${metric} p75`, label, `No ${metric} in the ${words}`)
  const buckets = over.map(bucketOf)
  const { good, poor } = VITALS[metric as VitalName]
  const [inner, height] = [width - 2 * PADDING, 248]
  const thresholds = [good, poor].filter((value) => value !== null)
  const marks = buildSeries({
    buckets,
    width: inner,
    height,
    thresholds,
    timeZone: site.timeZone,
    locale,
    showViews: false,
  })
  const measured = buckets.filter(({ value }) => value !== null)
  const values = measured.map(({ value }) => value ?? 0)
  const write = (value: number) => formatMeasureText(value, vital.unit, locale)
  return {
    title: `${metric} p75`,
    subtitle: `${label}, ${words}, 95 % interval`,
    description: `${metric} p75 in ${formatCount(buckets.length, locale)} parts of the ${words}, ${formatCount(measured.length, locale)} of them measured: ${write(Math.min(...values))} to ${write(Math.max(...values))}, ${formatCount(vital.count, locale)} samples`,
    height: TOP + height + PADDING,
    body: svg`<g transform=${`translate(${PADDING} ${TOP})`}>${seriesDrawing({ marks, unit: vital.unit, locale, active: -1 })}</g>`,
  }
}

export function distributionDrawing(
  site: Found<DistributionAnswer>,
  { metric, period }: Asked,
  look: Look,
): Drawing {
  const { width, locale } = look
  const { vital } = site.segment
  const words = periodWords(period)
  const label = VITAL_LABELS[metric as VitalName]
  const title = `${metric} distribution`
  if (vital.count === 0) return emptyDrawing(title, label, `No ${metric} in the ${words}`)
  const measured = vital.percentiles.filter(({ value }) => value !== null)
  const { good, poor } = VITALS[metric as VitalName]
  const height = 280
  const marks = buildHistogram({
    bins: vital.histogram,
    percentiles: measured.map(({ value }) => value ?? 0),
    thresholds: [good, poor].filter((value) => value !== null),
    width: width - 2 * PADDING,
    height,
  })
  const each = measured.map(
    ({ q, value }) => `p${Math.round(q * 100)} ${formatMeasureText(value, vital.unit, locale)}`,
  )
  const samples = `${formatCount(vital.count, locale)} samples`
  return {
    title,
    subtitle: `${label}, ${words}, ${samples}`,
    description: `${title}: ${each.join(', ')}. ${samples}`,
    height: TOP + height + PADDING,
    body: svg`<g transform=${`translate(${PADDING} ${TOP})`}>${distributionPicture({ marks, percentiles: measured, unit: vital.unit, locale, active: -1 })}</g>`,
  }
}
