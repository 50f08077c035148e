/** The npm module: `import { init, event } from 'sightline'`. One copy for a page, whoever imports it. */
import { createApi } from './api.ts'
import type { LoadPart, Part, PartName } from './parts/parts.ts'

export type { Attributes } from './attributes.ts'
export type { Api, Transaction } from './api.ts'
export type { Options } from './options.ts'
export type { ErrorOptions, EventDetails, FlagVariant } from './start.ts'
export type { WireEvent, ViewContext } from './wire/batch.generated.ts'
export type { ClientSettings, ConsentLevel, SettingsPatch } from './wire/settings.ts'

/** Spelt out, so that the site's bundler finds the files and makes chunks of them. */
const LOADERS: Record<PartName, () => Promise<Part>> = {
  attribution: () => import('./parts/attribution.ts'),
  requests: () => import('./parts/requests.ts'),
  delivery: () => import('./parts/delivery.ts'),
  interactions: () => import('./parts/interactions.ts'),
  resources: () => import('./parts/resources.ts'),
  longFrames: () => import('./parts/long-frames.ts'),
  reports: () => import('./parts/reports.ts'),
  console: () => import('./parts/console-errors.ts'),
}
const loadPart: LoadPart = (name) => LOADERS[name]()

export const {
  init,
  view,
  event,
  error,
  timing,
  transaction,
  flag,
  setUser,
  setAttributes,
  consent,
  endSession,
  stop,
} = createApi(loadPart)
