import {
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { buildBurnDown, type BurnDownMarks } from '../../charts/burn-down-marks.ts'
import { burnDown } from '../../charts/burn-down.ts'
import type { IntervalName } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { formatCount } from '../../format/number.ts'
import { formatBudget, formatCompliance, formatObjective } from '../../format/objective.ts'
import { formatBucket } from '../../format/time.ts'
import { chart } from '../base/chart.styles.ts'
import { CrosshairController } from '../base/crosshair-controller.ts'
import { dataTable } from '../base/data-table.ts'
import { define } from '../base/define.ts'
import { WidthController } from '../base/width-controller.ts'
import { SloElement } from '../slo/slo-element.ts'
import { eventWords, windowWords } from '../slo/slo-words.ts'
import { burnLegend, burnPicture, burnTooltip, burnWords } from './burn-picture.ts'
import {
  bucketOf,
  SLO_BUDGET_QUERY,
  type SloBudgetAnswer,
  type SloBudgetVariables,
  type SloHistoryAnswer,
} from './slo-budget.query.ts'
import { sloBudgetStyles } from './slo-budget.styles.ts'

const CARD_PADDING = 34
const INTERVALS: readonly string[] = ['HOUR', 'DAY', 'WEEK']

/**
 * `<sight-slo-budget>`: how the error budget of an SLO's window was used up, beside the even pace at which it would last
 * to the end, with the releases and deploys of the time. 100 % are (1 − objective) of the events that the window has had so far.
 *
 * - `slo`: its id, `shop/slo/1`, or with `site` the number at its end. Required.
 * - `interval`: `HOUR`, `DAY` or `WEEK`. Default `DAY`.
 *
 * The window is the SLO's own, and so is what counts: `range` and `filter` change nothing.
 * The chart takes the focus: arrow keys, Page up and down, Home and End move the crosshair, Escape hides it.
 * Parts: `card`, `plot`, `line`, `even`, `tooltip`, `legend`, `table`, `state`, `skeleton`.
 * Custom property: `--sight-chart-height` (240px), the height of the plot.
 */
export class SightSloBudget extends SloElement {
  static override styles: CSSResultGroup = [SloElement.styles, chart, sloBudgetStyles]

  static override properties: PropertyDeclarations = {
    interval: { reflect: true },
    tableOpen: { state: true },
  }

  declare interval: IntervalName
  declare private tableOpen: boolean

  readonly #query = new QueryController<SloBudgetAnswer, SloBudgetVariables>(this, {
    query: SLO_BUDGET_QUERY,
    variables: () => (this.subject === null ? null : { ...this.subject, interval: this.interval }),
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #width = new WidthController(this)
  readonly #crosshair = new CrosshairController(this, () => this.#marks?.points.map(({ x }) => x) ?? [])
  #marks: BurnDownMarks | null = null

  constructor() {
    super()
    this.interval = 'DAY'
    this.tableOpen = false
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    return INTERVALS.includes(this.interval) ? null : `Set the interval attribute to ${INTERVALS.join(', ')}.`
  }

  /** Beside the crosshair, on the side with more room; through CSSOM, as the page may forbid style attributes. */
  protected override updated(_changed: PropertyValues): void {
    const tooltip = this.renderRoot.querySelector<HTMLElement>('.tooltip')
    const point = this.#marks?.points[this.#crosshair.active]
    if (tooltip === null || point === undefined) return
    const isBefore = point.x > this.#width.width / 2
    const left = isBefore ? `max(0px, ${point.x - 12}px - 100%)` : `${point.x + 12}px`
    tooltip.style.setProperty('transform', `translateX(${left})`)
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        ${this.renderAsked(this.#query, ({ site }) => {
          const slo = site?.slo ?? null
          if (site === null || slo === null) return this.renderMissing()
          if (slo.history.points.some(({ total }) => total > 0)) return this.#renderChart(slo, site.timeZone)
          return this.renderState(
            `No ${eventWords(slo)} in the ${windowWords(slo.window, this.language)}`,
            'See whether the site still sends them.',
          )
        })}
      </article>
    `
  }

  #renderChart(slo: SloHistoryAnswer, timeZone: string): TemplateResult {
    const { name, objective, history } = slo
    const locale = this.language
    const height = this.renderRoot.querySelector('.plot')?.clientHeight ?? 240
    const width = Math.max(240, this.#width.width - CARD_PADDING)
    const points = burnDown(history.points.map(bucketOf), objective)
    const marks = buildBurnDown({
      points,
      events: history.marks.map(({ at, label }) => ({ at: Date.parse(at), label })),
      width,
      height,
      timeZone,
      locale,
    })
    this.#marks = marks
    const { active } = this.#crosshair
    const last = points.length - 1
    const place = {
      points,
      buckets: history.points,
      releases: history.marks,
      index: active === -1 ? last : active,
      objective,
      events: eventWords(slo),
      timeZone,
      locale,
    }
    const label = `Error budget of ${name}`
    const buckets = history.points.map(({ start, end, bad, total, compliance }, index) => {
      const { left = null, even = null } = points[index + 1] ?? {}
      return [start, end, left, even, bad, total, compliance] as const
    })
    return html`
      <header>
        <h3 class="title about">Error budget</h3>
        <span class="muted about"
          >${name} · ${formatObjective(objective, locale)} · ${windowWords(slo.window, locale)}</span
        >
        ${burnLegend(marks.events.length > 0)}
      </header>
      <div
        class="plot"
        tabindex="0"
        role="slider"
        aria-label=${label}
        aria-valuemin="0"
        aria-valuemax=${last}
        aria-valuenow=${place.index}
        aria-valuetext=${burnWords(place)}
        @pointermove=${this.#crosshair.onPointer}
        @pointerdown=${this.#crosshair.onPointer}
        @pointerleave=${this.#crosshair.onLeave}
        @focus=${this.#crosshair.onFocus}
        @blur=${this.#crosshair.onLeave}
        @keydown=${this.#crosshair.onKey}
      >
        ${burnPicture({ marks, locale, width, height, active })} ${active === -1 ? '' : burnTooltip(place)}
      </div>
      ${dataTable(
        {
          caption: label,
          columns: ['Time', 'Budget left', 'Even pace', 'Bad', 'All', 'Good'],
          rows: buckets.map(([start, end, left, even, bad, total, compliance]) => [
            formatBucket(Date.parse(start), Date.parse(end), timeZone, locale),
            formatBudget(left, locale),
            formatBudget(even, locale),
            formatCount(bad, locale),
            formatCount(total, locale),
            formatCompliance(compliance, objective, locale),
          ]),
          csv: () => ({
            name: label,
            columns: ['start', 'end', 'budget_left', 'even_pace', 'bad', 'total', 'compliance'],
            rows: buckets,
          }),
        },
        this.tableOpen,
        (isOpen) => (this.tableOpen = isOpen),
      )}
    `
  }
}

define('sight-slo-budget', SightSloBudget)

declare global {
  interface HTMLElementTagNameMap {
    'sight-slo-budget': SightSloBudget
  }
}
