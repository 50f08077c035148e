/**
 * What measuring costs the page that is measured: the demo shop in a real Chromium, its CPU slowed down four times,
 * without an SDK, with ours and with Grafana Faro, in turns. Two figures, medians over the rounds: the time of the main
 * thread in the SDK's own calls and in what they call, which a sampling profiler tells apart from the page's; and the CPU
 * time of all tasks beyond that of the page without an SDK, which holds what the browser does for it but is a small
 * difference of large and noisy numbers.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { bundleSdk, CORE_PATH } from '../bundle-sdk.ts'
import { launchChromium } from '../test/chromium.ts'
import { describeMachine, median, table } from './machine.ts'
import { bundlePeer, installPeers } from './peers.ts'

const THROTTLE = 4
const CLICKS = 100
/** Long enough for every part to come and for a batch to go. */
const SETTLE_MS = 3000
const PROFILE_EVERY_US = 200
const SHOP = 'sdk/demo/static'
/** The scripts of either SDK, by their addresses. */
const SDK_SCRIPT = /\/(sdk\/v1[./]|faro\.js)/

/** Faro records clicks on what carries a name for it, and only there; so each is run with and without them. */
const VARIANTS = [
  'no SDK',
  'Sightline',
  'Grafana Faro, clicks named',
  'Sightline, interactions off',
  'Grafana Faro',
] as const
type Variant = (typeof VARIANTS)[number]
/** Who does the same as whom. */
const RIVALS = [
  ['Sightline', 'Grafana Faro, clicks named'],
  ['Sightline, interactions off', 'Grafana Faro'],
] as const satisfies readonly (readonly [Variant, Variant])[]
type Cost = {
  /** In the SDK's calls. */
  loadMs: number
  clicksMs: number
  /** Of all tasks. */
  loadTasksMs: number
  clickTasksMs: number
  requests: number
  sentBytes: number
}

/** `rounds` by the sizes of the command: each visits every variant once. */
export async function benchSdk(sizes: readonly number[]): Promise<void> {
  const [rounds = 9] = sizes.slice(-1)
  installPeers()
  const server = await startShop()
  const browser = await launchChromium()
  const costs = new Map<Variant, Cost[]>(VARIANTS.map((variant) => [variant, []]))
  try {
    for (let round = 0; round <= rounds; round++) {
      process.stderr.write(`\rround ${round} of ${rounds} `)
      for (const variant of VARIANTS) {
        const cost = await visit(browser, server, variant)
        // The first round warms up the browser and its code caches.
        if (round > 0) costs.get(variant)?.push(cost)
      }
    }
  } finally {
    await browser.close()
    server.close()
  }
  process.stderr.write('\n')
  print(costs, rounds, browser.version())
}

function print(costs: Map<Variant, Cost[]>, rounds: number, version: string): void {
  const of = (variant: Variant, key: keyof Cost) =>
    median((costs.get(variant) ?? []).map((cost) => cost[key]))
  const beyond = (variant: Variant, key: keyof Cost) => (of(variant, key) - of('no SDK', key)).toFixed(0)
  console.log(
    `${describeMachine([`Chromium ${version}`])}; CPU throttled ${THROTTLE} ×; median of ${rounds} rounds\n`,
  )
  console.log(
    table(
      [
        '',
        'load, ms in the SDK',
        `${CLICKS} clicks, ms in the SDK`,
        'load, all tasks beyond no SDK, ms',
        'clicks, all tasks beyond no SDK, ms',
        'requests',
        'bytes sent',
      ],
      VARIANTS.map((variant) => [
        variant,
        of(variant, 'loadMs').toFixed(1),
        of(variant, 'clicksMs').toFixed(1),
        beyond(variant, 'loadTasksMs'),
        beyond(variant, 'clickTasksMs'),
        String(of(variant, 'requests')),
        of(variant, 'sentBytes').toLocaleString('en-US'),
      ]),
    ),
  )
  for (const [ours, rival] of RIVALS) {
    const whole = (variant: Variant) => of(variant, 'loadMs') + of(variant, 'clicksMs')
    const ratio = (key: keyof Cost) => (of(ours, key) / of(rival, key)).toFixed(2)
    console.log(
      `\n${ours}, of ${rival}, ms in the SDK: load ${ratio('loadMs')} ×, clicks ${ratio('clicksMs')} ×, together ${(whole(ours) / whole(rival)).toFixed(2)} ×`,
    )
  }
}

async function visit(browser: Browser, server: Shop, variant: Variant): Promise<Cost> {
  const visitor = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await visitor.newPage()
  const session = await visitor.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: PROFILE_EVERY_US })
  server.variant = variant
  server.requests = 0
  server.sentBytes = 0
  await session.send('Profiler.start')
  await page.goto(server.url, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLE_MS)
  const loadTasksMs = await tasksMs(session)
  const loadMs = sdkMs((await session.send('Profiler.stop')).profile)
  await session.send('Profiler.start')
  await clickAbout(page, variant === 'Grafana Faro, clicks named')
  await page.waitForTimeout(SETTLE_MS)
  const clickTasksMs = (await tasksMs(session)) - loadTasksMs
  const clicksMs = sdkMs((await session.send('Profiler.stop')).profile)
  await page.goto('about:blank')
  await page.waitForTimeout(500)
  await visitor.close()
  const { requests, sentBytes } = server
  return { loadMs, clicksMs, loadTasksMs, clickTasksMs, requests, sentBytes }
}

