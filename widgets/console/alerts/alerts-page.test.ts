import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../../../test/chromium.ts'
import { axeViolations, openWidgetPage, watched } from '../../../test/widgets/widget-page.ts'
import { startWidgetServer, type WidgetServer } from '../../../test/widgets/widget-server.ts'

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

const open = (what: string, width = 1280): Promise<Page> =>
  openWidgetPage(browser, `${server.origin}/alerts?open=${encodeURIComponent(what)}`, {
    viewport: { width, height: 900 },
  })
const openOf = (page: Page) => new URL(page.url()).searchParams.get('open')
const asked = (field: string) =>
  server.asked.flatMap(({ variables }) => (field in variables ? [variables[field]] : []))

describe.each([
  ['shop/alert/8', 'Who was told'],
  ['shop/rule/2', 'How it stands'],
  ['silences', 'Maintenance windows'],
  ['channels', 'New channel'],
  ['deliveries', 'Given up'],
])('the tab of %s', (what, seen) => {
  test('is accessible and fits 360 pixels', async () => {
    const page = await open(what, 360)
    await page.locator('main').getByText(seen).first().waitFor()
    expect(await axeViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.close()
  })

  test('keeps hostile text as text', async () => {
    server.variant = 'hostile'
    const page = await open(what)
    await page.locator('main').getByText(seen).first().waitFor()
    const { hacked, violations } = await watched(page)
    expect([hacked, violations]).toEqual([undefined, []])
    await page.close()
  })
})

test.each([
  ['rules', 'Nothing is watched yet'],
  ['silences', 'Nothing is silenced.'],
  ['channels', 'Nobody can be told yet'],
  ['deliveries', 'Nothing was told yet'],
])('%s without anything say what they are for', async (what, words) => {
  server.variant = 'empty'
  const page = await open(what)
  await page.getByText(words).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test.each(['shop/alert/8', 'shop/rule/2', 'silences', 'channels', 'deliveries'])(
  '%s can be looked at, not changed, without the scope MANAGE',
  async (what) => {
    const page = await browser.newPage()
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replace('["READ","MANAGE"]', '["READ"]')
      await route.fulfill({ response, body })
    })
    await page.goto(`${server.origin}/alerts?open=${encodeURIComponent(what)}`)
    await page.locator('main [aria-busy=false]').first().waitFor()
    const changing = /^(New|Change|Delete|Test|Silence|End now|Try again)/
    expect(await page.getByRole('button', { name: changing }).count()).toBe(0)
    expect(await page.getByRole('switch', { name: 'Watches' }).count()).toBe(0)
    await page.close()
  },
)

test('an alert that is chosen tells what happened, who was told and where the figure comes from', async () => {
  const page = await openWidgetPage(browser, `${server.origin}/alerts`)
  await page.getByRole('button', { name: 'Error budget' }).click()
  expect(openOf(page)).toBe('shop/alert/8')
  const detail = page.locator('sight-alert-detail')
  await detail.getByText('It escalated').waitFor()
  await detail.getByText('again Nov 21, 2026').waitFor()
  expect(await detail.locator('.lines li').filter({ hasText: 'Delivered' }).count()).toBe(1)
  await detail.getByText('Its rule has looked at everything until Nov 21, 2026, 10:29:00').waitFor()
  await detail.getByText('The operation and its variables').click()
  await detail.getByText('{"site":"shop"}').waitFor()
  await detail.getByRole('button', { name: 'Its rule' }).click()
  expect(openOf(page)).toBe('shop/rule/1')
  await page.close()
})

describe('rules', () => {
  test('that are gone are not taken for another', async () => {
    const page = await open('shop/rule/99')
    await page.getByText('No such rule').waitFor()
    expect(await page.getByRole('button', { name: 'Test it now' }).count()).toBe(0)
    await page.close()
  })

  test('show no test of another rule', async () => {
    const page = await open('shop/rule/2')
    await page.getByRole('button', { name: 'Test it now' }).click()
    await page.getByText('Test of the minute until').waitFor()
    await page.getByRole('button', { name: /^Error budget/ }).click()
    await page.getByRole('region', { name: 'Error budget' }).waitFor()
    expect(await page.getByText('Test of the minute until').count()).toBe(0)
    await page.close()
  })

  test('are told in words, tested, and switched off', async () => {
    const page = await open('shop/rule/2')
    const rule = page.getByRole('region', { name: 'LCP by country' })
    await rule.getByText('p75 of LCP above 4 s over 15 min').waitFor()
    await rule.getByText('fewer samples than it asks for').waitFor()
    await rule.getByRole('button', { name: 'Test it now' }).click()
    await rule.getByText('In the 7 days before it would have fired 3 times').waitFor()
    await rule.getByText('Country: Brazil: p75 of LCP is 4.31 s (1,204 samples) – bad').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await rule.getByRole('switch', { name: 'Watches' }).click()
    await expect.poll(() => asked('enabled'), { timeout: 10_000 }).toEqual([false])
    await page.close()
  })

  test('are made for each kind with its own fields', async () => {
    const page = await open('rules')
    await page.getByRole('button', { name: 'New rule' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Taken')
    await page.getByLabel('What it watches').selectOption('The conversion of a funnel')
    await page.getByLabel('Funnel', { exact: true }).selectOption('Buy a desk')
    await page.getByLabel('Bound, %').fill('12.5')
    await page.getByLabel('Only where').fill('{"device":')
    await page.getByText('This is no JSON').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByLabel('Only where').fill('{"device":{"eq":"MOBILE"}}')
    await page.getByLabel('Everybody').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').getByText('Taken is taken').waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Few buy')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'New rule' }).waitFor()
    expect(asked('input').at(-1)).toEqual({
      site: 'shop',
      name: 'Few buy',
      definition: {
        funnel: { funnel: 'shop/funnel/3', below: 0.125, recovery: null, window: 'PT60M' },
      },
      where: { device: { eq: 'MOBILE' } },
      split: null,
      splitKey: null,
      severity: 'PAGE',
      times: 3,
      of: 5,
      minSample: 30,
      escalateAfter: null,
      channels: ['shop/channel/2'],
      escalationChannels: [],
    })
    expect(openOf(page)).toBe('shop/rule/2')
    await page.close()
  })

  test('are deleted only when that was meant', async () => {
    const page = await open('shop/rule/2')
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('Delete “LCP by country” for good?').waitFor()
    expect(asked('id')).toEqual([])
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => openOf(page), { timeout: 10_000 }).toBe('rules')
    expect(asked('id')).toEqual(['shop/rule/2'])
    await page.close()
  })
})

