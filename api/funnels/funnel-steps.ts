/** The figures of a step, read off what was counted. */
import { userError } from '../problem.ts'
import { Z_95 } from '../statistics/normal.ts'
import { type Proportion, proportion } from '../statistics/proportion.ts'
import { identify } from '../segment/grouping.ts'
import { idSet } from '../segment/conditions.ts'
import { type Segment, during, narrowed, segmentRange } from '../segment/segment.ts'
import { SESSION_SPAN_MS } from '../segment/sources.ts'
import { percentiles } from '../vitals/percentile.ts'
import { PARTS, SAMPLE_FACTOR } from './funnel-events.queries.ts'
import type { FunnelPart } from './open-funnel.ts'
import { type Tally, idsOf } from './tally.ts'

/** A step of the whole funnel or of a part, counted from 0. */
export type Step = { part: FunnelPart; index: number }

export function stepsOf(part: FunnelPart): Step[] {
  return part.funnel.definition.names.map((_, index) => ({ part, index }))
}

export function entrants({ part: { tally, scale }, index }: Step): number {
  return Math.round(scale * (tally.reached[index] ?? 0))
}

/** Of a sample: where the full count lies, from how the groups of visitors differ (random groups, Wolter 2007, ch. 2). */
export function entrantsInterval(step: Step): { low: number; high: number } | null {
  const { part, index } = step
  if (!part.isSampled) return null
  const groups = part.tally.parts.subarray(index * PARTS, (index + 1) * PARTS)
  const counted = part.tally.reached[index] ?? 0
  const squares = groups.reduce((sum, group) => sum + (group - counted / PARTS) ** 2, 0)
  const variance = (squares * PARTS * (1 - 1 / SAMPLE_FACTOR)) / (PARTS - 1)
  const spread = Z_95 * Math.sqrt(variance)
  return {
    low: Math.round(Math.max(counted, part.scale * (counted - spread))),
    high: Math.round(part.scale * (counted + spread)),
  }
}

/** Of those who reached an earlier step, those who reached this one. */
export function conversion({ part, index }: Step, from: number): Proportion {
  const { tally, scale } = part
  const total = tally.reached[from] ?? 0
  const reached = tally.reached[index] ?? 0
  const kish = kishOf(tally, from)
  const effective = part.isSampled ? Math.min(kish, effectiveEntrants(tally, index, from)) : kish
  return proportion(scale * reached, scale * total, effective)
}

/** Weights that differ say less than as many equal ones: Kish's effective size. */
export function kishOf({ reached, squares }: Tally, step: number): number {
  return (reached[step] ?? 0) ** 2 / (squares[step] ?? 0)
}

/** Visitors have several sessions: how groups of visitors differ says what they are worth in single entrants. */
export function effectiveEntrants({ reached, parts }: Tally, index: number, from: number): number {
  const total = reached[from] ?? 0
  const share = (reached[index] ?? 0) / total
  let squares = 0
  for (let part = 0; part < PARTS; part++) {
    squares += ((parts[index * PARTS + part] ?? 0) - share * (parts[from * PARTS + part] ?? 0)) ** 2
  }
  const variance = (squares * PARTS) / (PARTS - 1) / total ** 2
  return variance > 0 ? (share * (1 - share)) / variance : Infinity
}

/** Those who reached the step before and not this one. */
export function dropOff(step: Step): number {
  return step.index === 0 ? 0 : entrants({ ...step, index: step.index - 1 }) - entrants(step)
}

export function timeOf({ part, index }: Step, q: number): number | null {
  const times = part.tally.times[index]
  return times === undefined ? null : (percentiles(times, [q])[0]?.value ?? null)
}

const MOST_IDS = 1_000_000

/** Those who reached the step, or those who reached the step before and not this one, as a place to stand. */
export async function segmentOf({ part, index }: Step, who: 'reached' | 'dropped'): Promise<Segment> {
  const { funnel, axis, key, other } = part
  const { segment, definition } = funnel
  const { entrants: list } = part.isSampled ? await part.fullTally() : part.tally
  const ids = who === 'reached' ? idsOf(list, index + 1) : idsOf(list, index, index)
  if (ids.length > MOST_IDS)
    throw userError(
      `${ids.length} entrants are too many for a segment: ask for less time or a narrower filter`,
    )
  const name = JSON.stringify([identify(segment), definition, axis, key, other, index, who])
  const id = definition.countBy === 'SESSION' ? 'session' : 'visitor'
  const { from, to } = segmentRange(segment)
  const reach = Math.max(definition.rules.window, SESSION_SPAN_MS)
  return narrowed(during(segment, { from: from - SESSION_SPAN_MS, to: to + reach }), {
    op: 'among',
    id,
    set: idSet(name, who === 'dropped' && index === 0 ? [] : ids),
  })
}
