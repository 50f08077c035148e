/** What a page has to load for its first element, and for each further one: brotli -11 of every file that comes with it. */
import { brotliCompressSync } from 'node:zlib'
import { bundleWidgets } from '../bundle-widgets.ts'
import { ELEMENT_FILES } from '../widgets/element-files.ts'

export interface WidgetSize {
  tag: string
  /** Alone on a page, with the loader and all that it imports, B. */
  first: number
  /** On a page that has the vital card already, B. */
  further: number
}

type Scripts = ReadonlyMap<string, Uint8Array>

export async function widgetSizes(): Promise<WidgetSize[]> {
  const scripts = new Map((await bundleWidgets()).map(({ path, contents }) => [`/${path}`, contents]))
  const sizes = new Map([...scripts].map(([path, code]) => [path, brotliCompressSync(code).length]))
  const sizeOf = (paths: Iterable<string>) =>
    [...paths].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0)
  const loader = closureOf(scripts, '/widgets/v1.js')
  const card = closureOf(scripts, '/widgets/sight-vital-card.js')
  return Object.keys(ELEMENT_FILES).map((tag) => {
    const own = closureOf(scripts, `/widgets/${tag}.js`)
    return {
      tag,
      first: sizeOf(new Set([...loader, ...own])),
      further: sizeOf([...own].filter((path) => !card.has(path))),
    }
  })
}

/** A script and what it imports before it runs; what it loads later does not count. */
export function closureOf(scripts: Scripts, path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const source = new TextDecoder().decode(scripts.get(path))
  for (const [, target] of source.matchAll(/(?:from|import)"([^"]+)"/g))
    closureOf(scripts, new URL(target ?? '', `http://x${path}`).pathname, seen)
  return seen
}
