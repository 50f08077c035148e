import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import '../../elements/flag/flag.ts'
import { formatAgo } from '../../format/time.ts'
import { alertsParts } from '../alerts/alerts-parts.styles.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderDelete } from '../forms/delete-button.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import type { DeletedPayload } from '../funnels/funnels.query.ts'
import { draftOf, emptyDraft, type FlagDraft } from './flag-draft.ts'
import './flag-form.ts'
import { renderDecided, renderRests } from './flag-view.ts'
import { DELETE_FLAG, FLAGS_QUERY, type FlagRow, type FlagsAnswer, type FlagsSite } from './flags.query.ts'

const USUAL_METRICS = 'LCP,INP,CRASH_FREE_SESSIONS,ENGAGEMENT_RATE'

/** `<sight-flags-page>`: the flags of a site, what the variants of the open one do, and what was decided about it. */
export class SightFlagsPage extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  static override properties: PropertyDeclarations = {
    draft: { state: true },
    isNew: { state: true },
    deletes: { state: true },
  }

  /** What the form begins with; null while it is not open. */
  declare private draft: FlagDraft | null
  declare private isNew: boolean
  declare private deletes: boolean

  readonly #flags = new QueryController<FlagsAnswer, { site: string }>(this, {
    query: FLAGS_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #delete = new MutationController<DeletedPayload>(this, DELETE_FLAG, () => this.connection)

  constructor() {
    super()
    this.draft = null
    this.isNew = false
    this.deletes = false
  }

  /** Another flag has nothing of the one before. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (!changed.has('open')) return
    this.draft = null
    this.deletes = false
  }

  #edit(draft: FlagDraft, isNew: boolean): void {
    this.draft = draft
    this.isNew = isNew
  }

  #onSaved(key: string): void {
    this.draft = null
    this.onGo({ open: key })
    this.#flags.retry()
  }

  /** What sessions saw of it stays; one that none saw is gone. */
  async #onDelete({ id, lastEvaluation }: FlagRow): Promise<void> {
    if ((await this.#delete.run({ id })) === null) return
    this.deletes = false
    if (lastEvaluation === null) this.onGo({ open: null })
    this.#flags.retry()
  }

  protected override render(): TemplateResult {
    return html`<div aria-busy=${this.#flags.pending}>
      ${this.renderAsked(this.#flags, ({ site }) =>
        site === null
          ? this.renderState('No such site', `There is no site ${this.siteName ?? ''} that you may see.`)
          : this.#renderSite(site),
      )}
    </div>`
  }

  #renderSite(site: FlagsSite): TemplateResult {
    if (this.draft !== null)
      return html`<sight-flag-form
        .initial=${this.draft}
        .isNew=${this.isNew}
        .world=${site}
        @sight-saved=${({ detail }: CustomEvent<{ key: string }>) => this.#onSaved(detail.key)}
        @sight-cancel=${() => (this.draft = null)}
      ></sight-flag-form>`
    // Those that are evaluated first, the latest first.
    const flags = [...site.flags].sort((a, b) => evaluatedAt(b) - evaluatedAt(a))
    const open = flags.find(({ key }) => this.open === null || key === this.open) ?? null
    const create = this.manages
      ? html`<button class="primary" @click=${() => this.#edit(emptyDraft(null), true)}>
          New experiment
        </button>`
      : this.renderReadOnly()
    if (flags.length === 0)
      return html`<div class="empty">
        <strong>No flag was seen yet</strong>
        <p class="muted">
          A page that asks for a feature flag tells which variant it got, by sightline.flag('new-checkout',
          'on') or the OpenFeature hook. Here the variants stand side by side. An experiment can be declared
          before its first visitor comes.
        </p>
        ${create}
      </div>`
    return html`<div class="split">
      <div class="stack">
        <ul class="choose-list" aria-label="Flags">
          ${flags.map((flag) => this.#renderItem(flag, flag.key === open?.key))}
        </ul>
        ${create}
      </div>
      <div class="stack">${open === null ? this.#renderMissing() : this.#renderOpen(open, site)}</div>
    </div>`
  }

  /** One that was saved just now comes with the next answer. */
  #renderMissing(): TemplateResult {
    return this.#flags.pending
      ? html`<p class="muted" role="status">Loading …</p>`
      : this.renderState('No such flag', 'No session saw it in the last 30 days, and it is not saved.')
  }

  #renderItem({ key, lastEvaluation, owner, control }: FlagRow, isOpen: boolean): TemplateResult {
    const seen =
      lastEvaluation === null
        ? 'not evaluated for 30 days'
        : `evaluated ${formatAgo(Date.parse(lastEvaluation), Date.now(), this.language)}`
    const whose = control === null ? 'not saved' : (owner ?? 'no owner')
    return html`<li>
      <button
        aria-current=${isOpen}
        title="${key}: ${seen}, ${whose}"
        @click=${() => this.onGo({ open: key })}
      >
        ${key}<small>${seen}</small><small>${whose}</small>
      </button>
    </li>`
  }

  #renderOpen(flag: FlagRow, site: FlagsSite): TemplateResult {
    const { key, control, metrics } = flag
    return html`<div class="toolbar">
        <span class="spacer"></span>
        ${this.#renderButtons(flag, site)}
      </div>
      <sight-flag
        .flag=${key}
        .control=${control}
        .metrics=${metrics === null || metrics === '[]' ? USUAL_METRICS : metrics}
      ></sight-flag>
      ${renderDecided(flag, site.timeZone, this.language)} ${renderRests()}`
  }

  #renderButtons(flag: FlagRow, { timeZone }: FlagsSite): TemplateResult | typeof nothing {
    if (!this.manages) return nothing
    const { startedAt } = flag
    return html`${
        startedAt === null
          ? nothing
          : html`<button
              class="secondary"
              title="Nothing before the experiment began is looked at"
              @click=${() => this.onGo({ range: `${startedAt}/${new Date().toISOString()}` })}
            >
              Since it began
            </button>`
      }
      <button class="secondary" @click=${() => this.#edit(draftOf(flag, timeZone), false)}>
        ${flag.control === null ? 'Make it an experiment' : 'Change'}
      </button>
      ${
        flag.control === null
          ? nothing
          : renderDelete(this.#delete, {
              name: flag.key,
              asks: this.deletes,
              onAsk: (asks) => (this.deletes = asks),
              onDelete: () => this.#onDelete(flag),
            })
      }`
  }
}

function evaluatedAt({ lastEvaluation }: FlagRow): number {
  return lastEvaluation === null ? 0 : Date.parse(lastEvaluation)
}

define('sight-flags-page', SightFlagsPage)
