import { html, type TemplateResult } from 'lit'

/** Where a group of errors stands, in words and with the class that colours them. */
export const ERROR_STATES = {
  OPEN: { label: 'Open', look: 'plain' },
  REGRESSED: { label: 'Regressed', look: 'poor' },
  RESOLVED: { label: 'Resolved', look: 'good' },
  IGNORED: { label: 'Ignored', look: 'muted' },
} as const

export type ErrorStateName = keyof typeof ERROR_STATES

/** An open group that was first seen in the period is called new. */
export function statePill(state: ErrorStateName, isNew: boolean): TemplateResult {
  const { label, look } = ERROR_STATES[state]
  return state === 'OPEN' && isNew
    ? html`<span class="pill new" part="state-pill">New</span>`
    : html`<span class="pill ${look}" part="state-pill">${label}</span>`
}
