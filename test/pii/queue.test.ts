/** What the queue holds after every piece of the corpus came in every text that a client can send: none of it. */
import { beforeAll, expect, test } from 'vitest'
import { edgePlace } from '../../api/collect/edge-headers.ts'
import { createEnricher } from '../../api/collect/enrich.ts'
import { compileRules } from '../../api/collect/site-rules.ts'
import { toRows } from '../../api/collect/to-rows.ts'
import { validateBatch } from '../../api/collect/validate.ts'
import { parseSettings } from '../../api/sites/settings.ts'
import type { SettingsChange } from '../../api/sites/settings.ts'
import { PII_TEXTS, PII_URLS, cleanUrls } from './corpus.ts'
import { type Where, everyField } from './every-field.ts'

const NOW = Date.UTC(2026, 10, 22, 12)
/** Shorter than the shortest limit of a text, that of a connection. */
const CANARY = 'KD-123456'

type Enricher = Awaited<ReturnType<typeof createEnricher>>
let enricher: Enricher

beforeAll(async () => {
  enricher = await createEnricher(null)
})

/** Everything that the queue would hold of a batch with the text in every field and header, as readable text. */
function queuedOf(text: string, settings: SettingsChange = {}, where: Where = 'everywhere'): string {
  const { batch } = everyField(text, NOW, where)
  const valid = validateBatch(structuredClone(batch))
  if ('status' in valid) throw new Error(valid.detail)
  expect(valid.rejected).toEqual([])
  const header = where === 'everywhere' ? text : ''
  const facts = {
    ip: '203.0.113.77',
    userAgent: header,
    edgePlace: edgePlace((name) =>
      name === 'x-geo-country' ? 'DE' : name.startsWith('x-geo-') ? header : null,
    ),
    mobileHint: header,
    platformHint: `"${header}"`,
    brandsHint: `"${header}";v="1"`,
    gpc: false,
  }
  const { rows, rejected } = toRows(valid, {
    siteId: 1,
    receivedAt: NOW,
    visitorId: batch.session.id,
    place: enricher.place(facts),
    agent: enricher.agent(facts),
    userAgent: facts.userAgent,
    rules: compileRules(parseSettings(settings)),
  })
  expect(rejected).toEqual([])
  const tables = [rows.events, rows.errors].map((table) => Buffer.from(table, 'base64').toString('utf8'))
  return JSON.stringify({ ...rows, events: '', errors: '' }) + tables.join('')
}

test('the walk finds the texts of the contract', () => {
  const { paths } = everyField(CANARY, NOW)
  expect(paths).toEqual(
    expect.arrayContaining([
      'batch.context.user.*',
      'batch.sdk',
      'error.breadcrumbs[].text',
      'action.target',
      'consent.scope[]',
      'view.title',
      'vital.attribution.script',
    ]),
  )
  expect(paths.length).toBeGreaterThanOrEqual(40)
})

test('no text of the contract gets past the scrubber: a site’s own pattern is found in each', () => {
  const settings = { scrub: { patterns: ['KD-######'] } }
  expect(queuedOf(CANARY)).toContain(CANARY)
  expect(queuedOf(CANARY, settings).match(/.{0,60}KD-123456.{0,20}/gi) ?? []).toEqual([])
})

test('of three hundred pieces of personal data in every field and header the queue holds none', () => {
  const inAddresses = PII_URLS.filter(({ text, secret }) => queuedOf(text, {}, 'addresses').includes(secret))
  expect(inAddresses).toEqual([])
  const leaks = PII_TEXTS.filter(({ text, secret }) => queuedOf(text).includes(secret))
  expect(leaks).toEqual([])
})

test('ordinary addresses stay as they are', () => {
  const { scrub } = compileRules(parseSettings({}))
  const hits = cleanUrls(10_000).filter((url) => scrub.url(url) !== url)
  expect(hits.length).toBeLessThanOrEqual(100)
})

test('a site keeps parameters and chooses attributes', () => {
  const { scrub } = compileRules(
    parseSettings({ scrub: { keepParameters: ['tab'], dropAttributes: ['salary'], allowAttributes: [] } }),
  )
  expect(scrub.url('https://a.example/p?tab=2&q=x&utm_source=m&tab2=3#f')).toBe(
    'https://a.example/p?tab=2&utm_source=m',
  )
  expect(scrub.url('https://a.example/p?tab=anna@example.com')).toBe('https://a.example/p?tab=[email]')
  expect(scrub.attributes({ salary: 1, plan: 'pro' })).toEqual({ plan: 'pro' })
  const allowing = compileRules(parseSettings({ scrub: { allowAttributes: ['plan'] } })).scrub
  expect(allowing.attributes({ salary: 1, plan: 'pro' })).toEqual({ plan: 'pro' })
})
