/** A rule as it is kept, with what follows from it. */
import type { AlertRule as RuleRow } from '../../prisma/generated/client.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import type { Patience } from './advance.ts'
import type { Definition, RuleKind } from './definition.ts'

export type AlertRule = Omit<RuleRow, 'definition' | 'where'> & {
  site: SiteRow
  definition: Definition
  where: Record<string, unknown> | null
}

const MINUTE_MS = 60_000

/** From one evaluation to the next, in minutes: a funnel reads the raw events of its window. */
const STEP_MINUTES: Record<RuleKind, number> = { THRESHOLD: 1, BURN_RATE: 1, FUNNEL: 5, GRAPHQL: 1 }

export function ruleOf(site: SiteRow, row: RuleRow): AlertRule {
  return {
    ...row,
    site,
    definition: row.definition as Definition,
    where: row.where as Record<string, unknown> | null,
  }
}

export function stepMsOf({ definition }: Pick<AlertRule, 'definition'>): number {
  return STEP_MINUTES[definition.kind] * MINUTE_MS
}

export function patienceOf(rule: AlertRule): Patience {
  const { times, of, escalateAfterMs } = rule
  return { times, of, stepMs: stepMsOf(rule), escalateAfterMs }
}

/** The segment of a rule that is not split; a part of a split is its key as JSON, since a key may be null. */
export const WHOLE = ''

export function segmentOf(key: string | null): string {
  return JSON.stringify(key)
}

/** Undefined: the rule is not split. */
export function keyOf(segment: string): string | null | undefined {
  return segment === WHOLE ? undefined : (JSON.parse(segment) as string | null)
}