test('a silence of a rule is made from the rule, until a moment on the clocks of the site', async () => {
  const page = await open('shop/rule/2')
  await page.getByRole('button', { name: 'Silence', exact: true }).click()
  await page.getByLabel('Only this country').fill('BR')
  await page.getByLabel('For how long, from now').selectOption('Until a moment …')
  await page.getByLabel('Until, in Europe/Berlin').fill('2026-11-22T06:00')
  await page.getByLabel('Why').fill('A new cable')
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Silence', exact: true }).click()
  await page.getByRole('button', { name: 'New silence' }).waitFor()
  expect(asked('input')).toEqual([
    {
      site: 'shop',
      rule: 'shop/rule/2',
      segment: '"BR"',
      to: '2026-11-22T05:00:00.000Z',
      reason: 'A new cable',
    },
  ])
  await page.getByRole('button', { name: 'End now: Release 4.3' }).click()
  await expect.poll(() => asked('id'), { timeout: 10_000 }).toEqual(['5'])
  await page.close()
})

test('a maintenance window is made for days of the week', async () => {
  const page = await open('silences')
  await page.getByRole('button', { name: 'New maintenance window' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Backups')
  await page.getByLabel('Monday').check()
  await page.getByLabel('At', { exact: true }).fill('03:30')
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'New silence' }).waitFor()
  expect(asked('input')).toEqual([
    {
      site: 'shop',
      name: 'Backups',
      rule: null,
      timeZone: 'Europe/Berlin',
      weekdays: [1, 7],
      startsAt: '03:30',
      duration: 'PT2H',
    },
  ])
  await page.close()
})

describe('channels', () => {
  test('are tested, with what the receiver said', async () => {
    const page = await open('channels')
    await page.getByRole('button', { name: 'Test Everybody' }).click()
    await page.getByText('It did not arrive: 403 no_service').waitFor()
    await page.getByRole('button', { name: 'Test On call' }).click()
    await page.getByText('The receiver took it: 204').waitFor()
    await page.close()
  })

  test('show the secret of a webhook once', async () => {
    const page = await open('channels')
    await page.getByRole('button', { name: 'New channel' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Pager')
    await page.getByLabel('Address of the receiver').fill('https://hooks.shop.example/x')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('whsec_dG9wIHNlY3JldCBvZiB0aGUgc2hvcA==').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'I have it' }).click()
    await page.getByText(/whsec_/).waitFor({ state: 'detached' })
    expect(asked('input')).toEqual([
      { site: 'shop', kind: 'WEBHOOK', name: 'Pager', url: 'https://hooks.shop.example/x' },
    ])
    await page.close()
  })

  test('keep their address, which is not told, unless another is given', async () => {
    const page = await open('channels')
    await page.getByRole('button', { name: 'Change Everybody' }).click()
    await page.getByLabel('Name', { exact: true }).fill('All')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'New channel' }).waitFor()
    await page.getByRole('button', { name: 'Change The shop’s people' }).click()
    expect(await page.getByLabel('Recipients').inputValue()).toBe('desk@shop.example\nnight@shop.example')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'New channel' }).waitFor()
    expect(asked('input')).toEqual([
      { id: 'shop/channel/2', name: 'All' },
      { id: 'shop/channel/3', name: 'The shop’s people', to: ['desk@shop.example', 'night@shop.example'] },
    ])
    await page.close()
  })
})

test('what was given up is tried again', async () => {
  const page = await open('deliveries')
  await page.getByRole('radio', { name: 'Given up' }).check({ force: true })
  await page.locator('sight-deliveries .lines li').nth(2).waitFor({ state: 'detached' })
  expect(asked('status').at(-1)).toBe('DEAD')
  // The other one has no channel any more.
  expect(await page.getByRole('button', { name: /^Try again/ }).count()).toBe(1)
  await page.getByRole('button', { name: /^Try again: Firing: LCP by country/ }).click()
  await expect.poll(() => asked('id'), { timeout: 10_000 }).toEqual(['alert-7-FIRING'])
  await page.close()
})
