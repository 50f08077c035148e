/** Rules as they are kept, with overrides, and evaluations of them with the clock in hand. */
import { createEvaluateRule } from '../api/alerts/evaluate-rule.ts'
import { createEvidence } from '../api/alerts/evidence.ts'
import type { ThresholdDefinition } from '../api/alerts/definition.ts'
import { executableSchema } from '../api/schema.ts'
import { type Alerting, evaluateDue } from '../jobs/alerts/evaluate.ts'
import type { Prisma } from '../prisma/generated/client.ts'
import type { TestDatabase } from './database.ts'

export function aThreshold(overrides: Partial<ThresholdDefinition> = {}): ThresholdDefinition {
  const bound = overrides.bound ?? 4000
  return {
    kind: 'THRESHOLD',
    metric: 'VITAL_PERCENTILE',
    vital: 'LCP',
    q: 0.75,
    windowMs: 60_000,
    side: 'ABOVE',
    bound,
    recovery: bound,
    ...overrides,
  }
}

let serial = 0

export function aRule(
  siteId: number,
  {
    definition = aThreshold(),
    ...overrides
  }: Partial<Prisma.AlertRuleUncheckedCreateInput> & { definition?: object } = {},
): Prisma.AlertRuleUncheckedCreateInput {
  return {
    siteId,
    name: `rule ${++serial}`,
    kind: (definition as { kind: string }).kind,
    definition,
    severity: 'PAGE',
    minSample: 1,
    times: 1,
    of: 1,
    channelIds: [],
    escalationChannelIds: [],
    ...overrides,
  }
}

export type TestEvaluator = {
  /** Evaluates all that is due `seconds` after a full minute. */
  evaluateAt(minute: number, seconds?: number): Promise<number>
  alerting: Alerting
  errors: unknown[]
}

/** A queue that has nothing to do. */
export const ALL_IS_STORED = Date.UTC(2100, 0)

const schema = executableSchema()

export function createTestEvaluator(
  { db, control }: TestDatabase,
  acceptedUntil: () => number | null = () => ALL_IS_STORED,
): TestEvaluator {
  const errors: unknown[] = []
  let now = 0
  const alerting: Alerting = {
    db,
    control,
    publicUrl: 'https://rum.example',
    evaluate: createEvaluateRule(
      { schema, control, db, onError: (error) => errors.push(error) },
      createEvidence(db, () => Promise.resolve(acceptedUntil())),
    ),
    now: () => now,
    onError: (error) => errors.push(error),
  }
  return {
    alerting,
    errors,
    evaluateAt: (minute, seconds = 20) => {
      now = minute + seconds * 1000
      return evaluateDue(alerting)
    },
  }
}
