import { html, nothing, svg, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { durationMs } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { RATING_LABELS, capitalised, countryName } from '../../format/names.ts'
import { formatCount } from '../../format/number.ts'
import { formatClock, formatLength, formatMoment } from '../../format/time.ts'
import { define } from '../base/define.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { SightElement } from '../base/sight-element.ts'
import { entryIcon } from './entry-icon.ts'
import { entryWords } from './entry-words.ts'
import {
  SESSION_TIMELINE_QUERY,
  type SessionAnswer,
  type SessionTimelineAnswer,
  type SessionTimelineVariables,
  type TimelineEntry,
} from './session-timeline.query.ts'
import { sessionTimelineStyles } from './session-timeline.styles.ts'

const PAGE = 200
/** What the API gives at once. */
const MOST = 500

/**
 * `<sight-session-timeline>`: everything that happened in one session, in order.
 *
 * - `session`: the session's id. Required. `range` and `filter` have no effect.
 *
 * Parts: `card`, `facts`, `entry`, `state`, `skeleton`.
 */
export class SightSessionTimeline extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, sessionTimelineStyles]

  static override properties: PropertyDeclarations = {
    session: { reflect: true },
    first: { state: true },
  }

  declare session: string | null
  declare private first: number

  readonly #query = new QueryController<SessionTimelineAnswer, SessionTimelineVariables>(this, {
    query: SESSION_TIMELINE_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null || this.session === null
        ? null
        : { site: this.siteName, session: this.session, first: this.first },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.session = null
    this.first = PAGE
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    return this.session === null || this.session === ''
      ? 'Set the session attribute to the id of a session.'
      : null
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3><span class="title">Session</span> <span class="muted">${this.session}</span></h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }) =>
          site?.session
            ? this.#renderSession(site.session, site.timeZone)
            : this.renderState('No such session', 'It may have passed the retention of its site.'),
        )}
      </article>
    `
  }

  #renderSession(session: SessionAnswer, timeZone: string): TemplateResult {
    const { nodes, pageInfo } = session.timeline
    const startedAt = Date.parse(session.startedAt)
    return html`
      ${this.#renderFacts(session, timeZone)}
      <ol>
        ${nodes.map((entry) => this.#renderEntry(entry, startedAt, timeZone))}
      </ol>
      ${
        pageInfo.hasNextPage
          ? this.first < MOST
            ? html`<button class="retry" @click=${() => (this.first = MOST)}>Show more</button>`
            : html`<p class="notice">The first ${formatCount(MOST, this.language)} entries are shown.</p>`
          : nothing
      }
    `
  }

  #renderFacts(session: SessionAnswer, timeZone: string): TemplateResult {
    const place = [
      session.city,
      session.country === null ? null : countryName(session.country, this.language),
    ]
    const facts: [string, (string | null)[]][] = [
      ['Started', [formatMoment(Date.parse(session.startedAt), timeZone, this.language)]],
      ['Duration', [formatLength(durationMs(session.duration) ?? 0, this.language)]],
      ['Place', place],
      ['Device', [session.device === null ? null : capitalised(session.device), session.os]],
      ['Browser', [session.browser, session.browserVersion]],
      ['Release', [session.release]],
      ['Environment', [session.environment]],
      ['Referrer', [session.referrer]],
      ['Flags', session.flags.map(({ key, variant }) => `${key} = ${variant}`)],
    ]
    return html`<dl class="facts" part="facts">
      ${facts.map(([name, values]) => {
        const known = values.filter((value) => value !== null)
        return known.length === 0
          ? nothing
          : html`<div>
              <dt>${name}</dt>
              <dd>${known.join(', ')}</dd>
            </div>`
      })}
    </dl>`
  }

  #renderEntry(entry: TimelineEntry, startedAt: number, timeZone: string): TemplateResult {
    const { kind, text, aside, isTrouble, rating, details } = entryWords(entry, this.language)
    const at = Date.parse(entry.at)
    const line = html`<span class="line">
      <span class="kind">${kind}</span>
      ${
        rating === null
          ? nothing
          : html`<span class="rating ${ratingClass(rating)}"
              >${ratingMark(rating)}
              <span class=${rating === 'GOOD' ? 'visually-hidden' : ''}>${RATING_LABELS[rating]}</span></span
            >`
      }
      <span class="text" title=${text}>${text}</span>
      <span class="aside">${aside}</span>
      ${details.length === 0 ? nothing : svg`<svg class="chevron" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M3 4.5 6 7.5 9 4.5" /></svg>`}
    </span>`
    return html`<li
      class="entry"
      part="entry"
      ?data-view=${entry.__typename === 'ViewEntry'}
      ?data-trouble=${isTrouble}
    >
      <time class="time" datetime=${entry.at} title=${formatMoment(at, timeZone, this.language)}
        >${formatClock(at - startedAt)}</time
      >
      <span class="badge">${entryIcon(entry.__typename)}</span>
      ${
        details.length === 0
          ? html`<div>${line}</div>`
          : html`<details>
              <summary>${line}</summary>
              <dl>
                ${details.map(
                  ([name, value]) =>
                    html`<dt>${name}</dt>
                      <dd>${value}</dd>`,
                )}
              </dl>
            </details>`
      }
    </li>`
  }
}

define('sight-session-timeline', SightSessionTimeline)

declare global {
  interface HTMLElementTagNameMap {
    'sight-session-timeline': SightSessionTimeline
  }
}
