/** Registers an element; a page that loads two bundles keeps the first, and a server, which has none, defines nothing. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof document === 'undefined') return
  if (customElements.get(tag) === undefined) customElements.define(tag, element)
}
