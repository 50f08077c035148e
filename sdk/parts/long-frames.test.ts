/** Long tasks of a known length in a real browser, and what GraphQL tells of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLiveSite, type LiveSite } from '../../test/live-site.ts'
import { blockingOf, scriptOf, type LongFrame } from './long-frames.ts'

describe('a frame', () => {
  const aFrame = (overrides: Partial<LongFrame> = {}) => ({ duration: 120, ...overrides }) as LongFrame
  const aScript = (duration: number, sourceURL: string, more = {}) => ({
    duration,
    sourceURL,
    invoker: 'BUTTON.onclick',
    invokerType: 'event-listener',
    ...more,
  })

  test('blocked as long as its tasks had over 50 ms, a long task as long as itself', () => {
    expect(blockingOf(aFrame({ blockingDuration: 30 }))).toBe(30)
    expect(blockingOf(aFrame({ blockingDuration: 0 }))).toBe(0)
    expect(blockingOf(aFrame())).toBe(70)
    expect(blockingOf(aFrame({ duration: 40 }))).toBe(0)
  })

  test('is owed to the script that took longest', () => {
    const scripts = [aScript(10, 'a.js'), aScript(90, 'b.js'), aScript(20, 'c.js')]
    expect(scriptOf(aFrame({ scripts }))).toBe('b.js')
  })

  test.each([
    [
      'a script that loads',
      aScript(90, '', { invoker: 'https://x.example/a.js', invokerType: 'classic-script' }),
      'https://x.example/a.js',
    ],
    ['a handler of an unknown file', aScript(90, ''), undefined],
  ])('names the file of %s as far as it is told', (_, script, expected) => {
    expect(scriptOf(aFrame({ scripts: [script] }))).toBe(expected)
  })

  test('without scripts is owed to nobody', () => {
    expect(scriptOf(aFrame({ scripts: [] }))).toBeUndefined()
    expect(scriptOf(aFrame())).toBeUndefined()
  })
})

const BUSY_MS = 200
/** Besides the loop a frame holds rendering, and a busy machine takes its time. */
const LATE_MS = 300

describe('in a page', () => {
  let site: LiveSite
  const longTasks = () => site.collector.events().flatMap((event) => (event.t === 'longtask' ? [event] : []))

  beforeAll(async () => {
    site = await startLiveSite()
    const { collector } = site
    const elsewhere = collector.origin.replace('127.0.0.1', 'localhost')
    const source = (name: string) =>
      encodeURIComponent(
        `function ${name}(ms, then) {
          const busy = () => { const end = performance.now() + ms; while (performance.now() < end); then() }
          setTimeout(busy, 300)
        }`,
      )
    collector.pages.set(
      '/',
      `<!doctype html><title>Busy</title>${site.tag()}
      <script src="/answer/own.js?type=text/javascript&secret=canary&body=${source('own')}"></script>
      <script src="${elsewhere}/answer/other.js?type=text/javascript&body=${source('other')}"></script>
      <h1>Busy</h1><p id="p">0</p>`,
    )
    collector.pages.set('/empty', '<!doctype html><title>Empty</title>')
    const visitor = await site.newVisitor()
    const page = await visitor.newPage()
    await page.goto(`${collector.origin}/`, { waitUntil: 'networkidle' })
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/long-frames-')),
    )
    // A task and a frame of its own for each.
    await page.evaluate(
      async ([busyMs]) => {
        type Busy = (ms: number, then: () => void) => void
        const { own, other } = window as unknown as Record<'own' | 'other', Busy>
        const wait = (busy: Busy, ms = 0) => new Promise<void>((resolve) => busy(ms, resolve))
        await wait(own, busyMs)
        await wait(own, 5)
        await wait(other, busyMs)
        await new Promise((resolve) => setTimeout(resolve, 300))
      },
      [BUSY_MS],
    )
    // What is held is not lost when the page is left.
    await page.goto(`${collector.origin}/empty`)
    await collector.waitFor(() => longTasks().length >= 2, 'long tasks')
    await visitor.close()
    await site.stored()
  })
  afterAll(() => site.close())

  async function told() {
    const { data, errors } = await site.pipeline.ask(
      `{ site(id: "test") { segment(range: { last: "PT1H" }) { longTasks(first: 100) { nodes {
        script thirdParty count blocking totalTime duration { unit min max } pages { key count } } } } } }`,
    )
    expect(errors).toBeUndefined()
    return data.site.segment.longTasks.nodes as { script: string | null; thirdParty: boolean }[]
  }

  test.each([
    ['own.js', false],
    ['other.js', true],
  ])('a loop of 200 ms in %s is one long task of that file', async (file, thirdParty) => {
    const found = (await told()).filter(({ script }) => script?.endsWith(`/answer/${file}`))
    expect(found).toMatchObject([
      { thirdParty, count: 1, duration: { unit: 'ms' }, pages: [{ key: '/', count: 1 }] },
    ])
    const [task] = found as unknown as { duration: { max: number }; blocking: number }[]
    expect(task?.duration.max).toBeGreaterThanOrEqual(BUSY_MS)
    expect(task?.duration.max).toBeLessThan(BUSY_MS + LATE_MS)
    expect(task?.blocking).toBeGreaterThanOrEqual(BUSY_MS - 50)
    expect(task?.blocking).toBeLessThan(BUSY_MS - 50 + LATE_MS)
  })

  test('no task blocks longer than it lasts, and the query of a script is not sent', () => {
    for (const { duration, blocking = NaN } of longTasks()) {
      expect(blocking).toBeGreaterThan(0)
      expect(blocking).toBeLessThanOrEqual(duration)
    }
    expect(JSON.stringify(longTasks())).not.toContain('canary')
  })
})
