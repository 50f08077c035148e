import type { WireEvent } from './wire/batch.generated.ts'
import type { View } from './capture/view.ts'
import type { Session } from './session/session.ts'

/** What is optional may also be undefined: it does not survive `JSON.stringify`, so nobody has to leave it out. */
export type Loose<T> = {
  [Key in keyof T]: object extends Pick<T, Key> ? Loose<T[Key]> | undefined : T[Key]
}

type WithoutPlace<Event> = Event extends unknown ? Loose<Omit<Event, 'at' | 'view' | 'seq'>> : never

/** An event as an observer makes it: the time is now and the place the next one of its view, unless it says otherwise. */
export type Draft = WithoutPlace<WireEvent> & { at?: number; seq?: number }

/**
 * Takes an event for a view and that view's session, unless it belongs to another. Without a view it happened in the
 * current one just now: then it counts as activity, and belongs to the session of this moment.
 */
export type RecordEvent = (draft: Draft, view?: View, session?: Session) => void

/** An event with what must be known to put it in a batch. */
export type Recorded = { event: WireEvent; view: View; session: Session }
