/**
 * One flush, one transaction: dedupe by batch, sessions, revised vitals, rows, rollup deltas. Whatever happens, either
 * all of it is there or nothing, so a job that runs twice has the effect of once.
 */
import type { Database, Transaction } from '../../api/db/database.ts'
import { LAYOUTS, columnsOf } from '../../api/rows/layout.ts'
import type { Entry } from '../../api/usage/accounting.ts'
import { accountBatches } from './account-batches.ts'
import { type BatchFacts, type DecodedBatch, batchFacts } from './batch-facts.ts'
import { ROLLUP_COLUMN_NAMES, encodeRollups } from './encode-rollups.ts'
import { withoutErased } from './erased.ts'
import { batchKey, claimBatches, upsertSessions } from './ingest.queries.ts'
import { type Report, emptyReports, settle, storedReports } from './revisions.ts'
import { createRollupDeltas } from './rollup-deltas.ts'
import { sessionChanges } from './session-changes.ts'

type Read = { batch: DecodedBatch; facts: BatchFacts }

const EVENT_COLUMNS = columnsOf('events').map(({ name }) => name)
const ERROR_COLUMNS = columnsOf('errors').map(({ name }) => name)

/** Stores what of the batches was not stored before; if there is any, `alongside` runs in the same transaction. Returns what it entered into the accounts. */
export async function writeBatches(
  db: Database,
  batches: readonly DecodedBatch[],
  alongside?: (transaction: Transaction) => Promise<void>,
): Promise<Entry[]> {
  const distinct = [...new Map(batches.map((batch) => [batchKey(batch), batch])).values()]
  const read = distinct.map((batch) => ({ batch, facts: batchFacts(batch) }))
  const kept = new Set(distinct)
  const again = batches.filter((batch) => !kept.has(batch))
  return db.transaction(async (transaction) => {
    const { stored, entries } = await writeInto(transaction, read, again)
    if (stored > 0) await alongside?.(transaction)
    return entries
  })
}

/** Returns how many batches were new, and what was entered of all of them. */
async function writeInto(
  transaction: Transaction,
  read: readonly Read[],
  again: readonly DecodedBatch[],
): Promise<{ stored: number; entries: Entry[] }> {
  const claimed = await claimBatches(
    transaction,
    read.map(({ batch, facts }) => ({ batch, rows: facts.rows })),
  )
  const [known, unseen] = partition(read, ({ batch }) => claimed.has(batchKey(batch)))
  const stored = await storeClaimed(transaction, unseen)
  const kept = new Set(stored)
  const rowsOf = ({ batch, facts }: Read) => ({ batch, rows: facts.rows })
  const entries = await accountBatches(transaction, {
    stored: stored.map(rowsOf),
    erased: unseen.filter((one) => !kept.has(one)).map(rowsOf),
    repeated: [...known.map(({ batch }) => batch), ...again].map((batch) => ({ batch, rows: 0 })),
  })
  return { stored: stored.length, entries }
}

/**
 * Stores batches whose ids are claimed: those that are new, and what a dead letter held back of one. Returns those that
 * were stored: those of people who asked to be forgotten are not.
 */
export async function storeClaimed(transaction: Transaction, claimed: readonly Read[]): Promise<Read[]> {
  const fresh = claimed.length === 0 ? [] : await withoutErased(transaction, claimed)
  if (fresh.length === 0) return []
  const revised = await upsertSessions(transaction, sessionChanges(fresh))
  const { counted, takenBack, emptied } = await settleVitals(transaction, fresh, revised)

  await transaction.copy(
    LAYOUTS.events.relation,
    EVENT_COLUMNS,
    fresh.map(({ batch }) => batch.events),
  )
  const errors = fresh.map(({ batch }) => batch.errors).filter(({ length }) => length > 0)
  if (errors.length > 0) await transaction.copy(LAYOUTS.errors.relation, ERROR_COLUMNS, errors)
  if (emptied.length > 0) await emptyReports(transaction, emptied)

  const deltas = createRollupDeltas()
  for (const { facts } of fresh) for (const { context, time } of facts.views) deltas.view(context, time)
  for (const { context, time, metric, value } of counted) deltas.vital(context, time, metric, value)
  for (const { context, time, metric, value } of takenBack) deltas.vital(context, time, metric, value, -1)
  const rows = deltas.rows()
  if (rows.length > 0) await transaction.copy('rum.rollup_delta', ROLLUP_COLUMN_NAMES, [encodeRollups(rows)])
  return fresh
}

type Settled = {
  /** Vitals to count. */
  counted: BatchFacts['vitals']
  /** Vitals that were counted before and are replaced now. */
  takenBack: Report[]
  /** Vitals whose stored values go: replaced ones, old and new. */
  emptied: Report[]
}

async function settleVitals(
  transaction: Transaction,
  fresh: readonly Read[],
  revised: readonly { siteId: number; session: string }[],
): Promise<Settled> {
  const vitals = fresh.flatMap(({ facts }) => facts.vitals)
  if (revised.length === 0) return { counted: vitals, takenBack: [], emptied: [] }
  const sessions = new Set(revised.map(({ siteId, session }) => `${siteId} ${session}`))
  const [plain, contested] = partition(vitals, ({ context, session }) =>
    sessions.has(`${context.siteId} ${session}`),
  )
  if (contested.length === 0) return { counted: plain, takenBack: [], emptied: [] }
  const times = contested.map(({ time }) => time)
  const stored = await storedReports(transaction, revised, {
    from: Math.min(...times),
    to: Math.max(...times),
  })
  const { winners, losers } = settle([...stored, ...contested.map((vital) => ({ ...vital, stored: false }))])
  return {
    counted: [...plain, ...winners.filter((report) => !report.stored)],
    takenBack: losers.filter((report) => report.stored),
    emptied: losers,
  }
}

function partition<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  const outside: T[] = []
  const inside: T[] = []
  for (const item of items) (belongs(item) ? inside : outside).push(item)
  return [outside, inside]
}
