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
import { formatCount, formatInterval, formatMeasureText } from '../../format/number.ts'
import { formatRate, isThin, proportionWords } from '../../format/proportion.ts'
import { formatLength, periodWords } from '../../format/time.ts'
import { choices } from '../base/choices.styles.ts'
import { csvButton } from '../base/csv-button.ts'
import { define } from '../base/define.ts'
import { listToolbar, searchStatus } from '../base/list-toolbar.ts'
import { list } from '../base/list.styles.ts'
import { moreButton } from '../base/more-button.ts'
import { SightElement } from '../base/sight-element.ts'
import { sparkLine } from '../base/spark.ts'
import { csvOfRequests } from './requests-csv.ts'
import {
  REQUEST_SORTS,
  REQUESTS_QUERY,
  type RequestRow,
  type RequestsAnswer,
  type RequestSort,
  type RequestsVariables,
} from './requests.query.ts'
import { requestsStyles } from './requests.styles.ts'

/** Method, host and path; the host is missing where the page gave none. */
const NAME = /^([A-Z]+) ([^/\s]*)(\/.*)$/s
/** A share of failures from which on it stands out. */
const ALARMING = 0.01

/**
 * `<sight-requests>`: the endpoints that pages ask, how long they take and how often they fail.
 *
 * - `sort`: `count` (most requests), `slow` (mean duration), `failures` (share that failed) or `time` (all of it
 *   together). Default `count`.
 * - `failed-only`: only endpoints with a request that failed.
 * - `first`: how many a page has, 50 at most. Default 10.
 *
 * Event `sight-request` {name}: a row was chosen; the name is method, host and path template.
 * Parts: `card`, `table`, `spark`, `more`, `csv`, `state`, `skeleton`.
 */
