/** Which of many things a view may send: of what comes together the most telling first, as long as there are places left. */
import type { View } from '../capture/view.ts'

export type BudgetRules<T> = {
  /** How many a view may have sent with this one: less for the less telling keeps places for what comes later. */
  limitOf: (item: T) => number
  /** As for `sort`: the most telling first. */
  order: (a: T, b: T) => number
}

export type ViewBudget<T> = {
  add: (item: T, view: View) => void
  /** What may be sent of what came since the last time. The rest is gone. */
  take: () => [item: T, view: View][]
}

export function createViewBudget<T>({ limitOf, order }: BudgetRules<T>): ViewBudget<T> {
  let held: [item: T, view: View][] = []
  const sent = new WeakMap<View, number>()
  return {
    add(item, view) {
      held.push([item, view])
    },
    take() {
      const sorted = held.sort(([a], [b]) => order(a, b))
      held = []
      return sorted.filter(([item, view]) => {
        const count = sent.get(view) ?? 0
        if (count >= limitOf(item)) return false
        sent.set(view, count + 1)
        return true
      })
    },
  }
}
