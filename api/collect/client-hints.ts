/**
 * The browser by its client hints, which say what the frozen user agent does not: `"Chromium";v="150", "Opera";v="130"`.
 * Only brands of this table count: the others are there to confuse whoever compares strings, or could be anything.
 */
const BRANDS = [
  ['Microsoft Edge', 'Edge'],
  ['Opera', 'Opera'],
  ['Brave', 'Brave'],
  ['Vivaldi', 'Vivaldi'],
  ['Samsung Internet', 'Samsung Internet'],
  ['YaBrowser', 'Yandex'],
  ['Google Chrome', 'Chrome'],
] as const

/** No header of a browser is longer. */
const LONGEST = 400

/** Null where no brand is known: then the user agent has to tell. */
export function brandOf(hint: string): { browser: string; version: string } | null {
  const text = hint.slice(0, LONGEST)
  for (const [brand, browser] of BRANDS) {
    const at = text.indexOf(`"${brand}";v="`)
    const version = at === -1 ? null : /^\d{1,4}/.exec(text.slice(at + brand.length + 6))
    if (version !== null) return { browser, version: version[0] }
  }
  return null
}
