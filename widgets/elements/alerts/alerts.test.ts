import { describe, expect, it } from 'vitest'
import { elementPages, savedLines } from '../../../test/widgets/element-pages.ts'
import { endingWords, forWhom } from './alert-words.ts'

const pages = elementPages('sight-alerts')

describe('alerts', () => {
  it('stand with those that are open first: for whom, how bad, for how long', async () => {
    const page = await pages.open()
    const rows = (await page.locator('.alerts li').allInnerTexts()).map((text) =>
      text.replaceAll(/\s+/g, ' '),
    )
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['Escalated', 'Firing', 'Resolved', 'Resolved'])
    expect(rows[0]).toMatch(/Error budget All of the site Page burn rate .* is 16\.4.* for 2 hr 14 min/)
    expect(rows[1]).toMatch(
      /LCP by country Country: Brazil p75 of LCP is 4\.31 s \(4\.14–4\.52 s, 1,204 samples\)/,
    )
    expect(rows[2]).toMatch(/ended because its rule was changed lasted 29 min ended 1 hr\. ago/)
    expect(await page.locator('header').innerText()).toContain('2 open')
    await page.close()
  })

  it('tell which rules are frozen, and why', async () => {
    const page = await pages.open()
    expect(await page.locator('[part=frozen] li').allInnerTexts()).toEqual([
      'LCP by country, Country: India: fewer samples than it asks for',
      'Checkout funnel: the funnel "checkout" was deleted',
    ])
    await page.close()
  })

  it('hand over which was chosen, and are saved as a file', async () => {
    const page = await pages.open()
    await page.evaluate(() => {
      addEventListener('sight-alert', (event) => {
        Object.assign(globalThis, { chosen: (event as CustomEvent).detail })
      })
    })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('chosen')).toEqual({ id: 'shop/alert/8' })
    const lines = await savedLines(page)
    expect(lines).toHaveLength(5)
    expect(lines[2]).toMatch(/^shop\/alert\/7,LCP by country,TICKET,FIRING,COUNTRY,"""BR""",/)
    await page.close()
  })

  it('are not asked for with a number that is none', async () => {
    const page = await pages.open('first="900"')
    await page.getByText('Set the first attribute').waitFor()
    expect(pages.server.asked).toEqual([])
    await page.close()
  })
})

it.each([
  [null, '', 'All of the site'],
  ['COUNTRY', '', 'All of the site'],
  ['COUNTRY', '"BR"', 'Country: Brazil'],
  ['COUNTRY', 'null', 'Country: Unknown'],
  ['FLAG', '"on"', 'on'],
  ['PAGE', '/broken', 'Page: /broken'],
])('an alert of %s %s is for %s', (dimension, segment, words) => {
  expect(forWhom(dimension, segment, 'en')).toBe(words)
})

it('an alert that ended for another reason than that all is well says so', () => {
  expect([null, 'RECOVERED', 'RULE_DELETED'].map(endingWords)).toEqual([null, null, 'its rule was deleted'])
})
