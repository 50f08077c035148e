import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { ALERT_STATES, endingWords, forWhom, FROZEN } from '../../elements/alerts/alert-words.ts'
import { define } from '../../elements/base/define.ts'
import { ratingClass, ratingMark } from '../../elements/base/rating-mark.ts'
import { durationMs } from '../../data/period.ts'
import { formatCount, formatInterval, formatMeasureText } from '../../format/number.ts'
import { formatAgo, formatMoment, formatSpan } from '../../format/time.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { ALERT_QUERY, type AlertAnswer, type OpenAlert } from './alert-detail.query.ts'
import { silenceOf } from './alert-places.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import { renderDelivery } from './delivery-view.ts'

type Site = NonNullable<AlertAnswer['site']>

/**
 * `<sight-alert-detail>`: one alert: what was told of it, the figures, what happened when, and the operation that gives
 * its figure again.
 *
 * - `open`: its id.
 */
export class SightAlertDetail extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  static override properties: PropertyDeclarations = { isCopied: { state: true } }

  declare private isCopied: boolean

  readonly #query = new QueryController<AlertAnswer, { site: string; alert: string }>(this, {
    query: ALERT_QUERY,
    variables: () =>
      this.siteName === null || this.open === null ? null : { site: this.siteName, alert: this.open },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.isCopied = false
  }

  protected override render(): TemplateResult {
    return html`<article class="panel" aria-busy=${this.#query.pending}>
      ${this.renderAsked(this.#query, ({ node, site }) =>
        node === null || !isAlert(node) || site === null
          ? this.renderState('No such alert', 'It is of another site, or was deleted with its site.')
          : this.#renderAlert(node, site),
      )}
    </article>`
  }

  #renderAlert(alert: OpenAlert, site: Site): TemplateResult {
    const locale = this.language
    const { label, rating } = ALERT_STATES[alert.state]
    const { rule } = alert
    return html`<div class="stack">
      <div class="toolbar">
        <h3>${alert.ruleName}</h3>
        <span class=${ratingClass(rating)}>${ratingMark(rating)} ${label}</span>
        <span class="tag">${alert.severity === 'PAGE' ? 'Page' : 'Ticket'}</span>
        <span class="spacer"></span>
        ${
          rule === null
            ? html`<span class="muted">Its rule was deleted.</span>`
            : html`<button class="secondary" @click=${() => this.onGo({ open: rule.id })}>Its rule</button> ${
                  this.manages
                    ? html`<button class="secondary" @click=${() => this.onGo({ open: silenceOf(rule.id) })}>
                        Silence it
                      </button>`
                    : nothing
                }`
        }
      </div>
      <p>${alert.reading.text}</p>
      <dl class="facts">
        ${this.#factsOf(alert, site).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${this.#renderHistory(alert, site)} ${this.#renderTold(alert, site)} ${this.#renderBefore(alert, site)}
      <h4>Where the figure comes from</h4>
      <details>
        <summary>The operation and its variables</summary>
        <pre class="operation" tabindex="0">${alert.query}</pre>
        <pre class="operation" tabindex="0">${alert.variables}</pre>
        <button class="secondary" @click=${() => this.#copy(alert)}>
          ${this.isCopied ? 'Copied' : 'Copy as JSON'}
        </button>
      </details>
      <p class="muted">${watermark(alert, site, locale)}</p>
    </div>`
  }

  async #copy({ query, variables }: OpenAlert): Promise<void> {
    await navigator.clipboard.writeText(
      JSON.stringify({ query, variables: JSON.parse(variables) as object }, null, 2),
    )
    this.isCopied = true
  }

  #factsOf({ dimension, segment, reading }: OpenAlert, site: Site): [string, string][] {
    const locale = this.language
    const { name, unit, value, low, high, count, bound, side, window } = reading
    const figure = (amount: number | null) => formatFigure(amount, unit, locale)
    const interval = unit === 'share' ? null : formatInterval(low, high, unit, locale)
    const between = low === null || high === null ? null : (interval ?? `${figure(low)}–${figure(high)}`)
    return [
      ['For', forWhom(dimension, segment, locale)],
      ['Figure', `${name}: ${value === null ? 'nothing was measured' : figure(value)}`],
      ...(between === null ? [] : [['95 % interval', between] as [string, string]]),
      ['Samples', count === null ? 'not known' : formatCount(count, locale)],
      ['Bad', `${side === 'ABOVE' ? 'above' : 'below'} ${figure(bound)}`],
      ['Window', formatSpan(durationMs(window) ?? 0, locale)],
      ['Clocks', site.timeZone],
    ]
  }

  /** What happened when: its changes and what was held back of them, the oldest first. */
  #renderHistory(alert: OpenAlert, site: Site): TemplateResult {
    const locale = this.language
    const ending = endingWords(alert.endedBy)
    const moments: [string | null, string][] = [
      [alert.startedAt, 'It fired'],
      [alert.escalatedAt, 'It escalated'],
      [
        alert.resolvedAt,
        ending === null ? 'It was resolved: the figure is good again' : `It ended because ${ending}`,
      ],
      ...site.silencedNotices
        .filter((held) => held.alert.id === alert.id)
        .map(({ change, at, heldBy, toldAt }): [string, string] => [
          at,
          `“${ALERT_STATES[change].label}” was held back by ${heldBy}${toldAt === null ? '' : ', and told later'}`,
        ]),
    ]
    const known = moments
      .flatMap(([at, what]) => (at === null ? [] : [{ at: Date.parse(at), what }]))
      .sort((a, b) => a.at - b.at)
    return html`<h4>What happened</h4>
      <ul class="lines">
        ${known.map(
          ({ at, what }) =>
            html`<li>
              <span class="about">${what}</span>
              <span>${formatMoment(at, site.timeZone, locale)}</span>
              <span class="muted">${formatAgo(at, Date.now(), locale)}</span>
            </li>`,
        )}
      </ul>`
  }

  #renderTold(alert: OpenAlert, site: Site): TemplateResult {
    const prefix = `${localKey(alert.id)}/`
    const told = site.deliveries.nodes.filter(({ key }) => key.startsWith(prefix))
    const hint =
      alert.rule?.channels.length === 0
        ? 'Nobody: its rule has no channel. It is seen here alone.'
        : 'Nothing of it is among the last 100 notices of the site.'
    return html`<h4>Who was told</h4>
      ${
        told.length === 0
          ? html`<p class="muted">${hint}</p>`
          : html`<ul class="lines">
              ${told.map((one) => renderDelivery(one, { timeZone: site.timeZone, locale: this.language }))}
            </ul>`
      }`
  }

  /** The same trouble before. */
  #renderBefore(alert: OpenAlert, site: Site): TemplateResult {
    const locale = this.language
    const before = site.alerts.nodes.filter(
      ({ id, ruleName, segment }) =>
        id !== alert.id && ruleName === alert.ruleName && segment === alert.segment,
    )
    if (before.length === 0)
      return html`<p class="muted">It is the first of its kind among the last 50 alerts.</p>`
    return html`<h4>The same, other times</h4>
      <ul class="lines">
        ${before.slice(0, 5).map(({ id, state, startedAt, resolvedAt }) => {
          const start = Date.parse(startedAt)
          const end = resolvedAt === null ? Date.now() : Date.parse(resolvedAt)
          return html`<li>
            <span class="about"
              ><button class="link" @click=${() => this.onGo({ open: id })}>
                ${formatMoment(start, site.timeZone, locale)}
              </button></span
            >
            <span>${ALERT_STATES[state].label.toLowerCase()}, ${formatSpan(end - start, locale)}</span>
          </li>`
        })}
      </ul>`
  }
}

