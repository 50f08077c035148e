import { describe, expect, it } from 'vitest'
import { axeViolations } from '../../../test/widgets/widget-page.ts'
import { elementPages, savedLines } from '../../../test/widgets/element-pages.ts'

const pages = elementPages('sight-slo-budget')

describe('a burn-down', () => {
  it('is read by keyboard, from the whole budget to what is left', async () => {
    const page = await pages.open()
    const slider = page.getByRole('slider')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Home')
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/: 100% left, 100% at an even pace/)
    await page.keyboard.press('End')
    expect(await slider.getAttribute('aria-valuetext')).toMatch(
      /^Sat, Nov 21: 1[67]% left, 0% at an even pace. \d+ bad of 1,790 sessions, 99\.\d\d% good$/,
    )
    expect(await page.locator('[part=tooltip]').innerText()).toContain('% left')
    await page.keyboard.press('Escape')
    expect(await page.locator('[part=tooltip]').count()).toBe(0)
    await page.close()
  })

  it('tells by pointer which release came', async () => {
    const page = await pages.open()
    const box = (await page.getByRole('slider').boundingBox()) ?? { x: 0, y: 0, width: 0 }
    const width = box.width - 64
    await page.mouse.move(box.x + 56 + width * (1 - 4 / 28), box.y + 60)
    expect(await page.locator('[part=tooltip]').innerText()).toContain('Release 4.2.1')
    await page.close()
  })

  it('shows hostile releases as text in its tooltip', async () => {
    pages.server.variant = 'hostile'
    const page = await pages.open()
    await page.keyboard.press('Tab')
    await page.keyboard.press('End')
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
    expect(await page.locator('[part=tooltip]').innerText()).toContain('Release <img')
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined()
    await page.close()
  })

  it('has its figures in a table and in a file', async () => {
    const page = await pages.open()
    await page.getByText('Show as table').click()
    await page.locator('tbody tr').nth(27).waitFor()
    expect(await axeViolations(page)).toEqual([])
    const lines = await savedLines(page)
    expect(lines[0]).toBe('start,end,budget_left,even_pace,bad,total,compliance')
    expect(lines).toHaveLength(29)
    expect(lines.at(-1)).toMatch(/^2026-11-2\dT[^,]+,[^,]+,0\.1[67]\d*,0,/)
    await page.close()
  })

  it('takes hours, and no interval that is none', async () => {
    const page = await pages.open('slo="shop/slo/1" interval="HOUR"')
    expect(await page.getByRole('slider').getAttribute('aria-valuemax')).toBe(String(28 * 24))
    await page.evaluate(() => document.querySelector('sight-slo-budget')?.setAttribute('interval', 'NEVER'))
    await page.getByText('Set the interval attribute to').waitFor()
    await page.close()
  })
})
