/** Performance entries of one type, those from before as well, as far as the budget of each view goes. */
import type { Stop } from '../browser/listen.ts'
import type { View } from '../capture/view.ts'
import type { Kit } from './parts.ts'
import { createViewBudget, type BudgetRules } from './view-budget.ts'

/** What a load brings comes together; that an element failed is told separately, and may be told later. */
const HOLD_MS = 2000

export function startBudgetedEntries<Entry extends PerformanceEntry>(
  kit: Pick<Kit, 'guard' | 'onViewEnd' | 'viewAt'>,
  {
    type,
    isWanted,
    send,
    ...rules
  }: BudgetRules<Entry> & {
    type: string
    isWanted: (entry: Entry) => boolean
    send: (entry: Entry, view: View) => void
  },
): Stop {
  const budget = createViewBudget(rules)
  let timer: ReturnType<typeof setTimeout> | undefined

  const see = kit.guard((entries: PerformanceEntryList) => {
    for (const entry of entries as Entry[]) {
      if (!isWanted(entry)) continue
      budget.add(entry, kit.viewAt(entry.startTime))
      timer ??= setTimeout(flush, HOLD_MS)
    }
  })
  const flush = kit.guard(() => {
    see(observer.takeRecords())
    clearTimeout(timer)
    timer = undefined
    for (const [entry, view] of budget.take()) send(entry, view)
  })
  const observer = new PerformanceObserver((list) => see(list.getEntries()))
  observer.observe({ type, buffered: true })
  const stopViewEnd = kit.onViewEnd(flush)
  return () => {
    stopViewEnd()
    clearTimeout(timer)
    observer.disconnect()
  }
}
