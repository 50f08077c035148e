/** The rules of an SLO, each with its state and why it has it. */
import { html, svg, type TemplateResult } from 'lit'
import type { RatingName } from '../../format/names.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import type { RuleStateName } from './slo-words.ts'
import type { SloStatusAnswer } from './slo.query.ts'

const RULE_STATES = {
  BURNING: { label: 'Burning', rating: 'POOR' },
  CALM: { label: 'Calm', rating: 'GOOD' },
  FROZEN: { label: 'Frozen', rating: null },
} as const satisfies Record<RuleStateName, { label: string; rating: RatingName | null }>

export function rulesList(rules: SloStatusAnswer['rules']): TemplateResult {
  return html`<ul class="rules" part="rules" aria-label="Rules">
    ${rules.map(({ rule, state, reason }) => {
      const { label, rating } = RULE_STATES[state]
      return html`<li>
        <span class=${ratingClass(rating)}>${state === 'FROZEN' ? FROZEN_MARK : ratingMark(rating)}</span>
        <span class="rule"
          ><b>${rule.name}</b>
          <span class="muted">${rule.severity === 'PAGE' ? 'pages' : 'ticket'} · ${label}:</span>
          ${reason}</span
        >
      </li>`
    })}
  </ul>`
}

const FROZEN_MARK = svg`<svg class="mark muted" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M2 1h3v10H2ZM7 1h3v10H7Z" /></svg>`
