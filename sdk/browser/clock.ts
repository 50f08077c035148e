/**
 * Two clocks: epoch milliseconds for what is sent, milliseconds since the time origin for what is measured.
 * The bridge is taken anew each time, because `performance.now()` stands still while some systems sleep
 * (https://github.com/w3c/hr-time/issues/115) and `performance.timeOrigin + performance.now()` would then lag behind.
 */
export function toEpoch(sinceOrigin: number): number {
  return Math.round(Date.now() - performance.now() + sinceOrigin)
}