function isAlert(node: NonNullable<AlertAnswer['node']>): node is OpenAlert {
  return 'ruleName' in node
}

/** As keys of notices have it: `alert/17` of `shop/alert/17`. */
function localKey(id: string): string {
  return id.split('/').slice(-2).join('/')
}

function formatFigure(value: number | null, unit: string, locale: string): string {
  if (value !== null && unit === 'share') return `${formatMeasureText(value * 100, 'number', locale)} %`
  return unit === 'count' && value !== null
    ? formatCount(value, locale)
    : formatMeasureText(value, unit, locale)
}

/** Until when its rule looked, and whether it sees anything. */
function watermark({ rule, segment }: OpenAlert, { timeZone }: Site, locale: string): string {
  if (rule === null || rule.evaluatedUntil === null) return 'Nobody looks any more.'
  const until = `Its rule has looked at everything until ${formatMoment(Date.parse(rule.evaluatedUntil), timeZone, locale)}`
  const frozen = rule.states.find((state) => state.segment === segment)?.frozen ?? null
  if (frozen === null) return `${until}.`
  return `${until}; the last evaluation is no evidence: ${frozen === 'UNANSWERED' && rule.problem !== null ? rule.problem : FROZEN[frozen]}.`
}

define('sight-alert-detail', SightAlertDetail)
