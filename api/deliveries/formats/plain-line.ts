/** Text of visitors on one line: without what breaks lines, ends headers, turns the reading direction or hides. */
export function plainLine(text: string, most = 2000): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .trim()
  return line.length > most ? `${line.slice(0, most - 1)}…` : line
}

/** The address if it is one that may stand in a link; null otherwise. */
export function linkAddress(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, href } = new URL(text)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}
