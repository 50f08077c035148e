import { expect, test } from 'vitest'
import { definitionOf, draftOf, emptyDraft, stepsOf } from './funnel-draft.ts'

const definition = (steps: object[], more: object = {}) =>
  ({ order: 'ORDERED', countBy: 'SESSION', ...more, steps }) as const

test.each([
  ['a page', { page: { eq: '/cart' } }],
  ['pages that begin alike', { page: { prefix: '/products/' } }],
  ['an event', { event: 'order', name: 'Order' }],
  ['a click', { action: { label: { eq: 'Buy' } } }],
  ['a request', { request: { endpoint: { eq: 'POST api.example/orders' } } }],
  ['a transaction', { transaction: { name: 'checkout' } }],
  [
    'a step with a filter and a window of its own',
    { page: { eq: '/' }, where: { country: { eq: 'DE' } }, window: 'PT1H' },
  ],
])('%s comes out of the form as it went in', (_, step) => {
  const whole = definition([step, { event: 'end' }], {
    window: 'PT1H',
    exclude: [{ event: 'x', from: 'a', to: 'b' }],
  })
  const draft = draftOf('Buy', JSON.stringify(whole))
  expect(draft === null ? null : definitionOf(draft)).toEqual(whole)
})

test.each([
  ['an error', { error: { handled: false } }],
  ['a page by several names', { page: { in: ['/a', '/b'] } }],
  ['a request that failed', { request: { endpoint: { eq: 'GET x/y' }, failed: true } }],
  ['a click by two marks', { action: { label: { eq: 'Buy' }, target: { eq: '#buy' } } }],
])('%s has no field: the form does not open, so that nothing of it is lost', (_, step) => {
  expect(draftOf('Buy', JSON.stringify(definition([step])))).toBeNull()
})

test('what a step looked for before is gone when it looks for something else', () => {
  const draft = draftOf(
    'Buy',
    JSON.stringify(definition([{ page: { eq: '/' }, where: { country: { eq: 'DE' } } }])),
  )
  const steps = (draft?.steps ?? []).map((step) => ({ ...step, kind: 'event' as const, value: ' order ' }))
  expect(stepsOf({ ...emptyDraft(), steps })).toEqual([{ where: { country: { eq: 'DE' } }, event: 'order' }])
})

test('steps that say nothing yet are left out', () => {
  expect(stepsOf(emptyDraft())).toEqual([])
})
