import type { Browser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { widgetBench } from '../../../test/widgets/element-pages.ts'
import { axeViolations, openWidgetPage } from '../../../test/widgets/widget-page.ts'

const ID = '0192c0de-0000-7000-8000-00000000000a'
const bench = widgetBench()

async function openPeople(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await openWidgetPage(bench.browser, `${bench.server.origin}/settings?open=people`, options)
  await page.getByRole('heading', { name: 'Receipts' }).waitFor()
  return page
}

const asked = (name: string) => bench.server.asked.filter(({ variables }) => name in variables)

test('somebody is found, exported by a line to copy, and erased once the id was typed again', async () => {
  const page = await openPeople()
  await page.getByLabel('Id', { exact: true }).fill('u-42')
  await page.getByText('Not an id').waitFor()
  await page.keyboard.press('Enter')
  expect(asked('subject')).toEqual([])
  await page.getByLabel('Id', { exact: true }).fill(ID)
  await page.keyboard.press('Enter')
  await page.getByText('3 sessions, from').waitFor()
  expect(asked('subject').map(({ variables }) => variables)).toEqual([
    { site: 'shop', subject: { visitor: ID } },
  ])
  const line = page.getByRole('region', { name: /^Download all of it/ })
  expect(await line.innerText()).toContain(`/v1/export?site=shop&visitor=${ID}'`)
  const erase = page.getByRole('button', { name: 'Erase' })
  expect(await erase.isDisabled()).toBe(true)
  await page.getByLabel('To erase all of it').fill(ID.slice(1))
  await page.keyboard.press('Enter')
  expect(await erase.isDisabled()).toBe(true)
  expect(await axeViolations(page)).toEqual([])
  await page.getByLabel('To erase all of it').fill(ID.toUpperCase())
  await page.keyboard.press('Enter')
  await page.getByText('It has begun').waitFor()
  expect(asked('input').map(({ variables }) => variables)).toEqual([
    { input: { site: 'shop', subject: { visitor: ID } } },
  ])
  await page.close()
})

test('what was found of one is not shown while another is looked for', async () => {
  const page = await openPeople()
  await page.getByLabel('Id', { exact: true }).fill(ID)
  await page.keyboard.press('Enter')
  await page.getByText('3 sessions, from').waitFor()
  await page.route('**/graphql', () => undefined)
  await page.getByLabel('Id', { exact: true }).fill(ID.replace(/a$/, 'b'))
  await page.keyboard.press('Enter')
  await page.getByText('Looking…').waitFor()
  expect(await page.getByRole('button', { name: 'Erase' }).count()).toBe(0)
  await page.close()
})

test('receipts say what was deleted, and one that is under way is asked about again', async () => {
  const page = await openPeople({ colorScheme: 'dark' })
  const receipts = page.getByRole('list', { name: 'Receipts' }).getByRole('listitem')
  await receipts.first().waitFor()
  expect(await receipts.allInnerTexts()).toEqual([
    expect.stringMatching(/^A user, asked[^]*1 sessions, 40 events[^]*so far[^]*Under way$/),
    expect.stringMatching(/^A visitor, asked[^]*3 sessions, 214 events[^]*deleted[^]*Done /),
  ])
  const before = bench.server.asked.length
  await expect.poll(() => bench.server.asked.length, { timeout: 20_000 }).toBeGreaterThan(before)
  await page.close()
})

test('another one is looked for from the beginning', async () => {
  bench.server.variant = 'empty'
  const page = await openPeople()
  await page.getByText('Nobody has been erased.').waitFor()
  await page.getByLabel('Who').selectOption('A user, by an attribute')
  await page.getByLabel('Value').fill('u-42')
  await page.getByRole('button', { name: 'Look up' }).click()
  await page.getByText('Nothing is stored.').waitFor()
  expect(await page.getByText('/v1/export').count()).toBe(0)
  await page.getByLabel('Value').fill('u-43')
  await page.getByText('Nothing is stored.').waitFor({ state: 'detached' })
  await page.close()
})
