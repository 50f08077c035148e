import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'
import { bucketAt, buildSeries, type Bucket, type SeriesMarks } from '../../charts/series.ts'
import { chartInterval, coarserInterval, parseRange, type IntervalName } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { VITAL_LABELS } from '../../format/names.ts'
import { formatCount, formatInterval, formatMeasureText } from '../../format/number.ts'
import { formatBucket, periodWords } from '../../format/time.ts'
import { dataTable } from '../base/data-table.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'
import { WidthController } from '../base/width-controller.ts'
import { bucketWords, seriesLegend } from './series-key.ts'
import { seriesPicture } from './series-picture.ts'
import {
  bucketOf,
  TIME_SERIES_QUERY,
  type TimeSeriesAnswer,
  type TimeSeriesVariables,
} from './time-series.query.ts'
import { timeSeriesStyles } from './time-series.styles.ts'

/** How far each key moves the crosshair; the ends are reached with Home and End. */
const KEY_STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
}
const CARD_PADDING = 34

/**
 * `<sight-time-series>`: one percentile of a vital over time, with its 95 % interval and the metric's thresholds.
 *
 * - `metric`: a VitalMetric. Default `LCP`.
 * - `interval`: an Interval. Default: one that suits the period.
 * - `q`: which percentile, between 0 and 1. Default 0.75.
 * - `show-views`: views as faint bars.
 * - `marks`: what happened meanwhile, of `releases`, `deploys` and `alerts`. Default `releases`. Deploys and alerts are for
 *   people who are signed in and for API tokens.
 *
 * The chart takes the focus: arrow keys, Page up and down, Home and End move the crosshair, Escape hides it.
 *
 * Event `sight-range-change` {range}: a part of the period was marked, by dragging or by Shift and arrow keys with Enter. A
 * context takes it and keeps it.
 * Parts: `card`, `plot`, `line`, `band`, `tooltip`, `legend`, `table`, `state`, `skeleton`.
 * Custom property: `--sight-chart-height` (280px), the height of the plot.
 */
