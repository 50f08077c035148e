import {
  html,
  nothing,
  svg,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { buildCells, dayState, daysThatFit, type Cell, type DayState } from '../../charts/status-cells.ts'
import { QueryController } from '../../data/query-controller.ts'
import { formatCount } from '../../format/number.ts'
import { formatBudget, formatCompliance, formatObjective } from '../../format/objective.ts'
import { formatBucket } from '../../format/time.ts'
import { chart } from '../base/chart.styles.ts'
import { dataTable } from '../base/data-table.ts'
import { define } from '../base/define.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { WidthController } from '../base/width-controller.ts'
import { SloElement } from '../slo/slo-element.ts'
import { SLO_STATES, eventWords } from '../slo/slo-words.ts'
import { CELL_HEIGHT, cellMark, DAY_STATES } from './cell-mark.ts'
import { dayLines, dayWords } from './day-words.ts'
import {
  STATUS_STRIP_QUERY,
  type StatusStripAnswer,
  type StatusStripVariables,
  type StripSlo,
} from './status-strip.query.ts'
import { statusStripStyles } from './status-strip.styles.ts'

const CARD_PADDING = 34
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }

/**
 * `<sight-status-strip>`: the days of an SLO as cells, the newest at the end, for a status page: whether each kept the
 * objective, burned budget or missed it, and the share of good events over all of them. Where there is no room for all
 * days the newest are shown.
 *
 * - `slo`: its id, `shop/slo/1`, or with `site` the number at its end. Required.
 * - `days`: how many, 7 to 365. Default 90.
 * - `label`: what the strip is called. Default: the name of the SLO.
 *
 * The strip takes the focus: arrow keys, Home and End go from day to day. `range` and `filter` change nothing.
 * Parts: `card`, `strip`, `tooltip`, `share`, `legend`, `table`, `state`, `skeleton`.
 */
export class SightStatusStrip extends SloElement {
  static override styles: CSSResultGroup = [SloElement.styles, chart, statusStripStyles]

  static override properties: PropertyDeclarations = {
    days: { type: Number, reflect: true },
    label: { reflect: true },
    looked: { state: true },
    current: { state: true },
    tableOpen: { state: true },
  }

  declare days: number
  declare label: string | null
  /** The day that is looked at, counted back from the newest; null for none. */
  declare private looked: number | null
  /** The day that takes the focus, counted likewise. */
  declare private current: number
  declare private tableOpen: boolean

  readonly #query = new QueryController<StatusStripAnswer, StatusStripVariables>(this, {
    query: STATUS_STRIP_QUERY,
    variables: () => (this.subject === null ? null : { ...this.subject, range: { last: `P${this.days}D` } }),
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #width = new WidthController(this)
  #cells: Cell[] = []

  constructor() {
    super()
    this.days = 90
    this.label = null
    this.looked = null
    this.current = 0
    this.tableOpen = false
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    const isFit = Number.isInteger(this.days) && this.days >= 7 && this.days <= 365
    return isFit ? null : 'Set the days attribute to a whole number from 7 to 365.'
  }

  /** Where the days stand; through CSSOM, as the page may forbid style attributes. */
  protected override updated(_changed: PropertyValues): void {
    const days = this.renderRoot.querySelectorAll<HTMLElement>('.days span')
    days.forEach((day, index) => {
      const { x, width } = this.#cells[index] ?? { x: 0, width: 0 }
      day.style.setProperty('left', `${x - 1}px`)
      day.style.setProperty('width', `${width + 2}px`)
    })
    const tooltip = this.renderRoot.querySelector<HTMLElement>('.tooltip')
    const cell = this.#cells.at(-1 - (this.looked ?? 0))
    if (tooltip === null || cell === undefined) return
    const room = (tooltip.parentElement?.clientWidth ?? 0) - tooltip.offsetWidth
    const left = Math.max(0, Math.min(room, cell.x + cell.width / 2 - tooltip.offsetWidth / 2))
    tooltip.style.setProperty('transform', `translateX(${Math.round(left)}px)`)
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.looked = null
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    this.current = Math.min(this.#cells.length - 1, Math.max(0, this.current - step))
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.days span[tabindex="0"]')?.focus(),
    )
  }

