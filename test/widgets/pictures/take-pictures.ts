/** Pictures of every element and of the console, the same on every machine: own font, fixed clock, locale and size. */
import type { Browser, Page } from 'playwright-core'
import { build } from 'esbuild'
import { PNG } from 'pngjs'
import { launchChromium } from '../../chromium.ts'
import { ASKING_TAGS, ELEMENT_FIXTURES, ELEMENT_TAGS, type ElementTag } from '../element-fixtures.ts'
import { ELEMENT_STATES, type ElementState } from '../element-states.ts'
import { addLook, WEIGHTS } from '../gallery/gallery-server.ts'
import { NOW } from '../answers/made-up.ts'
import { startWidgetServer } from '../widget-server.ts'
import type { Show } from './picture-page.ts'

export interface Picture {
  /** Its path in the folder of pictures, without an ending. */
  name: string
  png: PNG
}

type Shot = { tag: ElementTag; state: ElementState; theme: 'light' | 'dark' }

/** A context takes no room of its own. */
const INVISIBLE: ElementTag = 'sight-context'
const SCRIPT = 'test/widgets/pictures/picture-page.ts'

/** Plenty in both themes, the states that tell something in the light alone. */
export const SHOTS: readonly Shot[] = ELEMENT_TAGS.filter((tag) => tag !== INVISIBLE).flatMap((tag) => [
  { tag, state: 'plenty' as const, theme: 'light' as const },
  { tag, state: 'plenty' as const, theme: 'dark' as const },
  ...(ELEMENT_FIXTURES[tag].telling ?? []).map((state) => ({ tag, state, theme: 'light' as const })),
])

export const nameOf = ({ tag, state, theme }: Shot): string =>
  `elements/${[tag, ...(state === 'plenty' ? [] : [state]), ...(theme === 'light' ? [] : [theme])].join('-')}`

/** What the README shows. */
const SCREENS = [
  { name: 'console', path: '/', theme: 'light' },
  { name: 'console-dark', path: '/', theme: 'dark' },
] as const

/** The names of all that are taken. */
export const PICTURE_NAMES = [...SHOTS.map(nameOf), ...SCREENS.map(({ name }) => name)]

export async function* takePictures(): AsyncGenerator<Picture> {
  const [server, browser, { outputFiles }] = await Promise.all([
    startWidgetServer(),
    launchChromium(['--font-render-hinting=none', '--disable-lcd-text']),
    build({ entryPoints: [SCRIPT], bundle: true, write: false, format: 'iife', logLevel: 'warning' }),
  ])
  try {
    await addLook(server)
    const page = await openPage(browser, `${server.origin}/picture`)
    await page.evaluate(outputFiles[0]?.text ?? '')
    for (const shot of SHOTS) yield { name: nameOf(shot), png: await take(page, shot) }
    for (const screen of SCREENS)
      yield { name: screen.name, png: await takeScreen(browser, server.origin, screen) }
  } finally {
    await browser.close()
    await server.close()
  }
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 800, height: 1600 },
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
  })
  await page.goto(address)
  return page
}

async function takeScreen(
  browser: Browser,
  origin: string,
  { path, theme }: (typeof SCREENS)[number],
): Promise<PNG> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1000 },
    reducedMotion: 'reduce',
    colorScheme: theme,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    // For the font alone, which the page would not load.
    bypassCSP: true,
  })
  await page.clock.setFixedTime(NOW)
  await page.goto(origin + path)
  await page.addStyleTag({ content: INTER })
  await page.evaluate(
    (weights) => Promise.all(weights.map((weight) => document.fonts.load(`${weight} 14px Inter`))),
    Object.keys(WEIGHTS),
  )
  await page.locator('main article').first().waitFor()
  await page.locator('main article[aria-busy=true]').first().waitFor({ state: 'detached' })
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  await page.close()
  return PNG.sync.read(picture)
}

const INTER = `:root { --sight-font: Inter }
${Object.keys(WEIGHTS)
  .map(
    (weight) => `@font-face { font-family: Inter; font-weight: ${weight}; src: url(/inter-${weight}.ttf) }`,
  )
  .join('\n')}`

async function take(page: Page, { tag, state, theme }: Shot): Promise<PNG> {
  const { pictureWidth = 720 } = ELEMENT_FIXTURES[tag]
  await page.evaluate(
    async ([tag, state, theme, width]) =>
      (globalThis as unknown as { show: Show }).show(tag, state, { theme }, width),
    [tag, state, theme, pictureWidth] as const,
  )
  const reached = ASKING_TAGS.includes(tag) ? `${tag} ${ELEMENT_STATES[state].reached}` : `${tag}:defined`
  await page.locator(reached).first().waitFor()
  // What is drawn to a width is drawn again once that is known.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const picture = await page.locator('.picture').screenshot({ animations: 'disabled', caret: 'hide' })
  return PNG.sync.read(picture)
}
