import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { rateVital, VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'
import { buildHistogram } from '../../charts/histogram.ts'
import { parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { RATING_LABELS, VITAL_LABELS } from '../../format/names.ts'
import { formatCount, formatInterval, formatMeasureText, formatShare } from '../../format/number.ts'
import { periodWords } from '../../format/time.ts'
import { CursorController } from '../base/cursor-controller.ts'
import { dataTable } from '../base/data-table.ts'
import { define } from '../base/define.ts'
import { plot } from '../base/plot.ts'
import { plotStyles } from '../base/plot.styles.ts'
import { ratingClass, ratingMark, ratingName } from '../base/rating-mark.ts'
import { ratingShares } from '../base/rating-shares.ts'
import { ratingSharesStyles } from '../base/rating-shares.styles.ts'
import { SightElement } from '../base/sight-element.ts'
import { WidthController } from '../base/width-controller.ts'
import { distributionPicture } from './distribution-picture.ts'
import {
  DISTRIBUTION_QUERY,
  type DistributionAnswer,
  type DistributionOf,
  type DistributionVariables,
} from './distribution.query.ts'
import { distributionStyles } from './distribution.styles.ts'

const CARD_PADDING = 34
const MOST_BINS = 200

/**
 * `<sight-distribution>`: how the values of a vital are spread, over the bands of its ratings, with p50, p75, p90 and p99.
 *
 * - `metric`: a VitalMetric. Default `LCP`.
 * - `bins`: how many columns, 200 at most. Default 40. The last one holds everything above as well.
 *
 * The chart takes the focus: arrow keys, Page up and down, Home and End read it bin by bin, Escape ends that.
 * Parts: `card`, `plot`, `tooltip`, `shares`, `table`, `state`, `skeleton`.
 * Custom property: `--sight-chart-height` (300px), the height of the plot.
 */
export class SightDistribution extends SightElement {
  static override styles: CSSResultGroup = [
    SightElement.styles,
    plotStyles,
    ratingSharesStyles,
    distributionStyles,
  ]

  static override properties: PropertyDeclarations = {
    metric: { reflect: true },
    bins: { type: Number, reflect: true },
    tableOpen: { state: true },
  }

  declare metric: VitalName
  declare bins: number
  declare private tableOpen: boolean

  readonly #query = new QueryController<DistributionAnswer, DistributionVariables>(this, {
    query: DISTRIBUTION_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            metric: this.metric,
            bins: this.bins,
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #width = new WidthController(this)
  readonly #cursor = new CursorController(this)

  constructor() {
    super()
    this.metric = 'LCP'
    this.bins = 40
    this.tableOpen = false
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    if (!Object.hasOwn(VITALS, this.metric)) return `There is no metric ${this.metric}.`
    const isFine = Number.isInteger(this.bins) && this.bins >= 1 && this.bins <= MOST_BINS
    return isFine ? null : `bins is ${this.bins}: choose 1 to ${MOST_BINS}.`
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3>
            <span class="title">${this.metric} distribution</span>
            <span class="muted">${VITAL_LABELS[this.metric] ?? ''}</span>
          </h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }, { metric }) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const { vital } = site.segment
          if (vital.count > 0) return this.#renderVital(vital, metric as VitalName)
          return this.renderState(
            `No ${metric} in the ${periodWords(this.period)}`,
            'Choose a longer period or fewer filters.',
          )
        })}
      </article>
    `
  }

  #renderVital(vital: DistributionOf, metric: VitalName): TemplateResult {
    const { histogram: bins, unit, percentiles, shares } = vital
    const locale = this.language
    const width = Math.max(240, this.#width.width - CARD_PADDING)
    const height = this.renderRoot.querySelector('.plot')?.clientHeight ?? 300
    const measured = percentiles.filter(({ value }) => value !== null)
    const { good, poor } = VITALS[metric]
    const marks = buildHistogram({
      bins,
      percentiles: measured.map(({ value }) => value ?? 0),
      thresholds: [good, poor].filter((value) => value !== null),
      width,
      height,
    })
    this.#cursor.points = marks.points
    const total = bins.reduce((sum, { count }) => sum + count, 0)
    const range = (index: number) => {
      const { from = 0, to = 0 } = bins[index] ?? {}
      if (index === bins.length - 1) return `${formatMeasureText(from, unit, locale)} and more`
      return formatInterval(from, to, unit, locale) ?? ''
    }
    const figures = (index: number) => {
      const { count = 0 } = bins[index] ?? {}
      return [formatCount(count, locale), formatShare(total === 0 ? null : count / total, locale)] as const
    }
    const rating = (index: number) => ratingName(rateVital(metric, bins[index]?.to ?? 0))
    return html`
      ${plot({
        label: `${metric} distribution`,
        cursor: this.#cursor,
        words: (index) => `${range(index)}: ${figures(index)[0]} views, ${figures(index)[1]}`,
        picture: distributionPicture({
          marks,
          percentiles: measured,
          unit,
          locale,
          active: this.#cursor.active,
        }),
        width,
        height,
        tooltip: (index) => {
          const rated = rating(index)
          return html`<span class="muted">${range(index)}</span>
            <strong>${figures(index)[0]} views</strong>
            ${rated === null ? nothing : html`<div class=${ratingClass(rated)}>${ratingMark(rated)} ${RATING_LABELS[rated]}</div>`}
            <div class="muted">${figures(index)[1]} of all</div>`
        },
      })}
      <div class="sums">
        <p class="notice">${this.#evidence(vital)}</p>
        ${shares.good === null ? nothing : ratingShares(shares, locale)}
      </div>
      ${dataTable(
        {
          caption: `${metric} distribution`,
          columns: [metric, 'Views', 'Share'],
          rows: bins.map((_, index) => [range(index), ...figures(index)]),
          csv: () => ({
            name: `${metric} distribution`,
            columns: [`from_${unit}`, `to_${unit}`, 'views'],
            rows: bins.map(({ from, to, count }) => [from, to, count]),
          }),
        },
        this.tableOpen,
        (isOpen) => (this.tableOpen = isOpen),
      )}
    `
  }

  /** p75 with its interval, and how many values all rests on. */
  #evidence({ percentiles, unit, count }: DistributionOf): string {
    const p75 = percentiles.find(({ q }) => q === 0.75)
    const interval = formatInterval(p75?.low ?? null, p75?.high ?? null, unit, this.language)
    const bounds =
      interval === null ? 'Thin data: too few samples for an interval' : `95 % of p75 in ${interval}`
    return `${bounds} · ${formatCount(count, this.language)} ${count === 1 ? 'sample' : 'samples'}`
  }
}

define('sight-distribution', SightDistribution)

declare global {
  interface HTMLElementTagNameMap {
    'sight-distribution': SightDistribution
  }
}
