import { html, type CSSResultGroup, type TemplateResult } from 'lit'
import '../../elements/alerts/alerts.ts'
import { renderChoices } from '../../elements/base/choices.ts'
import { define } from '../../elements/base/define.ts'
import { ConsolePart } from '../forms/console-part.ts'
import './alert-detail.ts'
import { ALERT_TABS, alertPlace, type AlertTab } from './alert-places.ts'
import './alert-rules.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import './channels.ts'
import './deliveries.ts'
import './silences.ts'

const ALERTS_SHOWN = 50
const TABS = Object.entries(ALERT_TABS)

/** `<sight-alerts-page>`: alerts and the one that is open; rules; silences; channels; what was told. Each is a tab. */
export class SightAlertsPage extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  protected override render(): TemplateResult {
    const { tab, id } = alertPlace(this.open)
    const { manages, onGo } = this
    const tabs: Record<AlertTab, () => TemplateResult> = {
      alerts: () => this.#renderAlerts(id),
      rules: () =>
        html`<sight-alert-rules .open=${id} .manages=${manages} .onGo=${onGo}></sight-alert-rules>`,
      silences: () => html`<sight-silences .open=${id} .manages=${manages} .onGo=${onGo}></sight-silences>`,
      channels: () => html`<sight-channels .open=${id} .manages=${manages} .onGo=${onGo}></sight-channels>`,
      deliveries: () => html`<sight-deliveries .manages=${manages} .onGo=${onGo}></sight-deliveries>`,
    }
    return html`<div class="stack">
      <div class="toolbar">
        ${renderChoices({ name: 'tab', legend: 'What is shown', options: TABS, chosen: tab }, (chosen) =>
          onGo({ open: chosen === 'alerts' ? null : chosen }),
        )}
      </div>
      ${tabs[tab]()}
    </div>`
  }

  #renderAlerts(id: string | null): TemplateResult {
    const list = html`<sight-alerts .first=${ALERTS_SHOWN}></sight-alerts>`
    if (id === null) return list
    return html`<div class="toolbar">
        <button class="quiet" @click=${() => this.onGo({ open: null })}>← All alerts</button>
      </div>
      <sight-alert-detail .open=${id} .manages=${this.manages} .onGo=${this.onGo}></sight-alert-detail>`
  }
}

define('sight-alerts-page', SightAlertsPage)
