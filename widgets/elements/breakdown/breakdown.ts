import {
  html,
  nothing,
  svg,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'
import { buildWhiskers, type WhiskerMarks } from '../../charts/whisker.ts'
import { parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { DIMENSIONS, isDimension, keyLabel, RATING_LABELS, type DimensionName } from '../../format/names.ts'
import { formatCount, formatInterval, formatMeasureText, formatShare } from '../../format/number.ts'
import { periodWords } from '../../format/time.ts'
import { csvButton } from '../base/csv-button.ts'
import { define } from '../base/define.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { SightElement } from '../base/sight-element.ts'
import {
  BREAKDOWN_QUERY,
  type BreakdownAnswer,
  type BreakdownPart,
  type BreakdownVariables,
  type DirectionName,
  type SortName,
} from './breakdown.query.ts'
import { breakdownStyles } from './breakdown.styles.ts'

/** Dimensions that have no more values than these, whatever `top` says; the unknown one counts. */
const MOST_KEYS: Partial<Record<DimensionName, number>> = { CONNECTION: 6, DEVICE: 5, NAVIGATION_TYPE: 8 }

/**
 * `<sight-breakdown>`: a segment split by a dimension, each part with its p75, interval, share of views and samples.
 *
 * - `dimension`: a Dimension. Default `PAGE`.
 * - `metric`: a VitalMetric. Default `LCP`.
 * - `top`: how many parts; the rest is one row. Default 10.
 * - `sort`: `views` or `p75`. Default `views`.  `direction`: `ASC` or `DESC`. Default `DESC`.
 *
 * Event `sight-select` {dimension, key}: a row was chosen; the key null is the unknown value.
 * Parts: `card`, `table`, `bar`, `csv`, `state`, `skeleton`.
 */
export class SightBreakdown extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, breakdownStyles]

  static override properties: PropertyDeclarations = {
    dimension: { reflect: true },
    metric: { reflect: true },
    top: { type: Number, reflect: true },
    sort: { reflect: true },
    direction: { reflect: true },
  }

  declare dimension: DimensionName
  declare metric: VitalName
  declare top: number
  declare sort: SortName
  declare direction: DirectionName

  readonly #query = new QueryController<BreakdownAnswer, BreakdownVariables>(this, {
    query: BREAKDOWN_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            metric: this.metric,
            dimension: this.dimension,
            top: this.top,
            orderBy: {
              direction: this.direction,
              ...(this.sort === 'p75' ? { vital: this.metric, q: 0.75 } : {}),
            },
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.dimension = 'PAGE'
    this.metric = 'LCP'
    this.top = 10
    this.sort = 'views'
    this.direction = 'DESC'
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    if (!isDimension(this.dimension)) return `There is no dimension ${String(this.dimension)}.`
    return Object.hasOwn(VITALS, this.metric) ? null : `There is no metric ${this.metric}.`
  }

  /** Room for every row there may be, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_rows', String(Math.min(this.top, MOST_KEYS[this.dimension] ?? this.top) + 1))
  }

  #onSort(sort: SortName): void {
    this.direction = this.sort === sort && this.direction === 'DESC' ? 'ASC' : 'DESC'
    this.sort = sort
  }

  #onSelect(key: string | null): void {
    const detail = { dimension: this.dimension, key }
    this.dispatchEvent(new CustomEvent('sight-select', { detail, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card rows" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3>
            <span class="title">${isDimension(this.dimension) ? DIMENSIONS[this.dimension].plural : ''}</span>
            <span class="muted">by ${this.metric}</span>
          </h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }, variables) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const { by, views } = site.segment
          if (views > 0 && by.length > 0) return this.#renderTable(by, views, variables)
          return this.renderState(
            `No views in the ${periodWords(this.period)}`,
            'Choose a longer period or fewer filters.',
          )
        })}
      </article>
    `
  }

  #renderTable(
    all: BreakdownPart[],
    views: number,
    { dimension, metric, orderBy }: BreakdownVariables,
  ): TemplateResult {
    // Where every part is shown there are no others.
    const parts = all.filter(({ other, segment }) => !other || segment.views > 0)
    const name = dimension as DimensionName
    const marks = buildWhiskers(parts.map(({ segment }) => segment.vital.percentile))
    const sort: SortName = orderBy.vital === undefined ? 'views' : 'p75'
    return html`
      <table part="table">
        <caption class="visually-hidden">
          ${DIMENSIONS[name].plural} by ${metric}
        </caption>
        <colgroup>
          <col />
          <col class="col-bar" />
          <col class="col-value" />
          <col class="col-views" />
          <col class="col-samples" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">${DIMENSIONS[name].label}</th>
            <td class="bar-cell"></td>
            ${this.#renderSort('p75', 'p75', sort, orderBy.direction)}
            ${this.#renderSort('views', 'Views', sort, orderBy.direction)}
            <th scope="col" class="figure samples">Samples</th>
          </tr>
        </thead>
        <tbody>
          ${parts.map((part, index) => this.#renderPart(part, views, name, marks[index]))}
        </tbody>
      </table>
      ${all.length > this.top ? nothing : html`<p class="no-more">No more in this period</p>`}
      ${csvButton(() => ({
        name: `${metric} by ${DIMENSIONS[name].label}`,
        columns: [dimension.toLowerCase(), 'p75', 'low', 'high', 'samples', 'views'],
        rows: parts.map(({ key, other, segment }) => {
          const { value, low, high, count } = segment.vital.percentile
          return [other ? 'all others' : key, value, low, high, count, segment.views]
        }),
      }))}
    `
  }

  #renderSort(sort: SortName, label: string, sorted: SortName, direction: DirectionName): TemplateResult {
    const isActive = sort === sorted
    const order = direction === 'DESC' ? 'descending' : 'ascending'
    const arrow = isActive ? (direction === 'DESC' ? '↓' : '↑') : ''
    return html`<th scope="col" class="figure" aria-sort=${isActive ? order : 'none'}>
      <button class="sort" ?data-active=${isActive} @click=${() => this.#onSort(sort)}>
        ${label}<span aria-hidden="true"> ${arrow}</span>
      </button>
    </th>`
  }

  #renderPart(
    { key, other, segment }: BreakdownPart,
    views: number,
    dimension: DimensionName,
    marks: WhiskerMarks | undefined,
  ): TemplateResult {
    const { unit, rating, percentile } = segment.vital
    const label = other ? 'All others' : keyLabel(dimension, key, this.language)
    const interval = formatInterval(percentile.low, percentile.high, unit, this.language)
    const samples = formatCount(percentile.count, this.language)
    const evidence = `${interval === null ? 'Thin data' : `95 % interval ${interval}`}, ${samples} samples`
    return html`<tr class=${percentile.thin ? 'thin' : ''}>
      <th scope="row">
        ${
          other
            ? html`<span class="label muted">${label}</span>`
            : html`<button class="key" title=${label} @click=${() => this.#onSelect(key)}>${label}</button>
                <span class="row-evidence" aria-hidden="true">${evidence}</span>`
        }
      </th>
      <td class="bar-cell ${ratingClass(rating)}">${marks === undefined ? nothing : whiskerBar(marks)}</td>
      <td class="figure" title=${evidence}>
        <span class=${ratingClass(rating)}
          >${
            rating === null
              ? nothing
              : html`${ratingMark(rating)}<span class="visually-hidden">${RATING_LABELS[rating]} </span>`
          }</span
        ><span class="value">${formatMeasureText(percentile.value, unit, this.language)}</span>
        <span class="visually-hidden">${evidence}</span>
      </td>
      <td class="figure">${formatShare(views === 0 ? null : segment.views / views, this.language)}</td>
      <td class="figure muted samples">${samples}</td>
    </tr>`
  }
}

function whiskerBar({ bar, whisker }: WhiskerMarks): TemplateResult {
  const stem = (x1: number, x2: number, y1: number, y2: number) =>
    svg`<line x1="${x1}%" x2="${x2}%" y1=${y1} y2=${y2} />`
  return html`<svg class="bar" part="bar" aria-hidden="true">
    ${svg`
      <rect class="track" y="4" width="100%" height="8" rx="2" />
      ${bar === null ? nothing : svg`<rect class="fill" y="4" width="${bar}%" height="8" rx="2" />`}
      ${
        whisker === null
          ? nothing
          : [
              stem(whisker.from, whisker.to, 8, 8),
              stem(whisker.from, whisker.from, 5, 11),
              whisker.cut ? nothing : stem(whisker.to, whisker.to, 5, 11),
            ]
      }`}
  </svg>`
}

define('sight-breakdown', SightBreakdown)

declare global {
  interface HTMLElementTagNameMap {
    'sight-breakdown': SightBreakdown
  }
}
