import { html, svg, type TemplateResult } from 'lit'

/** An eye on the horizon, and the name. */
export function wordmark(): TemplateResult {
  return html`<span class="wordmark">
    <svg width="28" height="20" viewBox="0 0 28 20" aria-hidden="true">
      ${svg`<path d="M1.5 14C5 7.5 9 4 14 4s9 3.5 12.5 10" /><path d="M1.5 14h6.8M19.7 14h6.8" /><circle cx="14" cy="13" r="4" />`}
    </svg>
    Sightline
  </span>`
}
