import { expect, test } from 'vitest'
import { EMBEDDABLE } from '../../../api/embeds/embeddable.ts'
import { ELEMENT_FILES } from '../../element-files.ts'
import {
  claimsText,
  emptyEmbed,
  mistakesIn,
  nodeCode,
  pageCode,
  saidOf,
  tokenInputOf,
  type EmbedDraft,
} from './embed-draft.ts'
import { BUILDER_ELEMENTS } from './embed-elements.ts'

const aDraft = (overrides: Partial<EmbedDraft> = {}): EmbedDraft => ({
  ...emptyEmbed(),
  origins: 'https://wiki.example',
  ...overrides,
})
const PAGE = { origin: 'https://rum.example', site: 'shop', integrity: null }

test('every element that can be embedded is offered, but those that need another page', () => {
  const others = ['sight-error-detail', 'sight-session-timeline', 'sight-status-page']
  expect([...Object.keys(BUILDER_ELEMENTS), ...others].sort()).toEqual(Object.keys(EMBEDDABLE).sort())
  expect(Object.keys(ELEMENT_FILES)).toEqual(expect.arrayContaining(Object.keys(BUILDER_ELEMENTS)))
})

test('what is said is what is not so anyway', () => {
  const said = (attributes: Record<string, string>) => saidOf({ tag: 'sight-breakdown', attributes })
  expect(said({ dimension: 'PAGE', metric: 'LCP', top: ' ' })).toEqual([])
  expect(said({ dimension: 'COUNTRY', top: '5', other: 'x' })).toEqual([
    ['dimension', 'COUNTRY'],
    ['top', '5'],
  ])
})

test('the page has the script, the elements and where tokens come from', () => {
  const pieces = [{ tag: 'sight-paths', attributes: { from: '/"><script>' } }] as const
  const code = pageCode(aDraft({ pieces, theme: 'dark' }), PAGE)
  expect(code).toContain('<script type="module" src="https://rum.example/widgets/v1.js"></script>')
  expect(code).toContain('<sight-context site="shop" range="P7D" theme="dark">')
  expect(code).toContain('<sight-paths from="/&quot;>&lt;script>"></sight-paths>')
  expect(code).toContain("fetch('/embed-token')")
})

test('pinned scripts are those of the elements, each with its hash', () => {
  const integrity = {
    'sight-context.0123456789.js': 'sha384-a',
    'sight-slo.0123456789.js': 'sha384-b',
    'sight-slos.0123456789.js': 'sha384-c',
    'v1.0123456789.js': 'sha384-d',
  }
  const pieces = [{ tag: 'sight-slo', attributes: { slo: 'shop/slo/1' } }] as const
  const code = pageCode(aDraft({ pieces, isPinned: true }), { ...PAGE, integrity })
  expect(code.match(/sha384-\w/g)).toEqual(['sha384-a', 'sha384-b'])
  expect(code).toContain(
    '<script type="module" src="https://rum.example/widgets/sight-slo.0123456789.js" integrity="sha384-b" crossorigin></script>',
  )
})

test('the token says what the code shows, and a try may come from here as well', () => {
  const draft = aDraft({ where: '{"country":{"eq":"DE"}}' })
  expect(tokenInputOf(draft, 'shop', 'https://rum.example')).toEqual({
    site: 'shop',
    widgets: ['sight-vital-card'],
    origins: ['https://wiki.example', 'https://rum.example'],
    where: { country: { eq: 'DE' } },
    expiresIn: 'PT10M',
  })
  expect(nodeCode(draft, 'shop', 'shop-1')).toContain('  where: {"country":{"eq":"DE"}},')
  expect(claimsText(draft, 'shop', 'shop-1')).toContain('"kid":"shop-1"')
})

test.each<[Partial<EmbedDraft>, string[]]>([
  [{}, []],
  [{ origins: 'wiki.example' }, ['“wiki.example” is no origin: write https://wiki.example']],
  [{ where: '{country' }, [expect.stringContaining('This is no filter')]],
  [{ where: '[]' }, [expect.stringContaining('a filter is an object')]],
  [
    { where: '{"device":{"eq":"MOBILE"}}', pieces: [{ tag: 'sight-slos', attributes: {} }] },
    ['<sight-slos> cannot be narrowed: leave it or the filter out'],
  ],
  [{ pieces: [{ tag: 'sight-slos', attributes: {} }] }, []],
])('%j has the mistakes %j', (overrides, messages) => {
  const mistakes = mistakesIn(aDraft(overrides), new Set(['sight-slos']))
  expect(mistakes.map(({ message }) => message)).toEqual(messages)
})
