/** A job's id tells when it was added and what it holds, so that payloads need not be read to know what waits. */
import { randomUUID } from 'node:crypto'
import type { IngestBatch } from './ingest-job.ts'

/** Null is what the id does not tell: jobs of earlier versions, and jobs of very many sites. */
export type JobFacts = {
  id: string
  /** Epoch ms. */
  addedAt: number
  bytes: number | null
  /** Events by site. */
  events: ReadonlyMap<number, number> | null
}

export type JobContent = { bytes: number; events: ReadonlyMap<number, number> }

/** An id is a key in Redis and in PostgreSQL: it must stay short. */
const SITES_NAMED = 20

export function jobId(addedAt: number, content?: JobContent): string {
  const dated = `${addedAt}-${randomUUID().slice(0, 13)}`
  if (content === undefined) return dated
  const { bytes, events } = content
  const named = events.size <= SITES_NAMED ? [...events].map(([site, n]) => `${site}.${n}`).join('_') : ''
  return named === '' ? `${dated}-${bytes}` : `${dated}-${bytes}-${named}`
}

/** Null where it is not an id of ours. */
export function jobFacts(id: string): JobFacts | null {
  const [matched, at, bytes, named] =
    /^(\d{13})-[0-9a-f]{8}-[0-9a-f]{4}(?:-(\d+)(?:-([\d._]+))?)?$/.exec(id) ?? []
  if (matched === undefined) return null
  const events = named?.split('_').map((pair) => pair.split('.').map(Number) as [number, number])
  return {
    id,
    addedAt: Number(at),
    bytes: bytes === undefined ? null : Number(bytes),
    events: events === undefined ? null : new Map(events),
  }
}

/** Without the rows a batch is about as long as this: its session, its account, its names. */
const BATCH_FRAME_BYTES = 900

export function batchBytes({ events, errors }: IngestBatch): number {
  return events.length + errors.length + BATCH_FRAME_BYTES
}

export function contentOf(batches: readonly IngestBatch[]): JobContent {
  const events = new Map<number, number>()
  let bytes = 0
  for (const batch of batches) {
    bytes += batchBytes(batch)
    events.set(batch.siteId, (events.get(batch.siteId) ?? 0) + (batch.account?.accepted ?? 0))
  }
  return { bytes, events }
}
