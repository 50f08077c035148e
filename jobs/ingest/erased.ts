/** Keeps out what was erased: late batches of people who asked to be forgotten are claimed, and then not stored. */
import type { Queryable } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import { type Subject, digestOf } from '../../api/erasure/subject.ts'
import type { DecodedBatch } from './batch-facts.ts'

/**
 * Those of the batches that may be stored. Asked after the batches are claimed: from then on an erasure that begins
 * waits for this transaction, and one that has begun is seen by it.
 */
export async function withoutErased<Read extends { batch: DecodedBatch }>(
  db: Queryable,
  read: readonly Read[],
): Promise<Read[]> {
  const sites = [...new Set(read.map(({ batch }) => batch.siteId))]
  const named = await db.query<{ site_id: number; attribute: string | null }>(sql`/* ingest.erasedKinds */
SELECT DISTINCT site_id, attribute
FROM rum.erased_subjects
WHERE site_id = ANY (${sites}::integer[])`)
  if (named.length === 0) return [...read]
  const attributes = new Map<number, string[]>()
  for (const { site_id: site, attribute } of named)
    attributes.set(site, [...(attributes.get(site) ?? []), ...(attribute === null ? [] : [attribute])])
  const asked = read.flatMap((one) =>
    subjectsOf(one.batch, attributes.get(one.batch.siteId) ?? []).map((subject) => ({ one, subject })),
  )
  const found = await db.query<{ place: number }>(sql`/* ingest.erased */
SELECT asked.place
FROM unnest(
  ${asked.map(({ one }) => one.batch.siteId)}::integer[],
  ${asked.map(({ one, subject }) => digestOf(one.batch.siteId, subject))}::bytea[],
  ${asked.map(({ one }) => new Date(one.batch.session.startedAt))}::timestamptz[]
) WITH ORDINALITY AS asked (site_id, digest, started_at, place)
JOIN rum.erased_subjects erased USING (site_id, digest)
WHERE erased.kind = 'SESSION'
  OR asked.started_at <= erased.at`)
  const erased = new Set(found.map(({ place }) => asked[place - 1]?.one))
  return read.filter((one) => !erased.has(one))
}

/** A visit that began after the erasure is a new one of somebody who came back. */
function subjectsOf({ session }: DecodedBatch, attributes: readonly string[]): Subject[] {
  return [
    { kind: 'SESSION', attribute: null, value: session.id },
    { kind: 'VISITOR', attribute: null, value: session.visitorId },
    ...attributes.flatMap((attribute): Subject[] => {
      const value = session.attributes[attribute]
      return value === undefined || value === null ? [] : [{ kind: 'USER', attribute, value: String(value) }]
    }),
  ]
}
