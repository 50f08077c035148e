/** The latest occurrence of a group: its stack, what went before it, and sessions that had it. */
import { html, nothing, type TemplateResult } from 'lit'
import { capitalised, countryName } from '../../format/names.ts'
import { formatCount } from '../../format/number.ts'
import { formatAgo, formatMoment } from '../../format/time.ts'
import type { ErrorGroupAnswer } from './error-detail.query.ts'
import { stackLines } from './stack-lines.ts'

interface Words {
  timeZone: string
  locale: string
  onSession: (id: string) => void
}

export function renderExample(
  { latest, reason, sampleSessions, type }: ErrorGroupAnswer,
  { timeZone, locale, onSession }: Words,
): TemplateResult {
  const at = Date.parse(latest.at)
  return html`
    <section>
      <h4>Stack of the latest</h4>
      ${
        latest.stack === null || latest.stack === ''
          ? html`<p class="muted">The browser gave none.</p>`
          : html`<div class="stack" part="stack" tabindex="0" role="region" aria-label="Stack">
              <ol>
                ${stackLines(latest.stack, reason.frames).map(
                  ({ name, place, isOwn }) =>
                    html`<li ?data-own=${isOwn}>
                      ${name === null ? place : html`${name} <span class="muted">${place}</span>`}
                    </li>`,
                )}
              </ol>
            </div>`
      }
    </section>
    <div class="pair">
      <section>
        <h4>What went before</h4>
        <ol class="trail" part="trail">
          ${latest.breadcrumbs.map(
            ({ at: then, kind, text }) =>
              html`<li>
                <time class="muted" datetime=${then}>${secondsBefore(at - Date.parse(then), locale)}</time>
                <span class="muted">${capitalised(kind)}</span><span>${text}</span>
              </li>`,
          )}
          <li>
            <time datetime=${latest.at} title=${formatMoment(at, timeZone, locale)}>0 s</time>
            <span>Error</span><span>${type}</span>
          </li>
        </ol>
      </section>
      <section class="sessions">
        <h4>Sessions that had it</h4>
        ${sampleSessions.length === 0 ? html`<p class="muted">None in this period.</p>` : nothing}
        <ul>
          ${sampleSessions.map(
            ({ id, startedAt, country, device, browser }) =>
              html`<li>
                <button @click=${() => onSession(id)}>
                  <span>${formatAgo(Date.parse(startedAt), Date.now(), locale)}</span>
                  <span class="muted"
                    >${[
                      country === null ? null : countryName(country, locale),
                      device === null ? null : capitalised(device),
                      browser,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}</span
                  >
                </button>
              </li>`,
          )}
        </ul>
      </section>
    </div>
  `
}

/** −12.4 s, and whole seconds beyond a minute. */
function secondsBefore(durationMs: number, locale: string): string {
  const seconds = durationMs / 1000
  const number =
    seconds >= 60
      ? formatCount(seconds, locale)
      : new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(seconds)
  return `−${number} s`
}
