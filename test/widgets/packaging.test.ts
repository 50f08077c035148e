/** The elements as a package brings them: to bundlers, to frameworks, to servers that render pages, to editors. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { JSX } from 'react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GlobalComponents } from 'vue'
import { describeElements } from '../../generate-manifest.ts'
import '../../widgets/react.generated.ts'
import '../../widgets/vue.generated.ts'

const ELEMENTS = describeElements()
let project: string

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'sightline-package-'))
  mkdirSync(join(project, 'node_modules'))
  symlinkSync(process.cwd(), join(project, 'node_modules/sightline'))
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

async function bundled(source: string): Promise<string> {
  writeFileSync(join(project, 'main.js'), source)
  const { outputFiles } = await build({
    entryPoints: [join(project, 'main.js')],
    absWorkingDir: project,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

test('every attribute, property and event of every element is documented', () => {
  const properties = ELEMENTS.flatMap(({ tag, properties }) =>
    properties.filter(({ description }) => description === null).map(({ name }) => `${tag}.${name}`),
  )
  expect(properties).toEqual([])
  expect(ELEMENTS.filter(({ description }) => description === '').map(({ tag }) => tag)).toEqual([])
})

test('every event that is dispatched is documented', () => {
  const missing = ELEMENTS.flatMap(({ tag, path, events }) => {
    const told = [...readFileSync(path, 'utf8').matchAll(/(?:CustomEvent|#tell)\(\s*'(sight-[\w-]+)'/g)]
    return told
      .map(([, name = '']) => name)
      .filter((name) => !events.some((event) => event.name === name))
      .map((name) => `${tag} ${name}`)
  })
  expect(missing).toEqual([])
})

test('an element tells its attributes with types and defaults, events, parts and custom properties', () => {
  const series = ELEMENTS.find(({ tag }) => tag === 'sight-time-series')
  expect(series?.properties.find(({ name }) => name === 'showViews')).toEqual({
    name: 'showViews',
    attribute: 'show-views',
    type: 'boolean',
    default: 'false',
    reflects: true,
    description: 'views as faint bars.',
  })
  expect(series?.properties.find(({ name }) => name === 'renewToken')?.attribute).toBeNull()
  expect(series?.parts).toContain('tooltip')
  expect(series?.cssProperties).toContainEqual({ name: '--sight-chart-height', default: '280px' })
  const funnel = ELEMENTS.find(({ tag }) => tag === 'sight-funnel')
  expect(funnel?.properties.find(({ name }) => name === 'countBy')?.default).toBe('SESSION')
  expect(funnel?.events[0]).toMatchObject({ name: 'sight-select', detail: ['dimension', 'key'] })
})

test('what is packed has every element with its types, and no tests', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ files: { path: string }[] }]
  const paths = new Set(packed.files.map(({ path }) => path))
  for (const { path } of ELEMENTS)
    for (const ending of ['.js', '.d.ts']) expect(paths).toContain(`dist/${path.replace(/\.ts$/, ending)}`)
  expect(paths).toContain('widgets/custom-elements.generated.json')
  expect([...paths].filter((path) => /\.test\.|^dist\/test\//.test(path))).toEqual([])
})

test('a bundler takes one element, or all of them', async () => {
  const one = await bundled(`import 'sightline/widgets/vital-card'`)
  expect(one).toContain('sight-vital-card')
  expect(one).not.toContain('sight-funnel')
  const all = await bundled(`import 'sightline/widgets'`)
  for (const { tag } of ELEMENTS) expect(all).toContain(tag)
  await expect(bundled(`import 'sightline/widgets/nothing'`)).rejects.toThrow('nothing')
})

test('a server imports all of them, which defines nothing and throws nothing', () => {
  const script = `await import('./dist/widgets/all.generated.js'); console.log(typeof document, typeof globalThis.customElements?.get('sight-vital-card'))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(said.trim()).toBe('undefined undefined')
})

/** What is wrong below is wrong at `npm run check`: each expected error must be one. */
export const REACT: JSX.IntrinsicElements['sight-vital-card'][] = [
  { site: 'shop', metric: 'INP', selectable: true, className: 'card', onClick: () => undefined },
  { 'onsight-select': ({ detail }) => detail.metric.toLowerCase() },
  // @ts-expect-error there is no such metric
  { metric: 'FAST' },
  // @ts-expect-error it has no such property
  { colour: 'red' },
  // @ts-expect-error its event has no such detail
  { 'onsight-select': ({ detail }) => detail.page },
]
export const VUE: InstanceType<GlobalComponents['sight-funnel']>['$props'][] = [
  { site: 'shop', funnel: 'shop/funnel/3', countBy: 'VISITOR', onSightSelect: ({ detail }) => detail.key },
  // @ts-expect-error a number, not a text
  { top: '5' },
  // @ts-expect-error it has no such property
  { colour: 'red' },
]
