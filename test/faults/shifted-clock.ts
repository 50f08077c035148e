/** Loaded before a process by --import: its clock is ahead by CLOCK_AHEAD_MS, or behind if that is negative. */
import { childEnvironment } from '../../api/env.ts'

const aheadMs = Number(childEnvironment({})['CLOCK_AHEAD_MS'])
const RealDate = Date

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: number[]) =>
    given.length === 0 ? new target(target.now() + aheadMs) : new target(...(given as [number])),
  apply: (target) => new target(target.now() + aheadMs).toString(),
  get: (target, name) => (name === 'now' ? () => target.now() + aheadMs : Reflect.get(target, name)),
})
