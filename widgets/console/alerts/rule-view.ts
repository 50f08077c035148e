/** How a rule stands, and what a test of it found. */
import { html, nothing, type TemplateResult } from 'lit'
import { forWhom, FROZEN } from '../../elements/alerts/alert-words.ts'
import { ratingClass, ratingMark } from '../../elements/base/rating-mark.ts'
import { formatCount } from '../../format/number.ts'
import type { RatingName } from '../../format/names.ts'
import { formatAgo, formatMoment, formatSpan } from '../../format/time.ts'
import type { RuleState, RuleTest, SavedRule } from './rules.query.ts'

interface Standing {
  label: string
  rating: RatingName | null
}

const PHASES = {
  OK: { label: 'OK', rating: 'GOOD' },
  PENDING: { label: 'Pending', rating: 'NEEDS_IMPROVEMENT' },
  FIRING: { label: 'Firing', rating: 'POOR' },
  ESCALATED: { label: 'Escalated', rating: 'POOR' },
} as const satisfies Record<RuleState['phase'], Standing>
/** The worst first. */
const ORDER: readonly RuleState['phase'][] = ['ESCALATED', 'FIRING', 'PENDING', 'OK']

/** The worst of its segments; one that is off, new or without evidence says that. */
export function standingOf({
  enabled,
  states,
  evaluatedUntil,
}: Pick<SavedRule, 'enabled' | 'states' | 'evaluatedUntil'>): Standing {
  if (!enabled) return { label: 'Off', rating: null }
  const worst = ORDER.find((phase) => states.some((state) => state.phase === phase))
  if (worst === undefined)
    return { label: evaluatedUntil === null ? 'Not evaluated yet' : 'Nothing to judge', rating: null }
  return worst === 'OK' && states.every(({ frozen }) => frozen !== null)
    ? { label: 'Frozen', rating: null }
    : PHASES[worst]
}

export function renderStanding({ label, rating }: Standing): TemplateResult {
  return rating === null
    ? html`<span class="muted">${label}</span>`
    : html`<span class=${ratingClass(rating)}>${ratingMark(rating)} ${label}</span>`
}

function verdictOf({ findings, problem }: RuleTest): string {
  if (problem !== null) return `there is no answer: ${problem}`
  if (findings.some(({ bad }) => bad === true)) return 'it is bad now.'
  return findings.some(({ bad }) => bad === false) ? 'it is good now.' : 'there is nothing to judge by.'
}

const MOST_STATES = 10

interface Where {
  timeZone: string
  locale: string
}

/** Each part of a split for itself, those in trouble first. */
export function renderStates(
  { split, states, problem, evaluatedUntil }: SavedRule,
  { timeZone, locale }: Where,
): TemplateResult {
  if (states.length === 0)
    return html`<p class="muted">
      ${
        evaluatedUntil === null
          ? 'It was not evaluated yet: that happens every minute, a funnel every five.'
          : 'There was nothing to judge in its window, not even a part to tell of.'
      }
    </p>`
  const sorted = [...states].sort((a, b) => ORDER.indexOf(a.phase) - ORDER.indexOf(b.phase))
  const more = states.length - MOST_STATES
  return html`<ul class="lines">
    ${sorted.slice(0, MOST_STATES).map(
      (state) =>
        html`<li>
          <span class="state-of">${renderStanding(PHASES[state.phase])}</span>
          <span class="about"
            >${split === null ? nothing : html`<b>${forWhom(split, state.segment, locale)}</b> `}${
              state.reading?.text ?? 'nothing was measured'
            }${
              state.frozen === null
                ? nothing
                : html`<small
                    >Frozen, neither fires nor resolves:
                    ${state.frozen === 'UNANSWERED' && problem !== null ? problem : FROZEN[state.frozen]}</small
                  >`
            }</span
          >
          <span class="muted" title=${formatMoment(Date.parse(state.since), timeZone, locale)}
            >since ${formatAgo(Date.parse(state.since), Date.now(), locale)}</span
          >
        </li>`,
    )}
    ${more > 0 ? html`<li class="muted">and ${formatCount(more, locale)} more</li>` : nothing}
  </ul>`
}

/** What it would find now and would have done lately. */
export function renderTest(
  test: RuleTest,
  split: string | null,
  { timeZone, locale }: Where,
): TemplateResult {
  const { backtest, findings, wouldSay } = test
  return html`<div class="outcome" role="status">
    <p>
      <b>Test of the minute until ${formatMoment(Date.parse(test.at), timeZone, locale)}:</b>
      ${verdictOf(test)}
    </p>
    ${
      findings.length === 0
        ? nothing
        : html`<ul>
            ${findings
              .slice(0, MOST_STATES)
              .map(
                ({ segment, bad, frozen, reading }) =>
                  html`<li>
                    ${split === null ? nothing : html`${forWhom(split, segment, locale)}: `}${
                      reading?.text ?? 'nothing was measured'
                    }
                    – ${frozen === null ? (bad === true ? 'bad' : 'good') : `no evidence: ${FROZEN[frozen]}`}
                  </li>`,
              )}
          </ul>`
    }
    ${wouldSay === null ? nothing : html`<p>If it fired now, its notice would say: “${wouldSay}”</p>`}
    ${
      backtest === null
        ? html`<p class="muted">How often it would have fired is told for thresholds that are not split.</p>`
        : html`<p>
            In the ${formatSpan(Date.parse(backtest.to) - Date.parse(backtest.from), locale)} before it would
            have fired <b>${formatCount(backtest.fired, locale)}</b>
            ${backtest.fired === 1 ? 'time' : 'times'}, judged by ${formatCount(backtest.judged, locale)}
            buckets; ${formatCount(backtest.frozen, locale)} had no evidence. An estimate.
          </p>`
    }
  </div>`
}
