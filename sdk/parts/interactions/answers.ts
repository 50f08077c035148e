/** How a page may answer a click, besides requests and a new address, which are compared before and after. */
import type { Stop } from '../../browser/listen.ts'
import type { Kit } from '../parts.ts'

/**
 * `toggle`: a popover, which no mutation tells of. `invalid`: the browser says what is wrong with a form. `play`, `pause`: the button of a player.
 */
const EVENTS = ['toggle', 'invalid', 'play', 'pause', 'fullscreenchange'] as const
/** Dialogs and windows of the browser's own, of which the page sees nothing. */
const METHODS = ['alert', 'confirm', 'prompt', 'print', 'open'] as const

export function startAnswers({ guard, listen, replaceMethod }: Kit, onAnswer: () => void): Stop {
  const answered = guard(onAnswer)
  // Tells of another page when it is asked for; that of a slow server would come after we gave up.
  const { navigation } = window as { navigation?: EventTarget }
  const methods = window as unknown as Record<string, (...args: unknown[]) => unknown>
  const stops = [
    ...EVENTS.map((type) => listen(document, type, onAnswer, { capture: true })),
    // Another window has the focus now: a file dialog, a program that a link opened.
    listen(window, 'blur', onAnswer),
    ...(navigation
      ? [
          listen(navigation, 'navigate', ({ destination }: NavigateEvent) => {
            if (!destination.sameDocument) onAnswer()
          }),
        ]
      : []),
    ...METHODS.filter((name) => name in window).map((name) =>
      replaceMethod(
        methods,
        name,
        (original) =>
          function (this: unknown, ...args: unknown[]) {
            answered()
            return original?.apply(this, args)
          },
      ),
    ),
  ]
  return () => stops.forEach((stop) => stop())
}

const EVERYTHING = { subtree: true, childList: true, characterData: true, attributes: true }

/**
 * Any change of the document, or of the shadow trees around what was pressed. Those beside it are not looked into: to
 * find them all elements would have to be asked. Watching what is watched already changes nothing.
 */
export function createMutationWatch(onMutation: () => void): {
  watch: (path: readonly EventTarget[]) => Stop
} {
  let observer: MutationObserver | undefined
  const stop = () => observer?.disconnect()
  return {
    watch(path) {
      const own = (observer ??= new MutationObserver(onMutation))
      own.observe(document, EVERYTHING)
      const [hit] = path
      let root = hit instanceof Node ? hit.getRootNode() : document
      for (; root instanceof ShadowRoot; root = root.host.getRootNode()) own.observe(root, EVERYTHING)
      return stop
    },
  }
}
