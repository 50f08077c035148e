/** The pages of a site; the one that is chosen with how fast it is, for whom, and the sessions that saw it. */
import { html, nothing, type TemplateResult } from 'lit'
import { renderChoices } from '../../elements/base/choices.ts'
import '../../elements/breakdown/breakdown.ts'
import '../../elements/distribution/distribution.ts'
import '../../elements/errors/errors.ts'
import '../../elements/sessions/sessions.ts'
import '../../elements/slow-pages/slow-pages.ts'
import '../../elements/time-series/time-series.ts'
import { CHOSEN_VITALS, type PageView } from '../console-pages.ts'

const METRICS = CHOSEN_VITALS.map((metric) => [metric, metric] as const)

export function renderPage({ place, onGo }: PageView): TemplateResult {
  const { metric } = place
  return html`
    <div class="toolbar">
      ${renderChoices({ name: 'metric', legend: 'Vital', options: METRICS, chosen: metric }, (chosen) => {
        const metric = CHOSEN_VITALS.find((name) => name === chosen)
        if (metric !== undefined) onGo({ metric })
      })}
    </div>
    <div class="columns">
      <sight-slow-pages class="whole" .metric=${metric}></sight-slow-pages>
      <sight-breakdown class="whole" dimension="PAGE" .metric=${metric} .top=${20}></sight-breakdown>
      ${
        place.filters.has('PAGE')
          ? html`
              <sight-time-series
                class="whole"
                show-views
                marks="releases deploys alerts"
                .metric=${metric}
              ></sight-time-series>
              <sight-distribution .metric=${metric}></sight-distribution>
              <sight-breakdown dimension="RELEASE" .metric=${metric} .top=${8}></sight-breakdown>
              <sight-errors class="whole" .first=${5}></sight-errors>
              <sight-sessions class="whole" .first=${10}></sight-sessions>
            `
          : nothing
      }
    </div>
  `
}
