import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'
import {
  besideCountry,
  buildCountryMap,
  orderMove,
  type CountryMap,
  type Outline,
} from '../../charts/country-map.ts'
import { EARTH } from '../../charts/earth.ts'
import { parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { RATING_LABELS } from '../../format/names.ts'
import { formatCount, formatShare } from '../../format/number.ts'
import { periodWords } from '../../format/time.ts'
import { dataTable } from '../base/data-table.ts'
import { define } from '../base/define.ts'
import { plotStyles } from '../base/plot.styles.ts'
import { SightElement } from '../base/sight-element.ts'
import { WidthController } from '../base/width-controller.ts'
import { countryFigures, mapCsv, type CountryFigure } from './map-figures.ts'
import { mapLegend, scaleBorders, mapPicture, mapTooltip } from './map-picture.ts'
import { MAP_QUERY, type MapAnswer, type MapPart, type MapVariables } from './map.query.ts'
import { mapStyles } from './map.styles.ts'

const CARD_PADDING = 34
/** The most that the API splits into; there are hardly more countries. */
const MOST_COUNTRIES = 200

/**
 * `<sight-map>`: where visitors are, and how fast it is for them: countries shaded by p75 of a vital, or by their share of
 * views.
 *
 * - `metric`: a VitalMetric, or `VIEWS`. Default `LCP`.
 *
 * Each country with views is a button: arrow keys lead from the worst (or the most) to the next, Home and End to the ends,
 * Escape puts the figures away, Enter chooses.
 * Event `sight-select` {dimension, key}: a country was chosen; the dimension is `COUNTRY`.
 * Parts: `card`, `map`, `tooltip`, `legend`, `table`, `csv`, `state`, `skeleton`.
 */
export class SightMap extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, plotStyles, mapStyles]

  static override properties: PropertyDeclarations = {
    metric: { reflect: true },
    outlines: { state: true },
    stop: { state: true },
    active: { state: true },
    tableOpen: { state: true },
  }

  declare metric: VitalName | 'VIEWS'
  /** Null until they are here; none if they did not come. */
  declare private outlines: readonly Outline[] | null
  /** The country that Tab leads to; null for the first. */
  declare private stop: string | null
  declare private active: string | null
  declare private tableOpen: boolean

  readonly #query = new QueryController<MapAnswer, MapVariables>(this, {
    query: MAP_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            metric: this.metric === 'VIEWS' ? 'LCP' : this.metric,
            timed: this.metric !== 'VIEWS',
            top: MOST_COUNTRIES,
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #width = new WidthController(this)

  constructor() {
    super()
    this.metric = 'LCP'
    this.outlines = null
    this.stop = null
    this.active = null
    this.tableOpen = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // A chunk of its own: the element is there before its largest part.
    if (this.outlines === null)
      import('../../charts/countries.generated.ts').then(
        ({ COUNTRIES }) => (this.outlines = COUNTRIES),
        () => (this.outlines = []),
      )
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    const isFine = this.metric === 'VIEWS' || Object.hasOwn(VITALS, this.metric)
    return isFine ? null : `There is no metric ${this.metric}.`
  }

  get #scale(): number {
    return Math.max(240, this.#width.width - CARD_PADDING) / EARTH.width
  }

  /** Room for the map before it is here, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_map', `${Math.round(EARTH.height * this.#scale)}px`)
    this.style.setProperty('--_px', `${1 / this.#scale}px`)
  }

  /** Beside the country that is read, on the side with more room. */
  protected override updated(): void {
    const tooltip = this.renderRoot.querySelector<HTMLElement>('.tooltip')
    const outline = this.outlines?.find(([code]) => code === this.active)
    if (tooltip === null || outline === undefined) return
    const size = { width: tooltip.offsetWidth, height: tooltip.offsetHeight }
    const { x, y } = besideCountry(outline, size, this.#scale)
    tooltip.style.setProperty('transform', `translate(${x}px, ${y}px)`)
  }

  #onKey(event: KeyboardEvent, order: readonly string[]): void {
    const current = (event.target as Element).getAttribute('data-code') ?? ''
    if (event.key === 'Escape') this.active = null
    if (event.key === 'Enter' || event.key === ' ') this.#onChoose(current)
    const next = order[orderMove(order.indexOf(current), event.key, order.length) ?? -1]
    if (next !== undefined || event.key === ' ') event.preventDefault()
    if (next === undefined) return
    this.stop = next
    this.renderRoot.querySelector<SVGElement>(`[data-code="${next}"]`)?.focus()
  }

  #onChoose(key: string): void {
    const detail = { dimension: 'COUNTRY', key }
    this.dispatchEvent(new CustomEvent('sight-select', { detail, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const isTimed = this.metric !== 'VIEWS'
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending || this.outlines === null}>
        <header>
          <h3>
            <span class="title">${isTimed ? this.metric : 'Views'}</span>
            <span class="muted">by country${isTimed ? ', p75' : ''}</span>
          </h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }, { timed, metric }) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const { views, by } = site.segment
          if (views > 0) return this.#renderParts(by, views, timed ? (metric as VitalName) : null)
          return this.renderState(
            `No views in the ${periodWords(this.period)}`,
            'Choose a longer period or fewer filters.',
          )
        })}
      </article>
    `
  }

  #renderParts(parts: MapPart[], views: number, metric: VitalName | null): TemplateResult {
    const figures = countryFigures(parts, views, this.language)
    const { good, poor } = metric === null ? { good: null, poor: null } : VITALS[metric]
    const map = buildCountryMap({
      outlines: this.outlines ?? [],
      values: figures,
      thresholds: good === null || poor === null ? null : [good, poor],
    })
    const label = `${metric ?? 'Views'} by country`
    return html`
      ${this.#renderMap(map, figures, label)}
      ${mapLegend({
        borders: scaleBorders(map, {
          metric,
          unit: parts[0]?.segment.vital?.unit ?? '',
          locale: this.language,
        }),
        isRated: good !== null,
        hasThin: figures.some(({ thin }) => thin),
      })}
      <p class="notice sums">${this.#sums(parts, map, views)}</p>
      ${dataTable(
        {
          caption: label,
          columns: ['Country', metric === null ? 'Share of views' : 'p75', 'Evidence', 'Views'],
          rows: figures.map(({ name, text, rating, evidence, share }) => [
            name,
            rating === null ? text : `${text} (${RATING_LABELS[rating]})`,
            evidence,
            share,
          ]),
          csv: () => mapCsv(parts, metric ?? 'Views'),
        },
        this.tableOpen,
        (isOpen) => (this.tableOpen = isOpen),
      )}
    `
  }

  #renderMap(map: CountryMap, figures: CountryFigure[], label: string): TemplateResult {
    if (this.outlines?.length === 0)
      return html`<p class="notice" role="status">The map did not load. Its figures are in the table.</p>`
    const byCode = new Map(figures.map((figure) => [figure.code, figure]))
    const order = map.marks.map(({ code }) => code)
    const active = this.active === null ? undefined : byCode.get(this.active)
    return html`<div class="plot">
      ${mapPicture({
        label,
        map,
        figures: byCode,
        scale: this.#scale,
        stop: order.find((code) => code === this.stop) ?? order[0],
        active: this.active,
        onRead: (code) => (this.active = code),
        onChoose: (code) => this.#onChoose(code),
        onKey: (event) => this.#onKey(event, order),
      })}
      ${active === undefined ? nothing : mapTooltip(active, this.metric === 'VIEWS')}
    </div>`
  }

  /** How much of all the map shows. */
  #sums(parts: MapPart[], { marks }: CountryMap, views: number): string {
    const shown = new Set(marks.map(({ code }) => code))
    const away = parts
      .filter(({ key, other }) => other || key === null || !shown.has(key))
      .reduce((sum, { segment }) => sum + segment.views, 0)
    const countries = `${formatCount(marks.length, this.language)} ${marks.length === 1 ? 'country' : 'countries'}`
    const rest = away === 0 ? '' : ` · ${formatShare(away / views, this.language)} from places not on the map`
    return `${formatCount(views, this.language)} views · ${countries}${rest}`
  }
}

define('sight-map', SightMap)

declare global {
  interface HTMLElementTagNameMap {
    'sight-map': SightMap
  }
}
