import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { durationMs } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { ALERT_STATES } from '../../elements/alerts/alert-words.ts'
import { define } from '../../elements/base/define.ts'
import { formatAgo, formatMoment, formatSpan } from '../../format/time.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderDelete } from '../forms/delete-button.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import type { DeletedPayload } from '../funnels/funnels.query.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import './silence-form.ts'
import {
  DELETE_WINDOW,
  END_SILENCE,
  SILENCES_QUERY,
  type SavedSilence,
  type SavedWindow,
  type SilencePayload,
  type SilencesAnswer,
  type SilencesSite,
} from './silences.query.ts'
import { weekdaysWords } from './weekdays.ts'
import './window-form.ts'

/**
 * `<sight-silences>`: what is held back now and every week, and what was.
 *
 * - `open`: the id of a rule: the form for a silence of it is open at first.
 */
export class SightSilences extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  static override properties: PropertyDeclarations = {
    edits: { state: true },
    deletes: { state: true },
  }

  declare private edits: 'silence' | 'window' | null
  /** The window that may be deleted. */
  declare private deletes: string | null

  readonly #silences = new QueryController<SilencesAnswer, { site: string }>(this, {
    query: SILENCES_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => (this.edits === null ? this.refreshSeconds : 0),
  })
  readonly #end = new MutationController<SilencePayload>(this, END_SILENCE, () => this.connection)
  readonly #delete = new MutationController<DeletedPayload>(this, DELETE_WINDOW, () => this.connection)

  constructor() {
    super()
    this.edits = null
    this.deletes = null
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (changed.has('open') && this.open !== null && this.manages) this.edits = 'silence'
  }

  #close(): void {
    this.edits = null
    if (this.open !== null) this.onGo({ open: 'silences' })
  }

  #onSaved(): void {
    this.#close()
    this.#silences.retry()
  }

  async #onEnd(id: string): Promise<void> {
    if ((await this.#end.run({ site: this.siteName, id })) !== null) this.#silences.retry()
  }

  async #onDelete(id: string): Promise<void> {
    if ((await this.#delete.run({ site: this.siteName, id })) === null) return
    this.deletes = null
    this.#silences.retry()
  }

  protected override render(): TemplateResult {
    return html`<div class="stack" aria-busy=${this.#silences.pending}>
      ${this.renderAsked(this.#silences, ({ site }) =>
        site === null
          ? this.renderState('No such site', `There is no site ${this.siteName ?? ''} that you may see.`)
          : this.#renderSite(site),
      )}
    </div>`
  }

  #renderSite(site: SilencesSite): TemplateResult {
    if (this.edits === 'silence')
      return html`<sight-silence-form
        .open=${this.open}
        .rules=${site.alertRules}
        .timeZone=${site.timeZone}
        @sight-saved=${() => this.#onSaved()}
        @sight-cancel=${() => this.#close()}
      ></sight-silence-form>`
    if (this.edits === 'window')
      return html`<sight-maintenance-form
        .rules=${site.alertRules}
        .timeZone=${site.timeZone}
        @sight-saved=${() => this.#onSaved()}
        @sight-cancel=${() => this.#close()}
      ></sight-maintenance-form>`
    const problem = this.#end.userErrors[0]?.message ?? this.#end.error?.message ?? null
    return html`<div class="stack">
      ${
        this.manages
          ? html`<div class="toolbar">
              <button class="primary" @click=${() => (this.edits = 'silence')}>New silence</button>
              <button class="secondary" @click=${() => (this.edits = 'window')}>
                New maintenance window
              </button>
            </div>`
          : this.renderReadOnly()
      }
      <section class="panel" aria-label="Silences">
        <h3>Silences</h3>
        ${
          site.silences.length === 0
            ? html`<p class="muted">
                Nothing is silenced. A silence holds back what is told of a rule or of the whole site until a
                moment, such as the end of a deployment.
              </p>`
            : html`<ul class="lines">
                ${site.silences.map((silence) => this.#renderSilence(silence, site.timeZone))}
              </ul>`
        }
        ${problem === null ? nothing : html`<p class="mistake" role="alert">${problem}</p>`}
      </section>
      <section class="panel" aria-label="Maintenance windows">
        <h3>Maintenance windows</h3>
        ${
          site.maintenanceWindows.length === 0
            ? html`<p class="muted">
                There is none. A maintenance window is a silence that comes every week.
              </p>`
            : html`<ul class="lines">
                ${site.maintenanceWindows.map((window) => this.#renderWindow(window))}
              </ul>`
        }
      </section>
      ${this.#renderHeld(site)}
    </div>`
  }

  #renderSilence(
    { id, rule, segment, from, to, reason, by }: SavedSilence,
    timeZone: string,
  ): TemplateResult {
    const at = (moment: string) => formatMoment(Date.parse(moment), timeZone, this.language)
    const left = Date.parse(to) - Date.now()
    return html`<li>
      <span class="about"
        ><b>${rule?.name ?? 'Every rule'}</b>${segment === null ? nothing : html` for ${segment}`}: ${reason}
        <small>by ${by} · ${at(from)} – ${at(to)}</small></span
      >
      <span class="muted"
        >${Date.parse(from) > Date.now() ? 'not begun' : `${formatSpan(left, this.language)} left`}</span
      >
      ${
        this.manages
          ? html`<button
              class="secondary"
              aria-label="End now: ${reason}"
              ?disabled=${this.#end.pending}
              @click=${() => this.#onEnd(id)}
            >
              End now
            </button>`
          : nothing
      }
    </li>`
  }

  #renderWindow({ id, name, rule, timeZone, weekdays, startsAt, duration }: SavedWindow): TemplateResult {
    return html`<li>
      <span class="about"
        ><b>${name}</b>: ${rule?.name ?? 'every rule'}
        <small
          >${weekdaysWords(weekdays, this.language)} at ${startsAt}, for
          ${formatSpan(durationMs(duration) ?? 0, this.language)}, on the clocks of ${timeZone}</small
        ></span
      >
      ${
        this.manages
          ? renderDelete(this.#delete, {
              name,
              asks: this.deletes === id,
              onAsk: (asks) => (this.deletes = asks ? id : null),
              onDelete: () => this.#onDelete(id),
            })
          : nothing
      }
    </li>`
  }

  #renderHeld({ silencedNotices, timeZone }: SilencesSite): TemplateResult {
    const locale = this.language
    return html`<section class="panel" aria-label="Held back">
      <h3>What was held back</h3>
      ${
        silencedNotices.length === 0
          ? html`<p class="muted">Nothing was held back so far.</p>`
          : html`<ul class="lines">
              ${silencedNotices.map(
                ({ alert, change, at, heldBy, toldAt }) =>
                  html`<li>
                    <span class="about"
                      ><button class="link" @click=${() => this.onGo({ open: alert.id })}>
                        ${alert.ruleName}</button
                      >: ${ALERT_STATES[change].label.toLowerCase()}
                      <small
                        >held back by ${heldBy} ·
                        ${toldAt === null ? 'never told' : `told ${formatMoment(Date.parse(toldAt), timeZone, locale)}`}</small
                      ></span
                    >
                    <span class="muted" title=${formatMoment(Date.parse(at), timeZone, locale)}
                      >${formatAgo(Date.parse(at), Date.now(), locale)}</span
                    >
                  </li>`,
              )}
            </ul>`
      }
    </section>`
  }
}

define('sight-silences', SightSilences)
