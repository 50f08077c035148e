/** What was promised, and whether it holds. */
import { html, type TemplateResult } from 'lit'
import type { PageView } from '../console-pages.ts'
import '../slos/slos-page.ts'

export function renderPage({ place, manages, onGo }: PageView): TemplateResult {
  return html`<sight-slos-page .open=${place.open} .manages=${manages} .onGo=${onGo}></sight-slos-page>`
}
