/** What became of what was sent, and what could not be stored. */
import { html, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { PageView } from '../console-pages.ts'
import '../usage/usage-page.ts'

export function renderPage({ site, place, manages, onGo }: PageView): TemplateResult {
  // Nothing that is written or asked about one site may be done to another.
  return html`${keyed(site, html`<sight-usage-page .open=${place.open} .manages=${manages} .onGo=${onGo}></sight-usage-page>`)}`
}
