import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { RATING_LABELS, VITAL_LABELS, type RatingName } from '../../format/names.ts'
import {
  formatCount,
  formatInterval,
  formatMeasure,
  formatMeasureText,
  formatShare,
} from '../../format/number.ts'
import { periodWords } from '../../format/time.ts'
import { dataTable } from '../base/data-table.ts'
import { define } from '../base/define.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { ratingShares } from '../base/rating-shares.ts'
import { ratingSharesStyles } from '../base/rating-shares.styles.ts'
import { SightElement } from '../base/sight-element.ts'
import { assess } from './assessment.ts'
import {
  CORE_WEB_VITALS_QUERY,
  type AssessedSegment,
  type AssessedVital,
  type CoreVitalName,
  type CoreWebVitalsAnswer,
  type CoreWebVitalsVariables,
} from './core-web-vitals.query.ts'
import { coreWebVitalsStyles } from './core-web-vitals.styles.ts'

const NAMES = ['LCP', 'INP', 'CLS'] as const

const VERDICTS: Record<string, { words: string; rating: RatingName | null }> = {
  passed: { words: 'Passed', rating: 'GOOD' },
  failed: { words: 'Not passed', rating: 'POOR' },
  unknown: { words: 'Too little data', rating: null },
}

/**
 * `<sight-core-web-vitals>`: the assessment that Google makes of a site, with the three vitals it rests on. It passes
 * where LCP, INP and CLS are good at the 75th percentile; INP does not count where nobody interacted.
 *
 * It has the attributes of every widget and no others (see SightElement).
 * Parts: `card`, `verdict`, `vital`, `value`, `rating`, `shares`, `table`, `state`, `skeleton`.
 */
export class SightCoreWebVitals extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, ratingSharesStyles, coreWebVitalsStyles]

  static override properties: PropertyDeclarations = { tableOpen: { state: true } }

  declare private tableOpen: boolean

  readonly #query = new QueryController<CoreWebVitalsAnswer, CoreWebVitalsVariables>(this, {
    query: CORE_WEB_VITALS_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : { site: this.siteName, range: parseRange(this.period), where: this.where },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.tableOpen = false
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3>
            <span class="title">Core Web Vitals</span>
            <span class="muted">75th percentile, ${periodWords(this.period)}</span>
          </h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          if (NAMES.some((name) => site.segment[name].percentile.value !== null))
            return this.#renderSegment(site.segment)
          return this.renderState(
            `No Core Web Vitals in the ${periodWords(this.period)}`,
            'Choose a longer period or fewer filters.',
          )
        })}
      </article>
    `
  }

  #renderSegment(segment: AssessedSegment): TemplateResult {
    const { verdict, owedTo } = assess(segment)
    const { words = '', rating = null } = VERDICTS[verdict] ?? {}
    const why = {
      passed: 'All are good',
      failed: `${listOf(owedTo, this.language)} ${owedTo.length === 1 ? 'is' : 'are'} not good`,
      unknown: `Fewer than 30 samples of ${listOf(owedTo, this.language)}: choose a longer period`,
    }[verdict]
    return html`
      <p class="verdict" part="verdict">
        <span class=${ratingClass(rating)}>${rating === null ? nothing : ratingMark(rating)}</span>
        <strong class=${ratingClass(rating)}>${words}</strong> <span class="why">${why}</span>
      </p>
      <ul class="vitals">
        ${NAMES.map((name) => this.#renderVital(name, segment[name]))}
      </ul>
      <div class="table">${this.#renderTable(segment)}</div>
    `
  }

  #renderVital(name: CoreVitalName, { unit, rating, percentile, shares }: AssessedVital): TemplateResult {
    const locale = this.language
    const label = html`<p class="name">
      ${name} <span title=${VITAL_LABELS[name]}>${VITAL_LABELS[name]}</span>
    </p>`
    if (percentile.value === null) {
      const why = name === 'INP' ? 'Nobody interacted: INP does not count' : `No ${name} was measured`
      return html`<li class="vital" part="vital">
        ${label}
        <p class="value">–</p>
        <p class="facts">${why}</p>
      </li>`
    }
    const { number, unit: shownUnit } = formatMeasure(percentile.value, unit, locale)
    const interval = formatInterval(percentile.low, percentile.high, unit, locale)
    return html`<li class="vital" part="vital">
      ${label}
      <div class="line">
        <p class="value" part="value">${number}<small>${shownUnit}</small></p>
        <span class="rating ${ratingClass(rating)}" part="rating">
          ${rating === null ? nothing : html`${ratingMark(rating)} ${RATING_LABELS[rating]}`}
          ${percentile.thin ? html`<span class="thin">Thin data</span>` : nothing}
        </span>
      </div>
      <p class="facts">
        ${interval === null ? 'Too few samples for an interval' : html`95 % interval ${interval}`} ·
        ${formatCount(percentile.count, locale)} ${percentile.count === 1 ? 'sample' : 'samples'}
      </p>
      ${shares.good === null ? nothing : ratingShares(shares, locale)}
    </li>`
  }

  #renderTable(segment: AssessedSegment): TemplateResult {
    const locale = this.language
    return dataTable(
      {
        caption: 'Core Web Vitals',
        columns: ['Vital', 'p75', '95 % interval', 'Samples', ...Object.values(RATING_LABELS)],
        rows: NAMES.map((name) => {
          const { unit, percentile, shares } = segment[name]
          return [
            name,
            formatMeasureText(percentile.value, unit, locale),
            formatInterval(percentile.low, percentile.high, unit, locale) ?? '–',
            formatCount(percentile.count, locale),
            ...[shares.good, shares.needsImprovement, shares.poor].map((share) => formatShare(share, locale)),
          ]
        }),
        csv: () => ({
          name: 'core web vitals',
          columns: ['vital', 'unit', 'p75', 'low', 'high', 'samples', 'good', 'needsImprovement', 'poor'],
          rows: NAMES.map((name) => {
            const { unit, percentile, shares } = segment[name]
            const { value, low, high, count } = percentile
            const counts = [shares.goodCount, shares.needsImprovementCount, shares.poorCount]
            return [name, unit, value, low, high, count, ...counts]
          }),
        }),
      },
      this.tableOpen,
      (isOpen) => (this.tableOpen = isOpen),
    )
  }
}

function listOf(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale.startsWith('en') ? locale : 'en').format(names)
}

define('sight-core-web-vitals', SightCoreWebVitals)

declare global {
  interface HTMLElementTagNameMap {
    'sight-core-web-vitals': SightCoreWebVitals
  }
}
