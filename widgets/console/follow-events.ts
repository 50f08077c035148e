/** What elements tell when something in them is chosen, and where that leads in the console. */
import type { VitalName } from '../../sdk/wire/vitals.ts'
import type { DimensionName } from '../format/names.ts'
import type { ConsoleLocation } from './location.ts'

interface Console {
  place: () => ConsoleLocation
  onGo: (change: Partial<ConsoleLocation>) => void
}

interface ContextChange {
  range: string | null
  selected: Record<DimensionName, string | null>
}

interface SlowSessions {
  metric: VitalName
  page: string | null
  dimension: DimensionName | null
  key: string | null
}

/** Each event with what changes in the address. */
const CHANGES = {
  'sight-session': ({ id }: { id: string }) => ({ session: id }),
  'sight-slo': ({ id }: { id: string }) => ({ page: 'slos', open: id }),
  'sight-alert': ({ id }: { id: string }) => ({ page: 'alerts', open: id }),
  'sight-error': ({ id }: { id: string }) => ({ page: 'errors', open: id }),
} as const satisfies Record<string, (detail: { id: string }) => Partial<ConsoleLocation>>

export function followEvents(host: EventTarget, { place, onGo }: Console): void {
  host.addEventListener('sight-context-change', (event) => {
    const { range, selected } = (event as CustomEvent<ContextChange>).detail
    onGo({
      range: range ?? place().range,
      filters: new Map(Object.entries(selected) as [DimensionName, string | null][]),
    })
  })
  host.addEventListener('sight-slow-sessions', (event) => {
    const { metric, page, dimension, key } = (event as CustomEvent<SlowSessions>).detail
    const filters = new Map([...place().filters, ['PAGE', page] as const])
    if (dimension !== null) filters.set(dimension, key)
    onGo({ page: 'sessions', show: 'slow', metric, filters })
  })
  for (const [name, change] of Object.entries(CHANGES))
    host.addEventListener(name, (event) => {
      event.stopPropagation()
      onGo(change((event as CustomEvent<{ id: string }>).detail))
    })
}
