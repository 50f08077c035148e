/**
 * The furthest way through steps in order, ORDERED or STRICT, with a window over all, windows of steps and exclusions.
 *
 * For a depth d, events are taken from the last to the first, and for each event e that can serve step j we keep the
 * earliest end: the time at which step d can be reached when e serves j. It is the least of the ends at step j + 1 among
 * the later events within the step's window, and those stand in a queue from which an event goes when it is too late or
 * when an earlier one ends no later. Exactness: what a way does after e depends on e and j alone, and the window over all
 * asks nothing of it but its end; so a start works if and only if its earliest end lies in its window, and every start is
 * asked. An excluded event cuts what lies behind it off from what lies before: it empties the queues of the steps between
 * which it is forbidden. In STRICT order every event of the stream does that to all queues.
 *
 * Each event enters and leaves a queue once, so a depth takes O(events × steps it can serve). The depths are tried from
 * the deepest that the mere order of events allows, which nearly always is the answer.
 */
import { EXCLUDED, EXCLUSIONS, type FindWay, IN_STREAM, type Rules, STARTS, noWay } from './rules.ts'

export function createOrderedFinder(rules: Rules): FindWay {
  const { steps, window, gaps, exclusions } = rules
  const isStrict = rules.order === 'STRICT'
  const way = noWay(rules)
  // The track at hand. Its events are counted from its own first one in the tables below.
  let times: Float64Array = new Float64Array(0)
  let marks: Int32Array = new Int32Array(0)
  let length = 0
  /** By step and event: the earliest ends, and the queues of events. They grow with the longest track. */
  let room = 0
  let ends = new Float64Array(0)
  let queues = new Int32Array(0)
  const heads = new Int32Array(steps)
  const tails = new Int32Array(steps)

  return (track) => {
    times = track.times.subarray(track.from, track.to)
    marks = track.marks.subarray(track.from, track.to)
    length = track.to - track.from
    way.depth = 0
    for (let depth = mostSteps(); depth > 0; depth--) {
      const start = depth === 1 ? firstStart() : startOf(depth)
      if (start === -1) continue
      way.depth = depth
      way.start = track.from + start
      trace(start, depth)
      return way
    }
    return way
  }

  /** How far the order of the events alone lets anyone get. */
  function mostSteps(): number {
    let depth = 0
    for (let i = 0; i < length && depth < steps; i++) {
      const mark = marks[i] ?? 0
      if ((mark & (1 << depth)) !== 0 && (depth > 0 || (mark & STARTS) !== 0)) depth++
    }
    return depth
  }

  function firstStart(): number {
    for (let i = 0; i < length; i++) if (((marks[i] ?? 0) & (STARTS | 1)) === (STARTS | 1)) return i
    return -1
  }

  /** The first event that can begin a way of this depth; −1: none. */
  function startOf(depth: number): number {
    if (length > room) {
      room = Math.max(2 * room, length, 64)
      ends = new Float64Array(steps * room)
      queues = new Int32Array(steps * room)
    }
    heads.fill(0)
    tails.fill(0)
    let start = -1
    for (let i = length - 1; i >= 0; i--) {
      const mark = marks[i] ?? 0
      const served = mark & ((1 << depth) - 1)
      const inside = (mark & EXCLUSIONS) === 0 ? 0 : forbiddenInside(mark, depth)
      const first = findEnds(i, served, { depth, inside })
      if (isStrict && (mark & IN_STREAM) !== 0) heads.set(tails)
      else if ((mark & EXCLUSIONS) !== 0) cutAt(mark, depth)
      enqueue(i, served)
      if ((mark & STARTS) !== 0 && first < Infinity && first <= (times[i] ?? 0) + window) start = i
    }
    return start
  }

  /** Notes the earliest end of event i at each step that it can serve; returns that of the first step. */
  function findEnds(i: number, served: number, { depth, inside }: { depth: number; inside: number }): number {
    const time = times[i] ?? 0
    for (let step = 0; served >> step !== 0; step++) {
      if ((served & (1 << step)) === 0) continue
      let end = time
      if ((inside & (1 << step)) !== 0) end = Infinity
      else if (step < depth - 1) end = leastEnd(step + 1, time + (gaps[step + 1] ?? Infinity))
      ends[step * room + i] = end
    }
    return (served & 1) === 0 ? Infinity : (ends[i] ?? Infinity)
  }

  /** The oldest event that is in time has the least end: those with a greater one have gone. */
  function leastEnd(step: number, latest: number): number {
    const base = step * room
    const tail = tails[step] ?? 0
    let head = heads[step] ?? 0
    while (head < tail && (times[queues[base + head] ?? 0] ?? 0) > latest) head++
    heads[step] = head
    return head < tail ? (ends[base + (queues[base + head] ?? 0)] ?? Infinity) : Infinity
  }

  function enqueue(i: number, served: number): void {
    // Nothing looks into the queue of the first step.
    for (let step = 1; served >> step !== 0; step++) {
      if ((served & (1 << step)) === 0) continue
      const base = step * room
      const end = ends[base + i] ?? Infinity
      if (end === Infinity) continue
      const head = heads[step] ?? 0
      let tail = tails[step] ?? 0
      while (tail > head && (ends[base + (queues[base + tail - 1] ?? 0)] ?? 0) >= end) tail--
      queues[base + tail] = i
      tails[step] = tail + 1
    }
  }

  /** An excluded event cuts every way that has the one step before it and the other behind it. */
  function cutAt(mark: number, depth: number): void {
    exclusions.forEach(({ from, to }, x) => {
      if ((mark & (EXCLUDED << x)) === 0 || to >= depth) return
      for (let step = from + 1; step <= to; step++) heads[step] = tails[step] ?? 0
    })
  }

  /** The steps that an excluded event cannot serve itself, because it would lie between the two. */
  function forbiddenInside(mark: number, depth: number): number {
    let inside = 0
    exclusions.forEach(({ from, to }, x) => {
      if ((mark & (EXCLUDED << x)) === 0 || to >= depth) return
      for (let step = from + 1; step < to; step++) inside |= 1 << step
    })
    return inside
  }

  /** From the start, each step by the first event from which the rest can be done in time. */
  function trace(start: number, depth: number): void {
    const limit = (times[start] ?? 0) + window
    let at = start
    way.reached[0] = times[at] ?? 0
    for (let step = 1; step < depth; step++) {
      const latest = (times[at] ?? 0) + (gaps[step] ?? Infinity)
      for (at++; at < length; at++) {
        const isServed = ((marks[at] ?? 0) & (1 << step)) !== 0 && (times[at] ?? 0) <= latest
        const end = ends[step * room + at] ?? Infinity
        if (isServed && end < Infinity && end <= limit) break
      }
      way.reached[step] = times[at] ?? 0
    }
  }
}
