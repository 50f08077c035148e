import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { formatCount } from '../../format/number.ts'
import { formatAgo, formatMoment, formatSpan } from '../../format/time.ts'
import { csvButton } from '../base/csv-button.ts'
import { define } from '../base/define.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { SightElement } from '../base/sight-element.ts'
import { ALERT_STATES, endingWords, forWhom, FROZEN } from './alert-words.ts'
import {
  ALERTS_QUERY,
  type AlertRow,
  type AlertsAnswer,
  type AlertsVariables,
  type RuleRow,
} from './alerts.query.ts'
import { alertsStyles } from './alerts.styles.ts'

const MOST_FROZEN = 2

/**
 * `<sight-alerts>`: what is wrong now and was lately: state, rule, for whom, how bad, since when; and the rules that say
 * nothing because they have no evidence, with the reason.
 *
 * - `first`: how many of the newest alerts, 1 to 200. Those that are open are shown first. Default 5.
 *
 * Rules have their own filters and times: `range` and `filter` change nothing.
 * Event `sight-alert` {id}: an alert was chosen.
 * Parts: `card`, `alerts`, `frozen`, `csv`, `state`, `skeleton`.
 */
export class SightAlerts extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, alertsStyles]

  static override properties: PropertyDeclarations = { first: { type: Number, reflect: true } }

  declare first: number

  readonly #query = new QueryController<AlertsAnswer, AlertsVariables>(this, {
    query: ALERTS_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null ? null : { site: this.siteName, first: this.first },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.first = 5
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    const isFit = Number.isInteger(this.first) && this.first >= 1 && this.first <= 200
    return isFit ? null : 'Set the first attribute to a whole number from 1 to 200.'
  }

  /** Room for every row there may be, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_rows', String(this.first))
  }

  #onOpen(id: string): void {
    this.dispatchEvent(new CustomEvent('sight-alert', { detail: { id }, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const site = this.#query.answer?.data.site
    const open = site?.alerts.nodes.filter(({ state }) => state !== 'RESOLVED').length
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3 class="title">Alerts</h3>
          <span class="muted"
            >${open === undefined ? '\u00a0' : open === 0 ? 'none open' : `${formatCount(open, this.language)} open`}</span
          >
        </header>
        ${this.renderAsked(this.#query, ({ site }) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const { alerts, alertRules, timeZone } = site
          const frozen = this.#renderFrozen(alertRules)
          if (alerts.nodes.length > 0) return this.#renderAlerts(alerts.nodes, frozen, timeZone)
          const hint =
            alertRules.length === 0
              ? 'Nothing is watched yet: make a rule with createAlertRule.'
              : `Nothing was wrong so far: ${alertRules.length} ${alertRules.length === 1 ? 'rule watches' : 'rules watch'}.`
          return html`${this.renderState('No alerts', hint)} ${frozen}`
        })}
      </article>
    `
  }

  #renderAlerts(alerts: readonly AlertRow[], frozen: TemplateResult, timeZone: string): TemplateResult {
    const isOver = ({ state }: AlertRow) => Number(state === 'RESOLVED')
    // Those of a kind stay in their order, the newest first.
    const rows = [...alerts].sort((a, b) => isOver(a) - isOver(b))
    return html`
      <ul class="alerts" part="alerts">
        ${rows.map((alert) => this.#renderAlert(alert, timeZone))}
      </ul>
      ${frozen}
      ${csvButton(() => ({
        name: 'alerts',
        columns: [
          'id',
          'rule',
          'severity',
          'state',
          'dimension',
          'segment',
          'startedAt',
          'resolvedAt',
          'endedBy',
          'figure',
          'unit',
          'value',
          'low',
          'high',
          'samples',
          'bound',
        ],
        rows: rows.map(({ reading, ...alert }) => [
          alert.id,
          alert.ruleName,
          alert.severity,
          alert.state,
          alert.dimension,
          alert.segment,
          alert.startedAt,
          alert.resolvedAt,
          alert.endedBy,
          reading.name,
          reading.unit,
          reading.value,
          reading.low,
          reading.high,
          reading.count,
          reading.bound,
        ]),
      }))}
    `
  }

  #renderAlert(alert: AlertRow, timeZone: string): TemplateResult {
    const { label, rating } = ALERT_STATES[alert.state]
    const locale = this.language
    const startedAt = Date.parse(alert.startedAt)
    const end = alert.resolvedAt === null ? Date.now() : Date.parse(alert.resolvedAt)
    const lasted = formatSpan(end - startedAt, locale)
    const ending = endingWords(alert.endedBy)
    const whom = forWhom(alert.dimension, alert.segment, locale)
    return html`<li data-state=${alert.state}>
      <span class="what ${ratingClass(rating)}">${ratingMark(rating)} ${label}</span>
      <div class="about">
        <p class="rule">
          <button title=${alert.ruleName} @click=${() => this.#onOpen(alert.id)}>
            <b>${alert.ruleName}</b>
          </button>
          <span class="muted" title=${whom}>${whom}</span>
          ${alert.severity === 'PAGE' ? html`<span class="tag">Page</span>` : nothing}
        </p>
        <p class="reading" title=${alert.reading.text}>
          ${alert.reading.text}${ending === null ? nothing : html` · ended because ${ending}`}
        </p>
      </div>
      <span class="when" title=${formatMoment(startedAt, timeZone, locale)}>
        ${alert.resolvedAt === null ? `for ${lasted}` : `lasted ${lasted}`}
        <span class="muted"
          >${alert.resolvedAt === null ? 'since' : 'ended'}
          ${formatAgo(alert.resolvedAt === null ? startedAt : end, Date.now(), locale)}</span
        >
      </span>
    </li>`
  }

  #renderFrozen(rules: readonly RuleRow[]): TemplateResult {
    const frozen = rules
      .filter(({ enabled }) => enabled)
      .flatMap(({ name, split, problem, states }) =>
        states.flatMap(({ segment, frozen }) =>
          frozen === null
            ? []
            : [
                {
                  name,
                  whom: split === null ? '' : `, ${forWhom(split, segment, this.language)}`,
                  why: frozen === 'UNANSWERED' && problem !== null ? problem : FROZEN[frozen],
                },
              ],
        ),
      )
    if (frozen.length === 0)
      return html`<p class="none">No rule is frozen: each has evidence to judge by.</p>`
    const more = frozen.length - MOST_FROZEN
    return html`<h4 class="part">Frozen: neither fires nor resolves</h4>
      <ul class="frozen" part="frozen">
        ${frozen
          .slice(0, MOST_FROZEN)
          .map(
            ({ name, whom, why }) =>
              html`<li title="${name}${whom}: ${why}"><b>${name}</b>${whom}: ${why}</li>`,
          )}
        ${more > 0 ? html`<li class="muted">and ${formatCount(more, this.language)} more</li>` : nothing}
      </ul>`
  }
}

define('sight-alerts', SightAlerts)

declare global {
  interface HTMLElementTagNameMap {
    'sight-alerts': SightAlerts
  }
}
