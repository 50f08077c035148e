/** Tasks that the site times itself, from a start to success or failure; what is still open when the page goes was abandoned. */
import { listen, type Stop } from './browser/listen.ts'
import { sendableName } from './capture/view.ts'
import type { RecordEvent } from './record.ts'
import type { TxnEvent } from './wire/batch.generated.ts'

type Outcome = TxnEvent['outcome']

export type Transactions = {
  /** Begins now; the answer ends it, the first time it is called. */
  begin: (name: string) => (outcome: Outcome) => void
  stop: Stop
}

export function startTransactions(record: RecordEvent): Transactions {
  const open = new Set<(outcome: Outcome) => void>()
  return {
    begin(name) {
      const at = Date.now()
      const start = performance.now()
      const end = (outcome: Outcome) => {
        if (!open.delete(end)) return
        const duration = Math.round(performance.now() - start)
        record({ t: 'txn', at, name: sendableName(name), outcome, duration })
      }
      open.add(end)
      return end
    },
    stop: listen(
      window,
      'pagehide',
      () => {
        for (const end of open) end('abandoned')
      },
      { capture: true },
    ),
  }
}
