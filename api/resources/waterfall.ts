/** What a view loaded and did, each with when it began and how long it took, from the start of the view on. */
import type { WaterfallKind } from '../schema.generated.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { TimelineRow } from '../sessions/timeline.queries.ts'

/** Times in ms, from the start of the view. */
export type WaterfallEntry = {
  kind: WaterfallKind
  name: string
  start: number
  duration: number
  row: TimelineRow
}

const KINDS = new Map<number, WaterfallKind>([
  [EVENT_KINDS.request, 'REQUEST'],
  [EVENT_KINDS.resource, 'RESOURCE'],
  [EVENT_KINDS.longtask, 'LONG_TASK'],
])

/** The phases of the document that follow each other; what went before the first (redirects, waiting) is not told. */
const PHASES = ['dns', 'tcp', 'tls', 'request', 'response'] as const

/** In order of their start, the document first. `view` is the row of the view itself. */
export function waterfall(view: TimelineRow, rows: readonly TimelineRow[]): WaterfallEntry[] {
  const begun = view.time.getTime()
  const loaded = rows.flatMap((row): WaterfallEntry[] => {
    const kind = KINDS.get(row.kind)
    if (kind === undefined) return []
    const start = row.time.getTime() - begun
    return [{ kind, name: nameOf(row), start, duration: row.duration ?? 0, row }]
  })
  // Sorting is stable: what begins together stays in the order of the page.
  return [...documentPhases(view), ...loaded].sort((a, b) => a.start - b.start)
}

function documentPhases(view: TimelineRow): WaterfallEntry[] {
  const timing: unknown = view.detail?.['timing']
  if (typeof timing !== 'object' || timing === null) return []
  const entries: WaterfallEntry[] = []
  let start = 0
  for (const name of PHASES) {
    const duration = (timing as Record<string, unknown>)[name]
    if (typeof duration !== 'number') continue
    entries.push({ kind: 'DOCUMENT', name, start, duration, row: view })
    start += duration
  }
  return entries
}

function nameOf({ kind, name, detail }: TimelineRow): string {
  const url = detail?.[kind === EVENT_KINDS.longtask ? 'script' : 'url']
  if (typeof url !== 'string') return name ?? ''
  const method = kind === EVENT_KINDS.request ? name?.split(' ', 1)[0] : undefined
  return method === undefined ? url : `${method} ${url}`
}
