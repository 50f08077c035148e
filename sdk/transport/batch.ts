/** When to flush: at 50 items, 5 s after the first, or when told because the page is hidden. */
import { guard } from '../browser/guard.ts'
import type { Stop } from '../browser/listen.ts'

const MAX_ITEMS = 50
const MAX_AGE_MS = 5000

export type BatchQueue<Item> = {
  add: (item: Item) => void
  /** Hands over what there is. Nothing happens when there is nothing. */
  flush: () => void
  /** Throws away what there is. */
  clear: () => void
  stop: Stop
}

export function createBatchQueue<Item>(onFlush: (items: Item[]) => void): BatchQueue<Item> {
  let items: Item[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    const full = items
    items = []
    if (full.length > 0) onFlush(full)
  }
  function clear(): void {
    clearTimeout(timer)
    timer = undefined
    items = []
  }
  return {
    add(item) {
      items.push(item)
      timer ??= setTimeout(guard(flush), MAX_AGE_MS)
      if (items.length >= MAX_ITEMS) flush()
    },
    flush,
    clear,
    stop: clear,
  }
}
