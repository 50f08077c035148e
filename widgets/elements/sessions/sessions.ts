import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { durationMs, parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { capitalised, countryName } from '../../format/names.ts'
import { formatCount } from '../../format/number.ts'
import { formatAgo, formatLength, formatMoment, periodWords } from '../../format/time.ts'
import { csvButton } from '../base/csv-button.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'
import {
  SESSIONS_QUERY,
  type SessionRow,
  type SessionsAnswer,
  type SessionsVariables,
} from './sessions.query.ts'
import { sessionsStyles } from './sessions.styles.ts'

const SESSION_COLUMNS = [
  'id',
  'startedAt',
  'duration',
  'views',
  'errors',
  'frustrations',
  'country',
  'device',
  'browser',
  'entryPage',
] as const satisfies (keyof SessionRow)[]

/**
 * `<sight-sessions>`: the latest sessions of a segment.
 *
 * - `first`: how many, 200 at most. Default 20.
 * - `selected`: the id of the session that is open elsewhere on the page.
 *
 * Event `sight-session` {id}: a row was chosen.
 * Parts: `card`, `table`, `state`, `skeleton`.
 */
export class SightSessions extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, sessionsStyles]

  static override properties: PropertyDeclarations = {
    first: { type: Number, reflect: true },
    selected: { reflect: true },
  }

  declare first: number
  declare selected: string | null

  readonly #query = new QueryController<SessionsAnswer, SessionsVariables>(this, {
    query: SESSIONS_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : { site: this.siteName, range: parseRange(this.period), where: this.where, first: this.first },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.first = 20
    this.selected = null
  }

  /** Room for every row there may be, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_rows', String(this.first))
  }

  #onOpen(id: string): void {
    this.dispatchEvent(new CustomEvent('sight-session', { detail: { id }, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const count = this.#query.answer?.data.site?.segment.sessionCount
    return html`
      <article class="card rows" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3>
            <span class="title">Latest sessions</span>
            <span class="muted"
              >${count === undefined ? '\u00a0' : `of ${formatCount(count, this.language)}`}</span
            >
          </h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const { nodes } = site.segment.sessions
          if (nodes.length > 0) return this.#renderTable(nodes, site.timeZone)
          return this.renderState(
            `No sessions in the ${periodWords(this.period)}`,
            'Choose a longer period or fewer filters.',
          )
        })}
      </article>
    `
  }

  #renderTable(sessions: SessionRow[], timeZone: string): TemplateResult {
    const now = Date.now()
    return html`<table part="table">
        <caption class="visually-hidden">
          Latest sessions
        </caption>
        <colgroup>
          <col class="col-when" />
          <col />
          <col class="col-where" />
          <col class="col-length" />
          <col class="col-views" />
          <col class="col-errors" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Started</th>
            <th scope="col">Entry page</th>
            <th scope="col" class="where">Visitor</th>
            <th scope="col" class="figure length">Duration</th>
            <th scope="col" class="figure views">Views</th>
            <th scope="col" class="figure">Trouble</th>
          </tr>
        </thead>
        <tbody>
          ${sessions.map((session) => this.#renderRow(session, timeZone, now))}
        </tbody>
      </table>
      ${sessions.length < this.first ? html`<p class="no-more">No more in this period</p>` : nothing}
      ${csvButton(() => ({
        name: 'sessions',
        columns: SESSION_COLUMNS,
        rows: sessions.map((session) => SESSION_COLUMNS.map((column) => session[column])),
      }))}`
  }

  #renderRow(session: SessionRow, timeZone: string, now: number): TemplateResult {
    const startedAt = Date.parse(session.startedAt)
    const entry = session.entryPage ?? 'Unknown page'
    const visitor = visitorWords(session, this.language)
    return html`<tr ?data-selected=${session.id === this.selected}>
      <td title=${formatMoment(startedAt, timeZone, this.language)}>
        ${formatAgo(startedAt, now, this.language)}
      </td>
      <th scope="row" title=${entry}>
        <button class="open" @click=${() => this.#onOpen(session.id)}>${entry}</button>
      </th>
      <td class="where muted" title=${visitor}>${visitor}</td>
      <td class="figure length">${formatLength(durationMs(session.duration) ?? 0, this.language)}</td>
      <td class="figure views">${formatCount(session.views, this.language)}</td>
      <td class="figure">${this.#renderTrouble(session)}</td>
    </tr>`
  }

  #renderTrouble({ errors, frustrations }: SessionRow): TemplateResult {
    if (errors > 0) {
      return html`<span class="trouble"
        >${formatCount(errors, this.language)} ${errors === 1 ? 'error' : 'errors'}</span
      >`
    }
    if (frustrations > 0) return html`<span>${formatCount(frustrations, this.language)} frustrated</span>`
    return html`<span class="muted">none</span>`
  }
}

/** Germany · Mobile · Chrome, as far as it is known. */
export function visitorWords(
  { country, device, browser }: Pick<SessionRow, 'country' | 'device' | 'browser'>,
  locale: string,
): string {
  const known = [
    country === null ? null : countryName(country, locale),
    device === null ? null : capitalised(device),
    browser,
  ].filter((part) => part !== null)
  return known.length === 0 ? 'Unknown' : known.join(' · ')
}

define('sight-sessions', SightSessions)

declare global {
  interface HTMLElementTagNameMap {
    'sight-sessions': SightSessions
  }
}
