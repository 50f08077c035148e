/** One vital in full: over time, how it is spread, and for whom it is better or worse. */
import { html, type TemplateResult } from 'lit'
import '../../elements/breakdown/breakdown.ts'
import '../../elements/core-web-vitals/core-web-vitals.ts'
import '../../elements/distribution/distribution.ts'
import '../../elements/map/map.ts'
import '../../elements/time-series/time-series.ts'
import type { DimensionName } from '../../format/names.ts'
import type { PageView } from '../console-pages.ts'
import { renderVitals } from './vital-cards.ts'

const BREAKDOWNS: readonly [DimensionName, top: number][] = [
  ['PAGE', 8],
  ['COUNTRY', 8],
  ['RELEASE', 6],
  ['BROWSER', 6],
  ['DEVICE', 4],
  ['CONNECTION', 4],
]

export function renderPage(view: PageView): TemplateResult {
  const { metric } = view.place
  return html`
    ${renderVitals(view)}
    <div class="columns">
      <sight-time-series
        class="whole"
        show-views
        marks="releases deploys alerts"
        .metric=${metric}
      ></sight-time-series>
      <sight-distribution .metric=${metric}></sight-distribution>
      <sight-core-web-vitals></sight-core-web-vitals>
      <sight-map class="whole" .metric=${metric}></sight-map>
      ${BREAKDOWNS.map(
        ([dimension, top]) =>
          html`<sight-breakdown .metric=${metric} .dimension=${dimension} .top=${top}></sight-breakdown>`,
      )}
    </div>
  `
}
