/**
 * When a flush fails for good, finds what is to blame and stores the rest: halves of the batches first, then halves of
 * the rows of a batch, each tried behind a savepoint. A row that PostgreSQL refuses goes to the dead letters.
 */
import { type Database, type Transaction, sqlState } from '../../api/db/database.ts'
import { decodeRow, readRows } from '../../api/rows/decode.ts'
import { LAYOUTS, LAYOUT_VERSION, type TableName, columnsOf } from '../../api/rows/layout.ts'
import type { DecodedBatch } from './batch-facts.ts'
import { type DeadLetter, UUID, insertDeadLetters } from './dead-letters.ts'
import { batchKey, claimBatches } from './ingest.queries.ts'
import { writeBatches } from './write-batches.ts'

/** Whether trying again cannot help: data exceptions, broken constraints, rows that are none. */
export function isPermanent(error: unknown): boolean {
  return error instanceof RangeError || /^(22|23)/.test(sqlState(error) ?? '')
}

/** Stores the batches, and instead of what cannot be stored a dead letter each. Throws what may pass with time. */
export async function writeAround(db: Database, batches: readonly DecodedBatch[]): Promise<void> {
  try {
    await writeBatches(db, batches)
  } catch (error) {
    if (!isPermanent(error)) throw error
    const [batch] = batches
    if (batch === undefined) throw error
    if (batches.length === 1) await writeWithoutPoison(db, batch, error)
    else {
      const middle = Math.ceil(batches.length / 2)
      await writeAround(db, batches.slice(0, middle))
      await writeAround(db, batches.slice(middle))
    }
  }
}

async function writeWithoutPoison(db: Database, batch: DecodedBatch, cause: unknown): Promise<void> {
  const letters: DeadLetter[] = []
  const good = { ...batch }
  const undecodable = cause instanceof RangeError
  for (const table of undecodable ? [] : (['events', 'errors'] as const)) {
    good[table] = Buffer.concat(await goodRows(db, batch, table, letters))
  }
  // Every row can be pasted and still the batch cannot be written: then the batch itself is the poison.
  if (letters.length === 0) {
    await buryBatch(db, batch, cause)
    return
  }
  await writeBatches(db, [good], (transaction) => insertDeadLetters(transaction, letters))
}

/** The letter claims the batch's id, so that a second delivery makes no second letter. */
async function buryBatch(db: Database, batch: DecodedBatch, cause: unknown): Promise<void> {
  await db.transaction(async (transaction) => {
    const letter = wholeBatch(batch, cause)
    // An id that is none cannot be claimed; the collector lets none such in.
    const claimed = UUID.test(batch.batchId)
      ? await claimBatches(transaction, [{ batch, rows: 0 }])
      : new Set([batchKey(batch)])
    if (claimed.has(batchKey(batch))) await insertDeadLetters(transaction, [letter])
  })
}

async function goodRows(
  db: Database,
  batch: DecodedBatch,
  table: TableName,
  letters: DeadLetter[],
): Promise<Buffer[]> {
  const rows = splitRows(batch[table], table)
  const bad = new Map<Buffer, unknown>()
  // The trial leaves nothing behind: it ends in a rollback.
  await db
    .transaction(async (transaction) => {
      await findBadRows(transaction, table, rows, bad)
      throw new TrialOver()
    })
    .catch((error: unknown) => {
      if (!(error instanceof TrialOver)) throw error
    })
  for (const [row, error] of bad) letters.push(rowLetter(batch, table, row, error))
  return rows.filter((row) => !bad.has(row))
}

class TrialOver extends Error {}

async function findBadRows(
  transaction: Transaction,
  table: TableName,
  rows: readonly Buffer[],
  bad: Map<Buffer, unknown>,
): Promise<void> {
  if (rows.length === 0) return
  const names = columnsOf(table).map(({ name }) => name)
  try {
    await transaction.attempt(() => transaction.copy(LAYOUTS[table].relation, names, rows))
  } catch (error) {
    if (!isPermanent(error)) throw error
    const [row] = rows
    if (rows.length === 1 && row !== undefined) bad.set(row, error)
    else {
      const middle = Math.ceil(rows.length / 2)
      await findBadRows(transaction, table, rows.slice(0, middle), bad)
      await findBadRows(transaction, table, rows.slice(middle), bad)
    }
  }
}

function splitRows(buffer: Buffer, table: TableName): Buffer[] {
  const rows: Buffer[] = []
  for (const { start, end } of readRows(buffer, table)) rows.push(buffer.subarray(start, end))
  return rows
}

function rowLetter(batch: DecodedBatch, table: TableName, row: Buffer, error: unknown): DeadLetter {
  const [cursor] = readRows(row, table)
  const columns = cursor === undefined ? {} : decodeRow(cursor, table)
  return {
    siteId: batch.siteId,
    batchId: batch.batchId,
    code: sqlState(error) ?? 'undecodable',
    reason: messageOf(error),
    rows: 1,
    payload: {
      layout: LAYOUT_VERSION,
      table,
      row: columns,
      bytes: row.toString('base64'),
      session: batch.session,
    },
  }
}

function wholeBatch(batch: DecodedBatch, error: unknown): DeadLetter {
  const { events, errors, ...rest } = batch
  return {
    siteId: batch.siteId,
    batchId: batch.batchId,
    code: sqlState(error) ?? 'undecodable',
    reason: messageOf(error),
    rows: rowsIn(batch),
    payload: {
      layout: LAYOUT_VERSION,
      ...rest,
      events: events.toString('base64'),
      errors: errors.toString('base64'),
    },
  }
}

function rowsIn(batch: DecodedBatch): number | null {
  try {
    return splitRows(batch.events, 'events').length + splitRows(batch.errors, 'errors').length
  } catch {
    return null
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
