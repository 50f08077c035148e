/**
 * Things to do later, with one timer for all. Every click has something to wait for which the next one calls off: to set
 * and clear a timer each time cost more than all that is decided about the click.
 */
import type { guard } from '../../browser/guard.ts'
import type { Stop } from '../../browser/listen.ts'

/** The answer calls it off. */
export type Later = (callback: () => void, delayMs: number) => Stop

export function createLater(guarded: typeof guard): { later: Later; stop: Stop } {
  const waiting = new Set<{ at: number; callback: () => void }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let ringsAt = Infinity

  const now = () => performance.now()
  function ringAt(at: number): void {
    // Rung too early it looks again; that is rarer than a deadline that is put off.
    if (at >= ringsAt) return
    clearTimeout(timer)
    ringsAt = at
    timer = setTimeout(guarded(ring), Math.max(0, at - now()))
  }
  function ring(): void {
    ringsAt = Infinity
    const time = now()
    for (const alarm of waiting) {
      if (alarm.at > time) continue
      waiting.delete(alarm)
      guarded(alarm.callback)()
    }
    for (const { at } of waiting) ringAt(at)
  }
  return {
    later(callback, delayMs) {
      const alarm = { at: now() + delayMs, callback }
      waiting.add(alarm)
      ringAt(alarm.at)
      return () => waiting.delete(alarm)
    },
    stop() {
      clearTimeout(timer)
      waiting.clear()
    },
  }
}
