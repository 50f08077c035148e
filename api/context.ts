import type { Caller } from './access/authenticate.ts'
import type { Database, StatementRecord } from './db/database.ts'
import type { Control } from './db/prisma.ts'
import type { SendSettings } from './deliveries/send.ts'
import { userError } from './problem.ts'
import { type ErrorLoaders, createErrorLoaders } from './errors/error-loaders.ts'
import { type FlagLoaders, createFlagLoaders } from './flags/flag-loaders.ts'
import { type EventLoaders, createEventLoaders } from './events/event-loaders.ts'
import { type ReleaseLoaders, createReleaseLoaders } from './releases/release-loaders.ts'
import { type RequestLoaders, createRequestLoaders } from './requests/request-loaders.ts'
import { type GroupLoaders, createGroupLoaders } from './segment/group-loaders.ts'
import { type SegmentLoaders, createSegmentLoaders } from './segment/loaders.ts'
import { type SessionLoaders, createSessionLoaders } from './sessions/loaders.ts'
import type { Queued } from './usage/queued.ts'
import { type VitalLoaders, createVitalLoaders } from './vitals/loaders.ts'

/** What a resolver may reach for. One for each request, so that nothing one caller loaded is another's. */
export type Context = {
  caller: Caller | null
  control: Control
  db: Database
  now: number
  /** Everything accepted until then is in the answer; null where that is not known. */
  watermark: Date | null
  /** What waits in the queue; null where it cannot be asked. */
  lookAtQueue: () => Promise<Queued | null>
  /** For mutations of what lies in schema rum, and for what they send; null where only questions are asked. */
  outbound: Outbound | null
  /** What lasts longer than a request asks again; null in requests. */
  lasting: Lasting | null
  segments: SegmentLoaders
  groups: GroupLoaders
  errors: ErrorLoaders
  events: EventLoaders
  flags: FlagLoaders
  requests: RequestLoaders
  releases: ReleaseLoaders
  vitals: VitalLoaders
  sessions: SessionLoaders
  /** What each statement of the request cost, for `extensions.sightline`. */
  statements: StatementRecord[]
  record: (statement: StatementRecord) => void
}

export type Outbound = { db: Database; settings: SendSettings }

/** For a stream of answers: the time as it is, and who asks now that tokens may have ended. */
export type Lasting = { now: () => number; caller: () => Promise<Caller | null> }

export function createContext({
  lasting = null,
  outbound = null,
  watermark = null,
  lookAtQueue = () => Promise.resolve(null),
  ...parts
}: {
  caller: Caller | null
  control: Control
  db: Database
  now: number
  lasting?: Lasting | null
  outbound?: Outbound | null
  watermark?: Date | null
  lookAtQueue?: () => Promise<Queued | null>
}): Context {
  const statements: StatementRecord[] = []
  const record = (statement: StatementRecord) => {
    statements.push(statement)
  }
  const releases = createReleaseLoaders(parts.db, record)
  return {
    ...parts,
    lasting,
    outbound,
    watermark,
    lookAtQueue,
    statements,
    record,
    releases,
    segments: createSegmentLoaders(parts.db, record),
    groups: createGroupLoaders(parts.db, record),
    events: createEventLoaders(parts.db, record),
    flags: createFlagLoaders({ ...parts, record }),
    requests: createRequestLoaders(parts.db, record),
    errors: createErrorLoaders({ ...parts, record, releaseTimes: releases.times }),
    vitals: createVitalLoaders(parts.db, record),
    sessions: createSessionLoaders(parts.db, record),
  }
}

/** The caller, or the error that says that there is none. */
export function requireCaller({ caller }: Context): Caller {
  if (caller === null)
    throw userError('sign in, or send a token in the Authorization header: Bearer sl_…', 'UNAUTHENTICATED')
  return caller
}

export function requireOutbound({ outbound }: Context): Outbound {
  if (outbound === null) throw new TypeError('this context only asks')
  return outbound
}
