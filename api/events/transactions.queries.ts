/** Transactions by name: how they ended, and how long they took. */
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { Group, GroupSource } from '../segment/groups.ts'

/** Sums of weights, but `squares` (Σ weight², for the effective number). */
export type TransactionFigures = {
  count: number
  squares: number
  succeeded: number
  failed: number
  abandoned: number
}

export type TransactionGroup = Group<TransactionFigures>

export const TRANSACTIONS: GroupSource<TransactionFigures> = {
  id: 'transactions',
  name: sql`transactions`,
  rows: { table: 'events', kind: EVENT_KINDS.txn },
  axis: 'ROW:name',
  weight: sql`e.weight::double precision`,
  figures: sql`sum(e.weight::double precision) AS count,
  sum(e.weight::double precision * e.weight) AS squares,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.outcome = 'success'), 0) AS succeeded,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.outcome = 'failure'), 0) AS failed,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.outcome = 'abandoned'), 0) AS abandoned`,
  none: { count: 0, squares: 0, succeeded: 0, failed: 0, abandoned: 0 },
  measures: { duration: sql`CASE WHEN e.outcome = 'success' THEN e.duration END` },
}

/** By what a list is ordered, over a group `g`. */
export const TRANSACTION_RANK: Sql = sql`g.count`
