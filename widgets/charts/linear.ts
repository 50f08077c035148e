/**
 * A straight line from values to positions. d3's own linear scale brings colours and interpolators with it, 8 kB
 * compressed that a widget never uses; its ticks come from d3-array alone.
 */
import { nice, ticks } from 'd3'

export interface Linear {
  (value: number): number
  readonly domain: readonly [number, number]
  readonly range: readonly [number, number]
}

export function createLinear(domain: readonly [number, number], range: readonly [number, number]): Linear {
  const [from, to] = domain
  const [start, end] = range
  const width = to - from
  const position = (value: number) =>
    width === 0 ? (start + end) / 2 : start + ((value - from) / width) * (end - start)
  return Object.assign(position, { domain, range })
}

/** A domain from 0 to the next round number at or above `max`, and its round ticks. */
export function roundAxis(max: number, count: number): { domain: [number, number]; ticks: number[] } {
  const top = max > 0 && Number.isFinite(max) ? max : 1
  const domain = nice(0, top, count)
  return { domain, ticks: ticks(domain[0], domain[1], count) }
}
