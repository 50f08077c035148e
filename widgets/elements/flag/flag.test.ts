import { describe, expect, it } from 'vitest'
import { axeViolations } from '../../../test/widgets/widget-page.ts'
import { elementPages, savedLines } from '../../../test/widgets/element-pages.ts'

const pages = elementPages('sight-flag')
const textOf = async (attributes: string) => {
  const page = await pages.open(attributes)
  const text = (await page.locator('sight-flag article').innerText()).replaceAll(/\s+/g, ' ')
  await page.close()
  return text
}

describe('a flag', () => {
  it('tells sessions and split, and of each metric the difference, its interval, p and verdict', async () => {
    const text = await textOf('flag="new-checkout"')
    for (const part of [
      '12,540 sessions in the last 7 days',
      'off Control 6,270 sessions 50%, declared 50%',
      'The split is as declared (p = 0.412) · 50 mixed sessions left out',
      'LCP p75 Better 1.91 s → 1.75 s 5,016 and 5,141 visitors',
      '-8.3% -12% to -4.3% < 0.001',
      'INP p75 No difference shown',
      'crash free sessions Worse 98.7% → 97.6%',
      'hold at every look; p corrected for 4 comparisons',
      'Broken crash-free sessions of on: -1.1%, at most 0.5% worse',
    ])
      expect(text).toContain(part)
  })

  it('gives no verdict where the split is off, and says so first', async () => {
    const page = await pages.open('flag="old-split" metrics="LCP,CLS"')
    expect(await page.getByRole('status').innerText()).toContain('The split is off (p < 0.001)')
    const text = await page.locator('sight-flag article').innerText()
    expect(text).toContain('No verdict: split is off')
    expect(text).not.toContain('Better')
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  it('says where there is too little data, without interval', async () => {
    pages.server.variant = 'thin'
    const text = await textOf('flag="new-checkout" metrics="LCP"')
    expect(text).toContain('Too little data')
    expect(text).toContain('no interval')
  })

  it('writes a difference to 0 as it is, not as a share of nothing', async () => {
    const text = await textOf('flag="new-checkout" metrics="ERRORS_PER_SESSION"')
    expect(text).toContain('0 → 0')
    expect(text).not.toMatch(/NaN|Infinity/)
  })

  it('asks what its attributes and the context say', async () => {
    await textOf(
      `flag="new-checkout" control="on" fixed range="P30D" filter='{"device":{"eq":"MOBILE"}}' metrics="INP"`,
    )
    expect(pages.server.asked[0]?.variables).toEqual({
      site: 'shop',
      range: { last: 'P30D' },
      where: { device: { eq: 'MOBILE' } },
      key: 'new-checkout',
      control: 'on',
      sequential: false,
      metrics: [{ vital: { metric: 'INP' } }],
    })
  })

  it('groups rows by variant where there are several', async () => {
    const page = await pages.open('flag="three-ways" metrics="LCP,INP"')
    expect(await page.locator('[scope=rowgroup]').allInnerTexts()).toEqual(['on', 'max'])
    expect(await axeViolations(page)).toEqual([])
    // Columns that are hidden where there is no room must not take it from the plot.
    await page.setViewportSize({ width: 360, height: 800 })
    await expect
      .poll(async () => (await page.locator('.interval').first().boundingBox())?.width)
      .toBeGreaterThan(80)
    await page.close()
  })

  it('has its figures in a table and in a file', async () => {
    const page = await pages.open()
    await page.getByText('Show as table').click()
    await page.locator('.table-scroll tbody tr').nth(3).waitFor()
    expect(await axeViolations(page)).toEqual([])
    const [head, first, ...rest] = await savedLines(page)
    expect(head).toMatch(/^metric,variant,unit,baseline,value,/)
    expect(first).toMatch(/^LCP p75,on,ms,1912,.*,0\.0004,5016,5141,BETTER$/)
    expect(rest).toHaveLength(3)
    await page.close()
  })

  it('says what is wrong with its attributes', async () => {
    expect(await textOf('')).toContain('Set the flag attribute')
    expect(await textOf('flag="a" metrics="FAST"')).toContain('There is no metric FAST')
    expect(pages.server.asked).toEqual([])
  })
})
