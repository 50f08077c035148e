import { expect, test } from 'vitest'
import { cleanUrls, PII_TEXTS, PII_URLS } from '../../test/pii/corpus.ts'
import { scrubText, scrubUrl } from './scrub.ts'

test('of three hundred pieces of personal data none is left, in text or in an address', () => {
  expect(PII_TEXTS.length + PII_URLS.length).toBe(300)
  const leaks = [
    ...PII_TEXTS.filter(({ text, secret }) => scrubText(text).includes(secret)),
    ...[...PII_TEXTS, ...PII_URLS].filter(({ text, secret }) => scrubUrl(text).includes(secret)),
  ]
  expect(leaks).toEqual([])
})

test('of ten thousand ordinary addresses at most one in a hundred is taken for something else', () => {
  const hits = cleanUrls(10_000).filter((url) => scrubUrl(url) !== url)
  expect(hits.length, hits.slice(0, 5).join(' ')).toBeLessThanOrEqual(100)
})

test('the corpus would find a leak: what is not scrubbed holds what it must not', () => {
  for (const { text, secret } of [...PII_TEXTS, ...PII_URLS]) expect(text).toContain(secret)
})
