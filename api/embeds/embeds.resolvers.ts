import { requireCaller } from '../context.ts'
import type { Resolvers } from '../schema.generated.ts'
import { createEmbedToken } from './create-embed-token.ts'
import { createEmbedSecret, disableEmbedSecret, revokeEmbedToken, secretsOf } from './embed-secrets.ts'

export const embedsResolvers: Resolvers = {
  Site: {
    embedSecrets: (site, _, { control }) => secretsOf(control, site),
  },
  Mutation: {
    createEmbedToken: (_, { input: { site, widgets, origins, where, maxRange, expiresIn } }, context) =>
      createEmbedToken(context.control, requireCaller(context), context.now, {
        site,
        widgets,
        origins,
        where: where ?? null,
        maxRangeMs: maxRange ?? null,
        expiresInMs: expiresIn ?? HOUR_MS,
      }),
    createEmbedSecret: (_, { site }, context) =>
      createEmbedSecret(context.control, requireCaller(context), site),
    disableEmbedSecret: (_, { site, kid }, context) =>
      disableEmbedSecret(context.control, requireCaller(context), { site, kid, now: context.now }),
    revokeEmbedToken: (_, { site, jti }, context) =>
      revokeEmbedToken(context.control, requireCaller(context), { site, jti, now: context.now }),
  },
}

const HOUR_MS = 3_600_000
