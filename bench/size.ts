/**
 * `npm run size`: what a page has to load of ours: the SDK, each file and all together, beside the SDKs of others through
 * the same bundler and compressors; and the elements, as the first on a page and as a further one. Fails if one is over
 * its budget. `--own` leaves the others out.
 */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { bundleSdk, CORE_PATH } from '../bundle-sdk.ts'
import { PART_FILES } from '../sdk/parts/parts.ts'
import { table } from './machine.ts'
import { bundlePeer, installPeers, PEERS, type PeerName } from './peers.ts'
import { CORE_BUDGET, FIRST_ELEMENT_BUDGET, FURTHER_ELEMENT_BUDGET, TOTAL_BUDGET } from './size-budget.ts'
import { widgetSizes } from './widget-sizes.ts'

const own = (await bundleSdk()).filter(({ path }) => path === CORE_PATH || path.startsWith('v1/'))
const files = own.map(({ path, code }) => ({
  name: path === CORE_PATH ? 'core' : partName(path),
  code,
}))
const [core] = files
if (core === undefined) throw new Error('the SDK has no core')

const sizes = files.map(({ name, code }) => ({ name: `Sightline: ${name}`, ...sizeOf(code) }))
const total = sum(sizes)
const rows = [...sizes, { name: '**Sightline, all parts**', ...total }]
if (!process.argv.includes('--own')) {
  installPeers()
  for (const name of Object.keys(PEERS) as PeerName[]) rows.push({ name, ...sizeOf(await bundlePeer(name)) })
}
const format = (bytes: number) => bytes.toLocaleString('en-US')
console.log(
  table(
    ['', 'minified, B', 'gzip -9, B', 'brotli -11, B', 'brotli, of ours with all parts'],
    rows.map(({ name, minified, gzip, brotli }) => [
      name,
      format(minified),
      format(gzip),
      format(brotli),
      `${(brotli / total.brotli).toFixed(2)} ×`,
    ]),
  ),
)
const coreSize = sizeOf(core.code).brotli
console.log(
  `\ncore: ${format(coreSize)} of ${format(CORE_BUDGET)} B; all: ${format(total.brotli)} of ${format(TOTAL_BUDGET)} B`,
)
const widgets = (await widgetSizes()).sort((a, b) => a.first - b.first)
console.log(
  `\n${table(
    ['element', 'first on a page, B brotli -11', 'further one, B'],
    widgets.map(({ tag, first, further }) => [tag, format(first), format(further)]),
  )}\n\nat most ${format(FIRST_ELEMENT_BUDGET)} and ${format(FURTHER_ELEMENT_BUDGET)} B`,
)
const tooLarge = widgets.filter(
  ({ first, further }) => first > FIRST_ELEMENT_BUDGET || further > FURTHER_ELEMENT_BUDGET,
)
if (coreSize > CORE_BUDGET || total.brotli > TOTAL_BUDGET || tooLarge.length > 0) {
  const names = tooLarge.map(({ tag }) => ` ${tag}`).join()
  console.error(
    `over the budget:${names} make it smaller, or say in bench/size-budget.ts why it may be larger`,
  )
  process.exit(1)
}

type Size = { minified: number; gzip: number; brotli: number }

function sizeOf(code: string): Size {
  return {
    minified: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  }
}

function sum(sizes: readonly Size[]): Size {
  const add = (key: keyof Size) => sizes.reduce((total, size) => total + size[key], 0)
  return { minified: add('minified'), gzip: add('gzip'), brotli: add('brotli') }
}

function partName(path: string): string {
  return Object.values(PART_FILES).find((file) => path.startsWith(`v1/${file}-`)) ?? path
}
