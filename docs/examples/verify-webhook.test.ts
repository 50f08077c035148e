import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newWebhookSecret, signWebhook } from '../../api/deliveries/sign-webhook.ts'
import { isFromSightline, isNew } from './verify-webhook.ts'

const NOW_S = 1_790_000_000
const [SECRET, OLD] = [newWebhookSecret(), newWebhookSecret()]
const BODY = '{"type":"alert.firing","title":"ü"}'
const sign = (secrets: string[], timestampS = NOW_S) =>
  signWebhook({ id: 'msg_1', timestampS, body: BODY, secrets })

test('the receiver of the documentation takes what is signed, with either secret while one is replaced', () => {
  expect(isFromSightline(sign([SECRET]), BODY, SECRET, NOW_S)).toBe(true)
  expect(isFromSightline(sign([SECRET, OLD]), BODY, OLD, NOW_S + 299)).toBe(true)
  expect(isFromSightline(sign([SECRET, OLD]), BODY, SECRET, NOW_S - 299)).toBe(true)
})

test.each([
  ['another secret', sign([OLD]), BODY, NOW_S],
  ['another body', sign([SECRET]), BODY.replace('firing', 'resolved'), NOW_S],
  ['another id', { ...sign([SECRET]), 'webhook-id': 'msg_2' }, BODY, NOW_S],
  ['another time', { ...sign([SECRET]), 'webhook-timestamp': String(NOW_S + 1) }, BODY, NOW_S],
  ['an old one', sign([SECRET], NOW_S - 301), BODY, NOW_S],
  ['one from the future', sign([SECRET], NOW_S + 301), BODY, NOW_S],
  ['no signature', { 'webhook-id': 'msg_1', 'webhook-timestamp': String(NOW_S) }, BODY, NOW_S],
  ['no time', { ...sign([SECRET]), 'webhook-timestamp': 'soon' }, BODY, NOW_S],
  [
    'another version',
    { ...sign([SECRET]), 'webhook-signature': sign([SECRET])['webhook-signature']?.replace('v1', 'v2') },
    BODY,
    NOW_S,
  ],
])('and refuses %s', (_, headers, body, nowS) => {
  expect(isFromSightline(headers, body, SECRET, nowS)).toBe(false)
})

test('the example of the specification has the signature that it gives', () => {
  const signed = signWebhook({
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestampS: 1_614_265_330,
    body: '{"test": 2432232314}',
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  })
  expect(signed['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('what comes again is known by its id', () => {
  expect([isNew(sign([SECRET])), isNew(sign([SECRET])), isNew({ 'webhook-id': 'msg_3' })]).toEqual([
    true,
    false,
    true,
  ])
})

test('the documentation shows this example', () => {
  const [page, example] = ['docs/alerts.md', 'docs/examples/verify-webhook.ts'].map((path) =>
    readFileSync(path, 'utf8'),
  )
  expect(page).toContain(example?.trim())
})
