import { requireCaller } from '../context.ts'
import { createApiToken } from './create-api-token.ts'
import type { Resolvers } from '../schema.generated.ts'

export const accessResolvers: Resolvers = {
  Query: {
    viewer: (_, __, context) => requireCaller(context),
  },
  Mutation: {
    createToken: (_, { input: { name, scopes, sites, expiresIn } }, context) =>
      createApiToken(context.control, requireCaller(context), context.now, {
        name,
        scopes: scopes ?? ['READ'],
        sites: sites ?? [],
        expiresInMs: expiresIn ?? null,
      }),
  },
}
