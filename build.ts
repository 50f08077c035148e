/** Makes `dist/` from the sources: generated files, compiled processes, browser bundles, static pages. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { build } from 'esbuild'
import { writeGenerated } from './generate.ts'

/** Pages and pictures that are served as they are. */
const STATIC_FOLDERS = [
  ['sdk/demo/static', 'dist/public/demo'],
  ['widgets/console/static', 'dist/public/console'],
] as const

await writeGenerated()
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], { stdio: 'inherit' })
await bundleForBrowsers()

async function bundleForBrowsers(): Promise<void> {
  const shared = {
    bundle: true,
    minify: true,
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
  } as const
  await build({
    ...shared,
    entryPoints: { 'sdk/v1': 'sdk/v1.ts' },
    outdir: 'dist/public',
    format: 'iife',
    target: 'es2022',
  })
  await build({
    ...shared,
    entryPoints: { 'demo/shop': 'sdk/demo/shop.ts' },
    outdir: 'dist/public',
    format: 'esm',
    target: 'es2022',
  })
  await build({
    ...shared,
    entryPoints: { 'widgets/v1': 'widgets/v1.ts', 'console/console': 'widgets/console/console.ts' },
    outdir: 'dist/public',
    chunkNames: 'widgets/chunks/[name]-[hash]',
    format: 'esm',
    splitting: true,
    target: 'es2022',
  })
  for (const [from, to] of STATIC_FOLDERS) {
    if (!existsSync(from)) continue
    mkdirSync(to, { recursive: true })
    cpSync(from, to, { recursive: true })
  }
}
