/**
 * What a batch may hold. The collector enforces these, `GET /v1/config` publishes them, the SDK stays under them.
 * Sizes are bytes, lengths UTF-16 code units, durations milliseconds.
 */
export const LIMITS = {
  batchBytes: 512 * 1024,
  unpackedBytes: 2 * 1024 * 1024,
  replayBytes: 1024 * 1024,
  depth: 5,
  events: 500,
  views: 100,
  attributes: 64,
  attributeKeyLength: 40,
  attributeValueLength: 1024,
  flags: 100,
  stackLength: 16 * 1024,
  messageLength: 4096,
  breadcrumbs: 50,
  urlLength: 2048,
  nameLength: 200,
  targetLength: 400,
  /** An event older than this when received is refused. */
  pastMs: 7 * 24 * 3_600_000,
  /** An event further ahead than this when received is refused. */
  futureMs: 3_600_000,
  /** A client clock is put right when it is off by more than this. */
  clockToleranceMs: 5000,
  /** A sampling rate below this would let one session speak for too many. */
  minimumRate: 0.0001,
} as const

export type Limits = typeof LIMITS
