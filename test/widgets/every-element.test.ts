/** What holds for every element, whatever it shows. Its own tests are beside it. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { ELEMENT_FILES } from '../../widgets/element-files.ts'
import { ASKING_TAGS, ELEMENT_FIXTURES, ELEMENT_TAGS, type ElementTag } from './element-fixtures.ts'
import { widgetBench } from './element-pages.ts'
import { openStage, type Stage } from './element-stage.ts'
import { axeViolations, watched } from './widget-page.ts'

const bench = widgetBench()
let stage: Stage

beforeAll(async () => {
  stage = await openStage(bench.server, bench.browser)
})
afterAll(() => stage?.page.close())

const textOf = async (tag: string) =>
  (await stage.page.locator(`${tag} article`).innerText()).replaceAll(/\s+/g, ' ')

/** Violations of the policy, and how far anything moved since the element was put there. */
const seen = async () => {
  // What moved is told after the frame in which it did.
  await stage.page.evaluate(
    () => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told))),
  )
  const { violations, shift } = await watched(stage.page)
  return { violations, shift }
}
const STILL = { violations: [], shift: 0 }

test('every element has its line in the table', () => {
  expect(ELEMENT_TAGS.toSorted()).toEqual(Object.keys(ELEMENT_FILES).toSorted())
})

describe.each(ASKING_TAGS)('<%s>', (tag) => {
  const { empty, grows, subject } = ELEMENT_FIXTURES[tag]
  const still = grows ? { violations: [], shift: expect.any(Number) } : STILL

  it.each(['light', 'dark'] as const)('is accessible and keeps still in %s', async (theme) => {
    await stage.show(tag, 'plenty', { theme })
    expect(await axeViolations(stage.page)).toEqual([])
    expect(await seen()).toEqual(still)
  })

  it('fits 360 pixels and keeps still there, right to left and in forced colours too', async () => {
    const { page } = stage
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    await page.setViewportSize({ width: 360, height: 900 })
    await page.emulateMedia({ forcedColors: 'active' })
    await stage.show(tag, 'plenty')
    expect(await width()).toBeLessThanOrEqual(360)
    expect(await seen()).toEqual(still)
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    expect(await width()).toBeLessThanOrEqual(360)
    expect(await axeViolations(page)).toEqual([])
    await page.evaluate(() => document.documentElement.removeAttribute('dir'))
    await page.emulateMedia({ forcedColors: 'none' })
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it.each(empty === null ? [] : [empty])('names what is missing: %s', async (words) => {
    await stage.show(tag, 'empty')
    expect(await textOf(tag)).toMatch(words)
    expect(await axeViolations(stage.page)).toEqual([])
    expect(await seen()).toEqual(still)
  })

  it('shows little as it shows plenty, accessible', async () => {
    await stage.show(tag, 'thin')
    expect(await axeViolations(stage.page)).toEqual([])
  })

  it('says that it loads, in its place', async () => {
    await stage.show(tag, 'loading')
    expect(await stage.page.locator(`${tag} [part=skeleton]`).getAttribute('role')).toBe('status')
    expect(await axeViolations(stage.page)).toEqual([])
  })

  it('shows the error, and recovers by Retry', async () => {
    await stage.show(tag, 'error')
    const alert = stage.page.locator(`${tag} [role=alert]`)
    expect(await alert.innerText()).toMatch(tag === 'sight-live' ? /Could not load/ : /the database is away/)
    expect(await axeViolations(stage.page)).toEqual([])
    await stage.page.locator(tag).evaluate((element) => element.setAttribute('endpoint', '/graphql'))
    await alert.waitFor({ state: 'detached' })
  })

  it('keeps what it has when a refresh fails, and says so', async () => {
    await stage.show(tag, 'stale')
    expect(await textOf(tag)).toMatch(/Not up to date: .*Retry/)
    expect(await axeViolations(stage.page)).toEqual([])
  })

  it.each(subject === undefined ? [tag] : [])('says what to set where nothing is, on %s', async () => {
    await stage.show(tag, 'not-set-up')
    expect(await textOf(tag)).toMatch(/Not set up.*Set the \w+ attribute/)
    expect(await seen()).toEqual(still)
  })

  it('says so when nobody is signed in', async () => {
    await stage.show(tag, 'signed-out')
    expect(await stage.page.locator(`${tag} [role=alert]`).getAttribute('data-code')).toBe('UNAUTHENTICATED')
  })

  it('says so when there is no such site', async () => {
    await stage.show(tag, 'no-site')
    if (tag !== 'sight-live') expect(await textOf(tag)).toMatch(/nobody|No such/)
  })
})

describe.each(ELEMENT_TAGS.filter((tag) => !ASKING_TAGS.includes(tag)))('<%s>', (tag: ElementTag) => {
  it('is accessible, obeys the policy and fits 360 pixels', async () => {
    const { attributes, inside = '' } = ELEMENT_FIXTURES[tag]
    bench.server.pages.set('/alone', `<${tag} site="shop" ${attributes}>${inside}</${tag}>`)
    await stage.page.goto(`${bench.server.origin}/alone`)
    await stage.page.setViewportSize({ width: 360, height: 900 })
    await stage.page.locator(`${tag}:defined`).waitFor({ state: 'attached' })
    expect(await stage.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await axeViolations(stage.page)).toEqual([])
    expect(await seen()).toEqual(STILL)
  })
})
