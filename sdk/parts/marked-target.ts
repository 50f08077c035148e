import { LIMITS } from '../wire/limits.ts'

/** The name that the page gave an element or one around it with `data-sightline`. */
export function markedTarget(element: Element): string | undefined {
  const mark = element.closest('[data-sightline]')?.getAttribute('data-sightline')
  return mark ? mark.slice(0, LIMITS.targetLength) : undefined
}
