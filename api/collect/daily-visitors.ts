/**
 * Visitors without an id of their own are told apart within a UTC day: HMAC-SHA-256 of site, address and user agent with
 * a salt that all collectors share and that is destroyed 48 h after its day began. The address goes into the hash and
 * nowhere else. A daily id is a UUID of version 8, by which it is known everywhere; ids of browsers have other versions.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { Control } from '../db/prisma.ts'
import { DAY_MS } from '../segment/rollups.ts'

/** After so long from the beginning of its day nobody can make or check an id any more. */
export const SALT_LIFE_MS = 2 * DAY_MS
const SALT_BYTES = 32

export type DailyVisitors = {
  /** Null where the session began before yesterday: its salt is gone. */
  idOf(visit: {
    siteId: number
    ip: string
    userAgent: string
    startedAt: number
    now: number
  }): Promise<string | null>
}

export function createDailyVisitors(control: Control): DailyVisitors {
  const salts = new Map<number, Promise<Uint8Array>>()
  function saltOf(day: number, now: number): Promise<Uint8Array> {
    for (const known of salts.keys()) if (known + SALT_LIFE_MS <= now) salts.delete(known)
    const known = salts.get(day)
    if (known !== undefined) return known
    const salt = sharedSalt(control, new Date(day))
    salts.set(day, salt)
    // A failed look-up is asked again at once.
    salt.catch(() => salts.delete(day))
    return salt
  }
  return {
    async idOf({ siteId, ip, userAgent, startedAt, now }) {
      // The day in which the session began, so that midnight does not part it. Nobody begins in the future.
      const day = dayOf(Math.min(startedAt, now))
      if (day + SALT_LIFE_MS <= now) return null
      const hash = createHmac('sha256', await saltOf(day, now))
      return dailyId(hash.update(`${siteId}\n${ip}\n${userAgent}`).digest())
    },
  }
}

export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS
}

export function isDailyId(id: string): boolean {
  return id[14] === '8'
}

/** What a client sends is never taken for a daily id. */
export function ownId(id: string): string {
  return isDailyId(id) ? `${id.slice(0, 14)}4${id.slice(15)}` : id
}

/** The salt of whoever comes first is everybody's. */
async function sharedSalt(control: Control, day: Date): Promise<Uint8Array> {
  await control.visitorSalt.createMany({ data: { day, salt: randomBytes(SALT_BYTES) }, skipDuplicates: true })
  return (await control.visitorSalt.findUniqueOrThrow({ where: { day } })).salt
}

function dailyId(hash: Buffer): string {
  hash[6] = 0x80 | ((hash[6] ?? 0) & 0x0f)
  hash[8] = 0x80 | ((hash[8] ?? 0) & 0x3f)
  const hex = hash.toString('hex', 0, 16)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
