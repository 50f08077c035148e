/** What people call metrics, dimensions and the values in them. */
import type { VitalName } from '../../sdk/wire/vitals.ts'

export const VITAL_LABELS: Record<VitalName, string> = {
  LCP: 'Largest Contentful Paint',
  INP: 'Interaction to Next Paint',
  CLS: 'Cumulative Layout Shift',
  FCP: 'First Contentful Paint',
  TTFB: 'Time to First Byte',
  FID: 'First Input Delay',
  TBT: 'Total Blocking Time',
  LOAD: 'Page load',
  ROUTE: 'Route change',
  COLD_START: 'Cold start',
  WARM_START: 'Warm start',
  SCREEN_LOAD: 'Screen load',
}

export const RATING_LABELS = {
  GOOD: 'Good',
  NEEDS_IMPROVEMENT: 'Needs improvement',
  POOR: 'Poor',
} as const

export type RatingName = keyof typeof RATING_LABELS

/** Each dimension with its name, and the field of FilterInput that narrows a segment to one of its values. */
export const DIMENSIONS = {
  BROWSER: { label: 'Browser', plural: 'Browsers', field: 'browser' },
  BROWSER_VERSION: { label: 'Browser version', plural: 'Browser versions', field: 'browserVersion' },
  CITY: { label: 'City', plural: 'Cities', field: 'city' },
  CONNECTION: { label: 'Connection', plural: 'Connections', field: 'connection' },
  COUNTRY: { label: 'Country', plural: 'Countries', field: 'country' },
  DEVICE: { label: 'Device', plural: 'Devices', field: 'device' },
  ENTRY_PAGE: { label: 'Entry page', plural: 'Entry pages', field: 'entryPage' },
  ENVIRONMENT: { label: 'Environment', plural: 'Environments', field: 'environment' },
  LANGUAGE: { label: 'Language', plural: 'Languages', field: 'language' },
  NAVIGATION_TYPE: { label: 'Navigation', plural: 'Navigations', field: 'navigationType' },
  OS: { label: 'Operating system', plural: 'Operating systems', field: 'os' },
  PAGE: { label: 'Page', plural: 'Pages', field: 'page' },
  REFERRER: { label: 'Referrer', plural: 'Referrers', field: 'referrer' },
  REGION: { label: 'Region', plural: 'Regions', field: 'region' },
  RELEASE: { label: 'Release', plural: 'Releases', field: 'release' },
  UTM_CAMPAIGN: { label: 'Campaign', plural: 'Campaigns', field: 'utmCampaign' },
  UTM_MEDIUM: { label: 'Medium', plural: 'Media', field: 'utmMedium' },
  UTM_SOURCE: { label: 'Source', plural: 'Sources', field: 'utmSource' },
} as const

export type DimensionName = keyof typeof DIMENSIONS

export function isDimension(name: string): name is DimensionName {
  return Object.hasOwn(DIMENSIONS, name)
}

/** The value of a dimension for people: DE becomes Germany, MOBILE becomes Mobile, null becomes Unknown. */
export function keyLabel(dimension: DimensionName, key: string | null, locale: string): string {
  if (key === null || key === '') return 'Unknown'
  if (dimension === 'COUNTRY') return countryName(key, locale)
  if (dimension === 'DEVICE' || dimension === 'NAVIGATION_TYPE') return capitalised(key)
  return key
}

/** The country's name in the language of the page; the code itself if there is none. */
export function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase().replaceAll('_', ' ')
}

/** `TypeError: x is undefined`, and the message alone where the type is not known. */
export function errorTitle({ type, message }: { type: string | null; message: string }): string {
  const text = message === '' ? 'No message' : message
  return type === null || type === '' ? text : `${type}: ${text}`
}
