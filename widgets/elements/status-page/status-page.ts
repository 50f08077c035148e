import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { formatAgo } from '../../format/time.ts'
import { chart } from '../base/chart.styles.ts'
import { dataTable } from '../base/data-table.ts'
import { define } from '../base/define.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { SightElement } from '../base/sight-element.ts'
import { WidthController } from '../base/width-controller.ts'
import { componentRow } from './component-row.ts'
import { openIncident, pastIncident } from './incident-card.ts'
import {
  STATUS_PAGE_QUERY,
  type StatusPageAnswer,
  type StatusPageVariables,
  type StatusViewAnswer,
} from './status-page.query.ts'
import { statusPageStyles } from './status-page.styles.ts'
import { STATES, dayText, figureOf } from './status-words.ts'

/** Of a box and its border, both sides; narrow ones have less. */
const PADDING = 42
const NARROW = { upTo: 480, padding: 34 }
const STEPS: Record<string, number> = { ArrowLeft: 1, ArrowRight: -1, Home: Infinity, End: -Infinity }

/**
 * `<sight-status-page>`: how a site is doing, for the public: the state of the whole and of each component with its last
 * 90 days, and incidents in the words of people. It asks with the token of the page's readers, which the context gets from
 * `token-from`; no figure in it rests on fewer visitors than the page's floor.
 *
 * - `page`: the slug of the page, for tokens that are not those of its readers.
 * - `compact`: the state and the components alone.
 * - `feed`: the address of the page's Atom feed, for a link.
 *
 * `site`, `range` and `filter` change nothing. Each strip takes the focus: arrow keys, Home and End go from day to day.
 * How high it is depends on the components: give it a `min-height` where something stands below it.
 * Parts: `banner`, `incident`, `component`, `past-incident`, `tooltip`, `table`, `state`, `skeleton`.
 */
