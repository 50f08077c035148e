/** The part that delivers: loaded at once on every page, before there is much to send. */
import { createDelivery } from '../transport/delivery.ts'
import { createOutboxStore } from '../transport/outbox-store.ts'
import { createPost, pack } from '../transport/send.ts'
import type { Stop } from '../browser/listen.ts'
import type { Kit } from './parts.ts'

export function start({ guard, listen, transport: { key, collector, fetch, heardOf, handOver } }: Kit): Stop {
  const delivery = createDelivery({
    post: createPost(`${collector}/v1/events`, fetch, heardOf),
    pack,
    guard,
    now: Date.now,
    random: Math.random,
  })
  const store = createOutboxStore({ place: `${key} ${collector}`, keep: delivery.keep, guard, listen })
  handOver({
    carry(batches, leaving) {
      batches.forEach(delivery.put)
      delivery.pump(leaving)
    },
    persist: (allowed) => (allowed ? store.open : store.close)(),
    clear: delivery.clear,
  })
  const stopListening = listen(window, 'online', delivery.retryNow)
  return () => {
    stopListening()
    delivery.stop()
    store.close()
  }
}
