import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import '../../elements/funnel/funnel.ts'
import { DIMENSIONS, type DimensionName } from '../../format/names.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderDelete } from '../forms/delete-button.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { draftOf, emptyDraft, type FunnelDraft } from './funnel-draft.ts'
import './funnel-form.ts'
import {
  DELETE_FUNNEL,
  FUNNELS_QUERY,
  type DeletedPayload,
  type FunnelsAnswer,
  type SavedFunnel,
} from './funnels.query.ts'

const SPLITS = Object.entries(DIMENSIONS) as [DimensionName, { label: string }][]

/** `<sight-funnels-page>`: the saved funnels of a site, what the one that is open finds, and the form for them. */
export class SightFunnelsPage extends ConsolePart {
  static override properties: PropertyDeclarations = {
    by: { state: true },
    edits: { state: true },
    deletes: { state: true },
  }

  declare private by: DimensionName | null
  /** What the form began with, and of which funnel; null while there is none. It stays the same while somebody writes. */
  declare private edits: { funnel: string | null; draft: FunnelDraft } | null
  /** Whether it is asked if the open one may go. */
  declare private deletes: boolean

  readonly #funnels = new QueryController<FunnelsAnswer, { site: string }>(this, {
    query: FUNNELS_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #delete = new MutationController<DeletedPayload>(this, DELETE_FUNNEL, () => this.connection)

  constructor() {
    super()
    this.by = null
    this.edits = null
    this.deletes = false
  }

  #choose(id: string | null): void {
    this.edits = null
    this.deletes = false
    this.onGo({ open: id })
  }

  #onSaved(id: string): void {
    this.#choose(id)
    this.#funnels.retry()
  }

  async #onDelete(id: string): Promise<void> {
    if ((await this.#delete.run({ id })) === null) return
    this.#choose(null)
    this.#funnels.retry()
  }

  protected override render(): TemplateResult {
    return html`<div aria-busy=${this.#funnels.pending}>
      ${this.renderAsked(this.#funnels, ({ site }) => this.#renderAll(site?.funnels ?? []))}
    </div>`
  }

  #renderAll(funnels: readonly SavedFunnel[]): TemplateResult {
    // One that is gone is not another one.
    const open = (this.open === null ? funnels[0] : funnels.find(({ id }) => id === this.open)) ?? null
    if (this.edits !== null) return this.#renderForm(this.edits)
    const create = this.manages
      ? html`<button class="primary" @click=${() => (this.edits = { funnel: null, draft: emptyDraft() })}>
          New funnel
        </button>`
      : this.renderReadOnly()
    if (funnels.length === 0)
      return html`<div class="empty">
        <strong>No funnels yet</strong>
        <p class="muted">
          A funnel tells how many sessions go through steps, where they leave, and how long they take.
        </p>
        ${create}
      </div>`
    return html`<div class="split">
      <div class="stack">
        <ul class="choose-list" aria-label="Funnels">
          ${funnels.map(
            ({ id, name, stepNames }) =>
              html`<li>
                <button aria-current=${id === open?.id} @click=${() => this.#choose(id)}>
                  ${name}<small title=${stepNames.join(' → ')}>${stepNames.join(' → ')}</small>
                </button>
              </li>`,
          )}
        </ul>
        ${create}
      </div>
      <div class="stack">${open === null ? this.#renderMissing() : this.#renderOpen(open)}</div>
    </div>`
  }

  /** Unless it has just been saved, and the list is on its way. */
  #renderMissing(): TemplateResult | typeof nothing {
    return this.#funnels.pending
      ? nothing
      : html`<p role="status">There is no such funnel: it was deleted, or it is of another site.</p>`
  }

  #renderOpen(funnel: SavedFunnel): TemplateResult {
    const draft = draftOf(funnel.name, funnel.definition)
    return html`<div class="toolbar">
        <label
          >Split by
          <select
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement
              this.by = value === '' ? null : (value as DimensionName)
            }}
          >
            <option value="">Nothing</option>
            ${SPLITS.map(
              ([dimension, { label }]) =>
                html`<option value=${dimension} ?selected=${dimension === this.by}>${label}</option>`,
            )}
          </select></label
        >
        <span class="spacer"></span>
        ${
          this.manages
            ? html`<button
                  class="secondary"
                  ?disabled=${draft === null}
                  title=${draft === null ? 'It has steps that are changed through the API' : ''}
                  @click=${() => (this.edits = draft === null ? null : { funnel: funnel.id, draft })}
                >
                  Change
                </button>
                ${renderDelete(this.#delete, {
                  name: funnel.name,
                  asks: this.deletes,
                  onAsk: (asks) => (this.deletes = asks),
                  onDelete: () => this.#onDelete(funnel.id),
                })}`
            : nothing
        }
      </div>
      <sight-funnel .funnel=${funnel.id} .by=${this.by} .room=${funnel.stepNames.length}></sight-funnel>`
  }

  #renderForm({ funnel, draft }: { funnel: string | null; draft: FunnelDraft }): TemplateResult {
    return html`<sight-funnel-form
      .funnel=${funnel}
      .initial=${draft}
      @sight-saved=${({ detail }: CustomEvent<{ id: string }>) => this.#onSaved(detail.id)}
      @sight-cancel=${() => (this.edits = null)}
    ></sight-funnel-form>`
  }
}

define('sight-funnels-page', SightFunnelsPage)
