/**
 * Whether a moment of a session is covered by what its visitor agreed to. By the times at which things happened, not by
 * when they arrived:
 *
 *   (nothing known) ── no
 *   before the first change ── as the first change: who agrees agrees to the page that asked
 *   granted ──▶ yes ──▶ denied ──▶ no ──▶ granted ──▶ yes …   (the moment of a change is the new state's)
 */
export type ConsentChange = { at: number; state: 'granted' | 'denied'; scope: readonly string[] }

/** Scopes that allow measuring. A grant without any is one of everything. */
const MEASURING = ['measurement', 'analytics']

/** `changes` in the order of their times. */
export function isCovered(changes: readonly ConsentChange[], at: number): boolean {
  const change = changes.findLast((one) => one.at <= at) ?? changes[0]
  return change !== undefined && allowsMeasuring(change)
}

/**
 * Those of `told` that are not known yet. Also where they say again what held already: a refusal that is still on its way
 * may have come between.
 */
export function newChanges(known: readonly ConsentChange[], told: readonly ConsentChange[]): ConsentChange[] {
  return told.filter(({ at, state }) => !known.some((one) => one.at === at && one.state === state))
}

/** Of two at one moment the refusal counts. */
export function inOrder(changes: readonly ConsentChange[]): ConsentChange[] {
  return [...changes].sort(
    (a, b) => a.at - b.at || Number(a.state === 'denied') - Number(b.state === 'denied'),
  )
}

function allowsMeasuring({ state, scope }: ConsentChange): boolean {
  return state === 'granted' && (scope.length === 0 || scope.some((one) => MEASURING.includes(one)))
}
