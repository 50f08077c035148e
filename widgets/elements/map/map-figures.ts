/** What the map says of each country, in figures and in words. */
import type { CsvTable } from '../../format/csv.ts'
import { countryName, RATING_LABELS, type RatingName } from '../../format/names.ts'
import { formatCount, formatInterval, formatMeasureText, formatShare } from '../../format/number.ts'
import type { MapPart } from './map.query.ts'

export interface CountryFigure {
  code: string
  name: string
  /** What the shade stands for: p75, or the share of views. */
  value: number | null
  text: string
  rating: RatingName | null
  /** The interval and the samples; of views, how many. */
  evidence: string
  thin: boolean
  share: string
}

/** The worst, or the most, comes first; what was not measured last. */
export function countryFigures(parts: readonly MapPart[], views: number, locale: string): CountryFigure[] {
  return parts
    .flatMap(({ key, other, segment }) =>
      other || key === null || segment.views === 0 ? [] : [figureOf(key, segment, { views, locale })],
    )
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
}

function figureOf(
  code: string,
  { views, vital }: MapPart['segment'],
  all: { views: number; locale: string },
): CountryFigure {
  const { locale } = all
  const part = all.views === 0 ? null : views / all.views
  const shared = { code, name: countryName(code, locale), share: formatShare(part, locale) }
  if (vital === undefined) {
    const evidence = `${formatCount(views, locale)} ${views === 1 ? 'view' : 'views'}`
    return { ...shared, value: part, text: shared.share, rating: null, evidence, thin: false }
  }
  const { value, low, high, count, thin } = vital.percentile
  const interval = formatInterval(low, high, vital.unit, locale)
  const samples = `${formatCount(count, locale)} ${count === 1 ? 'sample' : 'samples'}`
  return {
    ...shared,
    value,
    text: formatMeasureText(value, vital.unit, locale),
    rating: vital.rating,
    evidence: `${interval === null ? 'Thin data' : `95 % in ${interval}`} · ${samples}`,
    thin,
  }
}

/** A country in a sentence, for those who hear the map. */
export function countryWords({ name, value, text, rating, evidence, share }: CountryFigure): string {
  const rated = rating === null ? '' : `, ${RATING_LABELS[rating]}`
  const measured = value === null ? 'nothing measured' : text
  return `${name}: ${measured}${rated}. ${evidence}, ${share} of views`
}

export function mapCsv(parts: readonly MapPart[], metric: string): CsvTable {
  const isTimed = parts.some(({ segment }) => segment.vital !== undefined)
  return {
    name: `${metric} by country`,
    columns: ['country', ...(isTimed ? ['p75', 'low', 'high', 'samples'] : []), 'views'],
    rows: parts.map(({ key, other, segment: { vital, views } }) => {
      const p75 = vital?.percentile
      const timed = p75 === undefined ? [] : [p75.value, p75.low, p75.high, p75.count]
      return [other ? 'all others' : key, ...timed, views]
    }),
  }
}
