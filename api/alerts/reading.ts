/** What a rule asks and what it finds, as it is kept and told. */
import type { Json } from '../deliveries/notice.ts'
import type { Evaluation } from './advance.ts'
import type { Definition } from './definition.ts'
import type { Evidence } from './judge-reading.ts'
import type { Figure, Unit } from './metrics.ts'
import type { AlertRule } from './rules.ts'

export type Question = { query: string; variables: { [name: string]: Json } }

/** A figure with everything that a message says of it. */
export type Reading = Figure & {
  name: string
  unit: Unit
  side: 'ABOVE' | 'BELOW'
  bound: number
  windowMs: number
  /** Who burned the budget, the worst first; empty where that is not asked. */
  burners: string[]
}

/** For one segment. */
export type Found = { segment: string; reading: Reading | null; evaluation: Evaluation }

/** How rules of a kind are answered. */
export type Asking<D extends Definition> = {
  question: (rule: AlertRule, definition: D, at: number) => Question
  find: (answered: { rule: AlertRule; definition: D; data: unknown; evidence: Evidence }) => Found[]
}
