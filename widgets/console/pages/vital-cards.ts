/** The five vitals side by side; the one that is chosen is what the rest of the page is about. */
import { html, type TemplateResult } from 'lit'
import '../../elements/vital-card/vital-card.ts'
import { CHOSEN_VITALS, type PageView } from '../console-pages.ts'

export function renderVitals({ place, onGo }: PageView): TemplateResult {
  return html`<div class="vitals">
    ${CHOSEN_VITALS.map(
      (metric) =>
        html`<sight-vital-card
          selectable
          .metric=${metric}
          .selected=${metric === place.metric}
          @sight-select=${() => onGo({ metric })}
        ></sight-vital-card>`,
    )}
  </div>`
}
