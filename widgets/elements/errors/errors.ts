import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { postQuery } from '../../data/client.ts'
import { PagesController } from '../../data/pages-controller.ts'
import { parseRange, sparklineInterval } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { errorTitle } from '../../format/names.ts'
import { formatCount } from '../../format/number.ts'
import { formatRate, isThin, proportionWords } from '../../format/proportion.ts'
import { formatAgo, formatBucket, formatMoment, periodWords } from '../../format/time.ts'
import { choices } from '../base/choices.styles.ts'
import { csvButton } from '../base/csv-button.ts'
import { define } from '../base/define.ts'
import { listToolbar, searchStatus } from '../base/list-toolbar.ts'
import { list } from '../base/list.styles.ts'
import { moreButton } from '../base/more-button.ts'
import { SightElement } from '../base/sight-element.ts'
import { sparkBars } from '../base/spark.ts'
import { ERROR_STATES, statePill, type ErrorStateName } from './error-state.ts'
import { errorStateStyles } from './error-state.styles.ts'
import { csvOfErrors } from './errors-csv.ts'
import {
  ERROR_SORTS,
  ERRORS_QUERY,
  type ErrorRow,
  type ErrorsAnswer,
  type ErrorSort,
  type ErrorsVariables,
} from './errors.query.ts'
import { errorsStyles } from './errors.styles.ts'

/**
 * `<sight-errors>`: the errors of a segment, grouped by what is wrong, with whom they hit and where they stand.
 *
 * - `sort`: `worst` (sessions with it), `most` (occurrences) or `new` (first seen in the period). Default `worst`.
 * - `state`: an ErrorState (`OPEN`, `REGRESSED`, `RESOLVED`, `IGNORED`). Default: all.
 * - `first`: how many a page has, 50 at most. Default 10.
 * - `selected`: the id of the group that is open elsewhere on the page.
 *
 * Event `sight-error` {id}: a row was chosen.
 * Parts: `card`, `table`, `spark`, `state-pill`, `more`, `csv`, `state`, `skeleton`.
 */
export class SightErrors extends SightElement {
  static override styles: CSSResultGroup = [
    SightElement.styles,
    choices,
    list,
    errorStateStyles,
    errorsStyles,
  ]

  static override properties: PropertyDeclarations = {
    sort: { reflect: true },
    state: { reflect: true },
    first: { type: Number, reflect: true },
    selected: { reflect: true },
    search: { state: true },
  }

  declare sort: ErrorSort
  declare state: ErrorStateName | null
  declare first: number
  declare selected: string | null
  /** Narrows what is shown, not what is asked. */
  declare private search: string

