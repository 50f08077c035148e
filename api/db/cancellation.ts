/** Work on a connection that ends when nobody waits for it any more. */
import { setMaxListeners } from 'node:events'
import pg from 'pg'

export type Until = { signal: AbortSignal; url: string }

/** Lends a connection to the work; when the signal aborts, cancels what runs on it and fails with the signal's reason. */
export async function borrowUntil<T>(
  pool: pg.Pool,
  { signal, url }: Until,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await connectUntil(pool, signal)
  // A connection that breaks emits an error beside that of its statement; nobody else listens to it.
  const onError = () => {}
  const cancelling: Promise<void>[] = []
  const cancel = () => {
    cancelling.push(cancelStatement(url, client))
  }
  client.on('error', onError)
  signal.addEventListener('abort', cancel, { once: true })
  // A connection is used again only after success: else it may be broken, or a late cancellation hit the next statement.
  let reusable = false
  try {
    const result = await work(client)
    reusable = cancelling.length === 0
    return result
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    signal.removeEventListener('abort', cancel)
    await Promise.all(cancelling)
    client.release(!reusable)
    client.off('error', onError)
  }
}

/** A connection of the pool, unless the signal aborts while it is waited for. */
async function connectUntil(pool: pg.Pool, signal: AbortSignal): Promise<pg.PoolClient> {
  // As many statements may wait for one signal as an operation has.
  setMaxListeners(0, signal)
  signal.throwIfAborted()
  const connecting = pool.connect()
  let giveUp = () => {}
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason)
    signal.addEventListener('abort', giveUp, { once: true })
  })
  try {
    return await Promise.race([connecting, aborted])
  } catch (error) {
    connecting.then(
      (client) => client.release(),
      () => {},
    )
    throw error
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** By a connection of its own: those of the pool may all be busy with what is to be cancelled. */
async function cancelStatement(url: string, client: pg.PoolClient): Promise<void> {
  const { processID } = client as pg.PoolClient & { processID: number | null }
  const canceller = new pg.Client({ connectionString: url, application_name: 'sightline-cancel' })
  try {
    await canceller.connect()
    await canceller.query('/* database.cancel */ SELECT pg_cancel_backend($1)', [processID])
  } catch {
    // Where no connection is to be had, statement_timeout ends the statement.
  } finally {
    await canceller.end().catch(() => {})
  }
}
