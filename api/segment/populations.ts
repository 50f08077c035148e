/**
 * How a view came about decides which population it belongs to; the four kinds of web views and mobile screens are never
 * mixed in a percentile. The headline is that of hard loads, as in CrUX.
 */
export const POPULATIONS = {
  HARD: { code: 0, navigations: ['navigate', 'reload', 'back_forward'] },
  SOFT: { code: 1, navigations: ['soft'] },
  BFCACHE: { code: 2, navigations: ['bfcache'] },
  PRERENDER: { code: 3, navigations: ['prerender'] },
  SCREEN: { code: 4, navigations: ['screen'] },
} as const

export type Population = keyof typeof POPULATIONS

export const POPULATION_NAMES = Object.keys(POPULATIONS) as Population[]

const BY_NAVIGATION = new Map<string, Population>(
  POPULATION_NAMES.flatMap((name) =>
    POPULATIONS[name].navigations.map((navigation) => [navigation, name] as const),
  ),
)

export function populationOf(navigation: string | null): Population {
  return (navigation === null ? undefined : BY_NAVIGATION.get(navigation)) ?? 'HARD'
}

/** The metrics of a mobile app are those of screens; ROUTE is a metric of soft navigations. */
export function headlinePopulations(metric: string): Population[] {
  if (metric === 'ROUTE') return ['SOFT']
  return ['COLD_START', 'WARM_START', 'SCREEN_LOAD'].includes(metric) ? ['SCREEN'] : ['HARD']
}
