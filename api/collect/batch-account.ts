/** What a batch brings to the accounts, from what the collector made of it. */
import { randomUUID } from 'node:crypto'
import { DROP_REASONS } from '../../sdk/wire/drop-reasons.ts'
import type { IngestBatch } from '../queue/ingest-job.ts'
import type { Rejection } from './problems.ts'
import type { ValidBatch } from './validate.ts'

type Accounted = Required<Pick<IngestBatch, 'delivery' | 'numbered' | 'account'>>

export function batchAccount(
  { envelope, unknownFields }: ValidBatch,
  {
    accepted,
    rejected,
    other,
  }: { accepted: number; rejected: readonly Rejection[]; other: Record<string, number> },
): Accounted {
  const { sender, number, dropped = {} } = envelope
  return {
    delivery: randomUUID(),
    numbered: sender === undefined || number === undefined ? null : { sender, number },
    account: {
      accepted,
      rejected: countBy(rejected.map(({ code }) => code)),
      dropped: Object.fromEntries(
        DROP_REASONS.flatMap((reason) => {
          const events = dropped[reason] ?? 0
          return events > 0 ? [[reason, events]] : []
        }),
      ),
      unknownFields,
      other,
    },
  }
}

export function countBy(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
