/**
 * What measuring costs the page that is measured: the demo shop in a real Chromium, its CPU slowed down four times,
 * without an SDK, with ours and with Grafana Faro, in turns. CPU time of the main thread, not time on a clock: that is
 * what a busy machine cannot spoil. Each figure is the median over the rounds of what a page took beyond the page without.
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
const SHOP = 'sdk/demo/static'

const VARIANTS = ['no SDK', 'Sightline', 'Grafana Faro'] as const
type Variant = (typeof VARIANTS)[number]
type Cost = { loadMs: number; clicksMs: number; requests: number; sentBytes: number }

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
  const extra = (variant: Variant, key: keyof Cost) => of(variant, key) - of('no SDK', key)
  const ms = (value: number) => value.toFixed(1)
  console.log(
    `${describeMachine([`Chromium ${version}`])}; CPU throttled ${THROTTLE} ×; median of ${rounds} rounds\n`,
  )
  console.log(
    table(
      ['', 'load, ms', 'beyond no SDK', `${CLICKS} clicks, ms`, 'beyond no SDK', 'requests', 'bytes sent'],
      VARIANTS.map((variant) => [
        variant,
        ms(of(variant, 'loadMs')),
        ms(extra(variant, 'loadMs')),
        ms(of(variant, 'clicksMs')),
        ms(extra(variant, 'clicksMs')),
        String(of(variant, 'requests')),
        of(variant, 'sentBytes').toLocaleString('en-US'),
      ]),
    ),
  )
  const ratio = (key: 'loadMs' | 'clicksMs') => extra('Sightline', key) / extra('Grafana Faro', key)
  const whole =
    (extra('Sightline', 'loadMs') + extra('Sightline', 'clicksMs')) /
    (extra('Grafana Faro', 'loadMs') + extra('Grafana Faro', 'clicksMs'))
  console.log(
    `\nSightline of Faro: load ${ratio('loadMs').toFixed(2)} ×, clicks ${ratio('clicksMs').toFixed(2)} ×, together ${whole.toFixed(2)} ×`,
  )
}

async function visit(browser: Browser, server: Shop, variant: Variant): Promise<Cost> {
  const visitor = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await visitor.newPage()
  const session = await visitor.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  server.variant = variant
  server.requests = 0
  server.sentBytes = 0
  await page.goto(server.url, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLE_MS)
  const loaded = await mainThreadMs(session)
  await clickAbout(page)
  await page.waitForTimeout(SETTLE_MS)
  const clicked = await mainThreadMs(session)
  await page.goto('about:blank')
  await page.waitForTimeout(500)
  await visitor.close()
  const { requests, sentBytes } = server
  return { loadMs: loaded, clicksMs: clicked - loaded, requests, sentBytes }
}

/** CPU time of all tasks of the page's main thread so far. */
async function mainThreadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
}

/** Buttons that do something: text changes, requests, routes. Dispatched in the page, so that only the page's work counts. */
async function clickAbout(page: Page): Promise<void> {
  await page.evaluate(async (clicks) => {
    const main = document.querySelector('main')
    const status = document.querySelector('[data-status]')
    const buttons = ['Add', 'Remove', 'Ask', 'Sort'].map((name) => {
      const button = document.createElement('button')
      button.textContent = name
      button.className = 'plain'
      main?.append(button)
      return button
    })
    buttons[2]?.addEventListener('click', () => void fetch('/stock').then((response) => response.text()))
    for (const button of buttons) {
      button.addEventListener('click', () => {
        if (status) status.textContent = `${button.textContent} ${performance.now()}`
      })
    }
    for (let i = 0; i < clicks; i++) {
      buttons[i % buttons.length]?.dispatchEvent(
        new MouseEvent('click', { bubbles: true, clientX: i, clientY: i }),
      )
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }, CLICKS)
}

type Shop = { url: string; variant: Variant; requests: number; sentBytes: number; close: () => void }

/** The first page of the demo shop with the SDK of the variant in it, and a collector for both that counts. */
async function startShop(): Promise<Shop> {
  const types: Record<string, string> = { css: 'text/css', svg: 'image/svg+xml', js: 'text/javascript' }
  const ours = new Map((await bundleSdk()).map(({ path, code }) => [`/sdk/${path}`, code]))
  const faro = await bundlePeer('Grafana Faro')
  const html = readFileSync(`${SHOP}/index.html`, 'utf8')
  const tags: Record<Variant, string> = {
    'no SDK': '',
    Sightline: `<script src="/sdk/${CORE_PATH}" data-key="pk_bench" data-consent="full" defer></script>`,
    'Grafana Faro': '<script src="/faro.js" defer></script>',
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
    else if (path === '/v1/config') count(() => send('application/json', '{"version":1}'))
    else if (path === '/stock') send('text/plain', 'plenty')
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
