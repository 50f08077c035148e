import { guard } from './guard.ts'

/** Undoes what a `start…` did. Safe to call twice. */
export type Stop = () => void

/**
 * Listens without being able to harm: the handler is guarded, passive by default, and the answer takes it away again.
 * `capture` puts it before the page's own handlers.
 */
export function listen(
  target: EventTarget,
  type: string,
  handler: (event: never) => void,
  options: AddEventListenerOptions = {},
): Stop {
  const guarded = guard(handler) as (event: Event) => void
  target.addEventListener(type, guarded, { passive: true, ...options })
  return () => target.removeEventListener(type, guarded, options)
}
