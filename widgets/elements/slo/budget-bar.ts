/** What is left of an error budget: a bar, and how many events that is. */
import { html, svg, type TemplateResult } from 'lit'
import { formatCount } from '../../format/number.ts'
import { formatBudget } from '../../format/objective.ts'

interface Budget {
  total: number
  consumed: number
  remaining: number
  remainingShare: number
}

/** Colour tells how little is left: under a quarter, and nothing. */
export function budgetRating(remainingShare: number): 'good' | 'needs-improvement' | 'poor' {
  return remainingShare <= 0 ? 'poor' : remainingShare < 0.25 ? 'needs-improvement' : 'good'
}

export function budgetBar(remainingShare: number): TemplateResult {
  const left = Math.min(1, Math.max(0, remainingShare)) * 100
  return html`<svg class="budget-bar ${budgetRating(remainingShare)}" aria-hidden="true">
    ${svg`<rect class="track" width="100%" height="100%" rx="4" /><rect class="left" width="${left}%" height="100%" rx="4" />`}
  </svg>`
}

export function renderBudget(
  budget: Budget,
  { events, locale }: { events: string; locale: string },
): TemplateResult {
  const { total, consumed, remaining, remainingShare } = budget
  const isOver = remaining < 0
  return html`<div class="budget" part="budget">
    <p class="budget-head">
      <span>${isOver ? 'Budget overdrawn' : 'Budget left'}</span>
      <b>${formatBudget(isOver ? -remainingShare : remainingShare, locale)}</b>
    </p>
    ${budgetBar(remainingShare)}
    <p class="facts">
      ${formatCount(consumed, locale)} bad of ${formatCount(total, locale)} ${events} that may be,
      ${formatCount(Math.abs(remaining), locale)} ${isOver ? 'too many' : 'left'}
    </p>
  </div>`
}
