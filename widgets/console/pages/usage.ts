/** What became of what was sent, and what could not be stored. */
import { html, type TemplateResult } from 'lit'
import type { PageView } from '../console-pages.ts'
import '../usage/usage-page.ts'

export function renderPage({ place, manages, onGo }: PageView): TemplateResult {
  return html`<sight-usage-page .open=${place.open} .manages=${manages} .onGo=${onGo}></sight-usage-page>`
}
