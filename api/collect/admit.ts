/**
 * What of a batch may be stored as its visitor agreed. Changes of consent are in the log before the batch is answered, so
 * that they hold at once in every collector. Nothing is looked up for sites that do not require consent, unless a batch
 * tells of a change.
 */
import type { ConsentLog } from '../consent/consent-log.ts'
import { type ConsentChange, inOrder, isCovered, newChanges } from '../consent/consent-state.ts'
import { clockOffset, isInWindow } from './clock.ts'
import type { Rejection } from './problems.ts'
import { scrubText } from '../../sdk/wire/scrub.ts'
import type { ValidBatch } from './validate.ts'
import type { KeyedSite } from './write-keys.ts'

export async function admit(
  batch: ValidBatch,
  { site, receivedAt, log }: { site: KeyedSite; receivedAt: number; log: ConsentLog },
): Promise<ValidBatch> {
  const isRequired = site.settings.privacy.consent === 'none'
  const offset = clockOffset(batch.envelope.sentAt, receivedAt)
  const told = changesIn(batch, offset).filter(({ at }) => isInWindow(at, receivedAt))
  if (!isRequired && told.length === 0) return batch
  const { session } = batch.envelope
  const subject = { siteId: site.id, session: session.id }
  const known = await log.changesOf(subject)
  const changes = newChanges(known, told)
  await log.add(subject, { visitor: session.visitor ?? null, receivedAt, changes })
  return isRequired ? withoutUncovered(batch, inOrder([...known, ...changes]), offset) : batch
}

function changesIn({ events }: ValidBatch, offset: number): ConsentChange[] {
  return events.flatMap(({ event }) =>
    event.t === 'consent'
      ? [
          {
            at: Math.round(event.at + offset),
            state: event.state,
            scope: (event.scope ?? []).map(scrubText),
          },
        ]
      : [],
  )
}

function withoutUncovered(batch: ValidBatch, changes: readonly ConsentChange[], offset: number): ValidBatch {
  const rejected: Rejection[] = []
  const events = batch.events.filter(({ index, event }) => {
    if (event.t === 'consent' || isCovered(changes, Math.round(event.at + offset))) return true
    const message = `events[${index}]: the site requires consent, and none is known of session ${batch.envelope.session.id} for that time: send a consent event with the state granted first`
    rejected.push({ index, code: 'consent_missing', message })
    return false
  })
  return { ...batch, events, rejected: [...batch.rejected, ...rejected] }
}
