import { html, nothing, type TemplateResult } from 'lit'
import type { PagesController } from '../../data/pages-controller.ts'

/** Asks for the next page, and says if it did not come, or that there is none. */
export function moreButton<Node>(pages: PagesController<Node>): TemplateResult {
  if (!pages.hasMore) return html`<p class="no-more">No more in this period</p>`
  return html`<div class="more">
    <button class="retry" part="more" aria-disabled=${pages.pending} @click=${() => void pages.more()}>
      ${pages.pending ? 'Loading …' : 'Show more'}
    </button>
    ${pages.error === null ? nothing : html`<span class="muted" role="alert">Could not load: ${pages.error.message}</span>`}
  </div>`
}
