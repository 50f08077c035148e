import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'
import { parseRange, sparklineInterval } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { RATING_LABELS, VITAL_LABELS } from '../../format/names.ts'
import { formatCount, formatInterval, formatMeasure, formatMeasureText } from '../../format/number.ts'
import { formatBucket, periodWords } from '../../format/time.ts'
import { dataTable } from '../base/data-table.ts'
import { define } from '../base/define.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { ratingShares } from '../base/rating-shares.ts'
import { ratingSharesStyles } from '../base/rating-shares.styles.ts'
import { SightElement } from '../base/sight-element.ts'
import { sparkLine } from '../base/spark.ts'
import { VITAL_CARD_QUERY, type VitalCardAnswer, type VitalCardVariables } from './vital-card.query.ts'
import { vitalCardStyles } from './vital-card.styles.ts'

type Segment = NonNullable<VitalCardAnswer['site']>['segment']

/**
 * `<sight-vital-card>`: one vital at its 75th percentile, with its rating, 95 % interval, samples and shares.
 *
 * - `metric`: a VitalMetric. Default `LCP`. The others are those of every widget (see SightElement).
 * - `selectable`, `selected`: makes the card a button.
 *
 * Event `sight-select` {metric}: a selectable card was chosen.
 * Parts: `card`, `value`, `rating`, `sparkline`, `shares`, `table`, `state`, `skeleton`.
 */
export class SightVitalCard extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, ratingSharesStyles, vitalCardStyles]

  static override properties: PropertyDeclarations = {
    metric: { reflect: true },
    selectable: { type: Boolean, reflect: true },
    selected: { type: Boolean, reflect: true },
    tableOpen: { state: true },
  }

  declare metric: VitalName
  declare selectable: boolean
  declare selected: boolean
  declare private tableOpen: boolean

  readonly #query = new QueryController<VitalCardAnswer, VitalCardVariables>(this, {
    query: VITAL_CARD_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            metric: this.metric,
            interval: sparklineInterval(this.period),
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.metric = 'LCP'
    this.selectable = false
    this.selected = false
    this.tableOpen = false
  }

  protected override get problem(): string | null {
    return super.problem ?? (Object.hasOwn(VITALS, this.metric) ? null : `There is no metric ${this.metric}.`)
  }

  readonly #onChoose = (): void => {
    const detail = { metric: this.metric }
    this.dispatchEvent(new CustomEvent('sight-select', { detail, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const name = VITAL_LABELS[this.metric] ?? ''
    const label = html`<span class="title">${this.metric}</span>
      <span class="name" title=${name}>${name}</span>`
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3>
            ${
              this.selectable
                ? html`<button class="choose" aria-pressed=${this.selected} @click=${this.#onChoose}>
                    ${label}
                  </button>`
                : label
            }
          </h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }, { metric }) =>
          site === null
            ? this.renderState('No such site', `There is no site ${this.siteName ?? ''} that you may see.`)
            : this.#renderSegment(site.segment, metric as VitalName, site.timeZone),
        )}
      </article>
    `
  }

  #renderSegment({ vital, over }: Segment, metric: VitalName, timeZone: string): TemplateResult {
    const { percentile, rating, unit, shares } = vital
    if (percentile.value === null) {
      return this.renderState(
        `No ${metric} in the ${periodWords(this.period)}`,
        'Choose a longer period or fewer filters.',
      )
    }
    const { number, unit: shownUnit } = formatMeasure(percentile.value, unit, this.language)
    const interval = formatInterval(percentile.low, percentile.high, unit, this.language)
    const samples = `${formatCount(percentile.count, this.language)} ${percentile.count === 1 ? 'sample' : 'samples'}`
    return html`
      <div class="headline">
        <p class="value" part="value">
          <span class="visually-hidden">75th percentile </span>${number}<span class="unit">${shownUnit}</span>
        </p>
        ${sparkLine(
          over.map(({ segment }) => segment.vital.percentile.value),
          { className: 'sparkline', height: 32 },
        )}
      </div>
      <p class="rating ${ratingClass(rating)}" part="rating">
        ${rating === null ? nothing : html`${ratingMark(rating)} ${RATING_LABELS[rating]}`}
        ${percentile.thin ? html`<span class="thin">Thin data</span>` : nothing}
      </p>
      <p class="facts">
        ${interval === null ? 'Too few samples for an interval' : html`95 % <span class="word">interval</span> ${interval}`}
      </p>
      <p class="facts">p75 of ${samples}</p>
      ${shares.good === null ? nothing : ratingShares(shares, this.language)}
      <div class="table">
        ${dataTable(
          {
            caption: `${metric} over time`,
            columns: ['Time', 'p75', 'Samples'],
            rows: over.map(({ start, end, segment }) => [
              formatBucket(Date.parse(start), Date.parse(end), timeZone, this.language),
              formatMeasureText(segment.vital.percentile.value, unit, this.language),
              formatCount(segment.vital.percentile.count, this.language),
            ]),
            csv: () => ({
              name: `${metric} p75`,
              columns: ['start', 'end', `p75_${unit}`, 'samples'],
              rows: over.map(({ start, end, segment }) => [
                start,
                end,
                segment.vital.percentile.value,
                segment.vital.percentile.count,
              ]),
            }),
          },
          this.tableOpen,
          (isOpen) => (this.tableOpen = isOpen),
        )}
      </div>
    `
  }
}

define('sight-vital-card', SightVitalCard)

declare global {
  interface HTMLElementTagNameMap {
    'sight-vital-card': SightVitalCard
  }
}
