import { expect, test } from 'vitest'
import type { Navigation, View } from './view.ts'
import { createViewOfMetric, type MetricNavigation } from './view-of-metric.ts'

const aView = (navigation: Navigation, path: string, start: number) =>
  ({ start, path, context: { navigation } }) as View
const aSoftReport = (navigationId: number, path: string, start: number): MetricNavigation => ({
  navigationType: 'soft-navigation',
  navigationId,
  navigationURL: `https://shop.example${path}`,
  navigationStartTime: start,
})
const aHardReport = (navigationType: string): MetricNavigation => ({ navigationType, navigationId: 1 })

const hard = aView('navigate', '/', 0)

test.each(['navigate', 'reload', 'back-forward', 'restore', 'prerender'])(
  'a late report of a load (%s) belongs to the load, not to the route of now',
  (type) => {
    const find = createViewOfMetric(() => [hard, aView('soft', '/teas', 500), aView('bfcache', '/teas', 900)])
    expect(find(aHardReport(type))).toEqual({ view: hard, whole: true })
  },
)

test('a restored page is found by the time of its restore', () => {
  const restores = [aView('bfcache', '/', 900), aView('bfcache', '/', 1900)]
  const find = createViewOfMetric(() => [hard, ...restores])
  const report = { navigationType: 'back-forward-cache', navigationId: 1, navigationStartTime: 1900 }
  expect(find(report)?.view).toBe(restores[1])
})

test('a soft navigation is found by path and time, its start being that of the interaction', () => {
  const soft = aView('soft', '/teas', 620)
  const find = createViewOfMetric(() => [hard, soft])
  expect(find(aSoftReport(2, '/teas?sort=aroma', 500))).toEqual({ view: soft, whole: true })
})

test('two visits of the same path are told apart, and a late report still finds the first', () => {
  const views = [hard, aView('soft', '/teas', 500)]
  const find = createViewOfMetric(() => views)
  expect(find(aSoftReport(2, '/teas', 480))?.view).toBe(views[1])
  views.push(aView('soft', '/', 1000), aView('soft', '/teas', 2000))
  expect(find(aSoftReport(4, '/teas', 1980))?.view).toBe(views[3])
  expect(find(aSoftReport(2, '/teas', 480))?.view).toBe(views[1])
})

test('a soft navigation that only changed the query is a part of the view around it', () => {
  const soft = aView('soft', '/teas', 500)
  const find = createViewOfMetric(() => [hard, soft])
  find(aSoftReport(2, '/teas', 480))
  expect(find(aSoftReport(3, '/teas', 900))).toEqual({ view: soft, whole: false })
  const load = createViewOfMetric(() => [hard])
  expect(load(aSoftReport(2, '/?page=2', 900))).toEqual({ view: hard, whole: false })
})
