import type { Browser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { savedLines, widgetBench } from '../../../test/widgets/element-pages.ts'
import { axeViolations, openWidgetPage, watched } from '../../../test/widgets/widget-page.ts'

const bench = widgetBench()

async function openUsage(range = 'P7D', options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await openWidgetPage(bench.browser, `${bench.server.origin}/usage?range=${range}`, options)
  await page.locator('sight-dead-letters').waitFor()
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' })
  return page
}

const lastChange = () => bench.server.asked.findLast(({ variables }) => 'input' in variables)?.variables
const intervalsAsked = () =>
  bench.server.asked.flatMap(({ variables: { by } }) => (by === undefined ? [] : [by]))

test('the accounts are a sentence, and every code says what it means and what to do', async () => {
  const page = await openUsage()
  await page.getByText(/^Of [\d,]+ events that were accepted [\d,]+ are stored, 2 are dead letters/).waitFor()
  const refused = page.getByRole('list', { name: 'Requests that were refused whole' })
  expect(await refused.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/7[^]*origin_not_allowed The site does not accept[^]*Add the origin to those/),
  ])
  await page.getByText('of_a_later_version A code of another version.').waitFor()
  await page.getByText('41,200 of 50,000 events of today (82%)').waitFor()
  await page.getByText('attribute value of cart_id: 1,000 of 1,000 different values').waitFor()
  expect(await page.getByText('unaccounted for').count()).toBe(0)
  await page.close()
})

test('three days come by hours and more by days; the chart is read by keys and saved as a table', async () => {
  const page = await openUsage('P1D')
  expect(intervalsAsked()).toEqual(['HOUR'])
  const chart = page.getByRole('slider', { name: 'Events over time' })
  await chart.focus()
  await page.keyboard.press('Home')
  expect(await chart.getAttribute('aria-valuetext')).toMatch(/: [\d,]+ events accepted, \d+ came to nothing$/)
  await page.getByText('Show as table').click()
  const [head, ...rows] = await savedLines(page)
  expect(head).toBe('at,accepted,stored,dead,queued,duplicate,rejected,refused,dropped')
  expect(rows).toHaveLength(24)
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('where nothing came nothing is made up', async () => {
  bench.server.variant = 'empty'
  const page = await openUsage()
  await page.getByText('Nothing was accepted in this time.').waitFor()
  await page.getByText('Nothing: what was sent was taken as it was.').waitFor()
  await page.getByText('There is no quota').waitFor()
  await page.getByText('There are none.').waitFor()
  await page.close()
})

test('an API that fails is told, and asked again', async () => {
  bench.server.variant = 'error'
  const page = await openWidgetPage(bench.browser, `${bench.server.origin}/usage`)
  await page.getByRole('alert').first().waitFor()
  await page.close()
})

test('a dead letter shows what it holds as text, and is replayed once it was asked', async () => {
  bench.server.variant = 'hostile'
  const page = await openUsage('P7D', { colorScheme: 'dark' })
  await page.getByRole('button', { name: 'Payload of letter 12' }).click()
  const payload = page.getByRole('region', { name: 'Payload of letter 12' })
  expect(await payload.innerText()).toContain('"table": "events"')
  expect(await payload.innerText()).toContain('<script>')
  await page.getByRole('button', { name: 'Replay letter 12' }).click()
  expect(lastChange()).toBeUndefined()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Replay', exact: true }).click()
  await page.getByRole('button', { name: 'Replay letter 12' }).waitFor()
  expect(lastChange()).toEqual({ input: { site: 'shop', ids: ['12'] } })
  const { hacked, violations } = await watched(page)
  expect([hacked, violations]).toEqual([undefined, []])
  await page.close()
})

test('all are given up by keys alone, once it was said that the payloads go', async () => {
  const page = await openUsage()
  await page.getByRole('button', { name: 'Drop all 2 letters' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Give up 2 letters for good? The payload goes.').waitFor()
  await page.getByRole('button', { name: 'Drop all', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Drop all 2 letters' }).waitFor()
  expect(lastChange()).toEqual({ input: { site: 'shop', all: true } })
  await page.close()
})

test('what is asked about one site is not done to another', async () => {
  const page = await openUsage()
  await page.getByRole('button', { name: 'Drop all 2 letters' }).click()
  await page.getByText('Give up 2 letters for good?').waitFor()
  await page.getByRole('combobox', { name: 'Site' }).selectOption('Documentation')
  await page.waitForURL(/site=docs/)
  await page.getByRole('button', { name: 'Drop all 2 letters' }).waitFor()
  expect(await page.getByText('Give up 2 letters for good?').count()).toBe(0)
  await page.close()
})

test('whoever may not manage sees the accounts and no dead letter', async () => {
  const page = await openUsage()
  await page
    .locator('sight-usage-page')
    .evaluate((element) => Object.assign(element, { manages: false, onGo: () => undefined }))
  await page.getByText('You may look, not change').waitFor()
  expect(await page.getByRole('button', { name: /^(Replay|Drop|Payload)/ }).count()).toBe(0)
  await page.close()
})