/** CPU time of all tasks of the page's main thread so far. */
async function tasksMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
}

type Profile = {
  nodes: {
    id: number
    callFrame: { scriptId: string; url: string; functionName: string }
    children?: number[]
  }[]
  samples?: number[]
  timeDeltas?: number[]
}

/**
 * The time of the samples that have a function of an SDK somewhere on their stack. What the page calls itself through a
 * wrapper of the SDK, as `fetch`, it would have called without one as well: that time is the page's.
 */
function sdkMs({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const inSdk = new Set<number>()
  const mark = (id: number, caller: 'browser' | 'page' | 'sdk', isOfPage: boolean) => {
    const node = byId.get(id)
    if (!node) return
    const { scriptId, url, functionName } = node.callFrame
    const isSdk = SDK_SCRIPT.test(url)
    const isNative = scriptId === '0'
    const isWrapped = isNative && functionName === 'fetch' && caller === 'sdk' && isOfPage
    if (isWrapped) return
    const isIn = isSdk || caller === 'sdk'
    if (isIn) inSdk.add(id)
    const next = isIn ? 'sdk' : isNative ? caller : 'page'
    for (const child of node.children ?? []) mark(child, next, isOfPage || next === 'page')
  }
  const [root] = nodes
  if (root) mark(root.id, 'browser', false)
  const us = samples.reduce((sum, id, index) => sum + (inSdk.has(id) ? (timeDeltas[index] ?? 0) : 0), 0)
  return us / 1000
}

/** Real clicks on buttons that do something: text changes, requests. */
async function clickAbout(page: Page, isNamedForFaro: boolean): Promise<void> {
  await page.evaluate((isNamedForFaro) => {
    const main = document.querySelector('main')
    const status = document.querySelector('[data-status]')
    const buttons = ['Add', 'Remove', 'Ask', 'Sort'].map((name) => {
      const button = document.createElement('button')
      button.textContent = name
      button.className = 'plain'
      if (isNamedForFaro) button.dataset['faroUserActionName'] = name
      main?.prepend(button)
      return button
    })
    buttons[2]?.addEventListener('click', () => void fetch('/stock').then((response) => response.text()))
    for (const button of buttons) {
      button.addEventListener('click', () => {
        if (status) status.textContent = `${button.textContent} ${performance.now()}`
      })
    }
    scrollTo(0, 0)
  }, isNamedForFaro)
  const places = await page.locator('main > button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { x, y, width, height } = button.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }),
  )
  for (let i = 0; i < CLICKS; i++) {
    const { x, y } = places[i % places.length] ?? { x: 0, y: 0 }
    await page.mouse.click(x, y)
  }
}

type Shop = { url: string; variant: Variant; requests: number; sentBytes: number; close: () => void }

/** The first page of the demo shop with the SDK of the variant in it, and a collector for both that counts. */
async function startShop(): Promise<Shop> {
  const types: Record<string, string> = { css: 'text/css', svg: 'image/svg+xml', js: 'text/javascript' }
  const ours = new Map((await bundleSdk()).map(({ path, code }) => [`/sdk/${path}`, code]))
  const faro = await bundlePeer('Grafana Faro')
  const html = readFileSync(`${SHOP}/index.html`, 'utf8')
  const ownTag = `<script src="/sdk/${CORE_PATH}" data-key="pk_bench" data-consent="full" defer></script>`
  const faroTag = '<script src="/faro.js" defer></script>'
  const tags: Record<Variant, string> = {
    'no SDK': '',
    Sightline: ownTag,
    'Sightline, interactions off': ownTag,
    'Grafana Faro': faroTag,
    'Grafana Faro, clicks named': faroTag,
  }
  const shop = { url: '', variant: 'no SDK' as Variant, requests: 0, sentBytes: 0, close: () => {} }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'content-type': type }).end(body)
    const count = (answer: () => void) => {
      shop.requests++
      request.on('data', (chunk: Buffer) => {
        shop.sentBytes += chunk.length
      })
      request.on('end', answer)
    }
    if (path === '/') {
      const page = html.replace(/<script\s+src="\/sdk\/v1\.js"[\s\S]*?<\/script>/, tags[shop.variant])
      send('text/html; charset=utf-8', page)
    } else if (path === '/v1/events' || path === '/collect') count(() => response.writeHead(202).end('{}'))
    else if (path === '/v1/config') {
      const interactions = shop.variant === 'Sightline'
      count(() => send('application/json', JSON.stringify({ version: 1, capture: { interactions } })))
    } else if (path === '/stock') send('text/plain', 'plenty')
    else if (path === '/faro.js') send('text/javascript', faro)
    else if (ours.has(path)) send('text/javascript', ours.get(path) ?? '')
    else if (/^\/demo\/[\w/-]+\.(css|svg)$/.test(path)) {
      send(types[path.split('.').at(-1) ?? ''] ?? '', readFileSync(`${SHOP}/${path.slice('/demo/'.length)}`))
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  shop.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  shop.close = () => {
    server.close()
    server.closeAllConnections()
  }
  return shop
}
