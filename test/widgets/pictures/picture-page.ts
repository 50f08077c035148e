/** Puts one element after the other on an empty page. Bundled for the browser. */
import { makeElement } from '../gallery/make-element.ts'

/** Called by take-pictures.ts. */
export type Show = (...given: [...Parameters<typeof makeElement>, width: number]) => Promise<void>

const WEIGHTS = [400, 500, 600, 700]

const show: Show = async (tag, state, look, width) => {
  await Promise.all(WEIGHTS.map((weight) => document.fonts.load(`${weight} 14px Inter`)))
  const picture = document.querySelector<HTMLElement>('.picture')
  if (picture === null) return
  picture.dataset['theme'] = look.theme
  picture.style.setProperty('inline-size', `${width + 24}px`)
  picture.replaceChildren(makeElement(tag, state, look))
}
Object.assign(globalThis, { show })
