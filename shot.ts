import { launchChromium } from './test/chromium.ts'
import { startWidgetServer } from './test/widgets/widget-server.ts'
import { NOW } from './test/widgets/answers/made-up.ts'
const [markup = '', name = 'shot', ...acts] = process.argv.slice(2)
const server = await startWidgetServer()
const browser = await launchChromium()
for (const [theme, width] of [['light', 1100], ['dark', 1100], ["light", 700], ["light", 360]] as const) {
  server.variant = (process.env.VARIANT as 'plenty') ?? 'plenty'
  server.pages.set('/board', `<sight-context site="shop" theme="${theme}">${markup}</sight-context>`)
  const page = await browser.newPage({ viewport: { width, height: 500 }, colorScheme: theme, reducedMotion: 'reduce' })
  await page.clock.setFixedTime(NOW)
  page.on('console', (m) => console.log(m.text()))
  await page.goto(server.origin + '/board')
  await page.locator('[aria-busy=false]').first().waitFor()
  await page.waitForTimeout(300)
  for (const act of acts) await page.keyboard.press(act)
  await page.screenshot({ path: `/tmp/m-${name}-${theme}-${width}.png`, fullPage: true })
  await page.close()
}
await browser.close(); await server.close(); process.exit(0)
