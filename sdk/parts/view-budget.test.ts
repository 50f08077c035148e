import { expect, test } from 'vitest'
import type { View } from '../capture/view.ts'
import { createViewBudget } from './view-budget.ts'

const aView = () => ({}) as View

test('of what comes together the most telling is taken, up to the limit of its view', () => {
  const budget = createViewBudget<number>({ limitOf: () => 2, order: (a, b) => b - a })
  const [first, second] = [aView(), aView()]
  for (const item of [3, 9, 5]) budget.add(item, first)
  budget.add(1, second)
  expect(budget.take()).toEqual([
    [9, first],
    [5, first],
    [1, second],
  ])
})

test('what was taken before counts, and what was left out does not come again', () => {
  const budget = createViewBudget<number>({ limitOf: () => 3, order: (a, b) => b - a })
  const view = aView()
  budget.add(1, view)
  budget.add(2, view)
  expect(budget.take()).toHaveLength(2)
  budget.add(3, view)
  budget.add(4, view)
  expect(budget.take()).toEqual([[4, view]])
  expect(budget.take()).toEqual([])
})

test('the less telling leave places to what comes later', () => {
  const budget = createViewBudget<string>({
    limitOf: (item) => (item === 'failed' ? 3 : 2),
    order: (a, b) => a.localeCompare(b),
  })
  const view = aView()
  for (let i = 0; i < 5; i++) budget.add('usual', view)
  expect(budget.take()).toHaveLength(2)
  budget.add('usual', view)
  budget.add('failed', view)
  expect(budget.take()).toEqual([['failed', view]])
})