export class SightTimeSeries extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, timeSeriesStyles]

  static override properties: PropertyDeclarations = {
    metric: { reflect: true },
    interval: { reflect: true },
    q: { type: Number, reflect: true },
    showViews: { type: Boolean, attribute: 'show-views', reflect: true },
    marks: { reflect: true },
    notesOf: { state: true },
    active: { state: true },
    tableOpen: { state: true },
  }

  declare metric: VitalName
  declare interval: IntervalName | null
  declare q: number
  declare showViews: boolean
  declare marks: string
  /** What happened in a bucket. */
  declare private notesOf: (bucket: Bucket) => string[]
  /** The bucket under the crosshair; -1 for none. */
  declare private active: number
  declare private tableOpen: boolean

  readonly #query = new QueryController<TimeSeriesAnswer, TimeSeriesVariables>(this, {
    query: TIME_SERIES_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            metric: this.metric,
            interval: this.interval ?? this.#suited,
            q: this.q,
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #width = new WidthController(this)
  #marks: SeriesMarks | null = null

  constructor() {
    super()
    this.metric = 'LCP'
    this.interval = null
    this.q = 0.75
    this.showViews = false
    this.marks = 'releases'
    this.notesOf = () => []
    this.active = -1
    this.tableOpen = false
  }

  /** One that suits the period; the next coarser where the answer to that had mostly thin buckets, which show noise. */
  get #suited(): IntervalName {
    const fine = chartInterval(this.period)
    const question = JSON.stringify([this.siteName, parseRange(this.period), this.where])
    const { data, variables } = this.#query.answer ?? {}
    if (
      variables?.interval === fine &&
      JSON.stringify([variables.site, variables.range, variables.where]) === question
    ) {
      const measured = (data?.site?.segment.over ?? []).map(bucketOf).filter(({ count }) => count > 0)
      const thin = measured.filter((bucket) => bucket.thin)
      if (thin.length > measured.length / 2) this.#thinQuestion = question
    }
    return (this.#thinQuestion === question ? coarserInterval(this.period, fine) : null) ?? fine
  }
  #thinQuestion = ''

  /** The chart is whole without it. */
  protected override firstUpdated(): void {
    void import('./series-overlay.ts').catch(() => null)
  }

  protected override get problem(): string | null {
    return super.problem ?? (Object.hasOwn(VITALS, this.metric) ? null : `There is no metric ${this.metric}.`)
  }

  readonly #onPointer = (event: PointerEvent): void => {
    const { left } = (event.currentTarget as Element).getBoundingClientRect()
    if (this.#marks !== null) this.active = bucketAt(this.#marks, event.clientX - left)
  }

  readonly #onLeave = (): void => {
    this.active = -1
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const isKeyboard = (event.currentTarget as Element).matches(':focus-visible')
    if (isKeyboard && this.active === -1) this.active = (this.#marks?.points.length ?? 0) - 1
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const last = (this.#marks?.points.length ?? 0) - 1
    const step = KEY_STEPS[event.key]
    if (event.key === 'Escape') this.active = -1
    if (step === undefined) return
    event.preventDefault()
    this.active = Math.min(last, Math.max(0, (this.active === -1 ? last : this.active) + step))
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        ${this.renderAsked(this.#query, ({ site }, variables) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const { vital, over } = site.segment
          if (vital.count > 0)
            return this.#renderChart(over.map(bucketOf), vital.unit, site.timeZone, variables)
          return this.renderState(
            `No ${variables.metric} in the ${periodWords(this.period)}`,
            'Choose a longer period or fewer filters.',
          )
        })}
      </article>
    `
  }

  #renderChart(
    buckets: Bucket[],
    unit: string,
    timeZone: string,
    { metric, q }: TimeSeriesVariables,
  ): TemplateResult {
    const name = metric as VitalName
    const locale = this.language
    const { good, poor } = VITALS[name]
    const thresholds = [good, poor].filter((value) => value !== null)
    const height = this.#plotHeight
    const width = Math.max(240, this.#width.width - CARD_PADDING)
    const marks = buildSeries({
      buckets,
      width,
      height,
      thresholds,
      timeZone,
      locale,
      showViews: this.showViews,
    })
    this.#marks = marks
    const label = `p${Number((q * 100).toFixed(2))}`
    const last = buckets.length - 1
    const words = { unit, timeZone, locale, notesOf: this.notesOf }
    return html`
      <header>
        <h3>
          <span class="title">${metric} ${label}</span> <span class="muted">${VITAL_LABELS[name]}</span>
        </h3>
        ${seriesLegend(label, this.showViews)}
      </header>
      <div
        class="plot"
        tabindex="0"
        role="slider"
        aria-label="${metric} ${label} over time"
        aria-valuemin="0"
        aria-valuemax=${last}
        aria-valuenow=${this.active === -1 ? last : this.active}
        aria-valuetext=${bucketWords(buckets[this.active === -1 ? last : this.active], words)}
        @pointermove=${this.#onPointer}
        @pointerdown=${this.#onPointer}
        @pointerleave=${this.#onLeave}
        @focus=${this.#onFocus}
        @blur=${this.#onLeave}
        @keydown=${this.#onKey}
      >
        ${seriesPicture({ marks, unit, locale, width, height, active: this.active })}
        <sight-series-overlay
          .site=${this.siteName}
          .range=${this.period}
          .connection=${this.connection}
          .kinds=${this.marks.split(/\s+/)}
          .marks=${marks}
          .buckets=${buckets}
          .active=${this.active}
          .words=${words}
          .metric=${name}
          exportparts="tooltip"
          @sight-notes=${({ detail }: CustomEvent<{ notesOf: (bucket: Bucket) => string[] }>) => (this.notesOf = detail.notesOf)}
        ></sight-series-overlay>
      </div>
      ${dataTable(
        {
          caption: `${metric} ${label} over time`,
          columns: ['Time', label, '95 % interval', 'Samples', 'Views'],
          rows: () =>
            buckets.map((bucket) => [
              formatBucket(bucket.start, bucket.end, timeZone, locale),
              formatMeasureText(bucket.value, unit, locale),
              formatInterval(bucket.low, bucket.high, unit, locale) ?? '–',
              formatCount(bucket.count, locale),
              formatCount(bucket.views, locale),
            ]),
          csv: () => ({
            name: `${metric} ${label}`,
            columns: ['start', 'end', `${label}_${unit}`, `low_${unit}`, `high_${unit}`, 'samples', 'views'],
            rows: buckets.map(({ start, end, value, low, high, count, views }) => [
              new Date(start).toISOString(),
              new Date(end).toISOString(),
              value,
              low,
              high,
              count,
              views,
            ]),
          }),
        },
        this.tableOpen,
        (isOpen) => (this.tableOpen = isOpen),
      )}
    `
  }

  get #plotHeight(): number {
    return this.renderRoot.querySelector('.plot')?.clientHeight ?? 280
  }
}

define('sight-time-series', SightTimeSeries)

declare global {
  interface HTMLElementTagNameMap {
    'sight-time-series': SightTimeSeries
  }
}
