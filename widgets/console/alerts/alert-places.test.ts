import { expect, test } from 'vitest'
import { alertPlace, silenceOf } from './alert-places.ts'

test.each([
  [null, { tab: 'alerts', id: null }],
  ['rules', { tab: 'rules', id: null }],
  ['shop/rule/3', { tab: 'rules', id: 'shop/rule/3' }],
  ['shop/alert/17', { tab: 'alerts', id: 'shop/alert/17' }],
  ['shop/channel/1', { tab: 'channels', id: 'shop/channel/1' }],
  [silenceOf('shop/rule/3'), { tab: 'silences', id: 'shop/rule/3' }],
  ['shop/funnel/1', { tab: 'alerts', id: null }],
  ['constructor', { tab: 'alerts', id: null }],
])('%s is shown in its tab', (open, place) => {
  expect(alertPlace(open)).toEqual(place)
})
