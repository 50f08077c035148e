/** What to look at first: how it stands, what to mend for whom, and what was promised. */
import { html, type TemplateResult } from 'lit'
import '../../elements/alerts/alerts.ts'
import '../../elements/live/live.ts'
import '../../elements/slos/slos.ts'
import '../../elements/slow-pages/slow-pages.ts'
import '../../elements/time-series/time-series.ts'
import type { PageView } from '../console-pages.ts'
import { renderVitals } from './vital-cards.ts'

export function renderPage(view: PageView): TemplateResult {
  const { metric } = view.place
  return html`
    ${renderVitals(view)}
    <sight-slow-pages .metric=${metric}></sight-slow-pages>
    <div class="sides">
      <div class="stack">
        <sight-time-series show-views marks="releases deploys alerts" .metric=${metric}></sight-time-series>
        <sight-slos></sight-slos>
      </div>
      <div class="stack">
        <sight-alerts></sight-alerts>
        <sight-live></sight-live>
      </div>
    </div>
  `
}
