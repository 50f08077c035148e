/** What a flush changes of each session, one row a session: merged in the process, so that each is upserted once. */
import type { SessionContext } from '../../api/queue/ingest-job.ts'
import { type BatchFacts, type DecodedBatch, isBefore, isBeforeText } from './batch-facts.ts'

export type SessionChange = {
  siteId: number
  /** The context of the batch with the earliest first event tells the session's dimensions. */
  context: SessionContext
  contextBatch: string
  startedAt: number
  lastAt: number
  entry: BatchFacts['entry']
  exit: BatchFacts['exit']
  counts: BatchFacts['counts']
  revised: boolean
  flags: SessionContext['flags']
  attributes: SessionContext['attributes']
  /** Of each attribute the batch that told it: when it began, and its id. The greater text stays. */
  attributesTold: Record<string, string>
}

/** Sorted by site and session, so that two workers lock rows in the same order and never wait for each other in a ring. */
export function sessionChanges(
  batches: readonly { batch: DecodedBatch; facts: BatchFacts }[],
): SessionChange[] {
  const changes = new Map<string, SessionChange>()
  const inOrder = [...batches].sort(
    (a, b) =>
      a.batch.session.contextAt - b.batch.session.contextAt ||
      (a.batch.batchId.toLowerCase() < b.batch.batchId.toLowerCase() ? -1 : 1),
  )
  for (const { batch, facts } of inOrder) {
    const key = `${String(batch.siteId).padStart(10, '0')} ${batch.session.id}`
    const before = changes.get(key)
    const change = changeOf(batch, facts)
    changes.set(key, before === undefined ? change : mergeChanges(before, change))
  }
  return [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change)
}

function changeOf({ siteId, batchId, session }: DecodedBatch, facts: BatchFacts): SessionChange {
  // 15 digits hold every time there is; ids compare as PostgreSQL compares uuids.
  const told = `${String(session.contextAt).padStart(15, '0')} ${batchId.toLowerCase()}`
  return {
    siteId,
    context: session,
    contextBatch: batchId,
    startedAt: session.startedAt,
    lastAt: facts.lastAt,
    entry: facts.entry,
    exit: facts.exit,
    counts: facts.counts,
    revised: session.revised,
    flags: session.flags,
    attributes: session.attributes,
    attributesTold: Object.fromEntries(Object.keys(session.attributes).map((key) => [key, told])),
  }
}

/** The same as the upsert does in SQL; `a` has the earlier context. */
function mergeChanges(a: SessionChange, b: SessionChange): SessionChange {
  return {
    siteId: a.siteId,
    context: a.context,
    contextBatch: a.contextBatch,
    startedAt: Math.min(a.startedAt, b.startedAt),
    lastAt: Math.max(a.lastAt, b.lastAt),
    entry: earlier(a.entry, b.entry),
    exit: later(a.exit, b.exit),
    counts: {
      views: a.counts.views + b.counts.views,
      errors: a.counts.errors + b.counts.errors,
      unhandledErrors: a.counts.unhandledErrors + b.counts.unhandledErrors,
      interactions: a.counts.interactions + b.counts.interactions,
      frustrations: a.counts.frustrations + b.counts.frustrations,
    },
    revised: a.revised || b.revised,
    flags: mergeFlags(a.flags, b.flags),
    // `b` was told later.
    attributes: { ...a.attributes, ...b.attributes },
    attributesTold: { ...a.attributesTold, ...b.attributesTold },
  }
}

type Flags = SessionContext['flags']

/** The variant seen first stays; a second one marks the session as mixed. The same as `rum.merge_flags`. */
function mergeFlags(a: Flags, b: Flags): Flags {
  const merged = new Map(Object.entries(a))
  for (const [key, exposure] of Object.entries(b)) {
    const known = merged.get(key)
    if (known === undefined) {
      merged.set(key, exposure)
      continue
    }
    const isFirst = isEarlier(known, exposure)
    const mixed = known.mixed || exposure.mixed || known.variant !== exposure.variant
    merged.set(key, { ...(isFirst ? known : exposure), mixed })
  }
  return Object.fromEntries(merged)
}

/** Of two at one instant the variant decides, and of one variant in two views the view that began first. */
function isEarlier(a: Flags[string], b: Flags[string]): boolean {
  if (a.at !== b.at) return a.at < b.at
  return a.variant === b.variant ? a.viewAt <= b.viewAt : isBeforeText(a.variant, b.variant)
}

function earlier(a: BatchFacts['entry'], b: BatchFacts['entry']): BatchFacts['entry'] {
  if (a === null || b === null) return a ?? b
  return isBefore(b, a) ? b : a
}

function later(a: BatchFacts['exit'], b: BatchFacts['exit']): BatchFacts['exit'] {
  if (a === null || b === null) return a ?? b
  return isBefore(a, b) ? b : a
}
