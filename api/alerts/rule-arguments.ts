/** The arguments of the mutations of rules, with null for what is absent in a new rule and nothing for what stays. */
import type { CreateAlertRuleInput, UpdateAlertRuleInput } from '../schema.generated.ts'
import type { RuleFields } from './rule-input.ts'
import type { RuleChanges } from './saved-rules.ts'

export function newRule(input: CreateAlertRuleInput): RuleFields & { site: string; enabled: boolean } {
  return {
    site: input.site,
    enabled: input.enabled ?? true,
    name: input.name,
    definition: input.definition,
    where: input.where ?? null,
    split: input.split ?? null,
    splitKey: input.splitKey ?? null,
    severity: input.severity ?? 'PAGE',
    times: input.times ?? null,
    of: input.of ?? null,
    minSample: input.minSample ?? null,
    escalateAfterMs: input.escalateAfter ?? null,
    channels: input.channels ?? [],
    escalationChannels: input.escalationChannels ?? [],
  }
}

/** An explicit null takes away what may be absent; of all else it is as if it were not given. */
export function ruleChanges(input: UpdateAlertRuleInput): RuleChanges {
  const { id, name, definition, severity, times, of, minSample, channels, escalationChannels } = input
  const { where, split, splitKey, escalateAfter } = input
  const changes = {
    ...Object.fromEntries(
      Object.entries({
        name,
        definition,
        severity,
        times,
        of,
        minSample,
        channels,
        escalationChannels,
      }).filter(([, value]) => value !== null && value !== undefined),
    ),
    ...Object.fromEntries(
      Object.entries({ where, split, splitKey, escalateAfterMs: escalateAfter }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  }
  return { id, ...(changes as Partial<RuleFields>) }
}
