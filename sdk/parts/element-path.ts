/** Where an element stands, for people who know the page: `main>img.hero`. Holds no text of it. */
import { LIMITS } from '../wire/limits.ts'
import { markedTarget } from './marked-target.ts'

const MAX_LENGTH = 100

/** `data-sightline` if it or one around it has that, else the way from the nearest id, as far as it is short. */
export function elementPath(node: EventTarget | null | undefined): string | undefined {
  if (!(node instanceof Element)) return undefined
  const marked = markedTarget(node)
  if (marked) return marked
  let path = ''
  for (let element: Element | null = node; element; element = element.parentElement) {
    const { id, localName, classList } = element
    const part = id ? `#${id}` : [localName, ...classList].join('.')
    const longer = path ? `${part}>${path}` : part
    if (path && longer.length > MAX_LENGTH) break
    path = longer
    if (id) break
  }
  return path.slice(0, LIMITS.targetLength)
}
