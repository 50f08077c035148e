import { connection, pageSize } from '../connection.ts'
import { requireCaller } from '../context.ts'
import { globalId } from '../global-id.ts'
import type { Resolvers } from '../schema.generated.ts'
import { consentLogOf, cursorOfConsent } from './consent-page.ts'

const MOST = 200

export const consentResolvers: Resolvers = {
  Site: {
    consentLog: async (site, { first, after, session, visitor }, context) => {
      const size = pageSize(first ?? 50, MOST)
      const asked = { first: size, after: after ?? null, session: session ?? null, visitor: visitor ?? null }
      const found = await consentLogOf({ ...context, caller: requireCaller(context) }, site, asked)
      if (found === null) return null
      return connection(found.slice(0, size), { hasNextPage: found.length > size, after }, cursorOfConsent)
    },
  },
  ConsentLogEntry: {
    session: ({ site, session_id }) => globalId({ slug: site }, 'session', session_id),
    visitor: ({ visitor_id }) => visitor_id,
    state: ({ state }) => (state === 'granted' ? 'GRANTED' : 'DENIED'),
    receivedAt: ({ received_at }) => received_at,
  },
}
