/** When to flush: at so many items, so long after the first, or when told because the page is hidden. */
import { guard } from '../browser/guard.ts'
import type { Stop } from '../browser/listen.ts'

/** A visitor who saves data gets fewer and fuller requests: each costs some hundred bytes of headers alone. */
const USUALLY = { maxItems: 50, maxAgeMs: 5000 }
const SAVING_DATA = { maxItems: 200, maxAgeMs: 30_000 }

export type BatchQueue<Item> = {
  add: (item: Item) => void
  /** Hands over what there is. Nothing happens when there is nothing. */
  flush: () => void
  /** Throws away what there is. */
  clear: () => void
  stop: Stop
}

export function createBatchQueue<Item>(
  onFlush: (items: Item[]) => void,
  savesData: boolean,
): BatchQueue<Item> {
  const { maxItems, maxAgeMs } = savesData ? SAVING_DATA : USUALLY
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
      timer ??= setTimeout(guard(flush), maxAgeMs)
      if (items.length >= maxItems) flush()
    },
    flush,
    clear,
    stop: clear,
  }
}