export class SightStatusPage extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, chart, statusPageStyles]

  static override properties: PropertyDeclarations = {
    page: { reflect: true },
    compact: { type: Boolean, reflect: true },
    feed: { reflect: true },
    looked: { state: true },
    current: { state: true },
    tableOpen: { state: true },
  }

  declare page: string | null
  declare compact: boolean
  declare feed: string | null
  /** The day that is looked at, counted back from the newest, and of which component. */
  declare private looked: { key: string; back: number } | null
  /** The day of each component that takes the focus, counted likewise. */
  declare private current: ReadonlyMap<string, number>
  declare private tableOpen: boolean

  readonly #query = new QueryController<StatusPageAnswer, StatusPageVariables>(this, {
    query: STATUS_PAGE_QUERY,
    variables: () => ({ slug: this.page }),
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #width = new WidthController(this)
  #isThere = false

  constructor() {
    super()
    this.page = null
    this.compact = false
    this.feed = null
    this.looked = null
    this.current = new Map()
    this.tableOpen = false
  }

  protected override get problem(): string | null {
    return null
  }

  /** Where days and tooltips stand; through CSSOM, as the page may forbid style attributes. */
  protected override updated(_changed: PropertyValues): void {
    for (const day of this.renderRoot.querySelectorAll<HTMLElement>('.days span')) {
      day.style.setProperty('left', `${day.dataset['x'] ?? 0}px`)
      day.style.setProperty('width', `${day.dataset['width'] ?? 0}px`)
    }
    this.#goToIncident()
    const tooltip = this.renderRoot.querySelector<HTMLElement>('.tooltip')
    if (tooltip === null) return
    const room = (tooltip.parentElement?.clientWidth ?? 0) - tooltip.offsetWidth
    const left = Math.max(0, Math.min(room, Number(tooltip.dataset['x'] ?? 0) - tooltip.offsetWidth / 2))
    tooltip.style.setProperty('transform', `translateX(${Math.round(left)}px)`)
  }

  /** The feed names incidents by the hash, which the browser does not look for in here. */
  #goToIncident(): void {
    const incident = this.renderRoot.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`)
    if (this.#isThere || incident === null) return
    this.#isThere = true
    incident.querySelector('details')?.setAttribute('open', '')
    incident.scrollIntoView()
  }

  #onKey(key: string, event: KeyboardEvent, days: number): void {
    if (event.key === 'Escape') this.looked = null
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const back = Math.min(days - 1, Math.max(0, (this.current.get(key) ?? 0) + step))
    this.current = new Map([...this.current, [key, back]])
    const strip = (event.currentTarget as HTMLElement | null) ?? null
    void this.updateComplete.then(() => strip?.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
  }

  protected override render(): TemplateResult {
    return html`<article aria-busy=${this.#query.pending}>
      ${this.renderAsked(this.#query, ({ statusPage }) =>
        statusPage === null
          ? this.renderState('No such status page', 'It is not published, or not for you.')
          : this.#renderView(statusPage),
      )}
    </article>`
  }

  #renderView(view: StatusViewAnswer): TemplateResult {
    const { state, at, timeZone, incidents } = view
    const locale = this.language
    const { label, rating } = STATES[state]
    const open = incidents.filter(({ resolvedAt }) => resolvedAt === null)
    return html`
      <section class="banner ${ratingClass(rating)}" part="banner" role="status">
        ${ratingMark(rating)}
        <h2>${state === 'OPERATIONAL' ? 'All systems operational' : label}</h2>
        <time class="muted" datetime=${at}>Updated ${formatAgo(Date.parse(at), Date.now(), locale)}</time>
      </section>
      ${open.map((incident) => openIncident(incident, { timeZone, locale }))}
      <section class="box" aria-label="Components">
        <ul class="components">
          ${view.components.map((component) => this.#renderRow(component, timeZone))}
        </ul>
        ${this.#renderTable(view)}
      </section>
      ${this.compact ? nothing : this.#renderPast(view)}
    `
  }

  #renderRow(component: StatusViewAnswer['components'][number], timeZone: string): TemplateResult {
    const { key } = component
    const { width } = this.#width
    return componentRow(component, {
      width: Math.max(120, width - (width <= NARROW.upTo ? NARROW.padding : PADDING)),
      timeZone,
      locale: this.language,
      looked: this.looked?.key === key ? this.looked.back : null,
      current: this.current.get(key) ?? 0,
      look: (back) => {
        this.looked = back === null ? null : { key, back }
        if (back !== null) this.current = new Map([...this.current, [key, back]])
      },
      step: (event, days) => this.#onKey(key, event, days),
    })
  }

  #renderTable({ components, timeZone }: StatusViewAnswer): TemplateResult {
    const locale = this.language
    const days = components[0]?.days ?? []
    const rows = days.map((_, index) => components.map((component) => component.days[index]))
    return dataTable(
      {
        caption: 'Days of all components',
        columns: ['Day', ...components.map(({ name }) => name)],
        rows: rows.map((row, index) => [
          dayText(days[index]?.start ?? '', timeZone, locale),
          ...row.map((day, place) =>
            day === undefined ? '' : figureOf(day, unitOf(components[place]?.metric), locale),
          ),
        ]),
        csv: () => ({
          name: 'Status',
          columns: ['start', ...components.map(({ name }) => name)],
          rows: rows.map((row, index) => [
            days[index]?.start ?? '',
            ...row.map((day) => day?.compliance ?? day?.p75 ?? null),
          ]),
        }),
      },
      this.tableOpen,
      (isOpen) => (this.tableOpen = isOpen),
    )
  }

  #renderPast({ incidents, timeZone, floor }: StatusViewAnswer): TemplateResult {
    const past = incidents.filter(({ resolvedAt }) => resolvedAt !== null)
    return html`
      <section class="box" aria-labelledby="past">
        <h2 id="past">Past incidents</h2>
        ${
          past.length === 0
            ? html`<p class="muted">None in the last 90 days.</p>`
            : html`<ul class="past">
                ${past.map((incident) => pastIncident(incident, { timeZone, locale: this.language }))}
              </ul>`
        }
        <footer class="muted">
          <p>
            Measured in the browsers of visitors. Days are told once they are over, and nothing is told of
            fewer than ${floor} visitors.
          </p>
          ${this.feed === null ? nothing : html`<a class="link" href=${this.feed}>Subscribe to incidents (Atom)</a>`}
        </footer>
      </section>
    `
  }
}

function unitOf(metric: string | null | undefined): string {
  return metric === 'CLS' || metric === null || metric === undefined ? '' : 'ms'
}

define('sight-status-page', SightStatusPage)

declare global {
  interface HTMLElementTagNameMap {
    'sight-status-page': SightStatusPage
  }
}
