/** Groups of errors, and the one that is open. */
import { html, nothing, type TemplateResult } from 'lit'
import '../../elements/error-detail/error-detail.ts'
import '../../elements/errors/errors.ts'
import type { PageView } from '../console-pages.ts'

export function renderPage({ place, onGo }: PageView): TemplateResult {
  return html`
    ${
      place.open === null
        ? nothing
        : html`<div class="toolbar">
              <button class="quiet" @click=${() => onGo({ open: null })}>← All errors</button>
            </div>
            <sight-error-detail .error=${place.open}></sight-error-detail>`
    }
    <sight-errors .first=${20} .selected=${place.open} ?hidden=${place.open !== null}></sight-errors>
  `
}
