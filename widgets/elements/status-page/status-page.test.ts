import { describe, expect, test } from 'vitest'
import { elementPages, savedLines } from '../../../test/widgets/element-pages.ts'
import { axeViolations } from '../../../test/widgets/widget-page.ts'

const tag = 'sight-status-page'
const pages = elementPages(tag)

describe('a status page', () => {
  test('says how the whole is, what is wrong, and how each component does', async () => {
    const page = await pages.open()
    expect(await page.locator('[part=banner]').innerText()).toMatch(
      /Degraded performance\s+Updated 30 min\. ago/,
    )
    expect(await page.locator('[part=incident]').innerText()).toMatch(
      /Some cards are refused\s+Affects Payment\s+Monitoring Nov 21.*The bank answers again/s,
    )
    const rows = await page.locator('[part=component]').allInnerTexts()
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
      'Pages Operational They appear quickly. 90 days ago 90.07% good, objective 90% Yesterday',
      'Payment Degraded performance 90 days ago 99.97% good, objective 99.9% Yesterday',
      'Clicks Operational 90 days ago Interaction to Next Paint 180 ms, good Yesterday',
    ])
    expect(pages.server.asked[0]?.variables).toEqual({ slug: 'shop' })
    await page.close()
  })

  test('is gone through day by day with one stop of the Tab key a component', async () => {
    const page = await pages.open()
    await page.keyboard.press('Tab')
    const tooltip = page.locator('[part=tooltip]')
    await expect.poll(() => tooltip.innerText()).toContain('Fri, Nov 20')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => tooltip.innerText()).toMatch(/Thu, Nov 19.*good/s)
    await page.keyboard.press('Home')
    await expect.poll(() => tooltip.innerText()).toContain('Too few visits to tell in public')
    await page.keyboard.press('Escape')
    await expect.poll(() => tooltip.count()).toBe(0)
    await page.keyboard.press('Tab')
    await expect.poll(() => tooltip.innerText()).toContain('Fri, Nov 20')
    expect(await page.locator('[part=component]').nth(1).locator('[part=tooltip]').count()).toBe(1)
    await page.close()
  })

  test('tells what is over on demand, and all days in a table and a file', async () => {
    const page = await pages.open()
    await page.getByText('Pages came slowly').click()
    await page.getByText('They are as quick as before.').waitFor()
    await page.getByText('Show as table').click()
    await page.locator('tbody tr').nth(89).waitFor()
    expect(await axeViolations(page)).toEqual([])
    const lines = await savedLines(page)
    expect([lines.length, lines[0]]).toEqual([91, 'start,Pages,Payment,Clicks'])
    expect(await page.getByText('Subscribe to incidents').getAttribute('href')).toBe('/status/shop/feed.xml')
    await page.close()
  })

  test('goes to the incident that the address names', async () => {
    const page = await pages.open()
    await page.evaluate(() => {
      location.hash = '#i1'
      const element = document.querySelector('sight-status-page')
      element?.replaceWith(element.cloneNode(true))
    })
    await page.getByText('They are as quick as before.').waitFor()
    await page.close()
  })

  test('leaves out the past where it is compact', async () => {
    const page = await pages.open('page="shop" compact')
    expect(await page.locator(`${tag} article`).innerText()).not.toContain('Past incidents')
    await page.close()
  })

  test('asks with a token from the address that its context names, as nobody', async () => {
    const { server } = pages
    server.signedIn = false
    server.pages.set(
      '/portal',
      '<sight-context token-from="/status/shop/token"><sight-status-page></sight-status-page></sight-context>',
    )
    const page = await pages.open()
    await page.context().addCookies([{ name: 'who', value: 'me', url: server.origin }])
    const cookies: (string | undefined)[] = []
    await page.route('**/status/shop/token', async (route) => {
      cookies.push((await route.request().allHeaders())['cookie'])
      await route.fulfill({ body: 'right\n' })
    })
    await page.goto(`${server.origin}/portal`)
    await page.getByText('Some cards are refused').waitFor()
    expect(cookies).toEqual([undefined])
    expect(server.asked.at(-1)?.variables).toEqual({ slug: null })
    await page.close()
  })
})
