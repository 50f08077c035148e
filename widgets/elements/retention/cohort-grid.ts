/** Cohorts as a heat map: a row each, a cell for every day, week or month after the first. */
import { html, nothing, type TemplateResult } from 'lit'
import { buildHeat } from '../../charts/heat.ts'
import { capitalised } from '../../format/names.ts'
import { formatCount } from '../../format/number.ts'
import { formatRate } from '../../format/proportion.ts'
import { cohortLabel, intervalWord, periodWords, sizeWords, type Calendar } from './cohort-words.ts'
import type { GridPlace } from './grid-moves.ts'
import type { CohortAnswer, PeriodAnswer } from './retention.query.ts'

export const HEAT_STEPS = 5
const FEWEST = 30

export interface CohortCell {
  text: string
  /** Of how many; nothing in the cells of sizes. */
  count: string
  words: string
  /** Null for a size, and where nobody was left to come again. */
  share: number | null
  partial: boolean
}

export interface CohortRow {
  label: string
  thin: boolean
  cells: CohortCell[]
}

interface Grid {
  calendar: Calendar
  /** The cell that Tab leads to. */
  place: GridPlace
  words: string | null
  onKey: (event: KeyboardEvent) => void
  /** A cell is pointed at or has the focus; null when it is left. The place only of one with the focus. */
  onEnter: (words: string | null, focused: GridPlace | null) => void
}

/** All cohorts together first, then each. The first cell of a row is its size. */
export function cohortRows(
  cohorts: readonly CohortAnswer[],
  mean: readonly PeriodAnswer[],
  calendar: Calendar,
): CohortRow[] {
  const { locale } = calendar
  const columns = Math.max(0, ...cohorts.map(({ periods }) => periods.length))
  const cellsOf = (label: string, periods: readonly PeriodAnswer[]) =>
    periods
      .filter(({ index }) => index > 0 && index < columns)
      .map((period) => ({
        text: formatRate(period.retained.value, locale),
        count: period.retained.value === null ? '' : formatCount(period.retained.count, locale),
        words: periodWords(label, period, calendar),
        share: period.retained.value,
        partial: period.partial,
      }))
  const size = (count: number, words: string, partial: boolean) => ({
    text: formatCount(count, locale),
    count: '',
    words,
    share: null,
    partial,
  })
  const all = cohorts.reduce((sum, cohort) => sum + cohort.size, 0)
  const everybody = 'All cohorts'
  return [
    {
      label: everybody,
      thin: false,
      cells: [
        size(all, `${everybody}: ${formatCount(all, locale)} visitors first seen in those shown`, false),
        ...cellsOf(everybody, mean),
      ],
    },
    ...cohorts.map((cohort) => {
      const label = cohortLabel(cohort, calendar)
      return {
        label,
        thin: cohort.size > 0 && cohort.size < FEWEST,
        cells: [
          size(cohort.size, sizeWords(cohort, calendar), cohort.partial),
          ...cellsOf(label, cohort.periods),
        ],
      }
    }),
  ]
}

export function cohortGrid(rows: readonly CohortRow[], grid: Grid): TemplateResult {
  const { interval, locale } = grid.calendar
  const columns = Math.max(...rows.map(({ cells }) => cells.length)) - 1
  const { levels, top } = buildHeat(
    rows.flatMap(({ cells }) => cells.map(({ share }) => share)),
    HEAT_STEPS,
  )
  const level = levels.values()
  const unit = capitalised(intervalWord(interval))
  return html`
    <div class="scroll">
      <table
        role="grid"
        part="grid"
        aria-label="Visitors who come again, by ${intervalWord(interval)}"
        @keydown=${grid.onKey}
      >
        <thead>
          <tr>
            <th scope="col">First seen</th>
            <th scope="col" class="figure">Visitors</th>
            ${Array.from(
              { length: columns },
              (_, index) => html`<th scope="col">${unit} ${formatCount(index + 1, locale)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ label, thin, cells }, row) =>
              html`<tr>
                <th scope="row">${label}${thin ? html`<span class="thin-mark"> thin</span>` : nothing}</th>
                ${cells.map((cell, column) =>
                  gridCell(cell, { place: { row, column }, level: level.next().value ?? null, grid }),
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="words" part="words" aria-hidden="true">
      ${grid.words ?? html`<span class="muted">Point at a cell, or move with the arrow keys.</span>`}
    </p>
    <ul class="legend" part="legend">
      <li>
        <span>0%</span>
        <span class="scale" aria-hidden="true"
          >${Array.from({ length: HEAT_STEPS }, (_, index) => html`<i class="heat-${index + 1}"></i>`)}</span
        >
        <span>${formatRate(top, locale)}</span>
      </li>
      <li><i class="partial" aria-hidden="true"></i>In part: cut by the period or not over yet</li>
    </ul>
  `
}

function gridCell(
  { text, count, words, partial }: CohortCell,
  { place, level, grid }: { place: GridPlace; level: number | null; grid: Grid },
): TemplateResult {
  const isStop = place.row === grid.place.row && place.column === grid.place.column
  const kind = place.column === 0 ? 'size' : `heat-${level ?? 'none'}`
  return html`<td
    class="cell ${kind} ${partial ? 'partial' : ''}"
    tabindex=${isStop ? 0 : -1}
    aria-label=${words}
    @focus=${() => grid.onEnter(words, place)}
    @blur=${() => grid.onEnter(null, null)}
    @pointerenter=${() => grid.onEnter(words, null)}
    @pointerleave=${() => grid.onEnter(null, null)}
  >
    <b>${text}</b>${count === '' ? nothing : html`<span>${count}</span>`}
  </td>`
}
