import { LIMITS } from '../wire/limits.ts'

/** The name that the page gave an element or one around it with `data-sightline`, out of open shadow trees too. */
export function markedTarget(element: Element): string | undefined {
  const marked = element.closest('[data-sightline]')
  const { host } = element.getRootNode() as Partial<ShadowRoot>
  if (!marked && host) return markedTarget(host)
  const mark = marked?.getAttribute('data-sightline')
  return mark ? mark.slice(0, LIMITS.targetLength) : undefined
}
