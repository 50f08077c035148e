import {
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { formatCount } from '../../format/number.ts'
import { periodWords } from '../../format/time.ts'
import { dataTable } from '../base/data-table.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'
import { boundsWords, comparisonTable, type Compared } from './comparison-table.ts'
import { parseFlagMetrics, type FlagMetric } from './flag-metrics.ts'
import { FLAG_QUERY, type CohortsAnswer, type FlagAnswer, type FlagVariables } from './flag.query.ts'
import { flagStyles } from './flag.styles.ts'
import { guardrailsList, ratioNote, variantsList } from './variants-view.ts'
import { formatChange, formatPValue, formatValue, VERDICTS } from './verdict-words.ts'

const DEFAULT_METRICS = 'LCP,INP,CRASH_FREE_SESSIONS,ENGAGEMENT_RATE'

/**
 * `<sight-flag>`: what the variants of a feature flag do: sessions by variant, whether those came as they were meant to,
 * and each variant beside the control with the interval that holds at every look and the verdict corrected for all of
 * them.
 *
 * - `flag`: the key that the flag is evaluated by. Required.
 * - `metrics`: names of vitals (their p75) and of FlagFigures with commas between them, or a JSON list of
 *   FlagMetricInput; 20 at most. Default `LCP,INP,CRASH_FREE_SESSIONS,ENGAGEMENT_RATE`.
 * - `control`: the variant to compare with. Default: the one that the flag was saved with.
 * - `fixed`: judges for one look that was fixed beforehand, which finds smaller differences and errs more often with
 *   every further look.
 *
 * Parts: `card`, `variants`, `sample-ratio`, `comparison`, `interval`, `guardrails`, `table`, `state`, `skeleton`.
 */
export class SightFlag extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, flagStyles]

  static override properties: PropertyDeclarations = {
    flag: { reflect: true },
    metrics: { reflect: true },
    control: { reflect: true },
    fixed: { type: Boolean, reflect: true },
    tableOpen: { state: true },
  }

  declare flag: string | null
  declare metrics: string
  declare control: string | null
  declare fixed: boolean
  declare private tableOpen: boolean

  readonly #query = new QueryController<FlagAnswer, FlagVariables>(this, {
    query: FLAG_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null || this.flag === null
        ? null
        : {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            key: this.flag,
            control: this.control,
            sequential: !this.fixed,
            metrics: this.#asked.map(({ input }) => input),
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.flag = null
    this.metrics = DEFAULT_METRICS
    this.control = null
    this.fixed = false
    this.tableOpen = false
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    if (this.flag === null || this.flag === '') return 'Set the flag attribute to the key of a feature flag.'
    const metrics = parseFlagMetrics(this.metrics)
    return typeof metrics === 'string' ? metrics : null
  }

  get #asked(): FlagMetric[] {
    const metrics = parseFlagMetrics(this.metrics)
    return typeof metrics === 'string' ? [] : metrics
  }

  /** Room for every row there may be, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_rows', String(this.#asked.length))
  }

  protected override render(): TemplateResult {
    const flag = this.#query.answer?.data.site?.segment.flag
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3 class="title name" title=${this.flag ?? ''}>${this.flag ?? 'Feature flag'}</h3>
          <span class="muted"
            >${
              flag === undefined
                ? '\u00a0'
                : `${formatCount(flag.sessions, this.language)} sessions in the ${periodWords(this.period)}`
            }</span
          >
        </header>
        ${this.renderAsked(this.#query, ({ site }, variables) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          if (site.segment.flag.sessions > 0) return this.#renderFlag(site.segment.flag, variables)
          return this.renderState(
            `No sessions with ${variables.key} in the ${periodWords(this.period)}`,
            'See whether the page reports this flag, or choose a longer period or fewer filters.',
          )
        })}
      </article>
    `
  }

  #renderFlag(flag: CohortsAnswer, { sequential }: FlagVariables): TemplateResult {
    const metrics = this.#asked
    // By variant, then in the order of the metrics.
    const rows = flag.compare.map((comparison, index): Compared => {
      const { low, high, alwaysLow, alwaysHigh } = comparison
      const [decidingLow, decidingHigh] = sequential ? [alwaysLow, alwaysHigh] : [low, high]
      const unit = metrics[index % Math.max(1, metrics.length)]?.unit ?? 'number'
      return { ...comparison, unit, decidingLow, decidingHigh }
    })
    const locale = this.language
    return html`
      ${variantsList(flag, locale)} ${ratioNote(flag, locale)} ${comparisonTable(rows, locale)}
      <p class="ratio">
        ${
          sequential
            ? '95 % intervals that hold at every look'
            : '95 % intervals for one look that was fixed beforehand'
        };
        p corrected for ${formatCount(rows.length, locale)} comparisons
      </p>
      ${guardrailsList(flag.guardrails, locale)}
      <div class="table">${this.#renderTable(rows)}</div>
    `
  }

  #renderTable(rows: readonly Compared[]): TemplateResult {
    const locale = this.language
    const label = `${this.flag ?? ''} by variant`
    const columns = ['Control', 'Variant', 'Difference', '95 % interval', 'Adjusted p', 'Visitors', 'Verdict']
    return dataTable(
      {
        caption: label,
        columns: ['Metric', ...columns],
        rows: rows.map((row) => [
          `${row.metric}, ${row.variant}`,
          formatValue(row.baseline, row.unit, locale),
          formatValue(row.value, row.unit, locale),
          row.relative === null
            ? formatValue(row.difference, row.unit, locale)
            : formatChange(row.relative, locale),
          boundsWords(row, locale) ?? '–',
          formatPValue(row.adjustedPValue, locale),
          `${formatCount(row.baselineVisitors, locale)} / ${formatCount(row.visitors, locale)}`,
          VERDICTS[row.verdict].label,
        ]),
        csv: () => ({
          name: label,
          columns: CSV_COLUMNS,
          rows: rows.map((row) => CSV_COLUMNS.map((c) => row[c])),
        }),
      },
      this.tableOpen,
      (isOpen) => (this.tableOpen = isOpen),
    )
  }
}

const CSV_COLUMNS = [
  'metric',
  'variant',
  'unit',
  'baseline',
  'value',
  'difference',
  'relative',
  'low',
  'high',
  'alwaysLow',
  'alwaysHigh',
  'adjustedPValue',
  'baselineVisitors',
  'visitors',
  'verdict',
] as const satisfies (keyof Compared)[]

define('sight-flag', SightFlag)

declare global {
  interface HTMLElementTagNameMap {
    'sight-flag': SightFlag
  }
}
