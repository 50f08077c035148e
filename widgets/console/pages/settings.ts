/** What a site is, how it is measured, and who may see it. */
import { html, type TemplateResult } from 'lit'
import type { PageView } from '../console-pages.ts'
import '../settings/settings-page.ts'

export function renderPage({ place, manages, onGo }: PageView): TemplateResult {
  return html`<sight-settings-page
    .open=${place.open}
    .manages=${manages}
    .onGo=${onGo}
  ></sight-settings-page>`
}
