/**
 * Which elements an embed token can be made for, and which registered operations each of them asks. An element whose
 * answer is one session or one group of errors cannot be narrowed by a filter, nor can an SLO, which has a filter of its
 * own: a token that has one is refused for them. What a token for the public may have is `public`: its operation holds to
 * the floor by itself, whatever it is asked.
 */
export type Embeddable = {
  operations: readonly string[]
  /** It tells of single visits, or what it tells has a filter of its own: not for tokens that are narrowed. */
  wholeSite: boolean
  /** No figure of its answer rests on fewer visitors than the floor of a token for the public. */
  public?: boolean
}

export const EMBEDDABLE = {
  'sight-vital-card': { operations: ['VitalCard'], wholeSite: false },
  'sight-time-series': { operations: ['TimeSeries', 'SeriesReleases'], wholeSite: false },
  'sight-breakdown': { operations: ['Breakdown'], wholeSite: false },
  'sight-map': { operations: ['Map'], wholeSite: false },
  'sight-slow-pages': { operations: ['SlowPages'], wholeSite: false },
  'sight-sessions': { operations: ['Sessions'], wholeSite: false },
  'sight-funnel': { operations: ['Funnel'], wholeSite: false },
  'sight-retention': { operations: ['Retention'], wholeSite: false },
  'sight-paths': { operations: ['Paths'], wholeSite: false },
  'sight-core-web-vitals': { operations: ['CoreWebVitals'], wholeSite: false },
  'sight-distribution': { operations: ['Distribution'], wholeSite: false },
  'sight-errors': { operations: ['Errors'], wholeSite: false },
  'sight-requests': { operations: ['Requests'], wholeSite: false },
  'sight-third-parties': { operations: ['ThirdParties'], wholeSite: false },
  'sight-live': { operations: ['LiveNow'], wholeSite: false },
  'sight-error-detail': { operations: ['ErrorDetail'], wholeSite: true },
  'sight-session-timeline': { operations: ['SessionTimeline'], wholeSite: true },
  'sight-slo': { operations: ['Slo'], wholeSite: true },
  'sight-slo-budget': { operations: ['SloBudget'], wholeSite: true },
  'sight-flag': { operations: ['Flag'], wholeSite: false },
  'sight-slos': { operations: ['Slos'], wholeSite: true },
  'sight-alerts': { operations: ['Alerts'], wholeSite: true },
  'sight-status-strip': { operations: ['StatusStrip'], wholeSite: true },
  'sight-status-page': { operations: ['StatusPage'], wholeSite: true, public: true },
} as const satisfies Record<string, Embeddable>

export type EmbeddableName = keyof typeof EMBEDDABLE

export function isEmbeddable(name: string): name is EmbeddableName {
  return Object.hasOwn(EMBEDDABLE, name)
}

export function isPublic(name: EmbeddableName): boolean {
  const { public: isSo = false }: Embeddable = EMBEDDABLE[name]
  return isSo
}

/** All that these elements may ask. */
export function operationsOf(widgets: readonly EmbeddableName[]): Set<string> {
  return new Set(widgets.flatMap((name) => EMBEDDABLE[name].operations))
}

/** The same as a list, for whoever asks what can be embedded. */
export const EMBEDDABLE_WIDGETS = Object.entries<Embeddable>(EMBEDDABLE).map(
  ([name, { operations, wholeSite, public: isSo = false }]) => ({
    name,
    operations: [...operations],
    wholeSite,
    public: isSo,
  }),
)
