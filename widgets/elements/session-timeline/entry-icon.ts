import { svg, type SVGTemplateResult } from 'lit'
import type { TimelineEntry } from './session-timeline.query.ts'

/** One stroke drawing a kind, on a grid of 16. */
const PATHS: Record<TimelineEntry['__typename'], string> = {
  ViewEntry: 'M3 2.5h10v11H3zM3 5.5h10',
  VitalEntry: 'M2.5 12a5.5 5.5 0 1 1 11 0M8 12l2.5-4',
  ActionEntry: 'M5 3l7.5 5-3.4.8L7.5 12z',
  ErrorEntry: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3v.2',
  RequestEntry: 'M2.5 5.5h9l-2-2M13.5 10.5h-9l2 2',
  ResourceEntry: 'M8 2.5 13 5v6l-5 2.5L3 11V5zM3 5l5 2.5L13 5M8 7.5v6',
  LongTaskEntry: 'M4 2.5h8M4 13.5h8M5 2.5v2L11 11.5v2M11 2.5v2L5 11.5v2',
  CustomEntry: 'M9 2 3.5 9H8l-1 5 5.5-7H8z',
  TransactionEntry: 'M3 8.5 6.5 12 13 4.5',
  FlagEntry: 'M4 14V2.5h8L10 5.5l2 3H4',
  ConsentEntry: 'M8 2.5 13 4.5V8c0 3-2.5 5-5 5.8C5.5 13 3 11 3 8V4.5z',
  AppEntry: 'M5 2h6v12H5zM7.5 12h1',
}

export function entryIcon(name: TimelineEntry['__typename']): SVGTemplateResult {
  return svg`<svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"
    ><path d=${PATHS[name] ?? 'M6 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0'} /></svg>`
}
