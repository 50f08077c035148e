/** Puts `other` in the place of values beyond their cap, before rows are made: what was not kept is in no row and no rollup. */
import type { ViewContext, WireEvent } from '../../sdk/wire/batch.generated.ts'
import type { Attributes } from '../collect/scrubber.ts'
import type { SiteRules } from '../collect/site-rules.ts'
import type { ValidBatch } from '../collect/validate.ts'
import { type Capped, OTHER } from './caps.ts'
import type { Keep } from './kept-values.ts'

export function capBatch(
  batch: ValidBatch,
  { keep, rules }: { keep: Keep; rules: SiteRules },
): { batch: ValidBatch; other: Record<string, number> } {
  const other: Record<string, number> = {}
  // By the scrubbed text: that is what rows hold, and nothing else may lie in the table.
  const capped = (what: Capped, text: string, parent?: string): string => {
    const value = rules.scrub.text(text)
    if (keep(what, value, parent)) return value
    other[what] = (other[what] ?? 0) + 1
    return OTHER
  }
  const { envelope, views, events } = batch
  const { context } = envelope
  const cappedViews = new Map(
    [...views].map(([id, view]): [string, ViewContext] => [
      id,
      { ...view, page: capped('page', view.page ?? rules.page(view.url)) },
    ]),
  )
  const cappedEvents = events.map(({ index, event }) => ({ index, event: capEvent(event, capped) }))
  if (context === undefined) return { batch: { ...batch, views: cappedViews, events: cappedEvents }, other }
  const { release, flags, user, attributes } = context
  const cappedContext = {
    ...context,
    ...(release !== undefined && { release: capped('release', release) }),
    ...(flags !== undefined && { flags: capFlags(flags, capped) }),
    ...(user !== undefined && { user: capAttributes(user, capped) }),
    ...(attributes !== undefined && { attributes: capAttributes(attributes, capped) }),
  }
  return {
    batch: {
      ...batch,
      envelope: { ...envelope, context: cappedContext },
      views: cappedViews,
      events: cappedEvents,
    },
    other,
  }
}

type Cap = (what: Capped, text: string, parent?: string) => string

function capEvent(event: WireEvent, capped: Cap): WireEvent {
  switch (event.t) {
    case 'custom': {
      const { attributes } = event
      const name = capped('event', event.name)
      return attributes === undefined
        ? { ...event, name }
        : { ...event, name, attributes: capAttributes(attributes, capped) }
    }
    case 'txn':
      return { ...event, name: capped('event', event.name) }
    case 'flag': {
      const key = capped('flag', event.key)
      return { ...event, key, variant: key === OTHER ? OTHER : capped('variant', event.variant, key) }
    }
    default:
      return event
  }
}

function capFlags(flags: Record<string, string>, capped: Cap): Record<string, string> {
  return Object.fromEntries(
    Object.entries(flags).map(([name, variant]) => {
      const key = capped('flag', name)
      return [key, key === OTHER ? OTHER : capped('variant', variant, key)]
    }),
  )
}

/** Numbers and booleans are no names: only keys and texts have caps. */
function capAttributes(attributes: Attributes, capped: Cap): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const key = capped('attribute', name)
      if (key === OTHER) return [OTHER, OTHER]
      return [key, typeof value === 'string' ? capped('attribute_value', value, key) : value]
    }),
  )
}
