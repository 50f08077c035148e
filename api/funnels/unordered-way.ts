/**
 * The furthest way through steps in any order: the most steps, counted from the first one, that events of their own serve
 * within the window.
 *
 * The sets of events that can serve steps 1…d, each a step of its own, are the independent sets of a transversal matroid.
 * So taking events in order and keeping each that can still be fitted in (by an augmenting path) gives the set that is
 * complete earliest. Events are taken from the last to the first: the earliest set from event e on is e and the earliest
 * set from behind e, less the one that then has no place. At most ten events are kept, so a depth takes O(events × d³),
 * d ≤ 10, and in practice little more than one look at each event.
 */
import { type FindWay, type Rules, STARTS, noWay } from './rules.ts'

export function createUnorderedFinder(rules: Rules): FindWay {
  const { steps, window } = rules
  const way = noWay(rules)
  let times: Float64Array = new Float64Array(0)
  let marks: Int32Array = new Int32Array(0)
  /** Which event serves each step; −1: none. */
  const servant = new Int32Array(steps)
  let visited = 0

  return (track) => {
    times = track.times.subarray(track.from, track.to)
    marks = track.marks.subarray(track.from, track.to)
    way.depth = 0
    for (let depth = mostSteps(); depth > 0; depth--) {
      const start = startOf(depth)
      if (start === -1) continue
      way.depth = depth
      way.start = track.from + start
      for (let step = 0; step < depth; step++) way.reached[step] = completedAt(start, step + 1)
      return way
    }
    return way
  }

  /** How far the kinds of events alone let anyone get. */
  function mostSteps(): number {
    let seen = 0
    for (let i = 0; i < marks.length; i++) seen |= marks[i] ?? 0
    let depth = 0
    while (depth < steps && (seen & (1 << depth)) !== 0) depth++
    return depth
  }

  /** The first event that can begin a way through so many steps; −1: none. */
  function startOf(depth: number): number {
    const all = (1 << depth) - 1
    let start = -1
    let kept: number[] = []
    for (let i = marks.length - 1; i >= 0; i--) {
      if (((marks[i] ?? 0) & all) === 0) continue
      servant.fill(-1)
      kept = [i, ...kept].filter((event) => fitsIn(event, all))
      const last = times[kept[kept.length - 1] ?? i] ?? 0
      const isStart = ((marks[i] ?? 0) & STARTS) !== 0 && kept.length === depth
      if (isStart && last <= (times[i] ?? 0) + window) start = i
    }
    return start
  }

  /** When events from `start` on have served the first `depth` steps. */
  function completedAt(start: number, depth: number): number {
    const all = (1 << depth) - 1
    let served = 0
    servant.fill(-1)
    for (let i = start; i < marks.length; i++) {
      if (((marks[i] ?? 0) & all) !== 0 && fitsIn(i, all)) served++
      if (served === depth) return times[i] ?? 0
    }
    return times[start] ?? 0
  }

  function fitsIn(event: number, all: number): boolean {
    visited = 0
    return augment(event, all)
  }

  /** Gives the event a step, moving the servants of others where need be (Kuhn's augmenting path). */
  function augment(event: number, all: number): boolean {
    const can = (marks[event] ?? 0) & all
    for (let step = 0; can >> step !== 0; step++) {
      const bit = 1 << step
      if ((can & bit) === 0 || (visited & bit) !== 0) continue
      visited |= bit
      const other = servant[step] ?? -1
      if (other === -1 || augment(other, all)) {
        servant[step] = event
        return true
      }
    }
    return false
  }
}
