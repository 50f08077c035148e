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
  /** False keeps no random visitor id in the browser. Global Privacy Control does the same. Default true. */
  visitor?: boolean
  /**
   * How the page of a view is found from its URL. `auto` leaves it to the collector, which puts `:id` for numbers,
   * UUIDs, hex and dates; `none` takes the path as it is. A page named with `view()` overrules both. Default `auto`.
   */
  pageTemplate?: 'auto' | 'none'
}

/**
 * The options of a script tag: `data-key`, `data-endpoint` (default: where the script came from), `data-release`,
 * `data-environment`, `data-visitor="false"`, `data-page-template="none"`. Undefined without a key.
 */
export function optionsOfScript(script: HTMLScriptElement | null): Options | undefined {
  if (!script) return undefined
  const { key, endpoint, release, environment, visitor, pageTemplate } = script.dataset
  if (!key) return undefined
  return {
    key,
    endpoint: endpoint ?? new URL(script.src).origin,
    visitor: visitor !== 'false',
    pageTemplate: pageTemplate === 'none' ? 'none' : 'auto',
    release,
    environment,
  }
}
