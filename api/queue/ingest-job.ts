/** What the collector hands to the ingest job: typed once, for both ends of the queue. */
import type { Attributes } from '../collect/scrubber.ts'
import type { TrafficSource } from '../collect/traffic-source.ts'

/** What the batch says of its session. Times are epoch ms, the clock corrected. */
export type SessionContext = TrafficSource & {
  id: string
  /** The visitor: the browser's own id, one of the day, or the session itself where there is neither. */
  visitorId: string
  startedAt: number
  /** The first event of the batch: of several batches the earliest tells the session's dimensions. */
  contextAt: number
  /** The last event of the batch. The rows do not tell: vitals of one report stand at the time of their first. */
  lastAt: number
  /** How many sessions it speaks for: 1/rate; 0 if it was kept only for an error. */
  weight: number
  bot: boolean
  /** Why it is one; absent in jobs of before. */
  botReason?: string | null
  /** Whether the batch holds a vital that was reported before. */
  revised: boolean
  country: string | null
  region: string | null
  city: string | null
  device: string | null
  browser: string | null
  browserVersion: string | null
  os: string | null
  language: string | null
  connection: string | null
  release: string | null
  environment: string | null
  /** By flag the variant that was seen first: when, and when the view began in which that was. */
  flags: Record<string, { variant: string; at: number; viewAt: number; mixed: boolean }>
  attributes: Attributes
}

/** One batch as rows, encoded for COPY BINARY and base64 since queues hold JSON. */
export type IngestBatch = {
  siteId: number
  batchId: string
  receivedAt: number
  session: SessionContext
  events: string
  errors: string
  /** This arrival of the batch: a job that runs again has the same, a client that sends again another. */
  delivery?: string
  /** The client's own count of its batches; null where it does not number them. */
  numbered?: { sender: string; number: number } | null
  account?: BatchAccount
}

/** What rides with a batch into the accounts. Absent in jobs of earlier versions: then rows are what is counted. */
export type BatchAccount = {
  /** Events that were accepted. Vitals of one report are one row, so there are fewer rows. */
  accepted: number
  rejected: Record<string, number>
  /** What the client gave up before it sent, by reason. */
  dropped: Record<string, number>
  unknownFields: number
  /** Values beyond their cap that became `other`, by what they are of. */
  other?: Record<string, number>
}

/** Several batches that came at once share a job. `layout` is the version of the row layout they are encoded with. */
export type IngestJob = { layout: number; batches: IngestBatch[] }
