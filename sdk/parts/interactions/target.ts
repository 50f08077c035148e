/**
 * A stable name for an element and what it is called on the screen. Names must survive a new build and hold nothing
 * that the visitor typed.
 */
import { LIMITS } from '../../wire/limits.ts'
import { markedTarget } from '../marked-target.ts'

/** What is called by a name of its own: its text is a label, not something typed. */
const NAMED = 'a,button,summary,[role=button],[role=link],[role=menuitem],[role=switch],[role=tab]'
const INTERACTIVE = `${NAMED},[data-sightline],input,label,option,select,textarea`
/** Made by a tool and other in the next build or render: `css-1x2y3z`, `:r1:`, `item-10432`. */
const GENERATED = /\d{2,}|^[^a-z]|[a-z]\d[a-z]|[^\w-]/i
/** Somebody may have typed the text in these. */
const TYPED = 'textarea,[contenteditable]'
/** Of the text of a card that is a link the beginning is enough, with room for its indentation. */
const LOOKED_AT = 5 * LIMITS.nameLength

/** Where the name of what is named may stand, the first that says something first. */
const NAMES: ((named: Element) => string | null | undefined)[] = [
  (named) => named.getAttribute('aria-label'),
  (named) => (named.querySelector(TYPED) ? undefined : named.textContent),
  (named) => named.querySelector('img[alt]')?.getAttribute('alt'),
  (named) => named.getAttribute('title'),
]

/** The element that was meant: the nearest that can be operated, or else the very one that was hit. */
export function meantElement(hit: Element): Element {
  return hit.closest(INTERACTIVE) ?? hit
}

/** `data-sightline` if there is one, else `tag#id.class.class` without generated ids and classes. */
export function targetName(element: Element): string {
  const marked = markedTarget(element)
  if (marked) return marked
  // The attribute: `form.id` is the field of that name where a form has one.
  const id = element.getAttribute('id')
  const named = id && !GENERATED.test(id) ? `#${id}` : ''
  const classes = [...element.classList].filter((name) => !GENERATED.test(name)).slice(0, 2)
  return [element.localName + named, ...classes].join('.').slice(0, LIMITS.targetLength)
}

/**
 * The accessible name of a button or link, never of a field. Shorter than https://www.w3.org/TR/accname-1.2/ asks:
 * `aria-labelledby` and the names of nested parts are not followed.
 */
export function accessibleName(
  element: Element,
  sendable: (text: string, length: number) => string,
): string | undefined {
  const named = element.closest(NAMED)
  if (!named || (named as HTMLElement).isContentEditable) return undefined
  for (const candidate of NAMES) {
    const text = candidate(named)?.slice(0, LOOKED_AT).replace(/\s+/g, ' ').trim() ?? ''
    const name = sendable(text, LIMITS.nameLength)
    if (name !== '') return name
  }
  return undefined
}
