/** Makes `dist/` from the sources: generated files, compiled processes, browser bundles, static pages. */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { bundleSdk, integrityOf } from './bundle-sdk.ts'
import { bundleWidgets } from './bundle-widgets.ts'
import { writeGenerated } from './generate.ts'

/** Pages and pictures that are served as they are. */
const STATIC_FOLDERS = [
  ['sdk/demo/static', 'dist/public/demo'],
  ['widgets/console/static', 'dist/public/console'],
  ['widgets/status-page/static', 'dist/public/status-page'],
] as const

await writeGenerated()
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], { stdio: 'inherit' })
// The command line is started by its name.
chmodSync('dist/docker/cli/main.js', 0o755)
await bundleForBrowsers()

async function bundleForBrowsers(): Promise<void> {
  const shared = {
    bundle: true,
    minify: true,
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
  } as const
  await writeSdk('dist/public/sdk')
  await build({
    ...shared,
    entryPoints: { 'demo/shop': 'sdk/demo/shop.ts' },
    outdir: 'dist/public',
    format: 'esm',
    target: 'es2022',
  })
  for (const folder of ['widgets', 'console'])
    rmSync(join('dist/public', folder), { recursive: true, force: true })
  for (const { path, contents } of await bundleWidgets()) write(join('dist/public', path), contents)
  for (const [from, to] of STATIC_FOLDERS) {
    if (!existsSync(from)) continue
    mkdirSync(to, { recursive: true })
    cpSync(from, to, { recursive: true })
  }
}

/** The SDK's files with their maps, and `integrity.json` with the hash of each for pages that pin what they load. */
async function writeSdk(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const files = await bundleSdk()
  for (const { path, code, map } of files) {
    write(join(folder, path), code)
    write(join(folder, `${path}.map`), map)
  }
  const integrity = Object.fromEntries(files.map(({ path, code }) => [path, integrityOf(code)]))
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`)
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
