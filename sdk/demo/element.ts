type Content = Node | string

/** An element with its attributes and children: text is text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: { [name: string]: string } = {},
  ...children: Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** Says something in the page's status line, which screen readers read out. */
export function say(text: string): void {
  const status = document.querySelector('[data-status]')
  if (status) status.textContent = text
}
