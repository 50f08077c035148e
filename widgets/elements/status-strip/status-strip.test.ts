import { describe, expect, it } from 'vitest'
import { axeViolations } from '../../../test/widgets/widget-page.ts'
import { elementPages, savedLines } from '../../../test/widgets/element-pages.ts'

const pages = elementPages('sight-status-strip')

describe('a status strip', () => {
  it('shows 90 days, the newest last, with the share over all of them', async () => {
    const page = await pages.open()
    expect(await page.locator('.days li').count()).toBe(90)
    expect(await page.locator('.days span').last().getAttribute('aria-label')).toMatch(/^Sat, Nov 21: /)
    const text = (await page.locator('sight-status-strip article').innerText()).replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/9\d\.\d% of 343,200 values good in 90 days · objective 90%/)
    expect(text).toMatch(/Objective kept: \d+ .*Budget burned: \d+ .*No data: 2/)
    expect(pages.server.asked[0]?.variables['range']).toEqual({ last: 'P90D' })
    await page.close()
  })

  it('is gone through day by day with one stop of the Tab key', async () => {
    const page = await pages.open()
    await page.keyboard.press('Tab')
    const tooltip = page.locator('[part=tooltip]')
    await expect.poll(() => tooltip.innerText()).toContain('Sat, Nov 21')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => tooltip.innerText()).toContain('Fri, Nov 20')
    expect(await tooltip.innerText()).toMatch(/% of 3,900 values good, \d+ bad\s+\d.*of the budget left/)
    await page.keyboard.press('Home')
    await expect.poll(() => tooltip.innerText()).toContain('Aug 24')
    await page.keyboard.press('Escape')
    await expect.poll(() => tooltip.count()).toBe(0)
    await page.keyboard.press('Tab')
    expect(
      await page.locator('sight-status-strip summary').evaluate((summary) => summary.matches(':focus')),
    ).toBe(true)
    await page.close()
  })

  it('shows fewer days where there is no room, and says of how many it tells', async () => {
    const page = await pages.open(undefined, { viewport: { width: 360, height: 800 } })
    const shown = await page.locator('.days li').count()
    expect(shown).toBeGreaterThan(30)
    expect(shown).toBeLessThan(60)
    expect(await page.locator('[part=share]').innerText()).toContain(`good in ${shown} days`)
    await page.close()
  })

  it('has all days in a table and in a file, with what they were in words', async () => {
    const page = await pages.open(undefined, { viewport: { width: 360, height: 800 } })
    await page.getByText('Show as table').click()
    await page.locator('tbody tr').nth(89).waitFor()
    expect(await axeViolations(page)).toEqual([])
    const lines = await savedLines(page)
    expect(lines).toHaveLength(91)
    expect(lines.some((line) => line.includes(',none,,0,0,'))).toBe(true)
    expect(lines.some((line) => /,burned,0\.\d+,/.test(line))).toBe(true)
    await page.close()
  })

  it('is called as the page wants, and takes no number of days that is none', async () => {
    const page = await pages.open('slo="1" label="Shop is fast" days="30"')
    expect(await page.locator('sight-status-strip h3').innerText()).toBe('Shop is fast')
    expect(await page.locator('.days li').count()).toBe(30)
    await page.evaluate(() => document.querySelector('sight-status-strip')?.setAttribute('days', '3'))
    await page.getByText('Set the days attribute to').waitFor()
    await page.close()
  })
})
