import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'
import { parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { RATING_LABELS, keyLabel, type DimensionName } from '../../format/names.ts'
import { NO_VALUE, formatCount, formatInterval, formatMeasureText, formatShare } from '../../format/number.ts'
import { periodWords } from '../../format/time.ts'
import { csvButton } from '../base/csv-button.ts'
import { define } from '../base/define.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { SightElement } from '../base/sight-element.ts'
import { slowCount, slowSince, slowestFor, type Since, type Whom } from './causes.ts'
import {
  SLOW_PAGES_QUERY,
  type SlowPage,
  type SlowPagesAnswer,
  type SlowPagesVariables,
} from './slow-pages.query.ts'
import { slowPagesStyles } from './slow-pages.styles.ts'

type Site = NonNullable<SlowPagesAnswer['site']>

/** A page with why it is slow, as far as the data tell. */
interface Finding {
  page: SlowPage
  whom: Whom | null
  since: Since | null
}

/** Of so many pages, the most visited ones, those that are slow are shown. */
const PAGES_ASKED = 15

/**
 * `<sight-slow-pages>`: what to mend first: the pages whose p75 is not good, those with the most slow views first, then
 * the good ones for comparison; for whom they mostly are, and with which release that began. For whom: the device, country
 * or browser that has more of the slow views than its size would give it, and whose p75 lies above that of the page with
 * its whole 95 % interval. Since: the release whose interval lies wholly above that of the one before, and which no later
 * one has mended.
 *
 * - `metric`: a VitalMetric. Default `LCP`.
 * - `top`: how many pages, 15 at most. Default 5.
 *
 * Event `sight-select` {dimension, key}: a page, a release or a group of visitors was chosen.
 * Event `sight-slow-sessions` {metric, page, dimension, key}: the sessions of a page that had poor values were asked for;
 * `dimension` is null where it is slow for all alike.
 * Parts: `card`, `table`, `csv`, `state`, `skeleton`.
 */
export class SightSlowPages extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, slowPagesStyles]

  static override properties: PropertyDeclarations = {
    metric: { reflect: true },
    top: { type: Number, reflect: true },
  }

  declare metric: VitalName
  declare top: number

  readonly #query = new QueryController<SlowPagesAnswer, SlowPagesVariables>(this, {
    query: SLOW_PAGES_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            metric: this.metric,
            pages: PAGES_ASKED,
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.metric = 'LCP'
    this.top = 5
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    if (!Object.hasOwn(VITALS, this.metric)) return `There is no metric ${this.metric}.`
    return Number.isInteger(this.top) && this.top > 0 && this.top <= PAGES_ASKED
      ? null
      : `Set the top attribute to a whole number from 1 to ${PAGES_ASKED}.`
  }

  /** Room for every row there may be, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_rows', String(this.top))
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  #select(dimension: DimensionName, key: string | null): void {
    this.#tell('sight-select', { dimension, key })
  }

  protected override render(): TemplateResult {
    return html`<article class="card rows" part="card" aria-busy=${this.#query.pending}>
      <header>
        <h3><span class="title">Pages to mend first</span> <span class="muted">by ${this.metric}</span></h3>
      </header>
      ${this.renderAsked(this.#query, ({ site }, { metric }) => {
        if (site === null)
          return this.renderState('No such site', `There is no site ${this.siteName ?? ''} that you may see.`)
        const found = findings(site)
        if (found.length > 0) return this.#renderTable(found, metric)
        return site.segment.views === 0
          ? this.renderState(
              `No views in the ${periodWords(this.period)}`,
              'Choose a longer period or fewer filters.',
            )
          : this.renderState(
              `No page is slow by ${metric}`,
              `Of the ${formatCount(site.segment.by.length, this.language)} most visited pages, each with enough samples has a good 75th percentile.`,
            )
      })}
    </article>`
  }

  #renderTable(found: readonly Finding[], metric: string): TemplateResult {
    return html`<table part="table">
        <caption class="visually-hidden">
          Pages to mend first, by ${metric}
        </caption>
        <colgroup>
          <col />
          <col class="col-value" />
          <col class="col-whom" />
          <col class="col-since" />
          <col class="col-sessions" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">p75</th>
            <th scope="col">Mostly for</th>
            <th scope="col" class="since">Since</th>
            <th scope="col" class="sessions-cell"><span class="visually-hidden">Sessions</span></th>
          </tr>
        </thead>
        <tbody>
          ${found.slice(0, this.top).map((finding) => this.#renderRow(finding, metric))}
        </tbody>
      </table>
      ${csvButton(() => ({
        name: `Slow pages by ${metric}`,
        columns: ['page', 'p75', 'low', 'high', 'samples', 'slow_samples', 'for', 'value', 'since'],
        rows: found.map(({ page: { key, segment }, whom, since }) => {
          const { value, low, high, count } = segment.vital.percentile
          const slow = slowCount(segment.vital)
          return [key, value, low, high, count, slow, whom?.dimension, whom?.key, since?.version].map(
            (cell) => cell ?? null,
          )
        }),
      }))}`
  }

  #renderRow({ page: { key, segment }, whom, since }: Finding, metric: string): TemplateResult {
    const { percentile, unit, rating } = segment.vital
    const locale = this.language
    const label = keyLabel('PAGE', key, locale)
    const slow = slowCount(segment.vital)
    const interval = formatInterval(percentile.low, percentile.high, unit, locale) ?? NO_VALUE
    const evidence = `95 % interval ${interval}, ${formatCount(percentile.count, locale)} samples`
    const slowWords = `${formatCount(slow, locale)} views not good, ${formatShare(slow / percentile.count, locale)}`
    const detail = { metric, page: key, dimension: whom?.dimension ?? null, key: whom?.key ?? null }
    return html`<tr>
      <th scope="row">
        <button class="key" title=${label} @click=${() => this.#select('PAGE', key)}>${label}</button>
        <small title=${slowWords}>${slowWords}</small>
      </th>
      <td title=${evidence}>
        <span class=${ratingClass(rating)}
          >${
            rating === null
              ? nothing
              : html`${ratingMark(rating)}<span class="visually-hidden">${RATING_LABELS[rating]} </span>`
          }</span
        ><span class="value">${formatMeasureText(percentile.value, unit, locale)}</span>
        <small><span class="visually-hidden">95 % interval </span>${interval}</small>
      </td>
      <td>${whom === null ? html`<span class="muted">All alike</span>` : this.#renderWhom(whom, unit)}</td>
      <td class="since">
        ${since === null ? html`<span class="muted">No one release</span>` : this.#renderSince(since, unit)}
      </td>
      <td class="sessions-cell">
        <button
          class="sessions"
          aria-label="Sessions in which ${label} was slow"
          @click=${() => this.#tell('sight-slow-sessions', detail)}
        >
          Sessions
        </button>
      </td>
    </tr>`
  }

  #renderWhom({ dimension, key, slowness, shareOfSlow, shareOfAll }: Whom, unit: string): TemplateResult {
    const locale = this.language
    const label = keyLabel(dimension, key, locale)
    const value = formatMeasureText(slowness.percentile.value, unit, locale)
    const shares = `${formatShare(shareOfSlow, locale)} of those not good, ${formatShare(shareOfAll, locale)} of all`
    return html`<button class="key" title="${label}: ${shares}" @click=${() => this.#select(dimension, key)}>
        ${label} <span class="muted">${value}</span>
      </button>
      <small title=${shares}>${shares}</small>`
  }

  #renderSince({ version, before, after }: Since, unit: string): TemplateResult {
    const [from, to] = [before, after].map((value) => formatMeasureText(value, unit, this.language))
    return html`<button class="key" title=${version} @click=${() => this.#select('RELEASE', version)}>
        ${version}
      </button>
      <small>${from} → ${to}</small>`
  }
}

/**
 * The slow pages with enough samples, those first that most views suffer from; then the good ones, where there is a slow
 * one to compare them with.
 */
function findings({ segment, releases }: Site): Finding[] {
  const firstSeen = new Map(releases.nodes.map(({ version, firstSeen }) => [version, Date.parse(firstSeen)]))
  const isGood = ({ segment: { vital } }: SlowPage) => Number(vital.rating === 'GOOD')
  const rated = segment.by.filter(({ segment: { vital } }) => !vital.percentile.thin && vital.rating !== null)
  if (rated.every(isGood)) return []
  return rated
    .sort((a, b) => isGood(a) - isGood(b) || slowCount(b.segment.vital) - slowCount(a.segment.vital))
    .map((page) => ({
      page,
      whom: slowestFor(page.segment),
      since: slowSince(page.segment.releases, firstSeen),
    }))
}

define('sight-slow-pages', SightSlowPages)

declare global {
  interface HTMLElementTagNameMap {
    'sight-slow-pages': SightSlowPages
  }
}
