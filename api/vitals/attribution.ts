/** What vitals are owed to, as it is answered. */
import { VITALS } from '../../sdk/wire/vitals.ts'
import { proportion } from '../statistics/proportion.ts'
import type { SupportRow } from './attribution.queries.ts'
import type { Keyed } from './loaders.ts'
import type { VitalStats } from './vital-stats.ts'

/** The keys with the most values; equal ones by name, so that answers repeat. */
export function attributions(keyed: Keyed, { metric, distribution: { total } }: VitalStats, top: number) {
  return [...keyed]
    .sort(([a, { total: m }], [b, { total: n }]) => n - m || ((a ?? '') < (b ?? '') ? -1 : 1))
    .slice(0, top)
    .map(([key, distribution]) => ({
      key,
      share: distribution.total / total,
      distribution: { unit: VITALS[metric].unit, distribution },
    }))
}

/** The order in which the phases of TTFB, of LCP and FCP, and of INP pass. */
const PHASE_ORDER =
  'waiting cache dns connection request ttfb loadDelay load renderDelay render inputDelay processing presentation'.split(
    ' ',
  )

export function phases(keyed: Keyed) {
  const place = (name: string) => {
    const index = PHASE_ORDER.indexOf(name)
    return index === -1 ? PHASE_ORDER.length : index
  }
  const named = keyed.map(([name, distribution]) => ({ name: name ?? '', distribution }))
  const all = named.reduce((sum, { distribution }) => sum + distribution.sum, 0)
  return named
    .sort((a, b) => place(a.name) - place(b.name) || (a.name < b.name ? -1 : 1))
    .map(({ name, distribution }) => ({
      name,
      share: all > 0 ? distribution.sum / all : 0,
      duration: { unit: 'ms', distribution },
    }))
}

/** `reports` is how many values were reported, sampling undone. */
export function supportOf(row: SupportRow | null, reports: number) {
  const { views, squares, unknown, supported } = row ?? { views: 0, squares: 0, unknown: 0, supported: 0 }
  const effective = squares > 0 ? views ** 2 / squares : 0
  const able = supported + unknown
  return {
    views: Math.round(views),
    unknownViews: Math.round(unknown),
    supported: proportion(supported, views, effective),
    reported: proportion(Math.min(reports, able), able, views > 0 ? (able * effective) / views : able),
  }
}
