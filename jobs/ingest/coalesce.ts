/**
 * Many jobs, one flush: what arrives while a flush runs, or within the linger, is written together. Each caller waits
 * for the flush that holds its items.
 *
 *   idle ──add──▶ lingering ──linger over or full──▶ flushing ──▶ idle, or lingering again if more came
 */
export type Coalescer<Item> = { add(items: readonly Item[]): Promise<void> }

export type CoalesceOptions<Item> = {
  flush: (items: Item[]) => Promise<void>
  size: (item: Item) => number
  /** A flush takes items up to this size; a larger single item goes alone. */
  maxSize: number
  lingerMs: number
  flushesAtOnce: number
}

type Waiting<Item> = {
  items: readonly Item[]
  size: number
  resolve: () => void
  reject: (error: unknown) => void
}

export function createCoalescer<Item>(options: CoalesceOptions<Item>): Coalescer<Item> {
  const waiting: Waiting<Item>[] = []
  let size = 0
  let flushing = 0
  let lingering: NodeJS.Timeout | undefined

  const take = (): Waiting<Item>[] => {
    let taken = 0
    let count = 0
    for (const entry of waiting) {
      if (count > 0 && taken + entry.size > options.maxSize) break
      taken += entry.size
      count++
    }
    size -= taken
    return waiting.splice(0, count)
  }

  const flush = async (): Promise<void> => {
    clearTimeout(lingering)
    lingering = undefined
    if (waiting.length === 0 || flushing >= options.flushesAtOnce) return
    const entries = take()
    flushing++
    try {
      await options.flush(entries.flatMap(({ items }) => items))
      for (const { resolve } of entries) resolve()
    } catch (error) {
      for (const { reject } of entries) reject(error)
    } finally {
      flushing--
      schedule()
    }
  }

  const schedule = (): void => {
    if (waiting.length === 0) return
    if (size >= options.maxSize) void flush()
    else lingering ??= setTimeout(() => void flush(), options.lingerMs)
  }

  return {
    add: (items) =>
      new Promise((resolve, reject) => {
        const entry = {
          items,
          size: items.reduce((sum, item) => sum + options.size(item), 0),
          resolve,
          reject,
        }
        waiting.push(entry)
        size += entry.size
        schedule()
      }),
  }
}
