import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'

/**
 * Made for tiny functions in the cloud: one process for all pages, which takes every other page with it when a context
 * is closed, and no same-origin policy, which would hide that the collector forgot a CORS header.
 */
const UNWANTED_ARGS = ['--single-process', '--no-zygote', '--disable-web-security']

/**
 * A headless Chromium from npm, without a download. `CHROMIUM_PATH` names another one instead, such as a newer
 * `/usr/bin/chromium`, which knows soft-navigation entries. Close it after the tests.
 */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH']
  const args = own ? [] : chromium.args.filter((argument) => !UNWANTED_ARGS.includes(argument))
  return playwright.launch({
    executablePath: own ?? (await chromium.executablePath()),
    args: [...args, '--no-sandbox', ...more],
    // Playwright switches it off, real browsers have it.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    headless: true,
  })
}
