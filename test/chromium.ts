/** A real browser for tests, from a package: nothing to install on the machine. */
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'

/**
 * The package's own arguments are left out: `--single-process` ends the browser with its first page, and
 * `--disable-web-security` would test pages that no visitor has.
 */
export async function launchChromium(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox'],
    headless: true,
  })
}
