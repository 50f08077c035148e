/**
 * How full the database is, of what it may take: `DATABASE_MAX_GIB`. Looked at twice a minute. From 97 % on kinds of low
 * priority are given up, at 100 % the collector answers 503: reading goes on, and nothing that was accepted is lost.
 */
import type { Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'

export type Storage = {
  /** Bytes of the database as they were seen last; null before the first look. */
  bytes(): number | null
  /** Of what it may take; 0 where it may take anything. */
  share(): number
  /** As `Backpressure.fullness` has it: 0 up to 90 %, 0.7 at 97 %, 1 at 100 %. */
  fullness(): number
  look(): Promise<void>
  stop(): void
}

const LOOK_EVERY_MS = 30_000
/** Under this share nothing happens. */
export const CALM_SHARE = 0.9

type Parts = { db: Queryable; maxBytes: number | null; onError: (error: unknown) => void }

export function createStorage({ db, maxBytes, onError }: Parts): Storage {
  let seen: number | null = null
  const share = () => (maxBytes === null || seen === null ? 0 : seen / maxBytes)
  const look = async () => {
    try {
      seen = await databaseBytes(db)
    } catch (error) {
      onError(error)
    }
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  timer.unref()
  void look()
  return {
    bytes: () => seen,
    share,
    fullness: () => Math.max(0, (share() - CALM_SHARE) / (1 - CALM_SHARE)),
    look,
    stop: () => clearInterval(timer),
  }
}

export async function databaseBytes(db: Queryable): Promise<number> {
  const [row] = await db.query<{ bytes: number }>(sql`/* storage.bytes */
SELECT pg_database_size(current_database()) AS bytes`)
  return row?.bytes ?? 0
}
