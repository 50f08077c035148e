/** What goes for good is asked for twice. */
import { html, type TemplateResult } from 'lit'
import type { MutationController, UserError } from './mutation-controller.ts'

interface Deletion {
  name: string
  /** Whether it is asked now. */
  asks: boolean
  onAsk: (asks: boolean) => void
  onDelete: () => Promise<void>
}

export function renderDelete(
  { pending, userErrors, error }: MutationController<{ userErrors: UserError[] }>,
  { name, asks, onAsk, onDelete }: Deletion,
): TemplateResult {
  if (!asks) return html`<button class="secondary danger" @click=${() => onAsk(true)}>Delete</button>`
  const problem = userErrors[0]?.message ?? error?.message ?? null
  return html`<span role="alert">${problem ?? `Delete “${name}” for good?`}</span>
    <button class="secondary danger" ?disabled=${pending} @click=${() => onDelete()}>Delete</button>
    <button class="secondary" @click=${() => onAsk(false)}>Keep</button>`
}
