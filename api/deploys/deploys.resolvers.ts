import { requireCaller } from '../context.ts'
import type { Resolvers } from '../schema.generated.ts'
import { parseRange } from '../segment/range.ts'
import { deploysIn, recordDeploy } from './deploys.ts'

export const deploysResolvers: Resolvers = {
  Site: {
    deploys: (site, { range, environment }, { control, now }) =>
      deploysIn(control, site, parseRange(range, now), environment ?? null),
  },
  Mutation: {
    recordDeploy: (_, { input: { site, version, environment, at, note, url } }, context) =>
      recordDeploy(context.control, requireCaller(context), {
        site,
        version,
        environment: environment ?? 'production',
        at: at ?? new Date(context.now),
        note: note ?? null,
        url: url ?? null,
        now: context.now,
      }),
  },
}
