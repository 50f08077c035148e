import { html, nothing, svg, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { chartInterval, parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { errorTitle, type DimensionName } from '../../format/names.ts'
import { formatCount } from '../../format/number.ts'
import { formatRate, isThin, rateInterval } from '../../format/proportion.ts'
import { formatAgo, formatBucket, formatMoment, periodWords } from '../../format/time.ts'
import { dataTable } from '../base/data-table.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'
import { statePill } from '../errors/error-state.ts'
import { errorStateStyles } from '../errors/error-state.styles.ts'
import {
  ERROR_DETAIL_QUERY,
  type ErrorDetailAnswer,
  type ErrorDetailVariables,
  type ErrorGroupAnswer,
  type SplitPart,
} from './error-detail.query.ts'
import { errorDetailStyles } from './error-detail.styles.ts'
import { renderExample } from './error-example.ts'
import type { ErrorSeries } from './error-series.ts'

/**
 * `<sight-error-detail>`: one group of errors: whom it hit, when and where, its stack, and what went before the latest.
 *
 * - `error`: the group's id (`shop/error/v1-4f9a1c`) or its fingerprint. Required. `filter` has no effect.
 *
 * The chart takes the focus: arrow keys, Page up and down, Home and End read it bucket by bucket, Escape ends that.
 * Events: `sight-select` {dimension, key}: a release, page or browser was chosen. `sight-session` {id}: a session was.
 * Parts: `card`, `numbers`, `plot`, `tooltip`, `table`, `split`, `stack`, `trail`, `state-pill`, `state`, `skeleton`.
 * Custom property: `--sight-chart-height` (160px), the height of the plot.
 */
export class SightErrorDetail extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, errorStateStyles, errorDetailStyles]

  static override properties: PropertyDeclarations = {
    error: { reflect: true },
    tableOpen: { state: true },
  }

  declare error: string | null
  declare private tableOpen: boolean

  readonly #query = new QueryController<ErrorDetailAnswer, ErrorDetailVariables>(this, {
    query: ERROR_DETAIL_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null || this.error === null
        ? null
        : {
            site: this.siteName,
            error: this.error,
            range: parseRange(this.period),
            interval: chartInterval(this.period),
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  #series: ErrorSeries | null = null

  constructor() {
    super()
    this.error = null
    this.tableOpen = false
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    return this.error === null || this.error === ''
      ? 'Set the error attribute to the id of a group of errors.'
      : null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#loadSeries().catch(() => undefined)
  }

  /** The chart comes after what can be read without it; should it not come, there is the table. */
  async #loadSeries(): Promise<void> {
    if (this.#series !== null) return
    const { createErrorSeries, seriesStyles } = await import('./error-series.ts')
    const root = this.renderRoot
    if (root instanceof ShadowRoot && seriesStyles.styleSheet)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, seriesStyles.styleSheet]
    this.#series = createErrorSeries(this)
    this.requestUpdate()
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const group = this.#query.answer?.data.site?.errorGroup
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending || this.#series === null}>
        <header>
          <h3><span class="title">${group ? errorTitle(group) : 'Error'}</span></h3>
          ${group ? statePill(group.state, false) : nothing}
        </header>
        ${this.renderAsked(this.#query, ({ site }) =>
          site?.errorGroup
            ? this.#renderGroup(site.errorGroup, site.timeZone)
            : this.renderState('No such error', 'It may have passed the retention of its site.'),
        )}
      </article>
    `
  }

  #renderGroup(group: ErrorGroupAnswer, timeZone: string): TemplateResult {
    return html`
      ${this.#renderNumbers(group, timeZone)}
      <section>${this.#renderSeries(group, timeZone)}</section>
      <div class="splits">
        ${this.#renderSplit('Pages', 'PAGE', group.pages, group.sessions)}
        ${this.#renderSplit('Releases', 'RELEASE', group.releases, group.sessions)}
        ${this.#renderSplit('Browsers', 'BROWSER', group.browsers, group.sessions)}
      </div>
      ${renderExample(group, {
        timeZone,
        locale: this.language,
        onSession: (id) => this.#tell('sight-session', { id }),
      })}
    `
  }

  #renderNumbers(group: ErrorGroupAnswer, timeZone: string): TemplateResult {
    const { shareOfSessions: share, events, sessions, visitors, firstRelease, lastRelease } = group
    const [first, last, locale] = [Date.parse(group.firstSeen), Date.parse(group.lastSeen), this.language]
    const seen = (at: number) =>
      html`<span title=${formatMoment(at, timeZone, locale)}>${formatAgo(at, Date.now(), locale)}</span>`
    const handled = group.handled === null ? '' : group.handled ? 'caught by the site’s code' : 'not caught'
    const bounds = rateInterval(share, locale) ?? ''
    const numbers = [
      [
        'Sessions',
        formatCount(sessions, locale),
        `of ${formatCount(share.total, locale)}, ${periodWords(this.period)}`,
      ],
      ['Of all sessions', formatRate(share.value, locale), isThin(share) ? `Thin data, ${bounds}` : bounds],
      [
        'Events',
        formatCount(events, locale),
        [group.source, handled].filter((part) => part !== '').join(', '),
      ],
      ['Visitors', formatCount(visitors, locale), ''],
      ['First seen', seen(first), firstRelease === null ? '' : `in ${firstRelease}`],
      ['Last seen', seen(last), lastRelease === null ? '' : `in ${lastRelease}`],
    ] as const
    return html`<dl class="numbers" part="numbers">
      ${numbers.map(
        ([name, figure, aside]) =>
          html`<div>
            <dt>${name}</dt>
            <dd><strong>${figure}</strong><small>${aside}</small></dd>
          </div>`,
      )}
    </dl>`
  }

  #renderSeries({ over, events }: ErrorGroupAnswer, timeZone: string): TemplateResult {
    const locale = this.language
    const time = ({ start, end }: { start: string; end: string }) =>
      formatBucket(Date.parse(start), Date.parse(end), timeZone, locale)
    return html`
      <h4>Events over time</h4>
      ${
        events === 0
          ? html`<p class="muted">None in the ${periodWords(this.period)}.</p>`
          : html`<div class="series">${this.#series?.(over, timeZone, locale) ?? nothing}</div>`
      }
      ${dataTable(
        {
          caption: 'Events over time',
          columns: ['Time', 'Events', 'Sessions'],
          rows: over.map((bucket) => [
            time(bucket),
            formatCount(bucket.events, locale),
            formatCount(bucket.sessions, locale),
          ]),
          csv: () => ({
            name: 'error over time',
            columns: ['start', 'end', 'events', 'sessions'],
            rows: over.map(({ start, end, events, sessions }) => [start, end, events, sessions]),
          }),
        },
        this.tableOpen,
        (isOpen) => (this.tableOpen = isOpen),
      )}
    `
  }

  #renderSplit(
    title: string,
    dimension: DimensionName,
    parts: SplitPart[],
    sessions: number,
  ): TemplateResult {
    const locale = this.language
    return html`<section part="split">
      <h4>${title}</h4>
      <ul>
        ${parts.map(({ key, sessions: own, count }) => {
          const share = sessions === 0 ? null : Math.min(1, own / sessions)
          const words = `${formatCount(own, locale)} of ${formatCount(sessions, locale)} sessions, ${formatCount(count, locale)} events`
          return html`<li title=${words}>
            <svg aria-hidden="true">${svg`<rect width="${(share ?? 0) * 100}%" height="100%" rx="4" />`}</svg>
            <button title=${key ?? 'Unknown'} @click=${() => this.#tell('sight-select', { dimension, key })}>
              ${key ?? 'Unknown'}
            </button>
            <span>${formatCount(own, locale)}</span><span class="visually-hidden">${words}</span>
          </li>`
        })}
      </ul>
      ${parts.length === 0 ? html`<p class="muted">None in this period.</p>` : nothing}
    </section>`
  }
}

define('sight-error-detail', SightErrorDetail)

declare global {
  interface HTMLElementTagNameMap {
    'sight-error-detail': SightErrorDetail
  }
}
