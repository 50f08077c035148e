/**
 * Calls `onChange` after each change of the URL within the same document. Where the Navigation API exists nothing of
 * the page's has to be replaced; elsewhere (Firefox before 147, Safari before 26.2) the two history methods are wrapped.
 */
import { guard } from './guard.ts'
import { listen, type Stop } from './listen.ts'
import { replaceMethod } from './replace-method.ts'

export function startUrlChanges(onChange: () => void): Stop {
  const navigation = (window as { navigation?: EventTarget }).navigation
  if (navigation) return listen(navigation, 'currententrychange', onChange)
  const notify = guard(onChange)
  const stops = [
    ...(['pushState', 'replaceState'] as const).map((name) =>
      replaceMethod(
        history,
        name,
        (original) =>
          function (this: History, ...args: Parameters<History['pushState']>) {
            original.apply(this, args)
            notify()
          },
      ),
    ),
    listen(window, 'popstate', onChange),
  ]
  return () => stops.forEach((stop) => stop())
}
