import { globalId } from '../global-id.ts'
import type { SiteRow } from '../sites/sites.queries.ts'

/** `shop/flag/new-checkout`: flags are seen before they are saved, so their key is their id. */
export function idOfFlag({ site, key }: { site: SiteRow; key: string }): string {
  return globalId(site, 'flag', key)
}
