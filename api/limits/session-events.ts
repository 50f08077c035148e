/** How many events each session has sent, as far as this process remembers: those longest silent are forgotten. */
export type SessionEvents = {
  /** Whether so many more are too many. */
  isOver(siteId: number, session: string): boolean
  add(siteId: number, session: string, events: number): void
}

const MOST_SESSIONS = 50_000

export function createSessionEvents(most: number): SessionEvents {
  const sent = new Map<string, number>()
  return {
    isOver: (siteId, session) => (sent.get(`${siteId} ${session}`) ?? 0) >= most,
    add(siteId, session, events) {
      const key = `${siteId} ${session}`
      const before = sent.get(key) ?? 0
      // Deleted first, so that a Map's order is that of the last time.
      sent.delete(key)
      sent.set(key, before + events)
      if (sent.size > MOST_SESSIONS) sent.delete(sent.keys().next().value ?? '')
    },
  }
}
