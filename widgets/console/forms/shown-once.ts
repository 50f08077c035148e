/** A secret that is told once: it can be copied, and that it does not come again is said beside it. */
import { html, type TemplateResult } from 'lit'

interface Secret {
  label: string
  secret: string
  isCopied: boolean
  onCopied: () => void
  onDone: () => void
}

export function renderShownOnce({ label, secret, isCopied, onCopied, onDone }: Secret): TemplateResult {
  const onCopy = async () => {
    await navigator.clipboard.writeText(secret)
    onCopied()
  }
  return html`<section class="panel once" aria-label=${label}>
    <h3>${label}</h3>
    <p>It is shown now and never again: keep it where the receiver finds it.</p>
    <div class="toolbar">
      <code>${secret}</code>
      <button class="secondary" @click=${onCopy}>${isCopied ? 'Copied' : 'Copy'}</button>
      <button class="quiet" @click=${onDone}>I have it</button>
    </div>
  </section>`
}
