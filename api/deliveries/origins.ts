/** Origins with commas between them; null where one of them is none. */
export function parseOrigins(text: string): string[] | null {
  const given = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  const origins = given.map((part) => (URL.canParse(part) ? new URL(part) : null))
  const isOrigin = (url: URL | null) =>
    url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
  return origins.every(isOrigin) ? origins.flatMap((url) => (url === null ? [] : [url.origin])) : null
}
