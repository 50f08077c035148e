import { requireCaller } from '../context.ts'
import type { Resolvers } from '../schema.generated.ts'
import { parseFilter } from '../segment/filters.ts'
import { parseRange } from '../segment/range.ts'
import { wholeScope } from '../segment/segment.ts'
import { parseFunnel } from './definition.ts'
import { openFunnel } from './open-funnel.ts'
import {
  createFunnel,
  definitionText,
  deleteFunnel,
  funnelById,
  funnelsOf,
  idOfFunnel,
  updateFunnel,
} from './saved-funnels.ts'

export const savedFunnelsResolvers: Resolvers = {
  Site: {
    funnels: (site, _, { control }) => funnelsOf(control, site),
    funnel: (site, { id }, { control }) => funnelById(control, site, id),
  },
  Funnel: {
    id: idOfFunnel,
    stepNames: ({ definition }) => parseFunnel(definition).names,
    definition: ({ definition }) => definitionText(definition),
    result: ({ site, definition }, { range, where, includeBots, sample }, context) => {
      const period = parseRange(range, context.now)
      const scope = { site, range: period, where: parseFilter(where), includeBots: includeBots ?? false }
      const asked = { definition: parseFunnel(definition), sample: sample ?? 'AUTO' }
      return openFunnel(wholeScope(scope), asked, context)
    },
  },
  Mutation: {
    createFunnel: (_, { input }, context) => createFunnel(context.control, requireCaller(context), input),
    updateFunnel: (_, { input: { id, name, definition } }, context) =>
      updateFunnel(context.control, requireCaller(context), {
        id,
        name: name ?? null,
        definition: definition ?? null,
      }),
    deleteFunnel: (_, { id }, context) => deleteFunnel(context.control, requireCaller(context), id),
  },
}
