import { describe, expect, it } from 'vitest'
import { elementPages, savedLines } from '../../../test/widgets/element-pages.ts'

const pages = elementPages('sight-slos')

describe('the SLOs of a site', () => {
  it('stand with those in trouble first, each with compliance, evidence and what is left', async () => {
    const page = await pages.open()
    const rows = (await page.locator('tbody tr').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))
    expect(rows[0]).toMatch(/^Payment answers .* Exhausted 99\.858% of 99\.9% 24,080 requests .*-41%/)
    expect(rows[1]).toMatch(/^Sessions without errors .* Burning 99\.16% of 99% .*95 % interval .* 16%/)
    expect(rows[2]).toMatch(/^Pages show fast .* OK/)
    await page.close()
  })

  it('hand over which was chosen, by keyboard', async () => {
    const page = await pages.open()
    await page.evaluate(() => {
      addEventListener('sight-slo', (event) => {
        Object.assign(globalThis, { chosen: (event as CustomEvent).detail })
      })
    })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('chosen')).toEqual({ id: 'shop/slo/3' })
    await page.close()
  })

  it('that are not shown are counted, and in the file', async () => {
    const page = await pages.open('top="1"')
    expect(await page.locator('tbody tr').count()).toBe(1)
    expect(await page.locator('header').innerText()).toContain('1 of 3')
    const lines = await savedLines(page)
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatch(/^shop\/slo\/3,Payment answers,EXHAUSTED,0\.999,0\.99\d+,.*,24080,-0\.41\d*$/)
    await page.close()
  })

  it('are not asked for with a number that is none', async () => {
    const page = await pages.open('top="0"')
    await page.getByText('Set the top attribute').waitFor()
    expect(pages.server.asked).toEqual([])
    await page.close()
  })
})
