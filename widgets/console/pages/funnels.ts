/** How many go through steps, and where they leave. */
import { html, type TemplateResult } from 'lit'
import type { PageView } from '../console-pages.ts'
import '../funnels/funnels-page.ts'

export function renderPage({ place, manages, onGo }: PageView): TemplateResult {
  return html`<sight-funnels-page .open=${place.open} .manages=${manages} .onGo=${onGo}></sight-funnels-page>`
}
