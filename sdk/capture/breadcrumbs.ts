/** The last things that happened before an error, in memory: made of what is recorded anyway, so that nothing is observed twice. */
import type { ErrorEvent, WireEvent } from '../wire/batch.generated.ts'
import { LIMITS } from '../wire/limits.ts'
import type { View } from './view.ts'

export type Breadcrumb = NonNullable<ErrorEvent['breadcrumbs']>[number]

export type Breadcrumbs = {
  /** Remembers what the event says in a line, if it says something about how an error came to be. */
  follow: (event: WireEvent, view: View) => void
  /** The last 50, oldest first. */
  list: () => Breadcrumb[]
}

const TEXT_LENGTH = 500

export function createBreadcrumbs(): Breadcrumbs {
  const crumbs: Breadcrumb[] = []
  return {
    follow(event, view) {
      const said = describe(event, view)
      if (!said) return
      const [kind, text, value] = said
      crumbs.push({
        at: event.at,
        kind,
        text: text.slice(0, TEXT_LENGTH),
        ...(value !== undefined && { value }),
      })
      if (crumbs.length > LIMITS.breadcrumbs) crumbs.shift()
    },
    list: () => [...crumbs],
  }
}

function describe(
  event: WireEvent,
  view: View,
): [kind: string, text: string, value?: number | undefined] | undefined {
  switch (event.t) {
    case 'view':
      return ['navigation', view.context.url]
    case 'action':
      return [event.kind, event.target ?? event.name ?? '']
    case 'request':
      return ['request', `${event.method} ${event.url}`, event.status]
    case 'error':
      return ['error', `${event.type ?? event.source}: ${event.message}`]
    case 'custom':
      return ['event', event.name, event.value]
    case 'flag':
      return ['flag', `${event.key} = ${event.variant}`]
    case 'txn':
      return ['transaction', `${event.name}: ${event.outcome}`, event.duration]
    default:
      return undefined
  }
}
