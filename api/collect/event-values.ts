/** One event as the own columns of its row, by kind. Text is scrubbed on the way; what has no column goes into `detail`. */
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import { LIMITS } from '../../sdk/wire/limits.ts'
import { pageTemplate } from '../../sdk/wire/page-template.ts'
import { fingerprint } from '../errors/fingerprint.ts'
import type { FieldValue } from '../rows/encode.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { Scrubber } from './scrubber.ts'
import type { ValidBatch } from './validate.ts'

export type EventOf<T extends WireEvent['t']> = Extract<WireEvent, { t: T }>

/** The own columns of `rum.events`, in the order of the layout. */
export function eventValues(
  event: Exclude<WireEvent, { t: 'error' }>,
  at: number,
  { envelope, views }: ValidBatch,
  scrub: Scrubber,
): FieldValue[] {
  const row = (columns: Columns): FieldValue[] => [
    at,
    EVENT_KINDS[event.t],
    event.seq,
    columns.revision ?? null,
    columns.value ?? null,
    columns.duration ?? null,
    null,
    null,
    null,
    null,
    null,
    columns.name === undefined ? null : scrub.text(columns.name),
    columns.outcome === undefined ? null : scrub.text(columns.outcome),
    json(columns.detail ?? {}),
  ]
  switch (event.t) {
    case 'view': {
      const view = views.get(event.view)
      const { viewport, deviceMemory } = envelope.context ?? {}
      const about = {
        url: view && scrub.url(view.url),
        title: scrub.optional(view?.title),
        referrer: view?.referrer && scrub.url(view.referrer),
      }
      const detail = {
        ...about,
        timing: event.timing,
        supported: event.supported,
        viewport,
        deviceMemory,
        sdk: scrub.optional(envelope.sdk),
      }
      return row({ duration: event.timing?.load, detail })
    }
    case 'vital':
      return row({
        revision: event.revision ?? 0,
        value: event.value,
        name: event.name,
        detail: { [event.name]: event.attribution && attributionOf(event.attribution, scrub) },
      })
    case 'request': {
      const { method, url, status, duration, timing, size, traceId, spanId, failed } = event
      const name = `${method.toUpperCase()} ${endpointOf(url, scrub)}`
      return row({
        value: status,
        duration,
        name,
        outcome: failed,
        detail: { url: scrub.url(url), timing, size, traceId, spanId },
      })
    }
    case 'resource': {
      const { url, initiator, duration, size, blocking, thirdParty, failed } = event
      const detail = { url: scrub.url(url), initiator: scrub.optional(initiator), blocking, thirdParty }
      return row({
        value: size,
        duration,
        name: hostOf(url),
        outcome: failed === true ? 'failed' : undefined,
        detail,
      })
    }
    case 'action':
      return row({
        value: event.value,
        name: event.kind,
        detail: { target: scrub.optional(event.target), label: scrub.optional(event.name) },
      })
    case 'flag':
      return row({
        name: event.key,
        outcome: event.variant,
        detail: { reason: scrub.optional(event.reason) },
      })
    case 'longtask': {
      const { duration, blocking, script, thirdParty } = event
      return row({
        value: blocking,
        duration,
        detail: { script: script === undefined ? undefined : scrub.url(script), thirdParty },
      })
    }
    case 'custom':
      return row({
        value: event.value,
        name: event.name,
        detail: { attributes: scrub.attributes(event.attributes) },
      })
    case 'txn':
      return row({ duration: event.duration, name: event.name, outcome: event.outcome })
    case 'app':
      return row({
        value: event.value,
        name: event.kind,
        detail: { message: scrub.optional(event.message), stack: scrub.optional(event.stack) },
      })
    case 'consent':
      return row({ outcome: event.state, detail: { scope: scrub.deep(event.scope) } })
  }
}

type Columns = {
  revision?: number | undefined
  value?: number | undefined
  duration?: number | undefined
  name?: string | undefined
  outcome?: string | undefined
  detail?: Record<string, unknown>
}

/** The own columns of `rum.errors`, in the order of the layout. */
export function errorValues(event: EventOf<'error'>, at: number, scrub: Scrubber): FieldValue[] {
  const detail = {
    breadcrumbs: scrub.deep(event.breadcrumbs),
    attributes: event.attributes && scrub.attributes(event.attributes),
  }
  return [
    at,
    event.seq,
    event.handled ?? false,
    event.source,
    fingerprint(event),
    scrub.optional(event.type),
    scrub.text(event.message),
    scrub.optional(event.stack),
    json(detail),
  ]
}

/** Its addresses lose their query like any other, also where they are relative. */
export function attributionOf(
  { url, script, ...others }: NonNullable<EventOf<'vital'>['attribution']>,
  scrub: Scrubber,
): Record<string, unknown> {
  return {
    ...(scrub.deep(others) as Record<string, unknown>),
    ...(url !== undefined && { url: scrub.url(url) }),
    ...(script !== undefined && { script: scrub.url(script) }),
  }
}

/** Host and path template of a request: `api.shop.example/orders/:id`; a relative URL has no host. */
function endpointOf(url: string, scrub: Scrubber): string {
  return scrub.text(`${hostOf(url) ?? ''}${pageTemplate(url)}`).slice(0, LIMITS.nameLength)
}

function hostOf(url: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1]?.toLowerCase()
}

/** The detail as JSON without what is absent; null where nothing is left. */
export function json(detail: Record<string, unknown>): string | null {
  const kept: Record<string, unknown> = {}
  let isEmpty = true
  for (const name in detail) {
    const value = detail[name]
    if (value === undefined || value === null) continue
    kept[name] = value
    isEmpty = false
  }
  return isEmpty ? null : JSON.stringify(kept)
}