export class SightRequests extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, choices, list, requestsStyles]

  static override properties: PropertyDeclarations = {
    sort: { reflect: true },
    failedOnly: { type: Boolean, attribute: 'failed-only', reflect: true },
    first: { type: Number, reflect: true },
    search: { state: true },
  }

  declare sort: RequestSort
  declare failedOnly: boolean
  declare first: number
  /** Narrows what is shown, not what is asked. */
  declare private search: string

  readonly #query = new QueryController<RequestsAnswer, RequestsVariables>(this, {
    query: REQUESTS_QUERY,
    variables: () => this.#variables,
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #pages = new PagesController<RequestRow>(this, {
    keyOf: ({ name }) => name,
    ask: async (after, signal) => {
      const variables = { ...this.#query.answer?.variables, after }
      const question = { query: REQUESTS_QUERY, variables, connection: this.connection, signal }
      return (await postQuery<RequestsAnswer>(question)).site?.segment.requests ?? null
    },
  })

  constructor() {
    super()
    this.sort = 'count'
    this.failedOnly = false
    this.first = 10
    this.search = ''
  }

  get #variables(): RequestsVariables | null {
    if (this.problem !== null || this.siteName === null) return null
    return {
      site: this.siteName,
      range: parseRange(this.period),
      where: this.where,
      orderBy: REQUEST_SORTS[this.sort].orderBy,
      failedOnly: this.failedOnly,
      first: this.first,
      after: null,
      interval: sparklineInterval(this.period),
    }
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    if (!(this.first >= 1 && this.first <= 50)) return `first is ${this.first}: choose 1 to 50.`
    return Object.hasOwn(REQUEST_SORTS, this.sort)
      ? null
      : `There is no sort ${this.sort}: choose ${Object.keys(REQUEST_SORTS).join(', ')}.`
  }

  /** Room for every row of a page, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_rows', String(this.first))
  }

  #onOpen(name: string): void {
    this.dispatchEvent(new CustomEvent('sight-request', { detail: { name }, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card rows" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3>
            <span class="title">Requests</span>
            <span class="muted">${this.failedOnly ? 'that failed' : 'by endpoint'}</span>
          </h3>
        </header>
        ${listToolbar({
          sorts: REQUEST_SORTS,
          sort: this.sort,
          onSort: (sort) => (this.sort = sort),
          search: this.search,
          onSearch: (search) => (this.search = search),
          things: 'endpoints',
        })}
        ${this.renderAsked(this.#query, ({ site }, variables) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const all = this.#pages.behind(site.segment.requests, variables)
          if (all.length > 0) return this.#renderTable(all)
          return this.renderState(
            `No ${variables.failedOnly ? 'failed ' : ''}requests in the ${periodWords(this.period)}`,
            'Choose a longer period or fewer filters.',
          )
        })}
      </article>
    `
  }

  #renderTable(all: RequestRow[]): TemplateResult {
    const sought = this.search.trim().toLowerCase()
    const shown = all.filter(({ name }) => name.toLowerCase().includes(sought))
    return html`
      ${searchStatus(sought, shown.length, all.length)}
      <table part="table">
        <caption class="visually-hidden">
          Requests by endpoint
        </caption>
        <colgroup>
          <col />
          <col class="col-trend" />
          <col class="col-p75" />
          <col class="col-failures" />
          <col class="col-count" />
          <col class="col-time" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Endpoint</th>
            <th scope="col" class="trend">p75 over time</th>
            <th scope="col" class="figure p75">p75</th>
            <th scope="col" class="figure failures">Failed</th>
            <th scope="col" class="figure count">Requests</th>
            <th scope="col" class="figure time">Total time</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => this.#renderRow(row))}
        </tbody>
      </table>
      ${shown.length === 0 ? this.renderState(`None of the ${all.length} shown has these words`, '') : nothing}
      ${moreButton(this.#pages)} ${csvButton(() => csvOfRequests(all))}
    `
  }

  #renderRow(row: RequestRow): TemplateResult {
    const locale = this.language
    const { percentile } = row.duration
    const [, method = '', host = '', path = row.name] = NAME.exec(row.name) ?? []
    const interval = formatInterval(percentile.low, percentile.high, 'ms', locale)
    const evidence = `${interval === null ? 'Thin data' : `95 % interval ${interval}`}, ${formatCount(percentile.count, locale)} samples`
    const kinds = Object.entries(row.failuresByKind)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${formatCount(count, locale)} by ${kind}`)
    const failures = [proportionWords(row.failures, 'requests', locale), ...kinds].join(', ')
    const values = row.over.map(({ duration }) => duration.percentile.value)
    const known = values.filter((value) => value !== null)
    const span =
      known.length === 0
        ? 'No data'
        : `${formatMeasureText(Math.min(...known), 'ms', locale)} to ${formatMeasureText(Math.max(...known), 'ms', locale)}`
    return html`<tr>
      <th scope="row">
        <button class="open" title=${row.name} @click=${() => this.#onOpen(row.name)}>
          ${method === '' ? nothing : html`<span class="method">${method}</span>`}${
            host === '' ? nothing : html`<span class="host muted">${host}</span>`
          }${path}
        </button>
        <span class="row-evidence" aria-hidden="true">${evidence}. ${failures}. ${span}</span>
      </th>
      <td class="trend" title=${span}>${sparkLine(values)}<span class="visually-hidden">${span}</span></td>
      <td class="figure p75 strong" title=${evidence}>
        ${formatMeasureText(percentile.value, 'ms', locale)}${thinMark(percentile.thin)}<span
          class="visually-hidden"
          >${evidence}</span
        >
      </td>
      <td class="figure failures" title=${failures}>
        <span class=${(row.failures.value ?? 0) >= ALARMING ? 'failing' : ''}
          >${formatRate(row.failures.value, locale)}</span
        >${thinMark(isThin(row.failures))}<span class="visually-hidden">${failures}</span>
      </td>
      <td class="figure count">${formatCount(row.count, locale)}</td>
      <td class="figure time muted">${formatLength(row.totalTime, locale)}</td>
    </tr>`
  }
}

function thinMark(isThin: boolean): TemplateResult | typeof nothing {
  return isThin ? html`<span class="thin-mark">thin</span>` : nothing
}

define('sight-requests', SightRequests)

declare global {
  interface HTMLElementTagNameMap {
    'sight-requests': SightRequests
  }
}
