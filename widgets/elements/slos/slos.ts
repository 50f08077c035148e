import {
  html,
  nothing,
  svg,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { burnDown } from '../../charts/burn-down.ts'
import { buildSparkline } from '../../charts/sparkline.ts'
import { QueryController } from '../../data/query-controller.ts'
import { formatCount, NO_VALUE } from '../../format/number.ts'
import { formatBounds } from '../../format/burn.ts'
import { formatBudget, formatCompliance, formatObjective } from '../../format/objective.ts'
import { csvButton } from '../base/csv-button.ts'
import { define } from '../base/define.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { SightElement } from '../base/sight-element.ts'
import { budgetBar } from '../slo/budget-bar.ts'
import { SLO_STATES, type SloStateName, eventWords, windowWords } from '../slo/slo-words.ts'
import { SLOS_QUERY, type SloRow, type SlosAnswer, type SlosVariables } from './slos.query.ts'
import { slosStyles } from './slos.styles.ts'

const SPARKLINE = { width: 120, height: 28 }
const URGENCY: readonly SloStateName[] = ['EXHAUSTED', 'BURNING', 'OK', 'NO_DATA']

/**
 * `<sight-slos>`: the SLOs of a site, those in trouble first: state, compliance, what is left of the budget, and how it
 * went in the window.
 *
 * - `top`: how many. Default 5.
 *
 * Each SLO has its own window and filter: `range` and `filter` change nothing.
 * Event `sight-slo` {id}: a row was chosen.
 * Parts: `card`, `table`, `csv`, `state`, `skeleton`.
 */
export class SightSlos extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, slosStyles]

  static override properties: PropertyDeclarations = { top: { type: Number, reflect: true } }

  declare top: number

  readonly #query = new QueryController<SlosAnswer, SlosVariables>(this, {
    query: SLOS_QUERY,
    variables: () => (this.problem !== null || this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.top = 5
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    return Number.isInteger(this.top) && this.top > 0
      ? null
      : 'Set the top attribute to a whole number above 0.'
  }

  /** Room for every row there may be, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_rows', String(this.top))
  }

  #onOpen(id: string): void {
    this.dispatchEvent(new CustomEvent('sight-slo', { detail: { id }, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card rows" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3 class="title">Service level objectives</h3>
          <span class="muted">${this.#shownWords()}</span>
        </header>
        ${this.renderAsked(this.#query, ({ site }) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          if (site.slos.length > 0) return this.#renderTable(site.slos)
          return this.renderState(
            'No SLOs',
            'Make one with createSlo, or import yours: sightline slo import.',
          )
        })}
      </article>
    `
  }

  #shownWords(): string {
    const count = this.#query.answer?.data.site?.slos.length ?? 0
    const shown = Math.min(this.top, count)
    return count === 0
      ? '\u00a0'
      : `${formatCount(shown, this.language)} of ${formatCount(count, this.language)}`
  }

  #renderTable(all: readonly SloRow[]): TemplateResult {
    const urgency = ({ status }: SloRow) => URGENCY.indexOf(status.state)
    const rows = [...all].sort((a, b) => urgency(a) - urgency(b) || a.name.localeCompare(b.name))
    return html`<table part="table">
        <caption class="visually-hidden">
          Service level objectives
        </caption>
        <colgroup>
          <col />
          <col class="col-state" />
          <col class="col-good" />
          <col class="col-line" />
          <col class="col-budget" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Objective</th>
            <th scope="col"><span class="state-word">State</span></th>
            <th scope="col" class="figure good-cell">Good</th>
            <th scope="col" class="line">Over its window</th>
            <th scope="col">Budget left</th>
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, this.top).map((row) => this.#renderRow(row))}
        </tbody>
      </table>
      ${csvButton(() => ({
        name: 'SLOs',
        columns: ['id', 'name', 'state', 'objective', 'compliance', 'low', 'high', 'total', 'budget_left'],
        rows: rows.map(({ id, name, objective, status: { state, compliance, budget } }) => [
          id,
          name,
          state,
          objective,
          compliance.value,
          compliance.low,
          compliance.high,
          compliance.total,
          budget?.remainingShare ?? null,
        ]),
      }))}`
  }

  #renderRow(row: SloRow): TemplateResult {
    const { id, name, objective, indicator, window, status, history } = row
    const { label, rating } = SLO_STATES[status.state]
    const { value, low, high, total } = status.compliance
    const locale = this.language
    const about = `${indicator.description} · ${windowWords(window, locale)}`
    const evidence = `95 % interval ${formatBounds(low, high, objective, locale) ?? NO_VALUE}, ${formatCount(total, locale)} ${eventWords(row)}`
    const points = burnDown(
      history.points.map(({ start, end, bad, total }) => ({
        start: Date.parse(start),
        end: Date.parse(end),
        bad,
        total,
      })),
      objective,
    )
    return html`<tr>
      <th scope="row">
        <button class="open" title=${name} @click=${() => this.#onOpen(id)}>${name}</button>
        <small title=${about}>${about}</small>
        <span class="row-evidence" aria-hidden="true">${evidence}</span>
      </th>
      <td class="state-cell" title=${label}>
        <span class=${ratingClass(rating)}
          >${ratingMark(rating)}<span class="state-word">${label}</span></span
        >
      </td>
      <td class="figure good-cell" title=${evidence}>
        ${formatCompliance(value, objective, locale)} of ${formatObjective(objective, locale)}
        <small>${formatCount(total, locale)} ${eventWords(row)}</small>
        <span class="visually-hidden">${evidence}</span>
      </td>
      <td class="line">${sparkline(points.map(({ left }) => left))}</td>
      <td>
        ${
          status.budget === null
            ? NO_VALUE
            : html`<span class="budget-line">${formatBudget(status.budget.remainingShare, locale)}</span>
                ${budgetBar(status.budget.remainingShare)}`
        }
      </td>
    </tr>`
  }
}

function sparkline(values: readonly number[]): TemplateResult {
  const { line, end } = buildSparkline(values, SPARKLINE)
  return html`<svg
    class="sparkline"
    viewBox="0 0 ${SPARKLINE.width} ${SPARKLINE.height}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${svg`<path d=${line} />${end === null ? nothing : svg`<path class="dot" d="M${end.x} ${end.y}h0" />`}`}
  </svg>`
}

define('sight-slos', SightSlos)

declare global {
  interface HTMLElementTagNameMap {
    'sight-slos': SightSlos
  }
}
