/** What each kind of day is called, the mark that it has besides its colour, and one day in a sentence. */
import { svg, type SVGTemplateResult } from 'lit'
import { dayState, type Cell, type DayState } from '../../charts/status-cells.ts'
import { formatCount } from '../../format/number.ts'
import { formatBudget, formatCompliance } from '../../format/objective.ts'
import { formatBucket } from '../../format/time.ts'
import type { StatusDayAnswer } from './status-strip.query.ts'

export const DAY_STATES = {
  good: { label: 'Objective kept', tone: 'good' },
  burned: { label: 'Budget burned', tone: 'needs-improvement' },
  missed: { label: 'Objective missed', tone: 'poor' },
  none: { label: 'No data', tone: 'none' },
} as const satisfies Record<DayState, { label: string; tone: string }>

export const CELL_HEIGHT = 32

/** Whole; shorter; broken; a stub: so that no day depends on its colour. */
export function cellMark(state: DayState, { x, width }: Cell, height = CELL_HEIGHT): SVGTemplateResult {
  const rx = Math.min(2, width / 3)
  const piece = (y: number, end: number) =>
    svg`<rect x=${x} y=${y * height} width=${width} height=${(end - y) * height} rx=${rx} />`
  const pieces = {
    good: [piece(0, 1)],
    burned: [piece(0.36, 1)],
    missed: [piece(0, 0.42), piece(0.58, 1)],
    none: [piece(0.8, 1)],
  }[state]
  return svg`<g class="day ${DAY_STATES[state].tone}">${pieces}</g>`
}

interface Day {
  day: StatusDayAnswer
  objective: number
  events: string
  timeZone: string
  locale: string
}

export interface DayLines {
  date: string
  state: DayState
  share: string
  budget: string
}

export function dayLines({ day, objective, events, timeZone, locale }: Day): DayLines {
  const state = dayState(day, objective)
  const { bad, total, compliance, budgetRemaining } = day
  return {
    date: formatBucket(Date.parse(day.start), Date.parse(day.end), timeZone, locale),
    state,
    share:
      state === 'none'
        ? `No ${events}`
        : `${formatCompliance(compliance, objective, locale)} of ${formatCount(total, locale)} ${events} good, ${formatCount(bad, locale)} bad`,
    budget:
      budgetRemaining === null
        ? ''
        : budgetRemaining > 0
          ? `${formatBudget(budgetRemaining, locale)} of the budget left`
          : 'Budget used up',
  }
}

export function dayWords(day: Day): string {
  const { date, state, share, budget } = dayLines(day)
  const parts = [`${date}: ${DAY_STATES[state].label}`, state === 'none' ? '' : share, budget]
  return parts.filter((part) => part !== '').join(', ')
}
