import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { lengthMs, parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { formatRate, proportionWords } from '../../format/proportion.ts'
import { periodWords as rangeWords } from '../../format/time.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'
import { cohortGrid, cohortRows } from './cohort-grid.ts'
import { cohortTable } from './cohort-table.ts'
import { intervalWord, type Calendar } from './cohort-words.ts'
import { gridMove, type GridPlace } from './grid-moves.ts'
import {
  RETENTION_QUERY,
  type CalendarName,
  type CohortAnswer,
  type PeriodAnswer,
  type RetentionAnswer,
  type RetentionVariables,
} from './retention.query.ts'
import { retentionStyles } from './retention.styles.ts'

const DAY_MS = 86_400_000
const LENGTHS_MS: Record<CalendarName, number> = { DAY: DAY_MS, WEEK: 7 * DAY_MS, MONTH: 30.44 * DAY_MS }

/**
 * `<sight-retention>`: who comes again. Visitors by the day, week or month in which they were first seen in the period,
 * and the share of them with a view in each one after it.
 *
 * - `interval`: `DAY`, `WEEK` or `MONTH`. Default: one that suits the period.
 * - `cohorts`: how many, the latest ones, 1 to 60. Default 12.
 *
 * The grid takes the focus: arrow keys, Home, End, Page up and down lead from cell to cell, each of which tells its
 * figures in words.
 * Parts: `card`, `headline`, `grid`, `words`, `legend`, `table`, `csv`, `state`, `skeleton`.
 */
export class SightRetention extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, retentionStyles]

  static override properties: PropertyDeclarations = {
    interval: { reflect: true },
    cohorts: { type: Number, reflect: true },
    place: { state: true },
    words: { state: true },
    tableOpen: { state: true },
  }

  declare interval: CalendarName | null
  declare cohorts: number
  /** The cell that Tab leads to. */
  declare private place: GridPlace
  /** Of the cell under the pointer or with the focus; null for none. */
  declare private words: string | null
  declare private tableOpen: boolean

  readonly #query = new QueryController<RetentionAnswer, RetentionVariables>(this, {
    query: RETENTION_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            interval: this.#unit,
            cohorts: this.cohorts,
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.interval = null
    this.cohorts = 12
    this.place = { row: 0, column: 0 }
    this.words = null
    this.tableOpen = false
  }

  get #unit(): CalendarName {
    if (this.interval !== null) return this.interval
    const days = lengthMs(this.period) / DAY_MS
    return days <= 21 ? 'DAY' : days <= 200 ? 'WEEK' : 'MONTH'
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    if (!Object.hasOwn(LENGTHS_MS, this.#unit))
      return `There is no interval ${this.#unit}: choose ${Object.keys(LENGTHS_MS).join(', ')}.`
    return this.cohorts >= 1 && this.cohorts <= 60 ? null : `cohorts is ${this.cohorts}: choose 1 to 60.`
  }

  /** Room for every cohort there may be, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const length = LENGTHS_MS[this.#unit] ?? DAY_MS
    const rows = Math.min(this.cohorts, Math.ceil(lengthMs(this.period) / length) + 1)
    this.style.setProperty('--_rows', String(rows + 1))
  }

  readonly #onKey = (event: KeyboardEvent, lengths: readonly number[]): void => {
    const isRightToLeft = getComputedStyle(this).direction === 'rtl'
    const place = gridMove(this.place, { key: event.key, lengths, isRightToLeft })
    if (place === null) return
    event.preventDefault()
    this.place = place
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[tabindex="0"].cell')?.focus(),
    )
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3>
            <span class="title">Retention</span>
            <span class="muted">by ${intervalWord(this.#unit) ?? ''}</span>
          </h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }, { interval }) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const { cohorts, mean } = site.segment.retention
          const calendar = { interval, timeZone: site.timeZone, locale: this.language }
          if (cohorts.some(({ size }) => size > 0)) return this.#renderCohorts(cohorts, mean, calendar)
          return this.renderState(
            `No visitors in the ${rangeWords(this.period)}`,
            'Choose a longer period or fewer filters.',
          )
        })}
      </article>
    `
  }

  #renderCohorts(cohorts: CohortAnswer[], mean: PeriodAnswer[], calendar: Calendar): TemplateResult {
    const rows = cohortRows(cohorts, mean, calendar)
    const lengths = rows.map(({ cells }) => cells.length)
    // An answer may have fewer rows than the one before.
    const row = Math.min(this.place.row, rows.length - 1)
    const place = { row, column: Math.min(this.place.column, (lengths[row] ?? 1) - 1) }
    const cameAgain = cohorts.some(({ periods }) =>
      periods.some(({ index, retained }) => index > 0 && retained.count > 0),
    )
    return html`
      ${this.#renderHeadline(mean[1], calendar)}
      ${cohortGrid(rows, {
        calendar,
        place,
        words: this.words,
        onKey: (event) => this.#onKey(event, lengths),
        onEnter: (words, entered) => {
          this.words = words
          if (entered !== null) this.place = entered
        },
      })}
      ${
        cameAgain
          ? nothing
          : html`<p class="notice">
              Nobody came again. Visitors without consent are one session each, and never do.
            </p>`
      }
      ${cohortTable({ cohorts, calendar }, this.tableOpen, (isOpen) => (this.tableOpen = isOpen))}
    `
  }

  #renderHeadline(next: PeriodAnswer | undefined, { interval, locale }: Calendar): TemplateResult {
    const retained = next?.retained
    return html`<p class="headline" part="headline">
      <span class="value">${formatRate(retained?.value ?? null, locale)}</span>
      <span class="evidence">
        <strong>come again in the next ${intervalWord(interval)}</strong>
        <span class="muted"
          >${
            retained === undefined || retained.value === null
              ? `no ${intervalWord(interval)} after the first is over yet`
              : proportionWords(retained, 'visitors', locale)
          }</span
        >
      </span>
    </p>`
  }
}

define('sight-retention', SightRetention)

declare global {
  interface HTMLElementTagNameMap {
    'sight-retention': SightRetention
  }
}
