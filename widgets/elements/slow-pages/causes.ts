/** Of a page that is slow: for whom it mostly is, and since which release. Both are said only where the data bear it. */
import type { DimensionName } from '../../format/names.ts'
import type { Part, Slowness, SlowPage } from './slow-pages.query.ts'

export interface Whom {
  dimension: DimensionName
  key: string | null
  slowness: Slowness
  /** Of the samples of the page that were not good, and of all its samples. */
  shareOfSlow: number
  shareOfAll: number
}

export interface Since {
  version: string
  before: number
  after: number
}

/** Samples that were rated worse than good. */
export function slowCount({ shares }: Slowness): number {
  return shares.needsImprovementCount + shares.poorCount
}

/** How many more of the slow samples a part must have than its size would give it, as a share of all slow ones. */
const LEAST_EXCESS = 0.08

/**
 * The part that has the most slow samples beyond its share of all samples. Its p75 must lie above that of the page with
 * its whole interval, so that chance alone does not make a culprit. Null: it is slow for all alike, as far as one can tell.
 */
export function slowestFor({ vital, devices, countries, browsers }: SlowPage['segment']): Whom | null {
  const slow = slowCount(vital)
  const { value, count } = vital.percentile
  if (value === null || slow === 0 || count === 0) return null
  const dimensions: [DimensionName, Part[]][] = [
    ['DEVICE', devices],
    ['COUNTRY', countries],
    ['BROWSER', browsers],
  ]
  const candidates = dimensions.flatMap(([dimension, parts]) =>
    parts
      .filter(({ segment }) => isAbove(segment.vital, value))
      .map(({ key, segment }) => ({
        dimension,
        key,
        slowness: segment.vital,
        shareOfSlow: slowCount(segment.vital) / slow,
        shareOfAll: segment.vital.percentile.count / count,
      })),
  )
  const [first] = candidates.sort((a, b) => excess(b) - excess(a))
  return first !== undefined && excess(first) >= LEAST_EXCESS ? first : null
}

function excess({ shareOfSlow, shareOfAll }: Whom): number {
  return shareOfSlow - shareOfAll
}

function isAbove({ percentile: { low, thin } }: Slowness, value: number): boolean {
  return !thin && low !== null && low > value
}

/**
 * The release with which the p75 went up and stayed up: its interval lies wholly above that of the release before it, and
 * no later one wholly below its own. Null: no release of those with enough samples made it slower.
 */
export function slowSince(releases: readonly Part[], firstSeen: ReadonlyMap<string, number>): Since | null {
  const known = releases
    .flatMap(({ key, segment }) => {
      const { value, low, high, thin } = segment.vital.percentile
      const at = key === null ? undefined : firstSeen.get(key)
      return key === null || at === undefined || thin || value === null || low === null || high === null
        ? []
        : [{ version: key, at, value, low, high }]
    })
    .sort((a, b) => a.at - b.at)
  let since: (Since & { low: number }) | null = null
  for (const [index, release] of known.entries()) {
    const before = known[index - 1]
    if (since !== null && release.high < since.low) since = null
    if (before !== undefined && release.low > before.high)
      since = { version: release.version, before: before.value, after: release.value, low: release.low }
  }
  return since === null ? null : { version: since.version, before: since.before, after: since.after }
}
