/** Reads the events of a funnel, finds each entrant's way and counts: the whole, or by the value of the first step. */
import type { Database, StatementRecord } from '../db/database.ts'
import { userError } from '../problem.ts'
import type { FunnelSample } from '../schema.generated.ts'
import type { Axis } from '../segment/axes.ts'
import { segmentRange } from '../segment/segment.ts'
import { PACKED_BYTES, openGroup } from './entrants.ts'
import { createWayFinder } from './find-way.ts'
import { type EventGroupRow, type FunnelQuestion, funnelEvents, funnelSize } from './funnel-events.queries.ts'
import { IN_STREAM, STARTS, STEPS, type Track } from './rules.ts'
import { type Tally, addWay, createTally } from './tally.ts'

export type Asking = { db: Database; now: number; record: (statement: StatementRecord) => void }

/** By the value of the first step; without a breakdown there is one part, of the key null. */
export type FunnelAnswer = Map<string | null, Tally>

/** PostgreSQL holds the packed events of an answer, 52 bytes each, until all are found. */
const MOST_EVENTS = { AUTO: 4_000_000, FULL: 40_000_000 }

/** Whether to answer from a sample. A funnel too large to be answered in full is refused. */
export async function decideSample(
  question: Omit<FunnelQuestion, 'isSampled'>,
  sample: FunnelSample,
  { db, record }: Asking,
): Promise<boolean> {
  if (sample === 'SIXTEENTH') return true
  const events = await funnelSize(db, { ...question, isSampled: true }, record)
  if (sample === 'FULL' && events > MOST_EVENTS.FULL) {
    throw userError(
      `about ${Math.round(events / 1e6)} million events match the steps: ask for less time, or with sample: SIXTEENTH`,
    )
  }
  return events > MOST_EVENTS[sample]
}

export async function answerFunnel(
  question: FunnelQuestion,
  axis: Axis | null,
  { db, now, record }: Asking,
): Promise<FunnelAnswer> {
  const tallies: FunnelAnswer = new Map()
  const count = createCounter(question, now, (key) => {
    const tally = tallies.get(key) ?? createTally(question.definition.rules.steps)
    tallies.set(key, tally)
    return tally
  })
  let rows: EventGroupRow[] = []
  const visit = (row: EventGroupRow) => {
    if (rows[0] !== undefined && rows[0].part !== row.part) {
      count(rows)
      rows = []
    }
    rows.push(row)
  }
  await funnelEvents(db, { question, axis }, visit, record)
  if (rows.length > 0) count(rows)
  return tallies
}

/** Counts the entrants of one group of visitors, whose rows differ by the value of the breakdown. */
function createCounter(
  { segment, definition }: FunnelQuestion,
  now: number,
  tallyOf: (key: string | null) => Tally,
): (rows: readonly EventGroupRow[]) => void {
  const { rules, steps } = definition
  const { to: periodEnd } = segmentRange(segment)
  const findWay = createWayFinder(rules)
  const latest = now - Math.min(rules.window, sumOfGaps(rules.gaps))
  const stream = new Set(steps.map(({ kind }) => kind ?? 0))
  const markOf = (time: number, kind: number) =>
    (time < periodEnd ? STARTS : 0) | (stream.has(kind) ? IN_STREAM : 0)
  const beginning = rules.order === 'UNORDERED' ? STEPS : 1
  return (rows) => {
    const [first] = rows
    const packed = rows.length === 1 && first !== undefined ? first.events : joined(rows)
    const group = openGroup(packed, markOf)
    const keyAt = keyFinder(rows)
    group.each(({ track, events }) => {
      const way = findWay(track)
      if (way.depth === 0 && !way.removed) return
      const event = events[way.start] ?? 0
      const tally = tallyOf(keyAt(event))
      if (way.removed) tally.removed += group.weightOf(event)
      else {
        addWay(tally, way, {
          id: group.idOf(event),
          weight: group.weightOf(event),
          part: first?.part ?? 0,
          isOpen: way.depth < rules.steps && lastStart(track, beginning) >= latest,
        })
      }
    })
  }
}

/** The time of the last event with which a way could begin. */
function lastStart({ times, marks, from, to }: Track, beginning: number): number {
  for (let i = to - 1; i >= from; i--) {
    const mark = marks[i] ?? 0
    if ((mark & STARTS) !== 0 && (mark & beginning) !== 0) return times[i] ?? 0
  }
  return -Infinity
}

function sumOfGaps(gaps: readonly number[]): number {
  return gaps.length === 1 ? Infinity : gaps.slice(1).reduce((sum, gap) => sum + gap, 0)
}

function joined(rows: readonly EventGroupRow[]): Buffer {
  return Buffer.concat(rows.map(({ events }) => events))
}

/** The rows of a group lie one behind the other: the row that an event is of has its value. */
function keyFinder(rows: readonly EventGroupRow[]): (event: number) => string | null {
  const ends: number[] = []
  for (const { events } of rows) ends.push((ends.at(-1) ?? 0) + events.length / PACKED_BYTES)
  return (event) => {
    let low = 0
    for (let high = ends.length - 1; low < high;) {
      const middle = (low + high) >> 1
      if (event < (ends[middle] ?? 0)) high = middle
      else low = middle + 1
    }
    return rows[low]?.key ?? null
  }
}
