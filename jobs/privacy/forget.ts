/** Destroys what must not outlive its purpose: the salts of daily visitors, and consent of more than 25 months ago. */
import { DateTime } from 'luxon'
import { SALT_LIFE_MS } from '../../api/collect/daily-visitors.ts'
import type { Queryable } from '../../api/db/database.ts'
import type { Control } from '../../api/db/prisma.ts'
import { sql } from '../../api/db/sql.ts'

const CONSENT_MONTHS = 25

export async function forget(
  { db, control }: { db: Queryable; control: Control },
  now: number,
): Promise<void> {
  await control.visitorSalt.deleteMany({ where: { day: { lte: new Date(now - SALT_LIFE_MS) } } })
  const before = DateTime.fromMillis(now, { zone: 'utc' }).minus({ months: CONSENT_MONTHS }).toJSDate()
  await db.query(sql`/* privacy.forgetConsent */
DELETE FROM rum.consent_log
WHERE received_at < ${before}`)
}
