/**
 * Keeps batches until the part that delivers them has come, which is loaded at once. A page that leaves before, or
 * never gets the part, sends them without being able to try again.
 */
import type { Batch } from '../wire/batch.generated.ts'

/** Some minutes of a busy page: more would never go out when it leaves. */
const MAX_WAITING = 50

/** What delivers. */
export type Carrier = {
  /** Takes responsibility for batches and sends what is waiting. `leaving`: now or never in this page. */
  carry: (batches: readonly Batch[], leaving: boolean) => void
  /** Whether what waits may be written down, so that it outlives the page. False before it is called. */
  persist: (allowed: boolean) => void
  /** Throws away everything that is not yet sent, as if it had never been. */
  clear: () => void
}

export type HandOver = Carrier & {
  /** Hands over what waits to whoever has come to deliver it. */
  to: (carrier: Carrier) => void
}

export function createHandOver(post: (body: string) => Promise<unknown>, now: () => number): HandOver {
  let waiting: readonly Batch[] = []
  let carrier: Carrier | undefined
  let mayPersist = false
  function carry(batches: readonly Batch[], leaving: boolean): void {
    const all = [...waiting, ...batches].slice(-MAX_WAITING)
    waiting = []
    if (carrier) carrier.carry(all, leaving)
    else if (leaving) {
      for (const batch of all)
        post(JSON.stringify({ ...batch, sentAt: now() })).catch(() => {
          waiting = [...waiting, batch]
        })
    } else waiting = all
  }
  return {
    carry,
    persist(allowed) {
      mayPersist = allowed
      carrier?.persist(allowed)
    },
    clear() {
      waiting = []
      carrier?.clear()
    },
    to(next) {
      carrier = next
      carrier.persist(mayPersist)
      carry([], false)
    },
  }
}
