/** POST /v1/events, start to finish: bytes → value → valid events → rows → queue → 202. */
import type { Batch } from '../../sdk/wire/batch.generated.ts'
import { LIMITS } from '../../sdk/wire/limits.ts'
import type { BatchQueue } from '../queue/group-commit.ts'
import { clientConfig } from '../sites/settings.ts'
import type { Enricher, RequestFacts } from './enrich.ts'
import { parseBody } from './parse-body.ts'
import { type Problem, type Rejection, problem } from './problems.ts'
import { toRows } from './to-rows.ts'
import { validateBatch } from './validate.ts'
import type { KeyedSite, WriteKeys } from './write-keys.ts'

export type Incoming = RequestFacts & {
  body: Buffer
  encoding: string | undefined
  origin: string | undefined
  receivedAt: number
}

export type Accepted = {
  status: 202
  accepted: number
  rejected: Rejection[]
  config: number
  /** What the client says it gave up before it could send it. */
  dropped: NonNullable<Batch['dropped']>
}

export type Acceptor = (incoming: Incoming) => Promise<Accepted | Problem>

export type AcceptorParts = {
  keys: WriteKeys
  enricher: Enricher
  queue: BatchQueue
  onError: (error: unknown) => void
}

export function createAcceptor({ keys, enricher, queue, onError }: AcceptorParts): Acceptor {
  return async (incoming) => {
    const parsed = await parseBody(incoming.body, incoming.encoding)
    if (!parsed.ok) return parsed.problem
    const batch = validateBatch(parsed.value)
    if ('status' in batch) return batch
    const site = await keys.siteOf(batch.envelope.key).catch((error: unknown) => {
      onError(error)
      return undefined
    })
    if (site === undefined)
      return problem('queue_unavailable', 'the database cannot be asked for the write key')
    if (site === null) return problem('unknown_key', 'no site has this write key: look it up in the console')
    if (!acceptsOrigin(site, incoming.origin)) {
      return problem(
        'origin_not_allowed',
        `the site does not accept data from ${incoming.origin}: add it to the site's origins`,
      )
    }
    const { rows, rejected: late } = toRows(batch, {
      siteId: site.id,
      receivedAt: incoming.receivedAt,
      place: enricher.place(incoming),
      agent: enricher.agent(incoming),
    })
    const rejected = [...batch.rejected, ...late].sort((a, b) => a.index - b.index)
    const accepted = batch.events.length - late.length
    if (accepted === 0) return problem('nothing_valid', 'every event of the batch was rejected', rejected)
    try {
      await queue.enqueue(rows)
    } catch (error) {
      onError(error)
      return problem('queue_unavailable', 'the queue did not confirm the batch')
    }
    const { dropped = {} } = batch.envelope
    return { status: 202, accepted, rejected, config: clientConfig(site.settings).version, dropped }
  }
}

/** No origin (a server, curl) and no list let everything in: the list keeps noise out, it does not keep secrets. */
export function acceptsOrigin({ origins }: Pick<KeyedSite, 'origins'>, origin: string | undefined): boolean {
  return origin === undefined || origins.length === 0 || origins.includes(origin)
}

export const BODY_LIMIT = LIMITS.batchBytes
