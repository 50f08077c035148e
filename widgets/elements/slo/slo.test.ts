import { describe, expect, it } from 'vitest'
import { axeViolations } from '../../../test/widgets/widget-page.ts'
import { elementPages, savedLines } from '../../../test/widgets/element-pages.ts'

const pages = elementPages('sight-slo')
const textOf = async (attributes: string) => {
  const page = await pages.open(attributes)
  const text = (await page.locator('sight-slo article').innerText()).replaceAll(/\s+/g, ' ')
  await page.close()
  return text
}

describe('an SLO', () => {
  it('tells its compliance with evidence, its budget in events, its rates, and until when it lasts', async () => {
    const text = await textOf('slo="shop/slo/2"')
    for (const part of [
      'Burning',
      '99.16% of 99%',
      '95 % interval 99.09%–99.25% · 50,120 sessions',
      'Budget left 16%',
      '416 bad of 501 sessions that may be, 85 left',
      'the budget is used up in 6 hr 58 min: Nov 21, 2026',
      '1 hr 16× 12 / 75',
      'fast pages · Burning: burns at 16.4 over 1 h',
      '4.2.1 81% +227 96.94%',
    ])
      expect(text).toContain(part)
  })

  it('that is used up says how far, and one without fan-out how to find out who did it', async () => {
    const text = await textOf('slo="shop/slo/3"')
    expect(text).toContain('Exhausted')
    expect(text).toContain('Budget overdrawn 41%')
    expect(text).toContain('10 too many')
    expect(text).toContain('steady ticket · Frozen: no events')
    expect(text).toContain('Give the SLO a fan-out')
  })

  it('says when it rests on little, and when data are late', async () => {
    pages.server.variant = 'thin'
    const text = await textOf('slo="shop/slo/1"')
    expect(text).toContain('Thin data')
    expect(text).toContain('Data are late: complete until Nov 21, 2026')
    expect(text).toContain('5 min No events 0 / 0')
    expect(text).toContain('No events in the last hour')
  })

  it('hands over who burned it, null for the unknown one', async () => {
    const page = await pages.open()
    await page.evaluate(() => {
      addEventListener(
        'sight-select',
        (event) => {
          Object.assign(globalThis, { chosen: (event as CustomEvent).detail })
        },
        true,
      )
    })
    await page.getByRole('button', { name: 'Unknown' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('chosen')).toEqual({ dimension: 'RELEASE', key: null })
    await page.close()
  })

  it('does not ask who burned it with top 0', async () => {
    await textOf('slo="shop/slo/2" top="0"')
    expect(pages.server.asked[0]?.variables).toMatchObject({ slo: 'shop/slo/2', split: false })
    expect(await textOf('slo="shop/slo/2" top="x"')).toContain('Set the top attribute')
  })

  it('has its figures in a file', async () => {
    const page = await pages.open()
    const lines = await savedLines(page)
    expect(lines[0]).toBe('figure,of,value,low,high,bad,total')
    expect(lines[1]).toMatch(/^compliance,window,0\.99\d+,0\.99\d+,0\.99\d+,416,50120$/)
    expect(lines.some((line) => line.startsWith('burn rate,PT1H,16.4,,,'))).toBe(true)
    expect(lines.at(-1)).toMatch(/^release,,/)
    await page.close()
  })
})

it('finds the site in the id of an SLO, and says what is not set or not there', async () => {
  const page = await pages.open('slo="shop/slo/1"', { site: null })
  await page.getByText('Pages show fast').waitFor()
  expect(pages.server.asked.at(-1)?.variables).toMatchObject({ site: 'shop', slo: 'shop/slo/1' })
  expect(await axeViolations(page)).toEqual([])
  await page.close()
  expect(await textOf('')).toContain('Set the slo attribute')
  expect(await textOf('slo="9"')).toContain('There is no SLO 9')
})
