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
import { parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatCount, formatInterval, formatMeasureText } from '../../format/number.ts'
import { formatRate, isThin, proportionWords } from '../../format/proportion.ts'
import { periodWords } from '../../format/time.ts'
import { csvButton } from '../base/csv-button.ts'
import { define } from '../base/define.ts'
import { list } from '../base/list.styles.ts'
import { moreButton } from '../base/more-button.ts'
import { SightElement } from '../base/sight-element.ts'
import {
  THIRD_PARTIES_QUERY,
  type ThirdPartiesAnswer,
  type ThirdPartiesVariables,
  type ThirdPartyRow,
} from './third-parties.query.ts'
import { thirdPartiesStyles } from './third-parties.styles.ts'

/** A share of failures from which on it stands out. */
const ALARMING = 0.01

/**
 * `<sight-third-parties>`: the other sites that pages load from, most resources first: on how many views, how long they
 * take, how much they send, how long their scripts block the page and how often they fail.
 *
 * - `first`: how many a page has, 50 at most. Default 8.
 *
 * Parts: `card`, `table`, `more`, `csv`, `state`, `skeleton`.
 */
export class SightThirdParties extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, list, thirdPartiesStyles]

  static override properties: PropertyDeclarations = { first: { type: Number, reflect: true } }

  declare first: number

  readonly #query = new QueryController<ThirdPartiesAnswer, ThirdPartiesVariables>(this, {
    query: THIRD_PARTIES_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            first: this.first,
            after: null,
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #pages = new PagesController<ThirdPartyRow>(this, {
    keyOf: ({ key }) => key ?? '',
    ask: async (after, signal) => {
      const variables = { ...this.#query.answer?.variables, after }
      const question = { query: THIRD_PARTIES_QUERY, variables, connection: this.connection, signal }
      return (await postQuery<ThirdPartiesAnswer>(question)).site?.segment.resources ?? null
    },
  })

  constructor() {
    super()
    this.first = 8
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    return this.first >= 1 && this.first <= 50 ? null : `first is ${this.first}: choose 1 to 50.`
  }

  /** Room for every row of a page, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_rows', String(this.first))
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card rows" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3><span class="title">Third parties</span> <span class="muted">by host</span></h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }, variables) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const rows = this.#pages.behind(site.segment.resources, variables)
          if (rows.length > 0) return this.#renderTable(rows)
          return this.renderState(
            `No third parties in the ${periodWords(this.period)}`,
            'The pages loaded nothing from other sites, or the filters leave nothing over.',
          )
        })}
      </article>
    `
  }

  #renderTable(rows: ThirdPartyRow[]): TemplateResult {
    return html`
      <table part="table">
        <caption class="visually-hidden">
          Third parties by host
        </caption>
        <colgroup>
          <col />
          <col class="col-views" />
          <col class="col-time" />
          <col class="col-size" />
          <col class="col-blocking" />
          <col class="col-failures" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Host</th>
            <th scope="col" class="figure views">Of views</th>
            <th scope="col" class="figure">p75</th>
            <th scope="col" class="figure size">Sent</th>
            <th
              scope="col"
              class="figure blocking"
              title="How long its scripts block the page, per view with it"
            >
              Blocks a view
            </th>
            <th scope="col" class="figure failures">Failed</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.#renderRow(row))}
        </tbody>
      </table>
      ${moreButton(this.#pages)} ${csvButton(() => csvOf(rows))}
    `
  }

  #renderRow(row: ThirdPartyRow): TemplateResult {
    const locale = this.language
    const host = row.key ?? 'Unknown host'
    const { percentile } = row.duration
    const interval = formatInterval(percentile.low, percentile.high, 'ms', locale)
    const evidence = `${interval === null ? 'Thin data' : `95 % interval ${interval}`}, ${formatCount(percentile.count, locale)} samples`
    const views = proportionWords(row.shareOfViews, 'views', locale)
    const failures = proportionWords(row.failures, 'resources', locale)
    const resources = `${formatCount(row.count, locale)} ${row.count === 1 ? 'resource' : 'resources'}`
    return html`<tr>
      <th scope="row" title=${host}>${host}</th>
      <td class="figure views" title=${views}>
        ${formatRate(row.shareOfViews.value, locale)}${hidden(views)}
      </td>
      <td class="figure strong" title=${evidence}>
        ${formatMeasureText(percentile.value, 'ms', locale)}${thinMark(percentile.thin)}${hidden(evidence)}
      </td>
      <td class="figure size" title=${resources}>${formatBytes(row.bytes, locale)}${hidden(resources)}</td>
      <td class="figure blocking" title=${this.#blockingWords(row)}>
        ${formatMeasureText(blockingPerView(row), 'ms', locale)}${hidden(this.#blockingWords(row))}
      </td>
      <td class="figure failures" title=${failures}>
        <span class=${(row.failures.value ?? 0) >= ALARMING ? 'failing' : ''}
          >${formatRate(row.failures.value, locale)}</span
        >${thinMark(isThin(row.failures))}${hidden(failures)}
      </td>
    </tr>`
  }

  #blockingWords({ longTaskBlocking, renderBlockingTime }: ThirdPartyRow): string {
    const text = (value: number | null) => formatMeasureText(value, 'ms', this.language)
    return `Long tasks ${text(longTaskBlocking)} in all, rendering waited for ${text(renderBlockingTime)}`
  }
}

/** Null where the host or its views are not known: nothing was measured, which is not 0 ms. */
function blockingPerView({ longTaskBlocking, shareOfViews }: ThirdPartyRow): number | null {
  return longTaskBlocking === null || shareOfViews.count === 0 ? null : longTaskBlocking / shareOfViews.count
}

function hidden(words: string): TemplateResult {
  return html`<span class="visually-hidden">${words}</span>`
}

function thinMark(isThin: boolean): TemplateResult | typeof nothing {
  return isThin ? html`<span class="thin-mark">thin</span>` : nothing
}

function csvOf(rows: readonly ThirdPartyRow[]) {
  return {
    name: 'third parties',
    columns: [
      'host',
      'resources',
      'views',
      'p75_ms',
      'low_ms',
      'high_ms',
      'samples',
      'bytes',
      'longTaskBlocking_ms',
      'renderBlocking_ms',
      'failed',
    ],
    rows: rows.map((row) => {
      const { value, low, high, count } = row.duration.percentile
      const blocking = [row.longTaskBlocking, row.renderBlockingTime]
      const views = row.shareOfViews.count
      return [row.key, row.count, views, value, low, high, count, row.bytes, ...blocking, row.failures.count]
    }),
  }
}

define('sight-third-parties', SightThirdParties)

declare global {
  interface HTMLElementTagNameMap {
    'sight-third-parties': SightThirdParties
  }
}
