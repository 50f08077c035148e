import { html, nothing, svg, type CSSResultGroup, type TemplateResult } from 'lit'
import { LiveController } from '../../data/live-controller.ts'
import { errorTitle } from '../../format/names.ts'
import { formatCount } from '../../format/number.ts'
import { formatAgo } from '../../format/time.ts'
import { csvButton } from '../base/csv-button.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'
import { LIVE_QUERY, type LiveAnswer, type LiveVariables } from './live.query.ts'
import { liveStyles } from './live.styles.ts'

type Live = LiveAnswer['live']

/**
 * `<sight-live>`: who is on the site now, on which pages, and the newest errors. Told as it happens, while the page is
 * visible and the element in sight; `range` and `refresh` have no effect. Each such element keeps a connection open.
 *
 * Events: `sight-select` {dimension, key}: a page was chosen. `sight-session` {id}: the session of an error was.
 * Parts: `card`, `numbers`, `pages`, `errors`, `csv`, `state`, `skeleton`.
 */
export class SightLive extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, liveStyles]

  readonly #live = new LiveController<LiveAnswer, LiveVariables>(this, {
    query: LIVE_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null ? null : { site: this.siteName, where: this.where },
    connection: () => this.connection,
  })

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const isLive = this.#live.answer !== null && this.#live.error === null
    return html`
      <article class="card" part="card" aria-busy=${this.#live.pending}>
        <header>
          <h3><span class="title">Right now</span> <span class="muted">people on the site</span></h3>
          <i class="beat" ?data-broken=${!isLive} aria-hidden="true"></i>
        </header>
        ${this.renderAsked(this.#live, ({ live }) => this.#renderLive(live))}
      </article>
    `
  }

  #renderLive(live: Live): TemplateResult {
    const locale = this.language
    return html`
      <dl class="numbers" part="numbers">
        <div>
          <dt>visitors in the last 5 minutes</dt>
          <dd>${formatCount(live.activeVisitors, locale)}</dd>
        </div>
        <div>
          <dt>views in the last minute</dt>
          <dd>${formatCount(live.viewsPerMinute, locale)}</dd>
        </div>
      </dl>
      <div class="pair">${this.#renderPages(live)} ${this.#renderErrors(live)}</div>
      ${csvButton(() => ({
        name: 'visitors now',
        columns: ['page', 'visitors'],
        rows: live.pages.map(({ page, visitors }) => [page, visitors]),
      }))}
    `
  }

  #renderPages({ pages, activeVisitors }: Live): TemplateResult {
    return html`<section class="pages" part="pages">
      <h4>Pages</h4>
      ${pages.length === 0 ? html`<p class="muted">Nobody is here at the moment.</p>` : nothing}
      <ul>
        ${pages.map(({ page, visitors }) => {
          const share = activeVisitors === 0 ? 0 : Math.min(1, visitors / activeVisitors)
          return html`<li>
            <svg aria-hidden="true">${svg`<rect width="${share * 100}%" height="100%" rx="4" />`}</svg>
            <button
              title=${page ?? 'Unknown'}
              @click=${() => this.#tell('sight-select', { dimension: 'PAGE', key: page })}
            >
              ${page ?? 'Unknown'}
            </button>
            <span>${formatCount(visitors, this.language)}<span class="visually-hidden"> visitors</span></span>
          </li>`
        })}
      </ul>
    </section>`
  }

  #renderErrors({ newestErrors, at }: Live): TemplateResult {
    return html`<section part="errors">
      <h4>Newest errors</h4>
      ${newestErrors.length === 0 ? html`<p class="muted">None in the last hour.</p>` : nothing}
      <ul>
        ${newestErrors.map((error) => {
          const title = `${errorTitle(error)}${error.page === null ? '' : ` on ${error.page}`}`
          return html`<li>
            <button title=${title} @click=${() => this.#tell('sight-session', { id: error.session })}>
              ${errorTitle(error)}
            </button>
            <time datetime=${error.at}
              >${formatAgo(Date.parse(error.at), Date.parse(at), this.language)}</time
            >
          </li>`
        })}
      </ul>
    </section>`
  }
}

define('sight-live', SightLive)

declare global {
  interface HTMLElementTagNameMap {
    'sight-live': SightLive
  }
}
