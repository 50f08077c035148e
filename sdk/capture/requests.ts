/**
 * The page's fetches and XMLHttpRequests: how many are under way, for a route is not settled while it waits for its
 * data. Each is shown to whoever watches them, which comes later: the first are kept for it.
 */
import type { Stop } from '../browser/listen.ts'
import { startFetches } from './fetches.ts'
import { startXhrs } from './xhrs.ts'

/** So many are kept until somebody watches. */
const MAX_EARLY = 100

/** A request as the page made it. `begin` and `end` are on the clock of `performance.now()`. */
export type Call = {
  begin: number
  end?: number
  /** What `fetch` was called with, and what it is called with instead. */
  args?: FetchArgs
  sent?: FetchArgs
  /** The object, with what it was opened with. */
  xhr?: XMLHttpRequest
  opened?: Opened | undefined
  /** What came of a fetch, or was thrown. */
  answer?: Response
  thrown?: unknown
  /** The event that ended an XMLHttpRequest, and the status it had then. */
  type?: string
  status?: number
}
export type FetchArgs = Parameters<typeof fetch>
export type Opened = { args: unknown[]; at: number }

/** May not throw. */
export type RequestWatcher = {
  /** It is about to be made: the last moment to change it. */
  prepare: (call: Call) => void
  begun: (call: Call) => void
  ended: (call: Call) => void
  /** Whatever has ended is to be recorded now. */
  settle: () => void
}

/** What those who wrap the page's methods report to. */
export type RequestTap = Pick<RequestWatcher, 'prepare' | 'begun'> & {
  isOn: () => boolean
  ended: (call: Call, outcome: Partial<Call>) => void
}

export type Requests = {
  /** How many are under way. */
  pending: () => number
  /** How many were started so far. */
  started: () => number
  /** Shows every request from now on to this watcher alone, if there is one. Those from before are the answer. */
  watch: (watcher: RequestWatcher | undefined) => Call[]
  settle: () => void
  stop: Stop
}

export function startRequests(isWatched: () => boolean): Requests {
  let count = 0
  let started = 0
  let isOn = true
  let watcher: RequestWatcher | undefined
  const early: Call[] = []
  const tap: RequestTap = {
    isOn: () => isOn,
    prepare: (call) => watcher?.prepare(call),
    begun(call) {
      count++
      started++
      if (watcher) watcher.begun(call)
      else if (isWatched() && early.length < MAX_EARLY) early.push(call)
    },
    ended(call, outcome) {
      if (call.end) return
      count--
      Object.assign(call, outcome, { end: performance.now() })
      watcher?.ended(call)
    },
  }
  const stops = [startFetches(tap), startXhrs(tap)]
  return {
    pending: () => count,
    started: () => started,
    watch(next) {
      watcher = next
      return early.splice(0)
    },
    settle: () => watcher?.settle(),
    stop() {
      isOn = false
      stops.forEach((stop) => stop())
    },
  }
}
