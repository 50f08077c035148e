import { connection, pageSize } from '../connection.ts'
import { requireCaller } from '../context.ts'
import type { Resolvers } from '../schema.generated.ts'
import { requireManage, settleDeadLetters } from './dead-letters.ts'
import {
  askReplay,
  countDeadLetters,
  cursorOfDeadLetter,
  deadLetterById,
  deadLettersOf,
  drop,
} from './dead-letters.queries.ts'

const MOST_LETTERS = 200

export const deadLettersResolvers: Resolvers = {
  Site: {
    deadLetters: async (site, { first, after, state }, context) => {
      requireManage(requireCaller(context))
      const size = pageSize(first ?? 50, MOST_LETTERS)
      const page = { first: size, after: after ?? null, state: state ?? null }
      const rows = await deadLettersOf(context.db, site, page)
      return connection(rows.slice(0, size), { hasNextPage: rows.length > size, after }, cursorOfDeadLetter)
    },
    deadLetter: (site, { id }, context) => {
      requireManage(requireCaller(context))
      return deadLetterById(context.db, site, id)
    },
    deadLetterCounts: (site, _, context) => {
      requireManage(requireCaller(context))
      return countDeadLetters(context.db, site)
    },
  },
  DeadLetter: { id: ({ id }) => String(id) },
  Mutation: {
    replayDeadLetters: (_, { input }, context) => settleDeadLetters(context, input, askReplay),
    dropDeadLetters: (_, { input }, context) => settleDeadLetters(context, input, drop),
  },
}
