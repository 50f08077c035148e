/** What a site is, how it is measured, and who may see it. */
import { html, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { PageView } from '../console-pages.ts'
import '../settings/settings-page.ts'

export function renderPage({ site, place, manages, onGo }: PageView): TemplateResult {
  // Nothing that is written or asked about one site may be done to another.
  return html`${keyed(
    site,
    html`<sight-settings-page .open=${place.open} .manages=${manages} .onGo=${onGo}></sight-settings-page>`,
  )}`
}
