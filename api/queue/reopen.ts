/** BullMQ remembers for good that it could not reach its server at first. What could not is given up and opened anew. */
type Part = { waitUntilReady(): Promise<unknown>; close(): Promise<void> }
type Opened<P extends Part> = { part: P; abandon(): void }

const REOPEN_AFTER_MS = 250

/** `part` tells the one that is open now: another one after a failure. */
export function reopening<P extends Part>(
  open: () => Opened<P>,
): { part: () => P; close: () => Promise<void> } {
  let opened = open()
  let closed = false
  const watch = () => {
    opened.part.waitUntilReady().catch(() => {
      if (closed) return
      opened.part.close().catch(() => {})
      opened.abandon()
      setTimeout(() => {
        if (closed) return
        opened = open()
        watch()
      }, REOPEN_AFTER_MS)
    })
  }
  watch()
  return {
    part: () => opened.part,
    close: () => {
      closed = true
      return opened.part.close()
    },
  }
}
