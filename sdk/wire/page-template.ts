/**
 * The page of a URL path when the app names no route: number, UUID, hex and date segments become `:id`.
 * Query string and fragment never take part.
 */
const ID_SEGMENT = new RegExp(
  [
    '^\\d+$',
    '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    '^(?=.*\\d)[0-9a-f]{8,}$',
    '^\\d{4}-\\d{2}(-\\d{2})?$',
  ].join('|'),
  'i',
)

/** `/p/42?ref=x#top` → `/p/:id`. Takes a path or a whole URL; a trailing slash is dropped. */
export function pageTemplate(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  const page = path
    .split('/')
    .map((segment) => (ID_SEGMENT.test(segment) ? ':id' : segment))
    .join('/')
  return page === '' || page === '/' ? '/' : page.replace(/\/+$/, '').slice(0, 200) || '/'
}
