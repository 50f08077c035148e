/** Pictures of rows: the parts of a breakdown and the steps of a funnel. */
import { nothing, svg } from 'lit'
import { buildFunnelBars } from '../charts/funnel-bars.ts'
import { buildWhiskers } from '../charts/whisker.ts'
import { ratingClass, ratingMark } from '../elements/base/rating-mark.ts'
import type { BreakdownAnswer } from '../elements/breakdown/breakdown.query.ts'
import { conversion, conversionInterval } from '../elements/funnel/conversion.ts'
import type { FunnelFound } from '../elements/funnel/funnel.query.ts'
import { DIMENSIONS, keyLabel, type DimensionName } from '../format/names.ts'
import { formatCount, formatInterval, formatMeasureText, formatShare } from '../format/number.ts'
import { periodWords } from '../format/time.ts'
import { emptyDrawing, fitted, PADDING, TOP, type Drawing } from './frame.ts'
import type { Look } from './look.ts'

const ROW = 32
const VALUE_ROOM = 92
const SHARE_ROOM = 60
const SAMPLES_ROOM = 84
/** Below it, what things are called is worth more than how many samples they have; the description tells. */
const LEAST_FOR_SAMPLES = 440

interface BreakdownAsked {
  metric: string
  dimension: DimensionName
  period: string
}

export function breakdownDrawing(
  { segment: { views, by } }: NonNullable<BreakdownAnswer['site']>,
  { metric, dimension, period }: BreakdownAsked,
  { width, locale }: Look,
): Drawing {
  const title = DIMENSIONS[dimension].plural
  const subtitle = `by ${metric}, ${periodWords(period)}`
  const parts = by.filter(({ other, segment }) => !other || segment.views > 0)
  if (views === 0 || parts.length === 0)
    return emptyDrawing(title, subtitle, `No views in the ${periodWords(period)}`)
  const marks = buildWhiskers(parts.map(({ segment }) => segment.vital.percentile))
  const right = width - PADDING
  const hasSamples = width >= LEAST_FOR_SAMPLES
  const sharesAt = right - (hasSamples ? SAMPLES_ROOM : 0)
  const valuesAt = sharesAt - SHARE_ROOM
  const bars = width < 520 ? 0 : Math.round((width - 2 * PADDING) * 0.28)
  const barAt = valuesAt - VALUE_ROOM - bars - 8
  const rows = parts.map(({ key, other, segment }, index) => {
    const { unit, rating, percentile } = segment.vital
    const label = other ? 'All others' : keyLabel(dimension, key, locale)
    const value = formatMeasureText(percentile.value, unit, locale)
    const interval = formatInterval(percentile.low, percentile.high, unit, locale)
    const samples = formatCount(percentile.count, locale)
    const share = formatShare(segment.views / views, locale)
    const y = TOP + 30 + index * ROW
    const { bar = null, whisker = null } = marks[index] ?? {}
    const x = (percent: number) => barAt + (percent / 100) * bars
    return {
      words: `${label}: ${value}, ${interval === null ? 'thin data' : `95 % in ${interval}`}, ${samples} samples, ${share} of views`,
      drawn: svg`
        <g class="grid"><line x1=${PADDING} x2=${right} y1=${y - 21} y2=${y - 21} /></g>
        <text class=${other ? 'muted' : ''} x=${PADDING} y=${y}>${fitted(label, { room: barAt - PADDING - 12, size: 13 })}</text>
        <g class=${ratingClass(rating)}>
          ${bars === 0 ? nothing : svg`<rect class="track" x=${barAt} y=${y - 9} width=${bars} height="8" rx="2" />`}
          ${bars === 0 || bar === null ? nothing : svg`<rect class="rated-bar" x=${barAt} y=${y - 9} width=${(bar / 100) * bars} height="8" rx="2" />`}
          ${bars === 0 || whisker === null ? nothing : svg`<line class="whisker" x1=${x(whisker.from)} x2=${x(whisker.to)} y1=${y - 5} y2=${y - 5} />`}
          ${rating === null ? nothing : svg`<g transform=${`translate(${valuesAt - 80} ${y - 10}) scale(0.84)`}>${ratingMark(rating)}</g>`}
        </g>
        <text class=${percentile.thin ? '' : 'strong'} x=${valuesAt} y=${y} text-anchor="end">${value}</text>
        <text x=${sharesAt} y=${y} text-anchor="end">${share}</text>
        ${hasSamples ? svg`<text class="muted" x=${right} y=${y} text-anchor="end">${samples}</text>` : nothing}`,
    }
  })
  const head = (x: number, words: string) =>
    svg`<text class="muted note" x=${x} y=${TOP} text-anchor="end">${words}</text>`
  return {
    title,
    subtitle,
    description: `${title} ${subtitle}. ${rows.map(({ words }) => words).join('. ')}`,
    height: TOP + rows.length * ROW + PADDING + 8,
    body: svg`${head(valuesAt, 'p75')}${head(sharesAt, 'Views')}${hasSamples ? head(right, 'Samples') : nothing}${rows.map(({ drawn }) => drawn)}`,
  }
}

const STEP = 56

export function funnelDrawing(
  { name, found }: { name: string; found: FunnelFound },
  { period }: { period: string },
  { width, locale }: Look,
): Drawing {
  const { steps } = found
  const words = periodWords(period)
  if ((steps[0]?.entrants ?? 0) === 0) return emptyDrawing(name, words, `Nobody entered in the ${words}`)
  const bars = buildFunnelBars(steps.map(({ entrants }) => entrants))
  const room = width - 2 * PADDING
  const rows = steps.map(({ name, entrants, conversionFromFirst }, index) => {
    const share = conversion(conversionFromFirst.value, locale)
    const interval = conversionInterval(conversionFromFirst, locale)
    const figures = `${formatCount(entrants, locale)} · ${share}`
    const evidence = index === 0 || interval === null ? '' : `95 % in ${interval}`
    const y = TOP + 16 + index * STEP
    const { kept = 0, lost = 0 } = bars[index] ?? {}
    return {
      words: `${index + 1}. ${name}: ${figures}${evidence === '' ? '' : `, ${evidence}`}`,
      drawn: svg`
        <text x=${PADDING} y=${y}>${fitted(`${index + 1}. ${name}`, { room: room - 220, size: 13 })}</text>
        <text x=${PADDING + room} y=${y} text-anchor="end"><tspan class="muted note">${evidence}\u00a0\u00a0</tspan><tspan class="strong">${figures}</tspan></text>
        <rect class="track" x=${PADDING} y=${y + 10} width=${room} height="12" rx="3" />
        <rect class="lost" x=${PADDING} y=${y + 10} width=${((kept + lost) / 100) * room} height="12" rx="3" />
        <rect class="bar" x=${PADDING} y=${y + 10} width=${(kept / 100) * room} height="12" rx="3" />`,
    }
  })
  return {
    title: name,
    subtitle: words,
    description: `Funnel ${name}, ${words}. ${rows.map(({ words }) => words).join('. ')}`,
    height: TOP + rows.length * STEP + 4,
    body: svg`${rows.map(({ drawn }) => drawn)}`,
  }
}
