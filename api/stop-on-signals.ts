import type { Logger } from 'pino'

/** Within this everything in hand must be done; then the process ends, done or not. */
const DRAIN_MS = 10_000

/** Drains and ends when the process is asked to, or when the process that forked it is gone. */
export function stopOnSignals(close: () => Promise<void>, log: Logger): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
}
