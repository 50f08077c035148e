/** Pictures of an SLO: its days as a strip, and how its budget was used up. */
import { svg } from 'lit'
import { burnDown } from '../charts/burn-down.ts'
import { buildBurnDown } from '../charts/burn-down-marks.ts'
import { buildCells, dayState, daysThatFit, type DayState } from '../charts/status-cells.ts'
import { burnDrawing } from '../elements/slo-budget/burn-picture.ts'
import { bucketOf, type SloHistoryAnswer } from '../elements/slo-budget/slo-budget.query.ts'
import { eventWords, windowWords } from '../elements/slo/slo-words.ts'
import { cellMark, CELL_HEIGHT, DAY_STATES } from '../elements/status-strip/cell-mark.ts'
import type { StripSlo } from '../elements/status-strip/status-strip.query.ts'
import { formatCount } from '../format/number.ts'
import { formatBudget, formatCompliance, formatObjective } from '../format/objective.ts'
import { emptyDrawing, PADDING, TOP, type Drawing } from './frame.ts'
import type { Look } from './look.ts'

export function statusStripDrawing(slo: StripSlo, { days: wanted }: { days: number }, look: Look): Drawing {
  const { width, locale } = look
  const { name, objective } = slo
  const events = eventWords(slo)
  const room = width - 2 * PADDING
  const asked = slo.history.points.slice(-wanted)
  const days = asked.slice(-daysThatFit(room, asked.length))
  const total = days.reduce((sum, day) => sum + day.total, 0)
  const about = `${formatObjective(objective, locale)} of ${events}, last ${wanted} days`
  if (total === 0) return emptyDrawing(name, about, `No ${events} in the last ${wanted} days`)
  const bad = days.reduce((sum, day) => sum + day.bad, 0)
  const states = days.map((day) => dayState(day, objective))
  const cells = buildCells(days.length, room)
  const share = formatCompliance(1 - bad / total, objective, locale)
  const sum = `${share} of ${formatCount(total, locale)} ${events} good in ${days.length} days`
  const kinds = (Object.keys(DAY_STATES) as DayState[])
    .map((state) => [state, states.filter((other) => other === state).length] as const)
    .filter(([, count]) => count > 0)
  const counts = kinds.map(([state, count]) => `${DAY_STATES[state].label}: ${formatCount(count, locale)}`)
  return {
    title: name,
    subtitle: `objective ${formatObjective(objective, locale)}`,
    description: `${name}: ${sum}. ${counts.join(', ')}`,
    height: TOP + CELL_HEIGHT + 76,
    body: svg`
      <g transform=${`translate(${PADDING} ${TOP})`}>
        ${states.map((state, index) => cellMark(state, cells[index] ?? { x: 0, width: 0 }))}
        <text class="muted small" x=${cells[0]?.x ?? 0} y=${CELL_HEIGHT + 16}>${days.length - 1} days ago</text>
        <text class="muted small" x=${room} y=${CELL_HEIGHT + 16} text-anchor="end">Today</text>
        <text class="strong" y=${CELL_HEIGHT + 40}>${sum}</text>
        <text class="muted note" y=${CELL_HEIGHT + 59}>${counts.join(' · ')}</text>
      </g>`,
  }
}

export function sloBudgetDrawing(slo: SloHistoryAnswer, timeZone: string, { width, locale }: Look): Drawing {
  const { name, objective, history } = slo
  const window = windowWords(slo.window, locale)
  const subtitle = `${name} · ${formatObjective(objective, locale)} · ${window}`
  const points = burnDown(history.points.map(bucketOf), objective)
  const last = points.at(-1)
  if (last === undefined)
    return emptyDrawing('Error budget', subtitle, `No ${eventWords(slo)} in the ${window}`)
  const height = 240
  const marks = buildBurnDown({
    points,
    events: history.marks.map(({ at, label }) => ({ at: Date.parse(at), label })),
    width: width - 2 * PADDING,
    height,
    timeZone,
    locale,
  })
  const left =
    last.left < 0
      ? `${formatBudget(-last.left, locale)} overdrawn`
      : `${formatBudget(last.left, locale)} left`
  return {
    title: 'Error budget',
    subtitle: `${left} · ${subtitle}`,
    description: `Error budget of ${subtitle}: ${left}, ${formatBudget(last.even, locale)} at an even pace`,
    height: TOP + height + PADDING,
    body: svg`<g transform=${`translate(${PADDING} ${TOP})`}>${burnDrawing({ marks, locale, active: -1 })}</g>`,
  }
}
