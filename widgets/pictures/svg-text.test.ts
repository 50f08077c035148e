import { html, nothing, svg } from 'lit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escaped, svgText } from './svg-text.ts'

describe('templates as text', () => {
  it.each([
    ['a text', svg`<text>${'a < b & "c"'}</text>`, '<text>a &lt; b &amp; &quot;c&quot;</text>'],
    ['an attribute without quotes', svg`<path d=${'M0 0'} />`, '<path d="M0 0" />'],
    ['a part of an attribute', svg`<g class="dot ${'thin'}"></g>`, '<g class="dot thin"></g>'],
    ['a number', svg`<rect x=${0} y=${-1.5} />`, '<rect x="0" y="-1.5" />'],
    [
      'templates in templates',
      html`<svg>${svg`<g>${[1, 2].map((n) => svg`<i x=${n} />`)}</g>`}</svg>`,
      '<svg><g><i x="1" /><i x="2" /></g></svg>',
    ],
    ['nothing', svg`<g>${nothing}${null}${undefined}</g>`, '<g></g>'],
    ['a bracket in an attribute before a text', svg`<g a=${'>'}>${'<'}</g>`, '<g a="&gt;">&lt;</g>'],
  ])('writes %s', (_, template, text) => {
    expect(svgText(template)).toBe(text)
  })

  it('refuses what a text cannot do', () => {
    expect(() => svgText(svg`<g @click=${() => 1}></g>`)).toThrow('a drawing has no  @click=')
  })

  it('lets no text out of its place, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [, inAttribute = '', inText = ''] =
          /^<a b="([^]*)">([^]*)<\/a>$/.exec(svgText(svg`<a b=${text}>${text}</a>`)) ?? []
        for (const written of [inAttribute, inText]) {
          expect(written).toBe(escaped(text))
          // oxlint-disable-next-line no-control-regex -- they must not be there
          expect(written).not.toMatch(/[<>"'\u0000-\u0008\uFFFE]|\p{Surrogate}/u)
        }
      }),
    )
  })
})
