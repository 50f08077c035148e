/** The files of a page in a real browser, answered as known beforehand, and what GraphQL tells of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLiveSite, type LiveSite } from '../../test/live-site.ts'
import { limitOf, mostTellingFirst, PER_VIEW, type Judged } from './resources.ts'

describe('what is sent first', () => {
  const aFile = (overrides: Partial<Judged> = {}): Judged => ({
    failed: false,
    blocking: false,
    thirdParty: false,
    duration: 100,
    ...overrides,
  })

  test('is what failed, then what blocked, then what others serve, then the slowest', () => {
    const files = {
      quick: aFile({ duration: 10 }),
      slow: aFile({ duration: 900 }),
      others: aFile({ thirdParty: true }),
      blocking: aFile({ blocking: true, thirdParty: true }),
      failed: aFile({ failed: true, duration: 0 }),
    }
    const { quick, slow, others, blocking, failed } = files
    expect([quick, others, failed, slow, blocking].sort(mostTellingFirst)).toEqual([
      failed,
      blocking,
      others,
      slow,
      quick,
    ])
  })

  test('has places that the others leave to it', () => {
    expect(limitOf(aFile())).toBe(40)
    expect(limitOf(aFile({ thirdParty: undefined, blocking: undefined }))).toBe(40)
    expect(limitOf(aFile({ failed: true }))).toBe(PER_VIEW)
    expect(limitOf(aFile({ blocking: true }))).toBe(PER_VIEW)
    expect(limitOf(aFile({ thirdParty: true }))).toBe(PER_VIEW)
  })
})

const SVG = encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
const MANY = 60

describe('in a page', () => {
  let site: LiveSite
  const resources = () => site.collector.events().flatMap((event) => (event.t === 'resource' ? [event] : []))

  beforeAll(async () => {
    site = await startLiveSite()
    const { collector } = site
    // The same server under another name: to the browser another site.
    const elsewhere = collector.origin.replace('127.0.0.1', 'localhost')
    const picture = `type=image/svg%2Bxml&body=${SVG}`
    collector.pages.set(
      '/',
      `<!doctype html><title>Shop</title>${site.tag()}
      <script src="${elsewhere}/answer/widget.js?type=text/javascript&body=1&delay=300&tao"></script>
      <link rel="stylesheet" href="/answer/own.css?type=text/css&size=3000">
      <img src="/answer/missing.png?status=404&type=image/png" alt="">
      <img src="${elsewhere}/answer/hidden.svg?${picture}&secret=canary" alt="">
      <img src="data:image/svg+xml,${SVG}" alt="">
      <h1>Shop</h1><script>addEventListener('DOMContentLoaded', () => {
        fetch('/answer/data?size=10').then((answer) => answer.text())
        const picture = document.createElement('img')
        picture.src = '${elsewhere}/answer/cut.png?reset'
        document.body.append(picture)
      })</script>`,
    )
    const pictures = Array.from(
      { length: MANY },
      (_, i) => `<img src="/answer/picture-${String.fromCharCode(97 + (i % 26))}${i}.svg?${picture}" alt="">`,
    )
    collector.pages.set(
      '/many',
      `<!doctype html><title>Many</title>${site.tag()}<h1>Many</h1>${pictures.join('')}`,
    )
    const visitor = await site.newVisitor()
    const page = await visitor.newPage()
    const other = await visitor.newPage()
    await Promise.all([page.goto(`${collector.origin}/`), other.goto(`${collector.origin}/many`)])
    await collector.waitFor(() => resources().some(({ url }) => url.endsWith('/own.css')), 'resources')
    await collector.waitFor(() => resources().some(({ url }) => url.includes('/picture-')), 'the many')
    await other.evaluate(() => {
      new Image().src = '/answer/late.png?status=404&type=image/png'
    })
    await collector.waitFor(() => resources().some(({ url }) => url.endsWith('/late.png')), 'the late one')
    await visitor.close()
    await site.stored()
  })
  afterAll(() => site.close())

  const RESOURCES = `{ site(id: "test") { segment(range: { last: "PT1H" }, where: { page: { eq: "/" } }) {
    resources(first: 200, by: URL) { nodes { key thirdParty count bytes size { count min max } duration { unit min max }
      renderBlocking { count total } renderBlockingTime failures { count total } } } } } }`

  async function told() {
    const { data, errors } = await site.pipeline.ask(RESOURCES)
    expect(errors).toBeUndefined()
    return new Map<string, Record<string, unknown>>(
      data.site.segment.resources.nodes.map((node: { key: string }) => [node.key.replace(/.*\//, ''), node]),
    )
  }

  test("another site's script that held up the page is told as that, with what it took", async () => {
    const widget = (await told()).get('widget.js')
    expect(widget).toMatchObject({
      key: expect.stringMatching(/^http:\/\/localhost:\d+\/answer\/widget\.js$/),
      thirdParty: true,
      count: 1,
      bytes: 1,
      renderBlocking: { count: 1, total: 1 },
      failures: { count: 0, total: 1 },
    })
    const { renderBlockingTime } = widget as { renderBlockingTime: number }
    expect(renderBlockingTime).toBeGreaterThanOrEqual(298)
    expect(renderBlockingTime).toBeLessThan(1500)
  })

  test("the page's own style sheet weighs what was sent and is nobody else's", async () => {
    expect((await told()).get('own.css')).toMatchObject({
      thirdParty: false,
      size: { count: 1, min: 3000, max: 3000 },
      renderBlocking: { count: 1 },
      failures: { count: 0 },
    })
  })

  test('pictures that did not come have failed, answered or not', async () => {
    const files = await told()
    expect(files.get('missing.png')).toMatchObject({ failures: { count: 1 }, thirdParty: false })
    expect(files.get('cut.png')).toMatchObject({ failures: { count: 1 }, thirdParty: true })
  })

  test('what another site hides has no size, and its query is not sent', async () => {
    expect((await told()).get('hidden.svg')).toMatchObject({
      size: { count: 0, min: null },
      failures: { count: 0 },
      renderBlocking: { count: 0 },
    })
    expect(JSON.stringify(resources())).not.toContain('canary')
  })

  test('nothing else is told: no request, no data URL, nothing of ours', async () => {
    expect([...(await told()).keys()].sort()).toEqual([
      'cut.png',
      'hidden.svg',
      'missing.png',
      'own.css',
      'widget.js',
    ])
  })

  test('the waterfall of the view has them where they began', async () => {
    const [batch] = site.collector.received.filter(({ batch }) =>
      batch.events.some((event) => event.t === 'resource' && event.url.endsWith('widget.js')),
    )
    const view = resources().find(({ url }) => url.endsWith('widget.js'))?.view
    const { data, errors } = await site.pipeline.ask(
      `query ($session: ID!, $view: ID!) { site(id: "test") { session(id: $session) { view(id: $view) {
        waterfall { kind name start duration size initiator failed renderBlocking thirdParty } } } } }`,
      { session: batch?.batch.session.id, view },
    )
    expect(errors).toBeUndefined()
    const entries: { name: string; start: number; duration: number }[] = data.site.session.view.waterfall
    const entry = (name: string) => entries.find((one) => one.name.endsWith(name))
    expect(entry('widget.js')).toMatchObject({
      kind: 'RESOURCE',
      initiator: 'script',
      size: 1,
      failed: false,
      renderBlocking: true,
      thirdParty: true,
    })
    expect(entry('widget.js')?.start).toBeGreaterThanOrEqual(0)
    expect(entry('widget.js')?.start).toBeLessThan(1500)
    // The parser came to the fetch behind the script that held it up.
    expect(entry('/answer/data')?.start).toBeGreaterThanOrEqual((entry('widget.js')?.start ?? Infinity) + 290)
  })

  test('of many files a view sends 40 that are nothing special, and still one that fails late', () => {
    const view = resources().find(({ url }) => url.endsWith('/late.png'))?.view
    const sent = resources().filter((event) => event.view === view)
    expect(sent.filter(({ failed }) => failed === true)).toHaveLength(1)
    expect(sent.filter(({ failed }) => failed === false)).toHaveLength(40)
  })
})
