/** What is wrong, what is watched, who is told, and what was told. */
import { html, type TemplateResult } from 'lit'
import type { PageView } from '../console-pages.ts'
import '../alerts/alerts-page.ts'

export function renderPage({ place, manages, onGo }: PageView): TemplateResult {
  return html`<sight-alerts-page .open=${place.open} .manages=${manages} .onGo=${onGo}></sight-alerts-page>`
}
