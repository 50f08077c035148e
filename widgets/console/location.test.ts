import { expect, test } from 'vitest'
import { CONSOLE_PATHS } from '../../api/pages.routes.ts'
import { CONSOLE_PAGES, PAGE_NAMES } from './console-pages.ts'
import { changed, formatLocation, parseLocation } from './location.ts'

const at = (address: string) => {
  const { pathname, search } = new URL(address, 'http://rum.example')
  return parseLocation({ pathname, search })
}

test('the address says all that is shown, and is read back', () => {
  const address =
    '/sessions?site=shop&range=P30D&metric=INP&show=slow&open=shop%2Fslo%2F1&session=s1&country=&page=%2Fcart'
  expect(at(address)).toEqual({
    page: 'sessions',
    site: 'shop',
    range: 'P30D',
    metric: 'INP',
    filters: new Map([
      ['COUNTRY', null],
      ['PAGE', '/cart'],
    ]),
    show: 'slow',
    open: 'shop/slo/1',
    session: 's1',
  })
  expect(formatLocation(at(address))).toBe(address)
})

test.each([
  ['what goes without saying', '/?range=P7D&metric=LCP&show=all', '/'],
  ['what cannot be read', '/vitals?range=soon&metric=toString&show=constructor&colour=red', '/vitals'],
  ['a period that ends before it begins', '/?range=2026-11-08T00:00:00Z/2026-11-01T00:00:00Z', '/'],
  ['a page that is not there', '/nowhere?metric=INP', '/?metric=INP'],
  ['a slash at the end', '/errors/', '/errors'],
])('it leaves out %s', (_, address, short) => {
  expect(formatLocation(at(address))).toBe(short)
})

test('days of one own choice are kept', () => {
  const range = '2026-11-01T00:00:00.000Z/2026-11-08T00:00:00.000Z'
  expect(at(formatLocation({ ...at('/'), range })).range).toBe(range)
})

test('another page has nothing of this one open, but the same period and filters', () => {
  const place = at('/errors?range=P30D&open=shop%2Ferror%2Fv1-1&session=s1&page=%2Fcart')
  expect(formatLocation(changed(place, { page: 'vitals' }))).toBe('/vitals?range=P30D&page=%2Fcart')
  expect(formatLocation(changed(place, { metric: 'INP' }))).toContain('open=')
})

test('the server has an address for every page, and no key leads to two', () => {
  expect(CONSOLE_PATHS).toEqual(PAGE_NAMES.map((name) => CONSOLE_PAGES[name].path))
  const keys = PAGE_NAMES.map((name) => CONSOLE_PAGES[name].key)
  expect(new Set(keys).size).toBe(keys.length)
})