  readonly #query = new QueryController<ErrorsAnswer, ErrorsVariables>(this, {
    query: ERRORS_QUERY,
    variables: () => this.#variables,
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #pages = new PagesController<ErrorRow>(this, {
    keyOf: ({ id }) => id,
    ask: async (after, signal) => {
      const variables = { ...this.#query.answer?.variables, after }
      const question = { query: ERRORS_QUERY, variables, connection: this.connection, signal }
      return (await postQuery<ErrorsAnswer>(question)).site?.segment.errors ?? null
    },
  })

  constructor() {
    super()
    this.sort = 'worst'
    this.state = null
    this.first = 10
    this.selected = null
    this.search = ''
  }

  get #variables(): ErrorsVariables | null {
    if (this.problem !== null || this.siteName === null) return null
    return {
      site: this.siteName,
      range: parseRange(this.period),
      where: this.where,
      state: this.state,
      orderBy: ERROR_SORTS[this.sort].orderBy,
      first: this.first,
      after: null,
      interval: sparklineInterval(this.period),
    }
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    if (!Object.hasOwn(ERROR_SORTS, this.sort))
      return `There is no sort ${this.sort}: choose ${Object.keys(ERROR_SORTS).join(', ')}.`
    if (!(this.first >= 1 && this.first <= 50)) return `first is ${this.first}: choose 1 to 50.`
    return this.state === null || Object.hasOwn(ERROR_STATES, this.state)
      ? null
      : `There is no state ${this.state}: choose ${Object.keys(ERROR_STATES).join(', ')}.`
  }

  /** Room for every row of a page, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_rows', String(this.first))
  }

  #onOpen(id: string): void {
    this.dispatchEvent(new CustomEvent('sight-error', { detail: { id }, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const label = this.state === null ? '' : (ERROR_STATES[this.state]?.label ?? '')
    return html`
      <article class="card rows" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3><span class="title">Errors</span> <span class="muted">${label}</span></h3>
        </header>
        ${listToolbar({
          sorts: ERROR_SORTS,
          sort: this.sort,
          onSort: (sort) => (this.sort = sort),
          search: this.search,
          onSearch: (search) => (this.search = search),
          things: 'errors',
        })}
        ${this.renderAsked(this.#query, ({ site }, variables) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const { errors, range } = site.segment
          const all = this.#pages.behind(errors, variables)
          if (all.length > 0) return this.#renderGroups(all, Date.parse(range.from), site.timeZone)
          return this.renderState(
            `No ${label.toLowerCase()} errors in the ${periodWords(this.period)}`.replace('  ', ' '),
            'Nothing went wrong, or the filters and the state leave nothing over.',
          )
        })}
      </article>
    `
  }

  #renderGroups(all: ErrorRow[], from: number, timeZone: string): TemplateResult {
    const sought = this.search.trim().toLowerCase()
    const shown = all.filter((row) => errorTitle(row).toLowerCase().includes(sought))
    const now = Date.now()
    return html`
      ${searchStatus(sought, shown.length, all.length)}
      ${
        shown.length === 0
          ? this.renderState(
              `None of the ${all.length} shown has these words`,
              'Show more, or search for others.',
            )
          : html`<table part="table">
              <caption class="visually-hidden">
                Errors
              </caption>
              <colgroup>
                <col />
                <col class="col-trend" />
                <col class="col-events" />
                <col class="col-sessions" />
                <col class="col-share" />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">Error</th>
                  <th scope="col" class="trend">Over time</th>
                  <th scope="col" class="figure events">Events</th>
                  <th scope="col" class="figure sessions">Sessions</th>
                  <th scope="col" class="figure share">Of sessions</th>
                </tr>
              </thead>
              <tbody>
                ${shown.map((row) => this.#renderRow(row, { from, now, timeZone }))}
              </tbody>
            </table>`
      }
      ${moreButton(this.#pages)} ${csvButton(() => csvOfErrors(all))}
    `
  }

  #renderRow(row: ErrorRow, { from, now, timeZone }: { from: number; now: number; timeZone: string }) {
    const locale = this.language
    const [first, last] = [Date.parse(row.firstSeen), Date.parse(row.lastSeen)]
    const most = [...row.over].sort((a, b) => b.events - a.events)[0]
    const peak =
      most === undefined
        ? ''
        : `most ${formatBucket(Date.parse(most.start), Date.parse(most.end), timeZone, locale)}: ${formatCount(most.events, locale)}`
    const share = proportionWords(row.shareOfSessions, 'sessions', locale)
    const seen = `First seen ${formatMoment(first, timeZone, locale)}, last ${formatMoment(last, timeZone, locale)}`
    return html`<tr ?data-selected=${row.id === this.selected}>
      <th scope="row">
        <button class="open" title=${errorTitle(row)} @click=${() => this.#onOpen(row.id)}>
          ${row.type === null ? nothing : html`<span class="type">${row.type}</span> `}${
            row.message === '' ? 'No message' : row.message
          }
        </button>
        <span class="meta"
          >${statePill(row.state, first >= from)}<span title=${seen}
            >${formatAgo(last, now, locale)} · since
            ${formatAgo(first, now, locale)}${
              row.lastRelease === null ? nothing : ` · ${row.lastRelease}`
            }</span
          ></span
        >
        <span class="row-evidence" aria-hidden="true"
          >${seen}. ${share}${peak === '' ? '' : `, ${peak}`}</span
        >
      </th>
      <td class="trend" title=${peak}>
        ${sparkBars(row.over.map(({ events }) => events))}<span class="visually-hidden">${peak}</span>
      </td>
      <td class="figure events">${formatCount(row.events, locale)}</td>
      <td class="figure sessions strong">${formatCount(row.sessions, locale)}</td>
      <td class="figure share" title=${share}>
        ${formatRate(row.shareOfSessions.value, locale)}${
          isThin(row.shareOfSessions) ? html`<span class="thin-mark">thin</span>` : nothing
        }<span class="visually-hidden">${share}</span>
      </td>
    </tr>`
  }
}

define('sight-errors', SightErrors)

declare global {
  interface HTMLElementTagNameMap {
    'sight-errors': SightErrors
  }
}
