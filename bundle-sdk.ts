/**
 * The SDK as browsers load it: the core as a classic script, each part as a module that the core imports when it is
 * needed. Names carry a hash of the content, so that a page never runs a core with a part of another release.
 */
import { createHash } from 'node:crypto'
import { build } from 'esbuild'
import { minify } from 'terser'
import { PART_FILES } from './sdk/parts/parts.ts'

/** `path` from the folder that `/sdk/` serves. */
export type SdkFile = { path: string; code: string; map: string }

export const CORE_PATH = 'v1.js'

/** The core first, under its name for everybody and under its name for ever, then the parts. */
export async function bundleSdk(): Promise<SdkFile[]> {
  const parts = await Promise.all(
    Object.entries(PART_FILES).map(async ([name, file]) => {
      const bundled = await bundle(`sdk/parts/${file}.ts`, 'esm', {})
      return { name, ...bundled, path: `v1/${file}-${hashOf(bundled.code)}.js` }
    }),
  )
  const core = await bundle('sdk/v1.ts', 'iife', {
    __SIGHTLINE_PARTS__: JSON.stringify(Object.fromEntries(parts.map(({ name, path }) => [name, path]))),
  })
  return [
    { path: CORE_PATH, ...core },
    { path: `v1.${hashOf(core.code)}.js`, ...core },
    ...parts.map(({ path, code, map }) => ({ path, code, map })),
  ]
}

/** What goes into `integrity` of a script tag (https://w3c.github.io/webappsec-subresource-integrity/). */
export function integrityOf(code: string | Uint8Array): string {
  return `sha384-${createHash('sha384').update(code).digest('base64')}`
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 10)
}

/** esbuild bundles; terser's result is a tenth smaller than esbuild's own once compressed. */
async function bundle(entry: string, format: 'esm' | 'iife', define: Record<string, string>) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    define,
    legalComments: 'none',
    sourcemap: 'external',
    outdir: 'out',
    write: false,
  })
  const text = (extension: string) => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? ''
  const { code = '', map = '' } = await minify(text('.js'), {
    module: format === 'esm',
    ecma: 2020,
    compress: { passes: 3, hoist_props: true, pure_getters: true, unsafe_arrows: true, unsafe_methods: true },
    sourceMap: { content: text('.js.map') },
  })
  return { code, map: typeof map === 'string' ? map : JSON.stringify(map) }
}
