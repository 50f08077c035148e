import { requireCaller } from '../context.ts'
import { allTokens, revokeToken } from './api-tokens.ts'
import { createApiToken } from './create-api-token.ts'
import type { Resolvers } from '../schema.generated.ts'

export const accessResolvers: Resolvers = {
  Query: {
    viewer: (_, __, context) => requireCaller(context),
    tokens: (_, __, context) => allTokens(context.control, requireCaller(context), context.now),
  },
  Mutation: {
    createToken: (_, { input: { name, scopes, sites, expiresIn } }, context) =>
      createApiToken(context.control, requireCaller(context), context.now, {
        name,
        scopes: scopes ?? ['READ'],
        sites: sites ?? [],
        expiresInMs: expiresIn ?? null,
      }),
    revokeToken: (_, { id }, context) =>
      revokeToken(context.control, requireCaller(context), { id, now: context.now }),
  },
}
