import { SALT_LIFE_MS } from '../../api/collect/daily-visitors.ts'
import type { Control } from '../../api/db/prisma.ts'

/** Destroys the salts of daily visitors: from then on nobody can tell which address made an id. */
export async function destroySalts(control: Control, now: number): Promise<void> {
  await control.visitorSalt.deleteMany({ where: { day: { lte: new Date(now - SALT_LIFE_MS) } } })
}
