/** What cannot be taken back is asked for twice. */
import { html, type TemplateResult } from 'lit'
import type { UserError } from './mutation-controller.ts'

interface Change {
  pending: boolean
  userErrors: readonly UserError[]
  error: { message: string } | null
}

interface Asked {
  /** What the button says: Revoke. */
  action: string
  /** Of what, for those who do not see the row. */
  of: string
  /** What it means. */
  question: string
  asks: boolean
  onAsk: (asks: boolean) => void
  onDo: () => Promise<void>
}

export function renderConfirm(
  { pending, userErrors, error }: Change,
  { action, of, question, asks, onAsk, onDo }: Asked,
): TemplateResult {
  if (!asks)
    return html`<button class="secondary danger" aria-label="${action} ${of}" @click=${() => onAsk(true)}>
      ${action}
    </button>`
  const problem = userErrors[0]?.message ?? error?.message ?? null
  return html`<span class="ask"
    ><span role="alert">${problem ?? question}</span>
    <button class="secondary danger" ?disabled=${pending} @click=${() => onDo()}>${action}</button>
    <button class="secondary" @click=${() => onAsk(false)}>Keep</button></span
  >`
}
