/**
 * Puts dead letters that a person asked for through the write path again. A letter is marked and stored in one
 * transaction that holds its row: it is stored once, however many workers find it and whenever one of them dies.
 */
import { type Database, type Transaction, sqlState } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import type { SessionContext } from '../../api/queue/ingest-job.ts'
import { LAYOUT_VERSION } from '../../api/rows/layout.ts'
import { enter } from '../../api/usage/accounting.ts'
import { type DecodedBatch, batchFacts } from '../ingest/batch-facts.ts'
import { storable } from '../ingest/dead-letters.ts'
import { eventsOfRow, isPermanent, messageOf } from '../ingest/isolate-poison.ts'
import { storeClaimed } from '../ingest/write-batches.ts'

type LetterRow = { id: number; site_id: number; batch_id: string | null; payload: LetterPayload }

/** A row of a batch whose others are stored, or a batch whole. */
type LetterPayload = { layout: number; session: SessionContext; receivedAt?: number } & (
  | { table: 'events' | 'errors'; bytes: string; row: Record<string, unknown> }
  | { batchId: string; events: string; errors: string; account?: { accepted: number } }
)

/** So many a round; the next one is seconds away. */
const AT_ONCE = 500

/** Replays what was asked for. Throws what may pass with time; the letter is then tried by the next round. */
export async function replayAsked(db: Database): Promise<{ replayed: number; refused: number }> {
  const done = { replayed: 0, refused: 0 }
  const asked = await db.query<{ site_id: number; id: number }>(sql`/* deadLetters.asked */
SELECT site_id, id
FROM rum.dead_letters
WHERE site_id = ANY (ARRAY(SELECT id FROM site))
  AND replay_asked_at IS NOT NULL
ORDER BY id
LIMIT ${AT_ONCE}`)
  for (const { site_id: siteId, id } of asked) {
    try {
      if (await db.transaction((transaction) => replayOne(transaction, siteId, id))) done.replayed++
    } catch (error) {
      if (!isRefusal(error)) throw error
      await keep(db, { siteId, id, error })
      done.refused++
    }
  }
  return done
}

/** False where another worker has it, or somebody dropped it meanwhile. */
async function replayOne(transaction: Transaction, siteId: number, id: number): Promise<boolean> {
  const [letter] = await transaction.query<LetterRow>(sql`/* deadLetters.take */
UPDATE rum.dead_letters
SET replayed_at = now(), replay_asked_at = NULL, tries = tries + 1, tried_at = now()
WHERE site_id = ${siteId}
  AND id = (
    SELECT id
    FROM rum.dead_letters
    WHERE site_id = ${siteId}
      AND id = ${id}
      AND replay_asked_at IS NOT NULL
    FOR UPDATE SKIP LOCKED
  )
RETURNING id, site_id, batch_id, payload`)
  if (letter === undefined) return false
  const batch = batchOf(letter)
  // Its batch is claimed already, by the rows that are stored or by the letter: this adds to it.
  const facts = batchFacts(batch)
  const [stored] = await storeClaimed(transaction, [{ batch, facts }])
  if (stored === undefined) await forgetLetter(transaction, siteId, id)
  const n = eventsIn(letter.payload, facts.rows)
  const entry = { siteId, at: batch.receivedAt, code: '' }
  await enter(transaction, [
    { ...entry, what: 'dead', n: -n },
    { ...entry, what: stored === undefined ? 'erased' : 'stored', n },
  ])
  return stored !== undefined
}

/** As many as were counted as dead when the letter was written. */
function eventsIn(payload: LetterPayload, rows: number): number {
  return 'table' in payload ? eventsOfRow(payload.row) : (payload.account?.accepted ?? rows)
}

/** Of somebody who asked to be forgotten: what would not be stored is not kept either. */
async function forgetLetter(transaction: Transaction, siteId: number, id: number): Promise<void> {
  await transaction.query(sql`/* deadLetters.forget */
DELETE FROM rum.dead_letters
WHERE site_id = ${siteId}
  AND id = ${id}`)
}

function batchOf({ site_id: siteId, batch_id, payload }: LetterRow): DecodedBatch {
  const { layout, session } = payload
  if (layout !== LAYOUT_VERSION)
    throw new RangeError(`the letter has row layout ${layout}, this version writes ${LAYOUT_VERSION}`)
  const bytes = (text: string) => Buffer.from(text, 'base64')
  const none = Buffer.alloc(0)
  const rows =
    'table' in payload
      ? { events: none, errors: none, [payload.table]: bytes(payload.bytes) }
      : { events: bytes(payload.events), errors: bytes(payload.errors) }
  const batchId = batch_id ?? ('batchId' in payload ? payload.batchId : '')
  return { siteId, batchId, receivedAt: payload.receivedAt ?? Date.now(), session, ...rows }
}

function isRefusal(error: unknown): boolean {
  return isPermanent(error) || error instanceof TypeError
}

async function keep(
  db: Database,
  { siteId, id, error }: { siteId: number; id: number; error: unknown },
): Promise<void> {
  await db.query(sql`/* deadLetters.keep */
UPDATE rum.dead_letters
SET
  replay_asked_at = NULL,
  tries = tries + 1,
  tried_at = now(),
  code = ${sqlState(error) ?? 'undecodable'},
  reason = ${storable(messageOf(error).slice(0, 2000))}
WHERE site_id = ${siteId}
  AND id = ${id}
  AND replayed_at IS NULL
  AND dropped_at IS NULL`)
}
