/**
 * What one evaluation makes of the alert of one segment.
 *
 *        some bad            bad in n of m             escalateAfter
 *   OK ───────────▶ PENDING ───────────────▶ FIRING ─────────────────▶ ESCALATED
 *   ▲ ◀──none left─────┘                       │                           │
 *   └───────────── recovered n times in a row ─┴───────────────────────────┘
 *                  (the alert is RESOLVED)
 *
 * FROZEN is no state but a flag on any of them, with its reason: an evaluation without evidence changes nothing else,
 * so it neither fires, escalates nor resolves.
 */
export const PHASES = ['OK', 'PENDING', 'FIRING', 'ESCALATED'] as const
export type Phase = (typeof PHASES)[number]

export const FROZEN_REASONS = ['NO_EVENTS', 'THIN', 'LATE', 'COVERAGE', 'UNANSWERED'] as const
export type FrozenReason = (typeof FROZEN_REASONS)[number]

/** What one evaluation found: no evidence, or which side of its bounds the figure is on. Between them it is neither. */
export type Evaluation = { frozen: FrozenReason } | { frozen: null; bad: boolean; recovered: boolean }

export type AlertMemory = {
  phase: Phase
  /** Since when it is in this phase, epoch ms. */
  since: number
  /** The moment of the last evaluation, epoch ms. */
  at: number
  frozen: FrozenReason | null
  /** The moments of the last m that were bad, oldest first. */
  bad: number[]
  /** How often in a row it was recovered. */
  recovered: number
}

export type Patience = {
  /** n: so many bad ones fire, and so many recovered ones in a row resolve. */
  times: number
  /** m: of so many evaluations. */
  of: number
  /** From one evaluation to the next. */
  stepMs: number
  /** How long it fires before it escalates; null: it does not. */
  escalateAfterMs: number | null
}

export type Change = 'FIRING' | 'ESCALATED' | 'RESOLVED'

export const CALM: AlertMemory = { phase: 'OK', since: 0, at: 0, frozen: null, bad: [], recovered: 0 }

/** The state after the evaluation of the moment `at`, and what is to be told. A moment that was evaluated changes nothing. */
export function advance(
  memory: AlertMemory,
  evaluation: Evaluation,
  patience: Patience,
  at: number,
): { memory: AlertMemory; change: Change | null } {
  if (at <= memory.at) return { memory, change: null }
  if (evaluation.frozen !== null)
    return { memory: { ...memory, at, frozen: evaluation.frozen }, change: null }
  const since = at - patience.of * patience.stepMs
  const bad = [...memory.bad.filter((moment) => moment > since), ...(evaluation.bad ? [at] : [])]
  const recovered = evaluation.recovered ? memory.recovered + 1 : 0
  const next = { ...memory, at, frozen: null, bad, recovered }
  return isOpen(memory.phase) ? whileOpen(next, patience) : whileCalm(next, patience)
}

export function isOpen(phase: Phase): boolean {
  return phase === 'FIRING' || phase === 'ESCALATED'
}

type Advanced = { memory: AlertMemory; change: Change | null }

function whileCalm(memory: AlertMemory, { times }: Patience): Advanced {
  if (memory.bad.length >= times) return { memory: moved(memory, 'FIRING'), change: 'FIRING' }
  return { memory: moved(memory, memory.bad.length > 0 ? 'PENDING' : 'OK'), change: null }
}

function whileOpen(memory: AlertMemory, { times, escalateAfterMs }: Patience): Advanced {
  if (memory.recovered >= times) return { memory: { ...moved(memory, 'OK'), bad: [] }, change: 'RESOLVED' }
  const isOverdue = escalateAfterMs !== null && memory.at - memory.since >= escalateAfterMs
  return memory.phase === 'FIRING' && isOverdue
    ? { memory: moved(memory, 'ESCALATED'), change: 'ESCALATED' }
    : { memory, change: null }
}

function moved(memory: AlertMemory, phase: Phase): AlertMemory {
  return phase === memory.phase ? memory : { ...memory, phase, since: memory.at, recovered: 0 }
}
