/**
 * The widgets as browsers load them: all of them by `widgets/v1.js`, each alone by `widgets/<tag>.js`, and the console.
 * What several need is in chunks that are loaded once. Names for ever carry a hash of the content: a page that pins what
 * it loads names those, with the hashes of `widgets/integrity.json`.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { build, type Plugin } from 'esbuild'
import { integrityOf } from './bundle-sdk.ts'
import { ELEMENT_FILES } from './widgets/element-files.ts'

/** `path` from the folder that is served as `/`. */
export type WidgetFile = { path: string; contents: Uint8Array }

export async function bundleWidgets(): Promise<WidgetFile[]> {
  const elements = Object.entries(ELEMENT_FILES).map(([tag, file]) => [
    `widgets/${tag}`,
    `widgets/elements/${file}`,
  ])
  const widgets = await bundle('widgets/chunks', {
    'widgets/v1': 'widgets/v1.ts',
    ...(Object.fromEntries(elements) as Record<string, string>),
  })
  // By itself, so that how its pages share code does not cut the elements of others into smaller pieces.
  const console = await bundle('console/chunks', { 'console/console': 'widgets/console/console.ts' })
  const entries = widgets.filter(({ path }) => ENTRY.test(path)).map(forEver)
  return [...widgets, ...entries, integrityFile(widgets), ...console]
}

async function bundle(chunks: string, entryPoints: Record<string, string>): Promise<WidgetFile[]> {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
    format: 'esm',
    splitting: true,
    target: 'es2022',
    outdir: 'out',
    plugins: [compactTemplates],
    chunkNames: `${chunks}/[name]-[hash]`,
    entryPoints,
  })
  const root = `${process.cwd()}/out/`
  return outputFiles.map(({ path, contents }) => ({ path: path.slice(root.length), contents }))
}

/** esbuild leaves templates as they are: of styles and operations, indentation and comments go. */
const compactTemplates: Plugin = {
  name: 'compact-templates',
  setup(bundle) {
    bundle.onLoad({ filter: /\.(styles|query)\.ts$/ }, async ({ path }) => {
      const source = (await readFile(path, 'utf8'))
        .replaceAll(/\/\*[^]*?\*\//g, '')
        .replaceAll(/\n\s+/g, '\n')
      const isStyles = path.endsWith('.styles.ts')
      return { loader: 'ts', contents: isStyles ? source.replaceAll(/([{};,])\n/g, '$1') : source }
    })
  },
}

const ENTRY = /^widgets\/[\w-]+\.js$/

/** The same under a name that is never given to anything else. */
function forEver({ path, contents }: WidgetFile): WidgetFile {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 10)
  return { path: path.replace(/\.js$/, `.${hash}.js`), contents }
}

/** What goes into `integrity`: of the scripts for ever, and of the chunks for an import map. */
function integrityFile(files: readonly WidgetFile[]): WidgetFile {
  const entries = files.filter(({ path }) => ENTRY.test(path)).map(forEver)
  const chunks = files.filter(({ path }) => /^widgets\/chunks\/.*\.js$/.test(path))
  const hashes = [...entries, ...chunks].map(({ path, contents }) => [
    path.slice('widgets/'.length),
    integrityOf(contents),
  ])
  const text = `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`
  return { path: 'widgets/integrity.json', contents: new TextEncoder().encode(text) }
}
