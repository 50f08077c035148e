/** Where this machine gets Debian packages from, and what apt says it would download. */

export type Mirror = { main: string; security: string | null }

export type Download = { url: string; file: string; bytes: number }

/** Reads both formats apt knows: lines (`deb [options] uri suite …`) and deb822 stanzas (`URIs: …`). */
export function parseAptSources(text: string): string[] {
  return /^\s*Types:/im.test(text) ? parseStanzas(text) : parseLines(text)
}

function parseLines(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const uri = /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+\S/.exec(line)?.[1]
    return uri === undefined ? [] : [uri]
  })
}

function parseStanzas(text: string): string[] {
  const withoutComments = text.replace(/^#.*\n?/gm, '')
  return withoutComments.split(/\n\s*\n/).flatMap((stanza) => {
    const fields = new Map<string, string>()
    for (const [, name = '', value = ''] of stanza.matchAll(/^([\w-]+):((?:.*(?:\n[ \t].*)*))/gm)) {
      fields.set(name.toLowerCase(), value.trim())
    }
    const types = (fields.get('types') ?? '').split(/\s+/)
    const enabled = !/^(no|false|0)$/i.test(fields.get('enabled') ?? 'yes')
    if (!enabled || !types.includes('deb')) return []
    return (fields.get('uris') ?? '').split(/\s+/).filter((uri) => uri !== '')
  })
}

/**
 * The mirror that serves Debian itself. `mirror+file:` lists, as Debian's cloud images have them, are
 * recognised by their names. Null on other distributions.
 */
export function findMirror(sources: string[]): Mirror | null {
  const uris = sources.flatMap(parseAptSources)
  const main = uris.find((uri) => /\/debian(\.list)?\/?$/.test(uri))
  if (main === undefined) return null
  const security = uris.find(
    (uri) => /\/debian-security(\.list)?\/?$/.test(uri) || /^https?:\/\/security\.debian\.org\/?$/.test(uri),
  )
  return { main, security: security ?? null }
}

/** The lines of `apt-get install --print-uris`: 'url' file bytes hash. */
export function parsePrintUris(text: string): Download[] {
  return text.split('\n').flatMap((line) => {
    const [, url, file, bytes] = /^'([^']+)' (\S+) (\d+)(?:\s|$)/.exec(line) ?? []
    if (url === undefined || file === undefined || bytes === undefined) return []
    return [{ url, file, bytes: Number(bytes) }]
  })
}
