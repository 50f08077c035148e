/** One day of an SLO in a sentence. */
import { dayState, type DayState } from '../../charts/status-cells.ts'
import { formatCount } from '../../format/number.ts'
import { formatBudget, formatCompliance } from '../../format/objective.ts'
import { formatBucket } from '../../format/time.ts'
import { DAY_STATES } from './cell-mark.ts'
import type { StatusDayAnswer } from './status-strip.query.ts'

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
