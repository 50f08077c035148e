/** Work on a connection that ends when nobody waits for it any more. */
import pg from 'pg'

export type Until = { signal: AbortSignal; url: string }

/** Lends a connection to the work; when the signal aborts, cancels what runs on it and fails with the signal's reason. */
export async function borrowUntil<T>(
  pool: pg.Pool,
  { signal, url }: Until,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await connectUntil(pool, signal)
  let broken: Error | undefined
  // A connection that breaks emits an error beside that of its statement; nobody else listens to it.
  const onError = (error: Error) => {
    broken = error
  }
  const cancelling: Promise<void>[] = []
  const cancel = () => {
    cancelling.push(cancelStatement(url, client))
  }
  client.on('error', onError)
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await work(client)
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw error
  } finally {
    signal.removeEventListener('abort', cancel)
    await Promise.all(cancelling)
    client.off('error', onError)
    // A cancellation may arrive late: the connection must not be used again, or it would hit somebody else's statement.
    client.release(broken ?? cancelling.length > 0)
  }
}

/** A connection of the pool, unless the signal aborts while it is waited for. */
async function connectUntil(pool: pg.Pool, signal: AbortSignal): Promise<pg.PoolClient> {
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
