/** POST /v1/events, start to finish: bytes → value → valid events → rows → queue → 202. */
import type { Batch } from '../../sdk/wire/batch.generated.ts'
import { LIMITS } from '../../sdk/wire/limits.ts'
import { type Gate, OPEN_GATE } from '../limits/gate.ts'
import { within } from '../within.ts'
import type { BatchQueue } from '../queue/group-commit.ts'
import { clientConfig } from '../sites/settings.ts'
import { batchAccount, countBy } from './batch-account.ts'
import type { Enricher, RequestFacts } from './enrich.ts'
import { parseBody } from './parse-body.ts'
import type { Privacy } from './privacy.ts'
import { type Problem, type Rejection, problem, unavailable } from './problems.ts'
import { toRows } from './to-rows.ts'
import { type ValidBatch, validateBatch } from './validate.ts'
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
  /** Accepted events by kind. */
  kinds: Record<string, number>
  unknownFields: number
}

export type Acceptor = (incoming: Incoming) => Promise<Accepted | Problem>

export type AcceptorParts = {
  keys: WriteKeys
  enricher: Enricher
  queue: BatchQueue
  privacy: Privacy
  /** Absent: everything may pass. */
  gate?: Gate
  onError: (error: unknown) => void
}

export function createAcceptor(parts: AcceptorParts): Acceptor {
  const { gate = OPEN_GATE } = parts
  return async (incoming) => {
    const tooFast = gate.address(incoming.ip)
    if (tooFast !== null) return tooFast
    const parsed = await parseBody(incoming.body, incoming.encoding)
    if (!parsed.ok) return parsed.problem
    const batch = validateBatch(parsed.value)
    if ('status' in batch) return batch
    const site = await parts.keys.siteOf(batch.envelope.key).catch(parts.onError)
    if (site === undefined) return unavailable('the write key cannot be looked up now')
    if (site === null) return problem('unknown_key', 'no site has this write key: look it up in the console')
    const answer = await takeBatch({ ...parts, gate }, { incoming, batch, site })
    if ('code' in answer) gate.refused(site.id, answer, incoming.receivedAt)
    return answer
  }
}

async function takeBatch(
  parts: AcceptorParts & { gate: Gate },
  { incoming, batch: sent, site }: { incoming: Incoming; batch: ValidBatch; site: KeyedSite },
): Promise<Accepted | Problem> {
  const { enricher, queue, gate, onError } = parts
  if (!acceptsOrigin(site, incoming.origin)) {
    return problem(
      'origin_not_allowed',
      `the site does not accept data from ${incoming.origin}: add it to the site's origins`,
    )
  }
  const refusal = gate.batch(site, sent)
  if (refusal !== null) return refusal
  const admitted = await admit(parts, { incoming, sent, site })
  if (admitted === null) return unavailable('the log of consent cannot be reached')
  const { batch, other } = await gate.cap(site, gate.shed(admitted.batch))
  const { rows, rejected: late } = toRows(batch, {
    siteId: site.id,
    receivedAt: incoming.receivedAt,
    place: enricher.place(incoming),
    agent: enricher.agent(incoming),
    visitorId: admitted.visitorId,
    userAgent: incoming.userAgent,
    rules: site.rules,
  })
  const rejected = [...batch.rejected, ...late].sort((a, b) => a.index - b.index)
  const accepted = batch.events.length - late.length
  if (accepted === 0) return problem('nothing_valid', 'every event of the batch was rejected', rejected)
  const counted = { ...rows, ...batchAccount(batch, { accepted, rejected, other }) }
  try {
    await within(ENQUEUE_MS, queue.enqueue(counted))
  } catch (error) {
    onError(error)
    return unavailable('the queue did not confirm the batch')
  }
  gate.accepted(counted, accepted)
  const { dropped = {} } = batch.envelope
  const tooLate = new Set(late.map(({ index }) => index))
  const kinds = countBy(batch.events.flatMap(({ index, event }) => (tooLate.has(index) ? [] : [event.t])))
  const config = clientConfig(site.settings).version
  return { status: 202, accepted, rejected, config, dropped, kinds, unknownFields: batch.unknownFields }
}

/** What consent lets through, and whose it is; null where that cannot be looked up now. */
async function admit(
  { privacy, onError }: AcceptorParts,
  { incoming, sent, site }: { incoming: Incoming; sent: ValidBatch; site: KeyedSite },
): Promise<{ batch: ValidBatch; visitorId: string } | null> {
  try {
    const batch = await privacy.admit(site, sent, incoming)
    return { batch, visitorId: await privacy.visitorOf(site, batch, incoming) }
  } catch (error) {
    onError(error)
    return null
  }
}

/** A queue that says nothing has not confirmed: the client sends again, and what may have come counts once. */
const ENQUEUE_MS = 10_000

/** No origin (a server, curl) and no list let everything in: the list keeps noise out, it does not keep secrets. */
export function acceptsOrigin({ origins }: Pick<KeyedSite, 'origins'>, origin: string | undefined): boolean {
  return origin === undefined || origins.length === 0 || origins.includes(origin)
}

export const BODY_LIMIT = LIMITS.batchBytes
