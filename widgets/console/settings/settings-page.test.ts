import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../../../test/chromium.ts'
import { axeViolations, openWidgetPage, watched } from '../../../test/widgets/widget-page.ts'
import { startWidgetServer, type WidgetServer } from '../../../test/widgets/widget-server.ts'
import { SECTIONS } from './sections.ts'

let server: WidgetServer
let browser: Browser

beforeAll(async () => {
  server = await startWidgetServer()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})
beforeEach(() => {
  server.variant = 'plenty'
  server.asked.length = 0
})

async function openSettings(open: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await openWidgetPage(browser, `${server.origin}/settings?open=${open}`, options)
  await page.locator('main article').first().waitFor()
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' })
  return page
}

/** The variables of what was asked last to be changed. */
const changeAsked = () =>
  server.asked.findLast(({ variables }) =>
    ['input', 'key', 'kid', 'jti', 'id'].some((name) => name in variables),
  )?.variables
const sayings = (page: Page) => page.getByRole('alert').allInnerTexts()

describe.each([...Object.keys(SECTIONS), 'shop/status/1'])('the section %s', (open) => {
  test('is accessible in the dark, fits 360 pixels and keeps hostile text as text', async () => {
    server.variant = 'hostile'
    const page = await openSettings(open, { colorScheme: 'dark', viewport: { width: 360, height: 800 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await axeViolations(page)).toEqual([])
    const { hacked, violations } = await watched(page)
    expect([hacked, violations]).toEqual([undefined, []])
    await page.close()
  })
})

test('whoever may not manage sees everything and changes nothing', async () => {
  for (const open of ['site', 'collection', 'keys', 'tokens', 'embed', 'shop/status/1']) {
    const page = await openSettings(open)
    await page
      .locator('sight-settings-page')
      .evaluate((element) => Object.assign(element, { manages: false }))
    const buttons = page
      .locator('main')
      .getByRole('button', { name: /^(New|Save|Disable|Revoke|Delete|Change|Update|Try)/ })
    await expect.poll(() => buttons.count(), { timeout: 10_000 }).toBe(0)
    await page.close()
  }
})

describe('the site', () => {
  test('a mistake is told while it is written, with the remedy', async () => {
    const page = await openSettings('site')
    await page.getByLabel('Origins').fill('shop.example')
    expect(await sayings(page)).toEqual(['“shop.example” is no origin: write https://shop.example'])
    await page.getByRole('button', { name: 'Save' }).click()
    expect(changeAsked()).toBeUndefined()
    await page.getByLabel('Origins').fill('https://shop.example\nhttps://www.shop.example')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(changeAsked()).toEqual({
      input: {
        id: 'shop',
        name: 'Example shop',
        origins: ['https://shop.example', 'https://www.shop.example'],
        timeZone: 'Europe/Berlin',
      },
    })
    await page.close()
  })

  test('what is written about one is not saved to another', async () => {
    const page = await openSettings('site')
    await page.getByLabel('Name').fill('Changed')
    await page.getByRole('combobox', { name: 'Site' }).selectOption('Documentation')
    await page.waitForURL(/site=docs/)
    await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Example shop')
    await page.close()
  })

  test('a new one is opened with what to put into its pages', async () => {
    const page = await openSettings('site')
    await page.getByRole('button', { name: 'New site' }).click()
    await page.getByLabel('Id').fill('taken')
    await page.getByLabel('Name').fill('Docs')
    await page.getByRole('button', { name: 'Make the site' }).click()
    await expect.poll(() => sayings(page)).toEqual(['Taken is taken: choose another'])
    await page.getByLabel('Id').fill('docs')
    await page.getByRole('button', { name: 'Make the site' }).click()
    await page.waitForURL('**/settings?site=docs&open=install')
    await page.getByText('Into the head of every page').waitFor()
    await page.close()
  })
})

describe('what is measured and kept', () => {
  test('what was changed is sent and nothing else, and that it is saved is said', async () => {
    const page = await openSettings('collection')
    await page.getByLabel('Sessions that are sent').fill('101')
    expect(await sayings(page)).toEqual(['Percent from 0 to 100'])
    await page.getByLabel('Sessions that are sent').fill('50')
    await page.getByText(/were accepted/).waitFor()
    await page.getByLabel('Events a day').fill('')
    await page.keyboard.press('Enter')
    await page.getByText('Saved.').waitFor()
    expect(changeAsked()).toEqual({
      input: { id: 'shop', eventsADay: null, settings: { sampling: { rate: 0.5 } } },
    })
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  test('what would delete something asks once, and can be left', async () => {
    const page = await openSettings('retention')
    await page.getByText('Kept from Oct 22, 2026 on.').waitFor()
    await page.getByLabel('Events, in days').fill('7')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await sayings(page)).toEqual([
      'Events from before Nov 14, 2026 are deleted within minutes, for good.',
    ])
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Go back' }).click()
    expect(changeAsked()).toBeUndefined()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Save all the same' }).click()
    await page.getByText('Saved.').waitFor()
    expect(changeAsked()).toEqual({ input: { id: 'shop', settings: { retention: { eventsDays: 7 } } } })
    await page.close()
  })

  test('a mistake of the API stands at its field, and another section begins anew', async () => {
    const page = await openSettings('privacy')
    await page.getByLabel('Page rules').fill('shop')
    await page.getByRole('button', { name: 'Save' }).click()
    const field = page.locator('.field', { has: page.getByLabel('Page rules') })
    await field.getByText('expected a path such as').waitFor()
    await page.getByRole('button', { name: 'Retention' }).click()
    await page.getByLabel('Errors, in days').waitFor()
    await page.getByRole('button', { name: 'Privacy' }).click()
    await expect.poll(() => page.getByLabel('Page rules').inputValue()).toBe('/shop/*/item/:id')
    await page.close()
  })
})

test('the snippet says what is chosen, with a key that works', async () => {
  const page = await openSettings('install')
  await page.getByLabel('Consent').selectOption('full')
  await page.getByLabel('Release').fill('web@4.2.0')
  const snippet = page.getByRole('region', { name: 'Into the head of every page' })
  expect(await snippet.innerText()).toBe(
    `<script src="${server.origin}/sdk/v1.js" data-key="wk_5f0c1d7e" data-consent="full" data-release="web@4.2.0" defer></script>`,
  )
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy: Into the head of every page' }).click()
  await page.getByRole('button', { name: 'Copied: Into the head of every page' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('data-consent="full"')
  await page.close()
})

test('the last write key is disabled only after it was said what that means', async () => {
  const page = await openSettings('keys')
  const key = page.getByRole('listitem').filter({ hasText: 'wk_5f0c1d7e' })
  await key.getByRole('button', { name: 'Disable wk_5f0c1d7e' }).click()
  expect(await sayings(page)).toEqual([expect.stringContaining('nothing more is received')])
  expect(changeAsked()).toBeUndefined()
  await key.getByRole('button', { name: 'Disable' }).click()
  await key.getByRole('button', { name: 'Keep' }).waitFor({ state: 'detached' })
  expect(changeAsked()).toEqual({ site: 'shop', key: 'wk_5f0c1d7e', force: true })
  await page.close()
})

test('a token is made, shown once, and one is taken back', async () => {
  const page = await openSettings('tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('What it is for').fill('Deploys')
  await page.getByLabel('Example shop').check()
  await page.getByLabel('It works for').selectOption('A year')
  await page.getByRole('button', { name: 'Make the token' }).click()
  await page.getByText('sl_made_up_secret').waitFor()
  expect(changeAsked()).toEqual({
    input: { name: 'Deploys', scopes: ['READ'], sites: ['shop'], expiresIn: 'P365D' },
  })
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Revoke Portal' }).click()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await page.getByRole('button', { name: 'Keep' }).waitFor({ state: 'detached' })
  expect(changeAsked()).toEqual({ id: '5' })
  await page.getByRole('button', { name: 'New token' }).click()
  expect(await page.getByText('sl_made_up_secret').count()).toBe(0)
  await page.close()
})

describe('embedding', () => {
  const code = (page: Page) => page.getByRole('region', { name: 'Into the page' }).innerText()

  test('what is chosen is seen, and stands in the code', async () => {
    const page = await openSettings('embed')
    await page.getByLabel('Vital', { exact: true }).selectOption('INP')
    await page.getByRole('button', { name: 'Add an element' }).click()
    await page.getByLabel('Shows').nth(1).selectOption('Slow pages')
    const preview = page.getByRole('region', { name: 'Preview' })
    await preview.getByText('Interaction to Next Paint').waitFor()
    await preview.locator('sight-slow-pages').getByText('/checkout').first().waitFor()
    expect(await code(page)).toContain(
      '  <sight-vital-card metric="INP"></sight-vital-card>\n  <sight-slow-pages></sight-slow-pages>',
    )
    await page.getByLabel('Pin the scripts').check()
    await expect.poll(() => code(page)).toMatch(/sight-slow-pages\.[0-9a-f]{10}\.js" integrity="sha384-/)
    await page.getByLabel('Vital', { exact: true }).first().selectOption('LCP')
    await preview.getByText('Largest Contentful Paint').waitFor()
    // What is chosen in the preview leads nowhere.
    await preview.locator('sight-slow-pages').getByRole('button').first().click()
    await preview.locator('sight-slow-pages').evaluate((element) => {
      const event = { detail: { range: 'P1D' }, bubbles: true, composed: true }
      element.dispatchEvent(new CustomEvent('sight-range-change', event))
    })
    expect(new URL(page.url()).search).toBe('?open=embed')
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  test('a filter that is none, or that an element cannot have, is told at once', async () => {
    const page = await openSettings('embed')
    await page.getByLabel('Only where').fill('{"device"')
    expect(await sayings(page)).toEqual([expect.stringContaining('This is no filter')])
    await page.getByLabel('Only where').fill('{"device":{"eq":"MOBILE"}}')
    await page.getByLabel('Shows').selectOption('Objectives')
    expect(await sayings(page)).toEqual(['<sight-slos> cannot be narrowed: leave it or the filter out'])
    await page.close()
  })

  test('it is tried with a token, which is taken back', async () => {
    const page = await openSettings('embed')
    await page.getByLabel('Pages it is for').fill('https://wiki.example')
    await page.getByRole('button', { name: 'Try it with a token' }).click()
    await page.getByText('is shown with a token that works until').waitFor()
    expect(changeAsked()).toEqual({
      input: {
        site: 'shop',
        widgets: ['sight-vital-card'],
        origins: ['https://wiki.example', server.origin],
        expiresIn: 'PT10M',
      },
    })
    await page.getByRole('button', { name: 'Revoke the token' }).click()
    await page.getByText('the token 1f0c is refused').waitFor()
    expect(changeAsked()).toEqual({ site: 'shop', jti: '1f0c' })
    await page.close()
  })

  test('a secret is shown once', async () => {
    const page = await openSettings('embed')
    await page.getByRole('button', { name: 'New secret' }).click()
    await page.getByText('made-up-embed-secret').waitFor()
    await page.getByRole('button', { name: 'Disable shop-4f9a1c' }).click()
    await page.getByRole('button', { name: 'Disable', exact: true }).click()
    await page.getByText('made-up-embed-secret').waitFor({ state: 'detached' })
    expect(changeAsked()).toEqual({ site: 'shop', kid: 'shop-4f9a1c' })
    await page.close()
  })
})

describe('status pages', () => {
  test('one is made of vitals and objectives, and opened', async () => {
    const page = await openSettings('status')
    await page.getByRole('button', { name: 'New status page' }).click()
    await page.getByLabel('Title').fill('Tea & shop')
    expect(await page.getByLabel('Address').inputValue()).toBe('tea-shop')
    await page.getByRole('button', { name: 'Add a component' }).click()
    await page.getByLabel('Name for the public 2').fill('Payment')
    await page.getByLabel('Shows 2').selectOption('Objective: Payment answers')
    await page.getByRole('button', { name: 'Component 2: move up' }).click()
    await page.getByLabel('Fewest visitors').fill('4')
    expect(await sayings(page)).toEqual(['A whole number of visitors, 5 or more'])
    await page.getByLabel('Fewest visitors').fill('50')
    await page.getByLabel('Published').check()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Incidents' }).waitFor()
    expect(new URL(page.url()).searchParams.get('open')).toBe('shop/status/1')
    expect(changeAsked()).toEqual({
      input: {
        site: 'shop',
        title: 'Tea & shop',
        slug: 'tea-shop',
        description: '',
        components: [
          { name: 'Payment', description: '', slo: expect.stringMatching(/^shop\/slo\//) },
          { name: 'Pages', description: '', vital: 'LCP' },
        ],
        theme: 'AUTO',
        origins: [],
        published: true,
        floor: 50,
      },
    })
    await page.close()
  })

  test('a mistake of the API is told at its field', async () => {
    const page = await openSettings('status')
    await page.getByRole('button', { name: 'New status page' }).click()
    await page.getByLabel('Title').fill('Tea')
    await page.getByLabel('Address').fill('taken')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => sayings(page)).toEqual(['Taken is taken: choose another'])
    expect(await page.getByLabel('Title').inputValue()).toBe('Tea')
    await page.close()
  })

  test('an incident is opened, and one is resolved', async () => {
    const page = await openSettings('shop/status/1')
    await page.getByRole('button', { name: 'Open an incident' }).click()
    await page.getByLabel('Title').fill('Pages appear slowly')
    await page.getByLabel('What the public reads').fill('We look into it.')
    await page.getByRole('checkbox', { name: 'Pages' }).check()
    await page.getByRole('button', { name: 'Open it' }).click()
    await page.getByLabel('Title').waitFor({ state: 'detached' })
    expect(changeAsked()).toEqual({
      input: {
        page: 'shop/status/1',
        title: 'Pages appear slowly',
        impact: 'MINOR',
        status: 'INVESTIGATING',
        message: 'We look into it.',
        components: ['pages'],
      },
    })
    await page.getByRole('button', { name: 'Resolve Payment is slow' }).click()
    await page.getByLabel('What the public reads').fill('It is quick again.')
    await page.getByRole('button', { name: 'Resolve it' }).click()
    await page.getByLabel('Title').waitFor({ state: 'detached' })
    expect(changeAsked()).toMatchObject({
      input: { id: 'shop/incident/2', status: 'RESOLVED', impact: 'MINOR', components: ['payment'] },
    })
    await page.close()
  })

  test('without any it is said what they are for', async () => {
    server.variant = 'empty'
    const page = await openSettings('status')
    await page.getByText('No status pages yet').waitFor()
    await page.close()
  })
})
