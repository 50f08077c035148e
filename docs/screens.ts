/**
 * Makes the pictures of the README from a running Sightline: `npx tsx docs/screens.ts TOKEN [URL]`, with the token that
 * `npm start` prints.
 */
import { launchChromium } from '../test/chromium.ts'

const [token, url = 'http://localhost:4455'] = process.argv.slice(2)
if (token === undefined) throw new Error('usage: npx tsx docs/screens.ts TOKEN [URL]')

const SCREENS = [
  {
    file: 'console.png',
    path: `/?range=P14D#token=${token}`,
    size: { width: 1280, height: 1010 },
    dark: false,
  },
  {
    file: 'console-dark.png',
    path: '/?range=P14D&metric=INP',
    size: { width: 1280, height: 1010 },
    dark: true,
  },
  { file: 'demo.png', path: '/demo/', size: { width: 1280, height: 900 }, dark: false },
]

const browser = await launchChromium()
const context = await browser.newContext({ deviceScaleFactor: 1 })
for (const { file, path, size, dark } of SCREENS) {
  const page = await context.newPage()
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  await page.goto(`${url}${path}`)
  await page.waitForTimeout(4000)
  await page.screenshot({ path: `docs/images/${file}` })
  await page.close()
}
await browser.close()
