/**
 * When a flush fails for good, finds what is to blame and stores the rest: halves of the batches first, then halves of
 * the rows of a batch, each tried behind a savepoint. A row that PostgreSQL refuses goes to the dead letters.
 */
import { type Database, type Transaction, sqlState } from '../../api/db/database.ts'
import { decodeRow, readRows } from '../../api/rows/decode.ts'
import { LAYOUTS, LAYOUT_VERSION, type TableName, columnsOf } from '../../api/rows/layout.ts'
import type { Entry } from '../../api/usage/accounting.ts'
import { isUuid } from '../../api/uuid.ts'
import { accountBatches, accountDeadBatch } from './account-batches.ts'
import type { DecodedBatch } from './batch-facts.ts'
import { type DeadLetter, insertDeadLetters } from './dead-letters.ts'
import { batchKey, claimBatches } from './ingest.queries.ts'
import { writeBatches } from './write-batches.ts'

/** Whether trying again cannot help: data exceptions, broken constraints, rows that are none. */
export function isPermanent(error: unknown): boolean {
  return error instanceof RangeError || /^(22|23)/.test(sqlState(error) ?? '')
}

/** Stores the batches, and instead of what cannot be stored a dead letter each. Throws what may pass with time. Returns what was entered into the accounts. */
export async function writeAround(db: Database, batches: readonly DecodedBatch[]): Promise<Entry[]> {
  try {
    return await writeBatches(db, batches)
  } catch (error) {
    if (!isPermanent(error)) throw error
    const [batch] = batches
    if (batch === undefined) throw error
    if (batches.length === 1) return writeWithoutPoison(db, batch, error)
    const middle = Math.ceil(batches.length / 2)
    const entries = await writeAround(db, batches.slice(0, middle))
    return [...entries, ...(await writeAround(db, batches.slice(middle)))]
  }
}

async function writeWithoutPoison(db: Database, batch: DecodedBatch, cause: unknown): Promise<Entry[]> {
  const letters: DeadLetter[] = []
  const good = { ...batch }
  const undecodable = cause instanceof RangeError
  for (const table of undecodable ? [] : (['events', 'errors'] as const)) {
    good[table] = Buffer.concat(await goodRows(db, batch, table, letters))
  }
  // Every row can be pasted and still the batch cannot be written: then the batch itself is the poison.
  if (letters.length === 0) {
    return buryBatch(db, batch, cause)
  }
  const isAllDead = good.events.length === 0 && good.errors.length === 0
  good.dead = isAllDead ? Infinity : letters.reduce((sum, letter) => sum + eventsOf(letter), 0)
  return writeBatches(db, [good], (transaction) => insertDeadLetters(transaction, letters))
}

/** The letter claims the batch's id, so that a second delivery makes no second letter. */
async function buryBatch(db: Database, batch: DecodedBatch, cause: unknown): Promise<Entry[]> {
  return db.transaction(async (transaction) => {
    // An id that is none cannot be claimed; the collector lets none such in.
    const claimed = isUuid(batch.batchId)
      ? await claimBatches(transaction, [{ batch, rows: 0 }])
      : new Set([batchKey(batch)])
    if (!claimed.has(batchKey(batch)))
      return accountBatches(transaction, { stored: [], erased: [], repeated: [{ batch, rows: 0 }] })
    await insertDeadLetters(transaction, [wholeBatch(batch, cause)])
    return accountDeadBatch(transaction, batch)
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
      receivedAt: batch.receivedAt,
    },
  }
}

/** How many events a dead row was made of: of vitals of one report each metric is one. */
function eventsOf({ payload }: DeadLetter): number {
  return eventsOfRow((payload as { row: Record<string, unknown> }).row)
}

/** How many events a row is: each vital of a report was one. */
export function eventsOfRow(row: Record<string, unknown>): number {
  return Math.max(1, FOLDED_VITALS.filter((name) => typeof row[name] === 'number').length)
}

const FOLDED_VITALS = ['lcp', 'inp', 'cls', 'fcp', 'ttfb']

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
