/** What people said about trouble, the newest first. */
import { html, nothing, type TemplateResult } from 'lit'
import { capitalised } from '../../format/names.ts'
import { formatSpan } from '../../format/time.ts'
import type { IncidentAnswer } from './status-page.query.ts'
import { momentText } from './status-words.ts'

export interface IncidentPlace {
  timeZone: string
  locale: string
}

export function openIncident(incident: IncidentAnswer, place: IncidentPlace): TemplateResult {
  const { key, title, impact } = incident
  return html`<section class="box incident ${impact.toLowerCase()}" part="incident" id=${key}>
    <h3 class="name">${title}</h3>
    ${about(incident)} ${updates(incident, place)}
  </section>`
}

export function pastIncident(incident: IncidentAnswer, place: IncidentPlace): TemplateResult {
  const { key, title, startedAt, resolvedAt } = incident
  const lastedMs = resolvedAt === null ? 0 : Date.parse(resolvedAt) - Date.parse(startedAt)
  return html`<li part="past-incident" id=${key}>
    <details>
      <summary>
        <span class="name">${title}</span>
        <span class="muted"
          >${momentText(startedAt, place.timeZone, place.locale)}${
            lastedMs > 0 ? ` · resolved after ${formatSpan(lastedMs, place.locale)}` : nothing
          }</span
        >
      </summary>
      ${about(incident)} ${updates(incident, place)}
    </details>
  </li>`
}

function about({ components }: IncidentAnswer): TemplateResult | typeof nothing {
  return components.length === 0 ? nothing : html`<p class="about">Affects ${components.join(', ')}</p>`
}

function updates({ updates }: IncidentAnswer, { timeZone, locale }: IncidentPlace): TemplateResult {
  return html`<ol class="updates">
    ${updates.map(
      ({ status, message, at }) =>
        html`<li>
          <p>
            <b>${capitalised(status)}</b>
            <time datetime=${at}>${momentText(at, timeZone, locale)}</time>
          </p>
          <p class="message">${message}</p>
        </li>`,
    )}
  </ol>`
}
