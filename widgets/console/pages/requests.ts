/** What the site waits for: its own endpoints, and other people's. */
import { html, type TemplateResult } from 'lit'
import '../../elements/requests/requests.ts'
import '../../elements/third-parties/third-parties.ts'
import type { PageView } from '../console-pages.ts'

export function renderPage(_view: PageView): TemplateResult {
  return html`
    <sight-requests .first=${20}></sight-requests>
    <sight-third-parties .first=${10}></sight-third-parties>
  `
}
