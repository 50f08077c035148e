/**
 * Enters into the accounts what batches brought, in the transaction that stores them. A batch is counted by the delivery
 * that was stored; each other delivery of it counts as duplicate, once, however often its job runs.
 */
import type { Transaction } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import { type Entry, type Outcome, enter } from '../../api/usage/accounting.ts'
import type { DecodedBatch } from './batch-facts.ts'

export type Counted = {
  batch: DecodedBatch
  /** Rows: what is counted of a batch without an account. */
  rows: number
}

/**
 * Returns what was entered. `stored` were new; so were `erased`, which are of somebody who is forgotten; `repeated` were
 * known: by another delivery, or by an earlier run of this one.
 */
export async function accountBatches(
  transaction: Transaction,
  {
    stored,
    erased,
    repeated,
  }: { stored: readonly Counted[]; erased: readonly Counted[]; repeated: readonly Counted[] },
): Promise<Entry[]> {
  const again = await claimDeliveries(transaction, repeated)
  const entries = [
    ...stored.flatMap(storedEntries),
    ...erased.flatMap((counted) => [
      entry(counted, 'accepted', acceptedOf(counted)),
      entry(counted, 'erased', acceptedOf(counted)),
    ]),
    ...again.map((counted) => entry(counted, 'duplicate', acceptedOf(counted))),
  ]
  await enter(transaction, entries)
  return entries
}

/** A batch that became a dead letter as a whole: accepted, and all of it dead. */
export async function accountDeadBatch(transaction: Transaction, batch: DecodedBatch): Promise<Entry[]> {
  const counted = { batch, rows: 1 }
  const entries = storedEntries({ batch: { ...batch, dead: acceptedOf(counted) }, rows: 1 })
  await enter(transaction, entries)
  return entries
}

function acceptedOf({ batch, rows }: Counted): number {
  return batch.account?.accepted ?? rows
}

function storedEntries(counted: Counted): Entry[] {
  const { account, dead: rows = 0 } = counted.batch
  const accepted = acceptedOf(counted)
  const dead = Math.min(rows, accepted)
  return [
    entry(counted, 'accepted', accepted),
    entry(counted, 'stored', accepted - dead),
    entry(counted, 'dead', dead),
    entry(counted, 'unknown_field', account?.unknownFields ?? 0),
    ...byCode(counted, 'rejected', account?.rejected),
    ...byCode(counted, 'dropped', account?.dropped),
    ...byCode(counted, 'other', account?.other),
  ]
}

function byCode(counted: Counted, what: Outcome, counts: Record<string, number> = {}): Entry[] {
  return Object.entries(counts).map(([code, n]) => entry(counted, what, n, code))
}

function entry({ batch }: Counted, what: Outcome, n: number, code = ''): Entry {
  return { siteId: batch.siteId, at: batch.receivedAt, what, code, n }
}

/** Those of the deliveries that are counted nowhere yet. Jobs of earlier versions name none and are not counted again. */
async function claimDeliveries(
  transaction: Transaction,
  repeated: readonly Counted[],
): Promise<readonly Counted[]> {
  const named = repeated
    .flatMap((counted) => (counted.batch.delivery === undefined ? [] : [{ ...counted, key: keyOf(counted) }]))
    // Two workers with the same jobs claim in the same order.
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  if (named.length === 0) return []
  const claimed = await transaction.query<{
    site_id: number
    delivery: string
  }>(sql`/* accounting.claimDeliveries */
INSERT INTO rum.counted_delivery (site_id, batch_id, delivery)
SELECT site_id, batch_id, delivery
FROM unnest(
  ${named.map(({ batch }) => batch.siteId)}::integer[],
  ${named.map(({ batch }) => batch.batchId)}::uuid[],
  ${named.map(({ batch }) => batch.delivery)}::uuid[]
) AS known (site_id, batch_id, delivery)
WHERE NOT EXISTS (
  SELECT FROM rum.ingest_batch stored
  WHERE stored.site_id = known.site_id
    AND stored.batch_id = known.batch_id
    AND stored.delivery = known.delivery
)
ON CONFLICT DO NOTHING
RETURNING site_id, delivery`)
  const fresh = new Map(named.map((counted) => [counted.batch.delivery, counted]))
  return claimed.flatMap(({ delivery }) => fresh.get(delivery) ?? [])
}

function keyOf({ batch: { siteId, batchId, delivery } }: Counted): string {
  return `${siteId} ${batchId} ${delivery}`
}
