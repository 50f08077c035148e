/** Ids that are unique over all types: `shop` is a site, `shop/session/…` a session of it. A slug has no slash. */
import type { SiteRow } from './sites/sites.queries.ts'

export type NodeKind =
  'session' | 'error' | 'funnel' | 'flag' | 'slo' | 'channel' | 'rule' | 'alert' | 'status' | 'incident'

export function globalId({ slug }: Pick<SiteRow, 'slug'>, kind: NodeKind, id: string): string {
  return `${slug}/${kind}/${id}`
}

export type GlobalId = { slug: string; kind: NodeKind | null; id: string }

/** Null where the text is no id of ours. */
export function parseGlobalId(text: string): GlobalId | null {
  const [, slug, kind, id] = /^([^/]+)(?:\/([a-z]+)\/(.+))?$/s.exec(text) ?? []
  if (slug === undefined) return null
  if (kind === undefined || id === undefined) return { slug, kind: null, id: slug }
  return { slug, kind: kind as NodeKind, id }
}

/** The part behind the kind: fields of a site take an id with it or without. Null: it is of another site or kind. */
export function localId(site: Pick<SiteRow, 'slug'>, kind: NodeKind, text: string): string | null {
  const prefix = globalId(site, kind, '')
  if (text.startsWith(prefix)) return text.slice(prefix.length)
  return text.includes('/') ? null : text
}

const MOST_NUMBER = 2_147_483_647

/** The number of a row that is numbered; null where the text is none. */
export function rowNumber(id: string | null): number | null {
  return id !== null && /^\d{1,10}$/.test(id) && Number(id) <= MOST_NUMBER ? Number(id) : null
}
