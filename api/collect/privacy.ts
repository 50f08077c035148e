/** What a site's privacy settings make of a batch: which of its events may be stored, and whose they are. */
import type { ConsentLog } from '../consent/consent-log.ts'
import { admit } from './admit.ts'
import { clockOffset } from './clock.ts'
import { type DailyVisitors, ownId } from './daily-visitors.ts'
import type { RequestFacts } from './enrich.ts'
import type { ValidBatch } from './validate.ts'
import type { KeyedSite } from './write-keys.ts'

type Arrival = RequestFacts & { receivedAt: number }

export type Privacy = {
  admit(site: KeyedSite, batch: ValidBatch, arrival: Arrival): Promise<ValidBatch>
  visitorOf(site: KeyedSite, batch: ValidBatch, arrival: Arrival): Promise<string>
}

/** For batches that no visitor sent: the demo's history. */
export const AS_SENT: Privacy = {
  admit: (_, batch) => Promise.resolve(batch),
  visitorOf: (_, { envelope: { session } }) => Promise.resolve(session.visitor ?? session.id),
}

export function createPrivacy({ log, visitors }: { log: ConsentLog; visitors: DailyVisitors }): Privacy {
  return {
    admit: (site, batch, { receivedAt }) => admit(batch, { site, receivedAt, log }),
    visitorOf: async ({ id, settings }, { envelope }, { ip, userAgent, gpc, receivedAt }) => {
      const { session, sentAt } = envelope
      // Whatever the client claims: the signal is the visitor's, not the page's.
      if (gpc && settings.privacy.gpc === 'honour') return session.id
      if (typeof session.visitor === 'string') return ownId(session.visitor)
      if (!settings.visitors.daily) return session.id
      const startedAt = Math.round(session.startedAt + clockOffset(sentAt, receivedAt))
      return (await visitors.idOf({ siteId: id, ip, userAgent, startedAt, now: receivedAt })) ?? session.id
    },
  }
}
