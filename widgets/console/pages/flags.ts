/** Feature flags: what their variants do. */
import { html, type TemplateResult } from 'lit'
import type { PageView } from '../console-pages.ts'
import '../flags/flags-page.ts'

export function renderPage({ place, manages, onGo }: PageView): TemplateResult {
  return html`<sight-flags-page .open=${place.open} .manages=${manages} .onGo=${onGo}></sight-flags-page>`
}
