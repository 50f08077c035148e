import { connection, pageSize } from '../connection.ts'
import { requireCaller } from '../context.ts'
import { userError } from '../problem.ts'
import type { Resolvers } from '../schema.generated.ts'
import { erase } from './erase.ts'
import { cursorOfErasure, erasuresOf } from './erasures.ts'
import { storedOf } from './stored-of.ts'
import { type Subject, type SubjectInput, parseSubject } from './subject.ts'

const MOST_ERASURES = 200

export const erasureResolvers: Resolvers = {
  Site: {
    erasures: async (site, { of, first, after }, { db }) => {
      const size = pageSize(first ?? 50, MOST_ERASURES)
      const page = { of: of ? wellFormed(of) : null, first: size, after: after ?? null }
      const rows = await erasuresOf(db, site, page)
      return connection(rows.slice(0, size), { hasNextPage: rows.length > size, after }, cursorOfErasure)
    },
    storedOf: (site, { subject }, context) => {
      const asked = { site, subject: wellFormed(subject) }
      return storedOf(context, requireCaller(context), asked)
    },
  },
  Mutation: {
    erase: (_, { input: { site, subject } }, context) =>
      erase(context, requireCaller(context), site, subject),
  },
}

function wellFormed(input: SubjectInput): Subject {
  const subject = parseSubject(input)
  if (Array.isArray(subject)) throw userError(subject.map(({ message }) => message).join('; '))
  return subject
}
