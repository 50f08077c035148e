/**
 * Takes a group of packed events apart: whose they are, each entrant's in order. Everything lies in typed arrays that are
 * used again for the next group; an event is a number, its place in the group.
 */
import { KIND_SHIFT } from './funnel-events.queries.ts'
import type { Track } from './rules.ts'

/** Of 4 bytes: the entrant's id, the view's, the time in two, the number in the view, the marks, the weight. */
const WORDS = 13
export const PACKED_BYTES = WORDS * 4
const BYTES = PACKED_BYTES
const ENTRANT_BYTES = 16
const VIEW = 16
const TIME = 32
const SEQ = 40
const MARKS = 44
const WEIGHT = 48

const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)

export type Entrant = {
  track: Track
  /** By place in the track: which event of the group it is. */
  events: Int32Array
}

export type EventGroup = {
  count: number
  /** The 16 bytes of the id of whose event it is. */
  idOf(event: number): Buffer
  weightOf(event: number): number
  /** Visits each entrant with their events in order, by time, view, number in the view and kind, as timelines have it. */
  each(visit: (entrant: Entrant) => void): void
}

export function openGroup(packed: Buffer, markOf: (time: number, kind: number) => number): EventGroup {
  const count = packed.length / BYTES
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length)
  const timeOf = (event: number) => {
    const at = event * BYTES + TIME
    const microseconds = view.getInt32(at) * 4_294_967_296 + view.getUint32(at + 4)
    return microseconds / 1000 + POSTGRES_EPOCH_MS
  }
  return {
    count,
    idOf: (event) => packed.subarray(event * BYTES, event * BYTES + ENTRANT_BYTES),
    weightOf: (event) => view.getFloat32(event * BYTES + WEIGHT),
    each: (visit) => {
      const { events, starts } = byEntrant(view, count)
      const times = new Float64Array(count)
      const marks = new Int32Array(count)
      const entrant: Entrant = { track: { times, marks, from: 0, to: 0 }, events }
      for (let i = 0; i + 1 < starts.length; i++) {
        const from = starts[i] ?? 0
        const to = starts[i + 1] ?? 0
        inOrder(view, events.subarray(from, to))
        for (let at = from; at < to; at++) {
          const event = events[at] ?? 0
          const stored = view.getInt32(event * BYTES + MARKS)
          const time = timeOf(event)
          times[at] = time
          marks[at] = (stored & ((1 << KIND_SHIFT) - 1)) | markOf(time, stored >>> KIND_SHIFT)
        }
        entrant.track.from = from
        entrant.track.to = to
        visit(entrant)
      }
    },
  }
}

/** The events of each entrant side by side, by a hash table of their ids and counting. */
function byEntrant(view: DataView, count: number): { events: Int32Array; starts: Int32Array } {
  const slots = 1 << (32 - Math.clz32(Math.max(1, 2 * count)))
  /** By slot: the first event of the entrant there, plus 1; by event: its entrant's number. */
  const firsts = new Int32Array(slots)
  const entrantOf = new Int32Array(count)
  const sizes = new Int32Array(count + 1)
  let entrants = 0
  for (let event = 0; event < count; event++) {
    let slot = hashOf(view, event) & (slots - 1)
    let first = firsts[slot] ?? 0
    while (first !== 0 && !isSameEntrant(view, first - 1, event)) {
      slot = (slot + 1) & (slots - 1)
      first = firsts[slot] ?? 0
    }
    if (first === 0) {
      firsts[slot] = event + 1
      entrantOf[event] = entrants++
    } else entrantOf[event] = entrantOf[first - 1] ?? 0
    const entrant = entrantOf[event] ?? 0
    sizes[entrant + 1] = (sizes[entrant + 1] ?? 0) + 1
  }
  const starts = sizes.subarray(0, entrants + 1)
  for (let i = 0; i < entrants; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  const next = starts.slice()
  const events = new Int32Array(count)
  for (let event = 0; event < count; event++) {
    const entrant = entrantOf[event] ?? 0
    const place = next[entrant] ?? 0
    events[place] = event
    next[entrant] = place + 1
  }
  return { events, starts }
}

/** Ids begin with their time (version 7) or are random (4): their ends are random in both. */
function hashOf(view: DataView, event: number): number {
  const at = event * BYTES
  return Math.imul(view.getInt32(at + 12) ^ Math.imul(view.getInt32(at + 4), 31), 0x9e3779b1) >>> 7
}

function isSameEntrant(view: DataView, a: number, b: number): boolean {
  return compareBytes(view, { a: a * BYTES, b: b * BYTES, length: ENTRANT_BYTES }) === 0
}

/** Most come in order already: a look at each, and sorting only where it is needed. */
function inOrder(view: DataView, events: Int32Array): void {
  for (let i = 1; i < events.length; i++) {
    if (compareEvents(view, events[i - 1] ?? 0, events[i] ?? 0) <= 0) continue
    events.sort((a, b) => compareEvents(view, a, b))
    return
  }
}

function compareEvents(view: DataView, a: number, b: number): number {
  const [at, other] = [a * BYTES, b * BYTES]
  return (
    view.getInt32(at + TIME) - view.getInt32(other + TIME) ||
    view.getUint32(at + TIME + 4) - view.getUint32(other + TIME + 4) ||
    compareBytes(view, { a: at + VIEW, b: other + VIEW, length: 16 }) ||
    view.getInt32(at + SEQ) - view.getInt32(other + SEQ) ||
    (view.getInt32(at + MARKS) >>> KIND_SHIFT) - (view.getInt32(other + MARKS) >>> KIND_SHIFT)
  )
}

function compareBytes(view: DataView, { a, b, length }: { a: number; b: number; length: number }): number {
  for (let i = 0; i < length; i += 4) {
    const difference = view.getUint32(a + i) - view.getUint32(b + i)
    if (difference !== 0) return difference
  }
  return 0
}
