import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCoalescer } from './coalesce.ts'

type Item = { id: number; size: number; isBad: boolean }

/** A coalescer whose flushes take a moment, fail with a bad item in them, and are written down. */
function aCoalescer({ maxSize = 10, flushesAtOnce = 2 } = {}) {
  const flushes: Item[][] = []
  let running = 0
  let mostRunning = 0
  const coalescer = createCoalescer<Item>({
    flush: async (items) => {
      flushes.push(items)
      mostRunning = Math.max(mostRunning, ++running)
      await new Promise((resolve) => setTimeout(resolve, items.length % 3))
      running--
      const bad = items.find(({ isBad }) => isBad)
      if (bad !== undefined) throw new Error(`item ${bad.id}`)
    },
    size: ({ size }) => size,
    maxSize,
    lingerMs: 1,
    flushesAtOnce,
  })
  return { coalescer, flushes, mostRunning: () => mostRunning }
}

test('each item is flushed once, each caller learns how its own flush went', async () => {
  const item = fc.record({ size: fc.integer({ min: 0, max: 15 }), isBad: fc.boolean().map(() => false) })
  const calls = fc.array(
    fc.record({
      items: fc.array(item, { maxLength: 4 }),
      isBad: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      pauseMs: fc.constantFrom(0, 0, 0, 1, 3),
    }),
    { maxLength: 20 },
  )
  await fc.assert(
    fc.asyncProperty(calls, async (asked) => {
      const { coalescer, flushes, mostRunning } = aCoalescer()
      let id = 0
      const outcomes: Promise<{ items: Item[]; error: string | null }>[] = []
      for (const { items, isBad, pauseMs } of asked) {
        const own = items.map((one, i) => ({ ...one, id: id++, isBad: isBad && i === 0 }))
        outcomes.push(
          coalescer.add(own).then(
            () => ({ items: own, error: null }),
            (error: Error) => ({ items: own, error: error.message }),
          ),
        )
        if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
      const settled = await Promise.all(outcomes)
      const flushed = flushes.flat().map((one) => one.id)
      expect(flushed.toSorted((a, b) => a - b)).toEqual(Array.from({ length: id }, (_, i) => i))
      expect(mostRunning()).toBeLessThanOrEqual(2)
      for (const { items, error } of settled) {
        const [first] = items
        if (first === undefined) continue
        const flush = flushes.find((batch) => batch.some((one) => one.id === first.id)) ?? []
        const bad = flush.find((one) => one.isBad)
        expect(error).toBe(bad === undefined ? null : `item ${bad.id}`)
        expect(items.every((one) => flush.includes(one))).toBe(true)
      }
      for (const flush of flushes) {
        const size = flush.reduce((sum, one) => sum + one.size, 0)
        const calls = settled.filter(({ items }) => items[0] !== undefined && flush.includes(items[0]))
        expect(size <= 10 || calls.length === 1).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('what comes while a flush runs goes together in the next', async () => {
  const { coalescer, flushes } = aCoalescer({ maxSize: 100, flushesAtOnce: 1 })
  const item = (id: number): Item => ({ id, size: 1, isBad: false })
  await Promise.all([coalescer.add([item(0)]), coalescer.add([item(1)])])
  expect(flushes.map((flush) => flush.length)).toEqual([2])
})
