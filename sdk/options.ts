import type { WireEvent, ViewContext } from './wire/batch.generated.ts'
import type { ConsentLevel, SettingsPatch } from './wire/settings.ts'

/** What a site tells the SDK about itself. */
export type Options = {
  /** The site's write key, `pk_…`. It is public: it can write and nothing else. */
  key: string
  /** Origin of the collector, `https://rum.example`, with or without a path before `/v1/events`. */
  endpoint: string
  /** The version of the site's own code, as the releases page and source maps name it: `web@4.2.0`. */
  release?: string | undefined
  /** `production`, `staging`, … */
  environment?: string | undefined
  /**
   * What may be done before the page says what the visitor agreed to with `consent()`. `none`: nothing is stored,
   * observed or sent. `cookieless`: measured without keeping anything in the browser. `full`: with a session over
   * several pages and a random visitor id. Absent: as the site is set, which is `cookieless` unless changed there.
   */
  consent?: ConsentLevel | undefined
  /**
   * How the page of a view is found from its URL. `auto` leaves it to the collector, which puts `:id` for numbers,
   * UUIDs, hex and dates; `none` takes the path as it is. A page named with `view()` overrules both. Default `auto`.
   */
  pageTemplate?: 'auto' | 'none'
  /** What this page decides itself; everything else is as the site is set in Sightline, and follows changes there. */
  settings?: SettingsPatch | undefined
  /**
   * Sees every event before it is kept, already scrubbed. Give it back, changed or not, or null to drop it. What throws
   * drops the event.
   */
  beforeSend?: ((event: WireEvent, view: ViewContext) => WireEvent | null) | undefined
}

const LEVELS: readonly string[] = ['none', 'cookieless', 'full'] satisfies ConsentLevel[]

export function isConsentLevel(value: unknown): value is ConsentLevel {
  return LEVELS.includes(value as string)
}

/**
 * The options of a script tag: `data-key`, `data-endpoint` (default: where the script came from), `data-release`,
 * `data-environment`, `data-consent`, `data-page-template="none"`. Undefined without a key.
 */
export function optionsOfScript(script: HTMLScriptElement | null): Options | undefined {
  if (!script) return undefined
  const { key, endpoint, release, environment, consent, pageTemplate } = script.dataset
  if (!key) return undefined
  return {
    key,
    endpoint: endpoint ?? new URL(script.src).origin,
    // What is misspelt was meant to be careful.
    consent: consent === undefined || isConsentLevel(consent) ? consent : 'none',
    pageTemplate: pageTemplate === 'none' ? 'none' : 'auto',
    release,
    environment,
  }
}
