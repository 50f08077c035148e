import { readFileSync } from 'node:fs'
import { buildSchema, graphql } from 'graphql'
import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { readRegisteredDocuments } from '../../api/documents/documents.ts'
import type { Variant } from '../../test/widgets/answers/made-up.ts'
import { rootOf } from '../../test/widgets/believable-answers.ts'
import { paletteOf } from './look.ts'
import { askPicture, PICTURE_NAMES } from './pictures.ts'

const schema = buildSchema(readFileSync('api/schema.graphql', 'utf8'))
const documents = [...readRegisteredDocuments().values()]
const USUAL = { site: 'shop', slo: 'shop/slo/1', funnel: 'shop/funnel/3' }

async function pictureOf(
  name: string,
  { variant = 'plenty', ...said }: Record<string, string> & { variant?: Variant } = {},
) {
  const asked = askPicture(name, new URLSearchParams({ ...USUAL, ...said }))
  if ('problem' in asked) throw new Error(asked.problem)
  const source = documents.find((text) => text.startsWith(`query ${asked.operation}(`)) ?? ''
  const { data, errors } = await graphql({
    schema,
    source,
    variableValues: asked.variables,
    rootValue: rootOf(variant),
  })
  expect(errors).toBeUndefined()
  return asked.draw(data) ?? ''
}
/** What it shows, without the tags. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = '']) => text.replaceAll(/<[^>]+>/g, ''))
const descriptionOf = (svg: string) => /<desc id="desc">(.*?)<\/desc>/.exec(svg)?.[1]?.replaceAll(/\s/g, ' ')

describe('pictures', () => {
  it.each(
    PICTURE_NAMES.flatMap((name) =>
      (['plenty', 'thin', 'empty', 'hostile'] as const).map((variant) => [name, variant] as const),
    ),
  )('of %s are whole documents: %s', async (name, variant) => {
    for (const theme of ['light', 'dark']) {
      const svg = await pictureOf(name, { variant, theme, width: '400' })
      const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } })
      expect([width, height > 80]).toEqual([400, true])
      expect(svg).not.toMatch(/undefined|NaN|null|var\(|light-dark/)
      expect(svg).not.toMatch(/<(img|script|svg\/)/)
    }
  })

  it.each([
    [
      'vital-card',
      'LCP p75 1.83 s. Good. 95 % interval 1.82–1.85 s. p75 of 26,474 samples, last 7 days. Good 83%, Needs improvement 12%, Poor 5%',
    ],
    ['distribution', 'LCP distribution: p50 1.31 s, p75 1.83 s, p90 2.49 s, p99 4.19 s. 26,474 samples'],
    [
      'status-strip',
      'Pages show fast: 94.6% of 343,200 values good in 90 days. Objective kept: 80, Budget burned: 8, No data: 2',
    ],
    ['slo-budget', 'Error budget of Pages show fast · 90% · last 28 days: 36% left, 0% at an even pace'],
  ])('of %s say in words what they show', async (name, words) => {
    expect(descriptionOf(await pictureOf(name))).toBe(words)
  })

  it('show the figures of their rows', async () => {
    const texts = textsOf(await pictureOf('breakdown', { top: '2' })).map((text) =>
      text.replaceAll(/\s/g, ' '),
    )
    expect(texts.slice(4)).toEqual([
      '/',
      '3.48 s',
      '46%',
      '12,178',
      '/products/:id',
      '1.16 s',
      '29%',
      '7,550',
      'All others',
      '2.02 s',
      '4%',
      '1,059',
    ])
    expect(textsOf(await pictureOf('funnel')).slice(1, 3)).toEqual(['1. Product page', '12,383 · 100%'])
  })

  it.each(PICTURE_NAMES)('of %s say that there are no data, and never 0', async (name) => {
    const svg = await pictureOf(name, { variant: 'empty' })
    expect(textsOf(svg)).toContain('No data')
    expect(descriptionOf(svg)).toMatch(/^No data: (No|Nobody) /)
    expect(textsOf(svg).join(' ')).not.toMatch(/\b0\b/)
  })

  it('say of thin data that they are', async () => {
    expect(textsOf(await pictureOf('vital-card', { variant: 'thin' }))).toContain(
      'Thin data: too few samples for an interval',
    )
  })

  it('speak the language that is asked for', async () => {
    expect(descriptionOf(await pictureOf('vital-card', { locale: 'de' }))).toContain('1,83 s')
  })

  it('have all colours of the elements, in both themes', () => {
    for (const theme of ['light', 'dark'] as const) {
      const palette = paletteOf(theme)
      expect([...palette.keys()].sort()).toEqual([
        'accent',
        'accent-soft',
        'good',
        'ink',
        'line',
        'muted',
        'needs-improvement',
        'needs-improvement-mark',
        'poor',
        'sunken',
        'surface',
      ])
    }
    expect(paletteOf('dark').get('surface')).toBe('#15191f')
  })

  it('find nothing where there is nothing', async () => {
    expect(await pictureOf('vital-card', { site: 'blog' })).toBe('')
    expect(await pictureOf('funnel', { funnel: 'shop/funnel/9' })).toBe('')
  })

  it.each([
    ['toString', {}, 'there is no picture of "toString": choose vital-card, '],
    ['vital-card', { site: '' }, 'site is missing'],
    ['vital-card', { metric: 'toString' }, 'metric is "toString": choose LCP, '],
    ['vital-card', { theme: 'blue' }, 'theme is "blue": choose light, dark'],
    ['vital-card', { width: '10' }, 'width is 10: choose 280 to 1600'],
    ['vital-card', { width: 'x' }, 'width is NaN: choose 280 to 1600'],
    ['vital-card', { locale: '??' }, 'locale is "??"'],
    ['vital-card', { filter: '{' }, 'filter is not a JSON object: {'],
    ['vital-card', { metrics: 'LCP' }, 'a parameter is "metrics": choose site, '],
    ['breakdown', { dimension: 'SHOE_SIZE' }, 'dimension is "SHOE_SIZE": choose BROWSER, '],
    ['breakdown', { top: '1.5' }, 'top is 1.5: choose 1 to 50'],
    ['status-strip', { slo: '' }, 'slo is missing: name its id, as in ?slo=shop/slo/1'],
    ['sight-status-strip', { days: '3' }, 'days is 3: choose 7 to 365'],
  ])('of %s with %o are refused with the remedy', (name, said, problem) => {
    const asked = askPicture(name, new URLSearchParams({ ...USUAL, ...said }))
    expect('problem' in asked && asked.problem).toContain(problem)
  })
})
