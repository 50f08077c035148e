import { expect, test } from 'vitest'
import { draftOf, emptyPage, pageInput, pageMistakes, slugOf, type StatusPageDraft } from './status-draft.ts'
import type { StatusPage } from './status.query.ts'

const aPage = (overrides: Partial<StatusPage> = {}): StatusPage => ({
  id: 'shop/status/1',
  slug: 'tea-shop',
  title: 'Tea shop',
  description: '',
  theme: 'AUTO',
  origins: ['https://www.shop.example'],
  published: true,
  floor: 50,
  components: [
    { key: 'clicks', name: 'Clicks', description: '', slo: null, vital: 'INP' },
    { key: 'pay', name: 'Payment', description: 'Orders', slo: 'shop/slo/3', vital: null },
  ],
  incidents: [],
  ...overrides,
})

test('a new page has one component and is not published', () => {
  expect(pageInput({ ...emptyPage(), title: 'Tea', slug: 'tea' }, 'shop')).toEqual({
    site: 'shop',
    title: 'Tea',
    slug: 'tea',
    description: '',
    theme: 'AUTO',
    published: false,
    components: [{ name: 'Pages', description: '', vital: 'LCP' }],
    origins: [],
    floor: 20,
  })
})

test('a page that is opened and saved is as it was', () => {
  const { incidents: _, components, ...page } = aPage()
  expect(pageInput(draftOf(aPage()), 'shop')).toEqual({
    ...page,
    components: [
      { key: components[0]?.key, name: 'Clicks', description: '', vital: 'INP' },
      { key: 'pay', name: 'Payment', description: 'Orders', slo: 'shop/slo/3' },
    ],
  })
})

test.each<[Partial<StatusPageDraft>, string[]]>([
  [{}, []],
  [{ slug: 'Tea shop' }, ['slug']],
  [{ floor: '4' }, ['floor']],
  [{ floor: '' }, ['floor']],
  [{ floor: '20.5' }, ['floor']],
  [{ origins: 'shop.example' }, ['origins']],
])('%j is wrong in %j', (overrides, paths) => {
  expect(pageMistakes({ ...emptyPage(), ...overrides }).map(({ path }) => path[0])).toEqual(paths)
})

test.each([
  ['Tea shop', 'tea-shop'],
  ['  Café & Thé!', 'cafe-the'],
  ['茶', ''],
  ['x'.repeat(80), 'x'.repeat(60)],
])('%s has the address %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})
