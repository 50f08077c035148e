import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { isDimension, type DimensionName } from '../../format/names.ts'
import { formatCount } from '../../format/number.ts'
import { formatBounds } from '../../format/burn.ts'
import { formatCompliance, formatObjective } from '../../format/objective.ts'
import { formatMoment, formatSpan } from '../../format/time.ts'
import { csvButton } from '../base/csv-button.ts'
import { define } from '../base/define.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { renderBudget } from './budget-bar.ts'
import { burnersTable, burnRatesTable, sloCsv } from './burn-tables.ts'
import { rulesList } from './rules-list.ts'
import { SloElement } from './slo-element.ts'
import {
  SLO_QUERY,
  type OneSlo,
  type SloAnswer,
  type SloStatusAnswer,
  type SloVariables,
} from './slo.query.ts'
import { sloStyles } from './slo.styles.ts'
import { SLO_STATES, eventWords, windowWords } from './slo-words.ts'

/** Under so many events a share is marked as thin. */
const THIN = 30
const LATE_MS = 120_000

/**
 * `<sight-slo>`: how an SLO stands: its compliance beside the objective, the budget that is left and until when, how
 * fast it burns, which rules say so, and who burned it.
 *
 * - `slo`: its id, `shop/slo/1`, or with `site` the number at its end. Required.
 * - `top`: how many of those who burned the budget, for an SLO with a fan-out; 0: none. Default 3.
 *
 * The window is the SLO's own, and so is what counts: `range` and `filter` change nothing.
 * Event `sight-select` {dimension, key}: one who burned the budget was chosen; the key null is the unknown value.
 * Parts: `card`, `state-of-slo`, `value`, `budget`, `burn-rates`, `rules`, `burners`, `csv`, `state`, `skeleton`.
 */
export class SightSlo extends SloElement {
  static override styles: CSSResultGroup = [SloElement.styles, sloStyles]

  static override properties: PropertyDeclarations = { top: { type: Number, reflect: true } }

  declare top: number

  readonly #query = new QueryController<SloAnswer, SloVariables>(this, {
    query: SLO_QUERY,
    variables: () =>
      this.subject === null ? null : { ...this.subject, top: Math.max(1, this.top), split: this.top > 0 },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.top = 3
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    const isWhole = Number.isInteger(this.top) && this.top >= 0 && this.top <= 50
    return isWhole ? null : 'Set the top attribute to a whole number from 0 to 50.'
  }

  /** Room for every row there may be, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_burners', String(this.top > 0 ? this.top + 1 : 0))
  }

  readonly #onSelect = (dimension: DimensionName, key: string | null): void => {
    const detail = { dimension, key }
    this.dispatchEvent(new CustomEvent('sight-select', { detail, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const slo = this.#query.answer?.data.site?.slo ?? null
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3 class="title name">${slo?.name ?? 'Service level objective'}</h3>
          ${slo === null ? nothing : this.#renderAbout(slo)}
        </header>
        ${this.renderAsked(this.#query, ({ site }) => {
          if (site === null || site.slo === null) return this.renderMissing()
          if (site.slo.status.state !== 'NO_DATA') return this.#renderSlo(site.slo, site.timeZone)
          return this.renderState(
            `No ${eventWords(site.slo)} in the ${windowWords(site.slo.window, this.language)}`,
            'See whether the site still sends them.',
          )
        })}
      </article>
    `
  }

  #renderAbout({ indicator, window }: OneSlo): TemplateResult {
    const about = `${indicator.description} · ${windowWords(window, this.language)}`
    return html`<span class="muted about" title=${about}>${about}</span>`
  }

  #renderSlo(slo: OneSlo, timeZone: string): TemplateResult {
    const { status, fanOut } = slo
    const dimension = fanOut !== null && isDimension(fanOut.dimension) ? fanOut.dimension : null
    const burners = slo.burners ?? []
    return html`
      <div class="columns">
        <section>
          ${this.#renderHead(slo)}
          ${
            status.budget === null
              ? nothing
              : renderBudget(status.budget, { events: eventWords(slo), locale: this.language })
          }
          <p class="facts ahead">${this.#aheadWords(status, timeZone)}</p>
          ${this.#renderLate(status, timeZone)}
        </section>
        <section>${burnRatesTable(status.burnRates, this.language)} ${rulesList(status.rules)}</section>
      </div>
      ${
        this.top === 0
          ? nothing
          : burnersTable(burners, {
              fanOut,
              objective: slo.objective,
              locale: this.language,
              onSelect: dimension === null ? null : (key) => this.#onSelect(dimension, key),
            })
      }
      ${csvButton(() => sloCsv(slo))}
    `
  }

  #renderHead(slo: OneSlo): TemplateResult {
    const { objective, status } = slo
    const { label, rating } = SLO_STATES[status.state]
    const { value, low, high, total } = status.compliance
    const bounds = formatBounds(low, high, objective, this.language)
    return html`
      <p class="rating ${ratingClass(rating)}" part="state-of-slo">
        ${ratingMark(rating)} ${label} ${total < THIN ? html`<span class="thin">Thin data</span>` : nothing}
      </p>
      <p class="value" part="value">
        <span class="visually-hidden">Compliance </span>${formatCompliance(value, objective, this.language)}
        <span class="unit">of ${formatObjective(objective, this.language)}</span>
      </p>
      <p class="facts">
        ${bounds === null ? 'No interval' : `95 % interval ${bounds}`} · ${formatCount(total, this.language)}
        ${eventWords(slo)}
      </p>
    `
  }

  #aheadWords({ state, exhaustedAt, at, burnRates }: SloStatusAnswer, timeZone: string): string {
    if (state === 'EXHAUSTED') return 'The budget of this window is used up.'
    if (burnRates[1]?.rate === null) return 'No events in the last hour: nothing can be foreseen.'
    if (exhaustedAt === null) return 'At the pace of the last hour the budget lasts.'
    const then = Date.parse(exhaustedAt)
    const left = formatSpan(then - Date.parse(at), this.language)
    return `At the pace of the last hour the budget is used up in ${left}: ${formatMoment(then, timeZone, this.language)}.`
  }

  #renderLate({ at, watermark }: SloStatusAnswer, timeZone: string): TemplateResult | typeof nothing {
    const until = watermark === null ? null : Date.parse(watermark)
    if (until === null || Date.parse(at) - until <= LATE_MS) return nothing
    return html`<p class="facts late">
      Data are late: complete until ${formatMoment(until, timeZone, this.language)}.
    </p>`
  }
}

define('sight-slo', SightSlo)

declare global {
  interface HTMLElementTagNameMap {
    'sight-slo': SightSlo
  }
}
