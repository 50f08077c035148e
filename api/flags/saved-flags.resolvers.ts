import { requireCaller } from '../context.ts'
import { withIsoDurations } from '../iso-durations.ts'
import type { Resolvers } from '../schema.generated.ts'
import { idOfFlag } from './flag-id.ts'
import { channelsOfFlag, deleteFlag, saveFlag } from './saved-flags.ts'
import { flagById, flagsOf } from './seen-flags.ts'

export const savedFlagsResolvers: Resolvers = {
  Site: {
    flags: (site, _, context) => flagsOf(site, context),
    flag: (site, { id }, context) => flagById(site, id, context),
  },
  Flag: {
    id: idOfFlag,
    lastEvaluation: ({ lastEvaluation }) => (lastEvaluation === null ? null : new Date(lastEvaluation)),
    control: ({ saved }) => saved?.definition.control ?? null,
    split: ({ saved }) => saved?.definition.split?.slice() ?? null,
    metrics: ({ saved }) => (saved === null ? null : inputText(saved.definition.metrics)),
    guardrails: ({ saved }) => (saved === null ? null : inputText(saved.definition.guardrails)),
    owner: ({ saved }) => saved?.owner ?? null,
    channels: ({ saved }, _, { control }) => (saved === null ? [] : channelsOfFlag(control, saved)),
    startedAt: ({ saved }) => saved?.startedAt ?? null,
    updatedAt: ({ saved }) => saved?.updatedAt ?? null,
  },
  FlagPayload: {
    flag: ({ flag }, _, context) => (flag === null ? null : flagById(flag.site, flag.key, context)),
  },
  Mutation: {
    saveFlag: (_, { input }, context) =>
      saveFlag(context.control, requireCaller(context), { input, now: context.now }),
    deleteFlag: (_, { id }, context) => deleteFlag(context.control, requireCaller(context), id),
  },
}

/** As it can be sent again. */
function inputText(inputs: readonly object[]): string {
  return JSON.stringify(withIsoDurations(inputs))
}
