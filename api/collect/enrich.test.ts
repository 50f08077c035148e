import { beforeAll, expect, test } from 'vitest'
import { brandOf } from './client-hints.ts'
import { EDGE_HEADERS, edgePlace } from './edge-headers.ts'
import { type Enricher, type RequestFacts, createEnricher, placeOf } from './enrich.ts'

let enricher: Enricher

beforeAll(async () => {
  enricher = await createEnricher(null)
})

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'
const facts = (overrides: Partial<RequestFacts> = {}): RequestFacts => ({
  ip: '127.0.0.1',
  userAgent: CHROME,
  edgePlace: null,
  mobileHint: null,
  platformHint: null,
  brandsHint: null,
  gpc: false,
  ...overrides,
})
const from = (headers: Record<string, string>) => edgePlace((name) => headers[name] ?? null)

test.each(Object.entries(EDGE_HEADERS))(
  '%s names the place in its own headers',
  (_, { country, region, city }) => {
    const headers = { [country]: 'DE', [region ?? '-']: 'Bavaria', [city ?? '-']: 'Munich' }
    const place = { country: 'DE', region: region && 'Bavaria', city: city && 'Munich' }
    expect(from(headers)).toEqual(place)
  },
)

test.each([
  ['no header', {}, null],
  ['a country that is none', { 'cf-ipcountry': 'XX' }, null],
  ['Tor', { 'cf-ipcountry': 'T1' }, null],
  ['nonsense', { 'cf-ipcountry': 'Germany' }, null],
  ['the next CDN where one does not know', { 'cf-ipcountry': 'XX', 'x-geo-country': 'FR' }, 'FR'],
])('%s', (_, headers, country) => {
  expect(from(headers as Record<string, string>)?.country ?? null).toBe(country)
})

test('names come as they are, as Latin-1 of UTF-8 or encoded as in URLs; secrets do not come', () => {
  const city = (name: string) => from({ 'cf-ipcountry': 'DE', 'cf-ipcity': name })?.city
  expect(city(Buffer.from('Köln').toString('latin1'))).toBe('Köln')
  expect(city('K%C3%B6ln')).toBe('Köln')
  expect(city('100%')).toBe('100%')
  expect(city('anna@example.com')).toBe('[email]')
})

test('the edge goes before the file, which fills in what the edge leaves out and does not contradict it', () => {
  const record = {
    country: { iso_code: 'DE' },
    subdivisions: [{ names: { en: 'Bavaria' } }],
    city: { names: { en: 'Munich' } },
  }
  const edge = (country: string, city: string | null) => ({ country, region: null, city })
  expect(placeOf(null, record)).toEqual({ country: 'DE', region: 'Bavaria', city: 'Munich' })
  expect(placeOf(edge('DE', null), record)).toEqual({ country: 'DE', region: 'Bavaria', city: 'Munich' })
  expect(placeOf(edge('AT', null), record)).toEqual({ country: 'AT', region: null, city: null })
  expect(placeOf(edge('AT', 'Wien'), null)).toEqual({ country: 'AT', region: null, city: 'Wien' })
})

test.each([
  ['"Chromium";v="150", "Not=A?Brand";v="24"', null],
  [
    '"Not)A;Brand";v="8.0.0.0", "Chromium";v="150.0.1.2", "Google Chrome";v="150.0.1.2"',
    { browser: 'Chrome', version: '150' },
  ],
  ['"Chromium";v="150", "Opera";v="130"', { browser: 'Opera', version: '130' }],
  ['"Brave";v="x"', null],
  ['"anna@example.com";v="1"', null],
])('the brands %s are %j', (hint, browser) => {
  expect(brandOf(hint)).toEqual(browser)
})

test('hints go before the user agent, which hides who it is', () => {
  const hinted = { brandsHint: '"Chromium";v="150", "Brave";v="150"', platformHint: '"Linux"' }
  expect(enricher.agent(facts(hinted))).toMatchObject({
    browser: 'Brave',
    browserVersion: '150',
    os: 'Linux',
  })
  expect(enricher.agent(facts())).toMatchObject({ browser: 'Chrome', browserVersion: '150', os: 'Windows' })
  expect(enricher.agent(facts({ brandsHint: '"HeadlessChrome";v="150"' })).headless).toBe(true)
})
