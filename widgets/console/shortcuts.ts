/** The keys of the console. Letters do nothing while somebody writes. */
import { CONSOLE_PAGES, PAGE_NAMES, type PageName } from './console-pages.ts'

interface Handlers {
  onPage: (page: PageName) => void
  onPalette: () => void
  onHelp: () => void
  onLive: () => void
}

/** For how long `g` waits for the letter of a page. */
const CHORD_MS = 1500

/** All of them, for those who ask by `?`. */
export const SHORTCUTS: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl K', 'Find a page, a site, an action'],
  ['/', 'The same'],
  ...PAGE_NAMES.map((name) => [`g ${CONSOLE_PAGES[name].key}`, CONSOLE_PAGES[name].title] as const),
  ['l', 'Live updates on or off'],
  ['Esc', 'Close what lies over the page'],
  ['?', 'These keys'],
]

/** Until the answer is called. */
export function followKeys({ onPage, onPalette, onHelp, onLive }: Handlers): () => void {
  let goesUntil = 0
  const single: Record<string, () => void> = { '/': onPalette, '?': onHelp, l: onLive }
  const onKey = (event: KeyboardEvent) => {
    const { key } = event
    if ((event.ctrlKey || event.metaKey) && !event.altKey && key.toLowerCase() === 'k') {
      event.preventDefault()
      onPalette()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event)) return
    const goes = goesUntil > event.timeStamp
    goesUntil = key === 'g' && !goes ? event.timeStamp + CHORD_MS : 0
    const page = goes ? PAGE_NAMES.find((name) => CONSOLE_PAGES[name].key === key) : undefined
    const act = page === undefined ? (goes ? undefined : single[key]) : () => onPage(page)
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}

/** Where letters are letters; or a dialog lies over the page, whose keys are its own. */
function isWriting(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some(
      (target) =>
        target instanceof HTMLElement &&
        (target.matches('input:not([type=radio], [type=checkbox]), textarea, select, dialog') ||
          target.isContentEditable),
    )
}
