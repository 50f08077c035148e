/** Every element with the file that defines it, from `widgets/elements/`: each is a script of its own as well. */
export const ELEMENT_FILES = {
  'sight-alerts': 'alerts/alerts.ts',
  'sight-breakdown': 'breakdown/breakdown.ts',
  'sight-context': 'context/context.ts',
  'sight-filters': 'filters/filters.ts',
  'sight-range': 'range/range.ts',
  'sight-session-timeline': 'session-timeline/session-timeline.ts',
  'sight-sessions': 'sessions/sessions.ts',
  'sight-flag': 'flag/flag.ts',
  'sight-slo': 'slo/slo.ts',
  'sight-slo-budget': 'slo-budget/slo-budget.ts',
  'sight-slos': 'slos/slos.ts',
  'sight-status-strip': 'status-strip/status-strip.ts',
  'sight-time-series': 'time-series/time-series.ts',
  'sight-vital-card': 'vital-card/vital-card.ts',
} as const
