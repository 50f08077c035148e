/** Clients that behave as the SDK: the same batch under the same id until it is taken or refused for good. They keep a journal. */
import { setTimeout as wait } from 'node:timers/promises'
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import { KEY, aBatch, aView } from '../batches.ts'
import type { Random } from '../oracle/random.ts'
import type { SentBatch } from './checker.ts'

export type Answer = { at: number; status: number; retryAfter: string | null }

export type Senders = {
  journal: SentBatch[]
  /** What the collector answered, refusals of connections left out. */
  answers: Answer[]
  accepted(): number
  /** Sends no new batches, and resolves when every one that was begun is taken or refused. */
  finish(): Promise<void>
}

const SENDERS = 3
const SESSIONS = 24
/** One batch in so many is sent once more though it was taken, as if the answer had been lost. */
const REPEATS = 0.1
const POISON = 'poison'
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

export function startSenders(url: string, random: Random): Senders {
  const journal: SentBatch[] = []
  const answers: Answer[] = []
  const begun = Date.now()
  const sessions = Array.from({ length: SESSIONS }, () => random.uuid())
  let seq = 0
  let accepted = 0
  const state = { finishing: false }

  const post = async (body: string): Promise<number> => {
    try {
      const response = await fetch(`${url}/v1/events`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'user-agent': CHROME },
        signal: AbortSignal.timeout(5000),
      })
      await response.arrayBuffer()
      answers.push({
        at: Date.now(),
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
      })
      return response.status
    } catch {
      return 0
    }
  }
  const send = async (): Promise<void> => {
    const { batch, events } = aLoad(random, { session: random.pick(sessions), startedAt: begun, seq })
    seq += events.length
    const entry: SentBatch = { id: batch.id, state: 'unknown', events }
    journal.push(entry)
    const body = JSON.stringify(batch)
    for (;;) {
      const status = await post(body)
      if (status === 202) {
        if (entry.state !== 'ok') accepted++
        entry.state = 'ok'
        if (!random.chance(REPEATS)) return
      } else if (entry.state === 'ok') return
      else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
        entry.state = 'refused'
        return
      }
      await wait(random.int(50, 300))
    }
  }
  const lanes = Array.from({ length: SENDERS }, async () => {
    while (!state.finishing) {
      await send()
      await wait(random.int(50, 200))
    }
  })
  return {
    journal,
    answers,
    accepted: () => accepted,
    finish: async () => {
      state.finishing = true
      await Promise.all(lanes)
    },
  }
}

function aLoad(
  random: Random,
  { session, startedAt, seq }: { session: string; startedAt: number; seq: number },
) {
  const view = random.uuid()
  const at = Date.now()
  const custom = (name: string, place: number): WireEvent => ({
    t: 'custom',
    at,
    view,
    seq: seq + place,
    name,
  })
  const events: WireEvent[] = [
    { t: 'view', at, view, seq },
    { t: 'vital', at, view, seq: seq + 1, name: 'LCP', value: random.int(1, 9000), revision: 0 },
    custom(random.chance(0.05) ? POISON : 'fine', 2),
    ...(random.chance(0.3)
      ? [{ t: 'error', at, view, seq: seq + 3, message: 'x', source: 'window' } as WireEvent]
      : []),
  ]
  const batch = aBatch({
    id: random.uuid(),
    key: KEY,
    session: { id: session, startedAt },
    views: { [view]: aView({ page: random.pick(['/', '/p/:id', '/cart']), startedAt: at }) },
    events,
  })
  return { batch, events: events.map((event) => ({ session, seq: event.seq })) }
}
