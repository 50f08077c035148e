/** Sends the demo's history through the collector and the queue, with the clock of the time in which it would have come. */
import { createAcceptor } from '../../api/collect/accept.ts'
import { createEnricher } from '../../api/collect/enrich.ts'
import { AS_SENT } from '../../api/collect/privacy.ts'
import { createWriteKeys } from '../../api/collect/write-keys.ts'
import type { Control } from '../../api/db/prisma.ts'
import { createBatchQueue } from '../../api/queue/group-commit.ts'
import { type QueueStore, openQueue } from '../../api/queue/queues.ts'
import { demoHistory } from './history.ts'

export type FeedOptions = {
  control: Control
  store: QueueStore
  key: string
  origin: string
  now: number
  onProgress: (done: number, total: number) => void
}

/** Waiting sends: more would only fill the memory. */
const AT_ONCE = 32
/** Further ahead of the jobs than this it waits for them, so that live visits never queue behind the past. */
const MOST_PENDING = 40

/** Resolves when all of it is stored. Returns how many sessions there were. */
export async function feedHistory({
  control,
  store,
  key,
  origin,
  now,
  onProgress,
}: FeedOptions): Promise<number> {
  const onError = (error: unknown) => {
    throw error
  }
  const queue = openQueue('ingest', store, () => {})
  const batches = createBatchQueue((job, content) => queue.add(job, content))
  const accept = createAcceptor({
    keys: createWriteKeys(control, Date.now),
    enricher: await createEnricher(null),
    queue: batches,
    privacy: AS_SENT,
    onError,
  })
  const visits = [...demoHistory({ key, origin, now })]
  for (let done = 0; done < visits.length; done += AT_ONCE) {
    const answers = await Promise.all(
      visits.slice(done, done + AT_ONCE).map(({ batch, receivedAt, userAgent, country }) =>
        accept({
          body: Buffer.from(JSON.stringify(batch)),
          encoding: undefined,
          origin: undefined,
          receivedAt,
          ip: '',
          userAgent,
          edgePlace: { country, region: null, city: null },
          mobileHint: null,
          platformHint: null,
          brandsHint: null,
          gpc: false,
        }),
      ),
    )
    for (const answer of answers)
      if ('code' in answer) throw new Error(`the demo's history was refused: ${answer.detail}`)
    onProgress(Math.min(done + AT_ONCE, visits.length), visits.length)
    await drained(queue, MOST_PENDING)
  }
  await drained(queue, 0)
  await queue.close()
  return visits.length
}

async function drained(queue: { pending(): Promise<number> }, most: number): Promise<void> {
  while ((await queue.pending()) > most) await new Promise((resolve) => setTimeout(resolve, 50))
}
