/**
 * Which values are kept apart of what has a cap. The table is the authority: read when a site is first seen and every
 * minute, new values are written in bulk. One process never keeps more than the cap; two that meet a new value at the
 * cap's edge within that minute may keep both.
 */
import { createHash } from 'node:crypto'
import type { Queryable } from '../db/database.ts'
import { DAY_MS } from '../segment/rollups.ts'
import { CAPS, type Capped, capName } from './caps.ts'
import { type KeptValue, dropUnseen, readKept, writeKept } from './kept-values.queries.ts'

/** Whether the value is kept; false: it is beyond the cap. */
export type Keep = (what: Capped, value: string, parent?: string) => boolean

export type KeptValues = {
  ofSite(siteId: number): Promise<Keep>
  /** Writes what is new, and what was seen today for the first time. */
  write(): Promise<void>
  close(): Promise<void>
}

type Site = {
  /** By the name of the cap: the value, and the day on which it was last seen as the table knows. */
  values: Map<string, Map<string, number>>
  unwritten: Map<string, KeptValue>
  readAt: number
  reading: Promise<void> | null
}

/** An index entry has 2.7 kB at most. */
const LONGEST = 500

/** As which the table knows a value: what visitors are is not for a table of names, and long texts fit no index. */
function keyOf(what: Capped, value: string): string {
  const isPlain = what !== 'attribute_value' && value.length <= LONGEST
  return isPlain ? value : `sha256:${createHash('sha256').update(value).digest('base64url')}`
}

const WRITE_EVERY_MS = 2000
const READ_EVERY_MS = 60_000

export function createKeptValues({
  db,
  now,
  onError,
}: {
  db: Queryable
  now: () => number
  onError: (error: unknown) => void
}): KeptValues {
  const sites = new Map<number, Site>()
  const today = () => Math.floor(now() / DAY_MS)

  const read = async (siteId: number, site: Site) => {
    try {
      const values = new Map<string, Map<string, number>>()
      const stored = await readKept(db, siteId, today())
      // Those that are not written yet stay, or else their places would be given away twice.
      for (const { what, value, day } of [...stored, ...site.unwritten.values()]) {
        const ofCap = values.get(what) ?? new Map<string, number>()
        values.set(what, ofCap.set(value, day))
      }
      site.values = values
    } catch (error) {
      onError(error)
    } finally {
      site.readAt = now()
      site.reading = null
    }
  }

  const keeper =
    (siteId: number, site: Site): Keep =>
    (what, text, parent) => {
      const value = keyOf(what, text)
      const name = capName(what, parent)
      const ofCap = site.values.get(name) ?? new Map<string, number>()
      site.values.set(name, ofCap)
      const seen = ofCap.get(value)
      const day = today()
      if (seen === undefined && ofCap.size >= CAPS[what].most) return false
      if (seen === day) return true
      ofCap.set(value, day)
      site.unwritten.set(`${name}\n${value}`, { siteId, what: name, value, day })
      return true
    }

  const write = async () => {
    for (const [siteId, site] of sites) {
      const taken = [...site.unwritten.values()]
      if (taken.length === 0) continue
      site.unwritten = new Map()
      try {
        await writeKept(db, siteId, taken)
      } catch (error) {
        for (const one of taken) site.unwritten.set(`${one.what}\n${one.value}`, one)
        onError(error)
      }
    }
  }
  let writing: Promise<void> = Promise.resolve()
  const inTurn = () => (writing = writing.then(write))
  const timer = setInterval(() => void inTurn(), WRITE_EVERY_MS)
  timer.unref()

  return {
    ofSite: async (siteId) => {
      const known = sites.get(siteId)
      const site = known ?? { values: new Map(), unwritten: new Map(), readAt: -Infinity, reading: null }
      sites.set(siteId, site)
      if (site.reading === null && now() - site.readAt > READ_EVERY_MS) {
        site.reading = read(siteId, site)
        void dropUnseen(db, siteId, today()).catch(onError)
      }
      // Only the first look is waited for: later ones freshen what is known.
      if (site.readAt === -Infinity) await site.reading
      return keeper(siteId, site)
    },
    write: inTurn,
    close: async () => {
      clearInterval(timer)
      await inTurn()
    },
  }
}
