import type { GraphQLSchema } from 'graphql'
import { type Context, requireCaller } from '../context.ts'
import { type SavedChannel, channelById } from '../deliveries/channels.ts'
import type { AlertSeverity, Dimension, Resolvers } from '../schema.generated.ts'
import { readingText } from './alert-notice.ts'
import { progressOfRule, statesOfRule } from './alerts.queries.ts'
import type { RuleKind } from './definition.ts'
import type { AlertRule } from './rules.ts'
import { newRule, ruleChanges } from './rule-arguments.ts'
import { createRule, deleteRule, enableRule, idOfRule, ruleById, rulesOf, updateRule } from './saved-rules.ts'
import { testRule } from './test-rule.ts'

export const alertRulesResolvers: Resolvers = {
  Site: {
    alertRules: (site, _, { control }) => rulesOf(control, site),
    alertRule: (site, { id }, { control }) => ruleById(control, site, id),
  },
  AlertRule: {
    id: idOfRule,
    kind: ({ kind }) => kind as RuleKind,
    severity: ({ severity }) => severity as AlertSeverity,
    definition: ({ definition }) => JSON.stringify(definition),
    where: ({ where }) => (where === null ? null : JSON.stringify(where)),
    split: ({ split }) => split as Dimension | null,
    escalateAfter: ({ escalateAfterMs }) => escalateAfterMs,
    channels: (rule, _, context) => channelsOfRule(rule, rule.channelIds, context),
    escalationChannels: (rule, _, context) => channelsOfRule(rule, rule.escalationChannelIds, context),
    states: (rule, _, { db }) => statesOfRule(db, rule),
    evaluatedUntil: async (rule, _, { db }) => (await progressOfRule(db, rule)).evaluatedUntil,
    problem: async (rule, _, { db }) => (await progressOfRule(db, rule)).problem,
  },
  AlertReading: {
    window: ({ windowMs }) => windowMs,
    text: readingText,
  },
  AlertFinding: {
    bad: ({ evaluation }) => (evaluation.frozen === null ? evaluation.bad : null),
    frozen: ({ evaluation }) => evaluation.frozen,
  },
  AlertRuleTest: { at: ({ at }) => new Date(at) },
  AlertBacktest: { from: ({ from }) => new Date(from), to: ({ to }) => new Date(to) },
  Mutation: {
    createAlertRule: (_, { input }, context, { schema }) =>
      createRule(changing(context, schema), newRule(input)),
    updateAlertRule: (_, { input }, context, { schema }) =>
      updateRule(changing(context, schema), ruleChanges(input)),
    enableAlertRule: (_, { id, enabled }, context) =>
      enableRule({ control: context.control, caller: requireCaller(context) }, id, enabled),
    deleteAlertRule: (_, { id }, context) =>
      deleteRule({ control: context.control, caller: requireCaller(context) }, id),
    testAlertRule: (_, { id }, context, { schema }) => testRule(context, schema, id),
  },
}

function changing(context: Context, schema: GraphQLSchema) {
  const { control, now } = context
  return { control, caller: requireCaller(context), schema, now }
}

async function channelsOfRule(
  { site }: AlertRule,
  ids: readonly number[],
  { control }: Context,
): Promise<SavedChannel[]> {
  const found = await Promise.all(ids.map((id) => channelById(control, site, String(id))))
  // One that was deleted since is told nothing.
  return found.filter((channel) => channel !== null)
}
