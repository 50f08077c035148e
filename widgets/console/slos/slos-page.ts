import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import '../../elements/slo/slo.ts'
import '../../elements/slo-budget/slo-budget.ts'
import '../../elements/slos/slos.ts'
import '../../elements/status-strip/status-strip.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderDelete } from '../forms/delete-button.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import type { DeletedPayload } from '../funnels/funnels.query.ts'
import { draftOf, emptyDraft, type SloDraft } from './slo-draft.ts'
import './slo-form.ts'
import { DELETE_SLO, SLO_DEFINITION_QUERY, type SloDefinitionAnswer } from './slos.query.ts'

const SLOS_SHOWN = 50

/** `<sight-slos-page>`: the SLOs of a site, those in trouble first; the one that is open in full; and the form. */
export class SightSlosPage extends ConsolePart {
  static override properties: PropertyDeclarations = {
    draft: { state: true },
    deletes: { state: true },
  }

  /** What the form began with; null while there is none. It stays the same for as long as somebody writes. */
  declare private draft: SloDraft | null
  declare private deletes: boolean

  readonly #open = new QueryController<SloDefinitionAnswer, { site: string; slo: string }>(this, {
    query: SLO_DEFINITION_QUERY,
    variables: () =>
      this.siteName === null || this.open === null ? null : { site: this.siteName, slo: this.open },
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #delete = new MutationController<DeletedPayload>(this, DELETE_SLO, () => this.connection)

  constructor() {
    super()
    this.draft = null
    this.deletes = false
  }

  #choose(id: string | null): void {
    this.draft = null
    this.deletes = false
    this.onGo({ open: id })
  }

  #onSaved(id: string): void {
    this.#choose(id)
    this.#open.retry()
  }

  async #onDelete(id: string): Promise<void> {
    if ((await this.#delete.run({ id })) !== null) this.#choose(null)
  }

  protected override render(): TemplateResult {
    if (this.draft !== null) return this.#renderForm(this.draft)
    const { open } = this
    if (open === null)
      return html`<div class="stack">
        <div class="toolbar">
          ${
            this.manages
              ? html`<button class="primary" @click=${() => (this.draft = emptyDraft())}>
                  New objective
                </button>`
              : this.renderReadOnly()
          }
        </div>
        <sight-slos .top=${SLOS_SHOWN}></sight-slos>
      </div>`
    const slo = this.#open.answer?.data.site?.slo ?? null
    return html`<div class="stack">
      <div class="toolbar">
        <button class="quiet" @click=${() => this.#choose(null)}>← All objectives</button>
        <span class="spacer"></span>
        ${
          this.manages && slo !== null
            ? html`<button class="secondary" @click=${() => (this.draft = draftOf(slo))}>Change</button>
                ${renderDelete(this.#delete, {
                  name: slo.name,
                  asks: this.deletes,
                  onAsk: (asks) => (this.deletes = asks),
                  onDelete: () => this.#onDelete(open),
                })}`
            : nothing
        }
      </div>
      <sight-slo .slo=${open}></sight-slo>
      <sight-slo-budget .slo=${open}></sight-slo-budget>
      <sight-status-strip .slo=${open}></sight-status-strip>
    </div>`
  }

  #renderForm(draft: SloDraft): TemplateResult {
    return html`<sight-slo-form
      .initial=${draft}
      @sight-saved=${({ detail }: CustomEvent<{ id: string }>) => this.#onSaved(detail.id)}
      @sight-cancel=${() => (this.draft = null)}
    ></sight-slo-form>`
  }
}

define('sight-slos-page', SightSlosPage)
