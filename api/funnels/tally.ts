/** What is counted of the ways through a funnel: who got how far, and how long it took. */
import { type WeightedDistribution, addValue, emptyWeighted } from '../segment/weighted.ts'
import { PARTS } from './funnel-events.queries.ts'
import type { Way } from './rules.ts'

export type Tally = {
  /** By step: entrants that reached it, Σ weight, and Σ weight². */
  reached: Float64Array
  squares: Float64Array
  /** The same weights by step and group of visitors: how the groups differ tells how sure a sample is. */
  parts: Float64Array
  open: number
  removed: number
  /** By step: from the one before, ms. */
  times: WeightedDistribution[]
  /** From the first step to the last, ms. */
  total: WeightedDistribution
  entrants: EntrantList
}

/** Who got how far: 16 bytes of id and the depth side by side, which for 400,000 entrants is 7 MB. */
export type EntrantList = { count: number; ids: Buffer; depths: Uint8Array }

export function createTally(steps: number): Tally {
  return {
    reached: new Float64Array(steps),
    squares: new Float64Array(steps),
    parts: new Float64Array(steps * PARTS),
    open: 0,
    removed: 0,
    times: Array.from({ length: steps }, emptyWeighted),
    total: emptyWeighted(),
    entrants: { count: 0, ids: Buffer.alloc(0), depths: new Uint8Array(0) },
  }
}

export function addWay(
  tally: Tally,
  { depth, reached }: Way,
  { id, weight, part, isOpen }: { id: Buffer; weight: number; part: number; isOpen: boolean },
): void {
  for (let step = 0; step < depth; step++) {
    const at = step * PARTS + part
    tally.reached[step] = (tally.reached[step] ?? 0) + weight
    tally.squares[step] = (tally.squares[step] ?? 0) + weight * weight
    tally.parts[at] = (tally.parts[at] ?? 0) + weight
    const times = tally.times[step]
    if (step > 0 && times !== undefined)
      addValue(times, (reached[step] ?? 0) - (reached[step - 1] ?? 0), weight)
  }
  const last = reached.length - 1
  if (depth === reached.length && last > 0)
    addValue(tally.total, (reached[last] ?? 0) - (reached[0] ?? 0), weight)
  if (isOpen) tally.open += weight
  push(tally.entrants, id, depth)
}

function push(list: EntrantList, id: Buffer, depth: number): void {
  if (list.count === list.depths.length) {
    const room = Math.max(64, 2 * list.count)
    const ids = Buffer.alloc(16 * room)
    list.ids.copy(ids)
    list.ids = ids
    const depths = new Uint8Array(room)
    depths.set(list.depths)
    list.depths = depths
  }
  id.copy(list.ids, 16 * list.count)
  list.depths[list.count++] = depth
}

/** The ids of those who got at least so far, and no further than `most` steps. */
export function idsOf({ count, ids, depths }: EntrantList, least: number, most = Infinity): string[] {
  const found: string[] = []
  for (let i = 0; i < count; i++) {
    const depth = depths[i] ?? 0
    if (depth < least || depth > most) continue
    const hex = ids.toString('hex', 16 * i, 16 * i + 16)
    found.push(
      `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    )
  }
  return found
}

/** One tally of several: of the parts of a breakdown that are shown together. */
export function mergeTallies(tallies: readonly Tally[], steps: number): Tally {
  const merged = createTally(steps)
  for (const tally of tallies) {
    addTo(merged.reached, tally.reached)
    addTo(merged.squares, tally.squares)
    addTo(merged.parts, tally.parts)
    merged.open += tally.open
    merged.removed += tally.removed
    tally.times.forEach((times, step) => mergeInto(merged.times[step] ?? emptyWeighted(), times))
    mergeInto(merged.total, tally.total)
    const { count, ids, depths } = tally.entrants
    for (let i = 0; i < count; i++) push(merged.entrants, ids.subarray(16 * i, 16 * i + 16), depths[i] ?? 0)
  }
  return merged
}

function addTo(target: Float64Array, added: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + (added[i] ?? 0)
}

function mergeInto(target: WeightedDistribution, added: WeightedDistribution): void {
  target.n += added.n
  target.total += added.total
  target.squares += added.squares
  target.sum += added.sum
  if (added.min !== null && (target.min === null || added.min < target.min)) target.min = added.min
  if (added.max !== null && (target.max === null || added.max > target.max)) target.max = added.max
  for (const [bin, count] of added.bins) target.bins.set(bin, (target.bins.get(bin) ?? 0) + count)
}
