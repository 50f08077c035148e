/**
 * What waits in the queue. A job may be stored and still be in it, so the batches of each job are compared with the
 * ledger. Payloads are read for that as long as there are few of them; of a long queue ids tell instead.
 */
import type { IngestBatch } from '../queue/ingest-job.ts'
import type { JobFacts } from '../queue/job-id.ts'
import type { Queue } from '../queue/queues.ts'

export type Queued = {
  /** By batch, each once: some of them may be stored already. */
  batches: { siteId: number; batchId: string; receivedAt: number; events: number }[]
  /** By job, where only ids were looked at: they wait, but may hold a batch that was sent before. */
  unread: { siteId: number; addedAt: number; events: number }[]
  /** Whether everything was read. */
  isExact: boolean
}

/** Payloads read at most: what a moment's traffic is. */
const READ_JOBS = 256
const READ_BYTES = 16 * 1024 * 1024

export async function lookAtQueue(queue: Pick<Queue<'ingest'>, 'waiting' | 'payloads'>): Promise<Queued> {
  const jobs = await queue.waiting()
  const { read, unread } = divide(jobs)
  const payloads = await queue.payloads(read.map(({ id }) => id))
  const batches = new Map<string, Queued['batches'][number]>()
  for (const batch of payloads.flatMap((payload) => payload.batches)) {
    const { siteId, batchId, receivedAt } = batch
    batches.set(`${siteId} ${batchId}`, { siteId, batchId, receivedAt, events: eventsOf(batch) })
  }
  return {
    batches: [...batches.values()],
    unread: unread.flatMap(({ addedAt, events }) =>
      [...(events ?? [])].map(([siteId, n]) => ({ siteId, addedAt, events: n })),
    ),
    isExact: unread.length === 0,
  }
}

/** The oldest are read first: those are worked on, and may be stored already. */
function divide(jobs: readonly JobFacts[]): { read: JobFacts[]; unread: JobFacts[] } {
  const inOrder = [...jobs].sort((a, b) => a.addedAt - b.addedAt)
  let bytes = 0
  const most = inOrder.findIndex((job, i) => {
    bytes += job.bytes ?? 0
    return i >= READ_JOBS || bytes > READ_BYTES
  })
  const cut = most === -1 ? inOrder.length : most
  return { read: inOrder.slice(0, cut), unread: inOrder.slice(cut) }
}

function eventsOf({ account }: IngestBatch): number {
  return account?.accepted ?? 0
}