  protected override render(): TemplateResult {
    const slo = this.#query.answer?.data.site?.slo
    const { label, rating } = SLO_STATES[slo?.status.state ?? 'NO_DATA']
    const name = this.label ?? slo?.name ?? 'Status'
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3 class="title name" title=${name}>${name}</h3>
          ${
            slo === undefined || slo === null
              ? nothing
              : html`<span class="now ${ratingClass(rating)}">${ratingMark(rating)} ${label}</span>`
          }
        </header>
        ${this.renderAsked(this.#query, ({ site }) => {
          if (site === null || site.slo === null) return this.renderMissing()
          if (site.slo.history.points.some(({ total }) => total > 0))
            return this.#renderStrip(site.slo, site.timeZone, name)
          return this.renderState(
            `No ${eventWords(site.slo)} in the last ${this.days} days`,
            'A day without events is neither good nor bad.',
          )
        })}
      </article>
    `
  }

  #renderStrip(slo: StripSlo, timeZone: string, name: string): TemplateResult {
    const { objective } = slo
    const locale = this.language
    const events = eventWords(slo)
    const width = Math.max(120, this.#width.width - CARD_PADDING)
    // The first day of the period is half a day that nobody asked for.
    const asked = slo.history.points.slice(-this.days)
    const days = asked.slice(-daysThatFit(width, asked.length))
    const states = days.map((day) => dayState(day, objective))
    const place = { objective, events, timeZone, locale }
    this.#cells = buildCells(days.length, width)
    const looked = this.looked === null ? undefined : days.at(-1 - this.looked)
    const lines = looked === undefined ? null : dayLines({ day: looked, ...place })
    const current = Math.min(this.current, days.length - 1)
    const back = (index: number) => days.length - 1 - index
    return html`
      <div class="strip" part="strip" @pointerleave=${() => (this.looked = null)}>
        <svg viewBox="0 0 ${width} ${CELL_HEIGHT}" aria-hidden="true">
          ${states.map((state, index) => cellMark(state, this.#cells[index] ?? { x: 0, width: 0 }))}
        </svg>
        <ol
          class="days"
          aria-label="Days of ${name}"
          @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
        >
          ${days.map(
            (day, index) =>
              html`<li>
                <span
                  role="img"
                  tabindex=${back(index) === current ? 0 : -1}
                  aria-label=${dayWords({ day, ...place })}
                  @pointerenter=${() => (this.looked = back(index))}
                  @pointerdown=${() => (this.looked = back(index))}
                  @focus=${() => (this.looked = this.current = back(index))}
                  @blur=${() => (this.looked = null)}
                ></span>
              </li>`,
          )}
        </ol>
        ${
          lines === null
            ? nothing
            : html`<div class="tooltip" part="tooltip" aria-hidden="true">
                <span class="muted">${lines.date}</span>
                <strong class=${DAY_STATES[lines.state].tone}>${DAY_STATES[lines.state].label}</strong>
                <div class="muted">${lines.share}<br />${lines.budget}</div>
              </div>`
        }
      </div>
      <p class="ends" aria-hidden="true"><span>${days.length - 1} days ago</span><span>Today</span></p>
      ${this.#renderShare(slo, days)} ${renderKey(states, locale)}
      <div class="table">
        ${dataTable(
          {
            caption: `Days of ${name}`,
            columns: ['Day', 'What it was', 'Good', 'Bad', 'All', 'Budget left'],
            rows: asked.map((day) => [
              formatBucket(Date.parse(day.start), Date.parse(day.end), timeZone, locale),
              DAY_STATES[dayState(day, objective)].label,
              formatCompliance(day.compliance, objective, locale),
              formatCount(day.bad, locale),
              formatCount(day.total, locale),
              formatBudget(day.budgetRemaining, locale),
            ]),
            csv: () => ({
              name: `Days of ${name}`,
              columns: ['start', 'end', 'state', 'compliance', 'bad', 'total', 'budget_left'],
              rows: asked.map((day) => [
                day.start,
                day.end,
                dayState(day, objective),
                day.compliance,
                day.bad,
                day.total,
                day.budgetRemaining,
              ]),
            }),
          },
          this.tableOpen,
          (isOpen) => (this.tableOpen = isOpen),
        )}
      </div>
    `
  }

  #renderShare({ objective, ...slo }: StripSlo, days: StripSlo['history']['points']): TemplateResult {
    const total = days.reduce((sum, day) => sum + day.total, 0)
    const bad = days.reduce((sum, day) => sum + day.bad, 0)
    const share = total > 0 ? 1 - bad / total : null
    return html`<p class="share" part="share">
      <b>${formatCompliance(share, objective, this.language)}</b> of ${formatCount(total, this.language)}
      ${eventWords(slo)} good in ${days.length} days
      <span class="muted">· objective ${formatObjective(objective, this.language)}</span>
    </p>`
  }
}

function renderKey(states: readonly DayState[], locale: string): TemplateResult {
  const kinds = (Object.keys(DAY_STATES) as DayState[]).map(
    (state) => [state, states.filter((other) => other === state).length] as const,
  )
  return html`<ul class="key" part="legend">
    ${kinds
      .filter(([, count]) => count > 0)
      .map(
        ([state, count]) =>
          html`<li>
            <svg width="6" height="12" aria-hidden="true">
              ${svg`${cellMark(state, { x: 0, width: 6 }, 12)}`}</svg
            >${DAY_STATES[state].label}: ${formatCount(count, locale)}
          </li>`,
      )}
  </ul>`
}

define('sight-status-strip', SightStatusStrip)

declare global {
  interface HTMLElementTagNameMap {
    'sight-status-strip': SightStatusStrip
  }
}
