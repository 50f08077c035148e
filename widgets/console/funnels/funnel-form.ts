import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../../elements/base/define.ts'
import '../../elements/funnel/funnel.ts'
import { ConsoleForm } from '../forms/console-form.ts'
import { renderInput, renderSelect, type Choice } from '../forms/controls.ts'
import { renderActions } from '../forms/fields.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import {
  STEP_KINDS,
  definitionOf,
  emptyDraft,
  emptyStep,
  stepsOf,
  type FunnelDraft,
  type StepKind,
} from './funnel-draft.ts'
import { funnelFormStyles } from './funnel-form.styles.ts'
import { CREATE_FUNNEL, UPDATE_FUNNEL, type FunnelPayload } from './funnels.query.ts'

const KINDS = Object.entries(STEP_KINDS) as [StepKind, (typeof STEP_KINDS)[StepKind]][]
const MOST_STEPS = 10
const ORDERS = [
  ['ORDERED', 'One after the other, anything between'],
  ['STRICT', 'Each the very next event of its kind'],
  ['UNORDERED', 'In any order'],
] as const
const WINDOWS = [
  ['', 'The session, or 7 days for visitors'],
  ['PT10M', '10 minutes'],
  ['PT1H', 'An hour'],
  ['P1D', 'A day'],
  ['P7D', '7 days'],
  ['P30D', '30 days'],
] as const

/**
 * `<sight-funnel-form>`: makes a funnel or changes one, with what it finds beside it while it is written.
 *
 * - `funnel`: the id of the one that is changed; null makes one.
 * - `initial`: what the form begins with.
 *
 * Event `sight-saved` {id}. Event `sight-cancel`.
 */
export class SightFunnelForm extends ConsoleForm<FunnelDraft> {
  static override styles: CSSResultGroup = [ConsoleForm.styles, funnelFormStyles]

  static override properties: PropertyDeclarations = {
    funnel: { attribute: false },
  }

  declare funnel: string | null

  readonly #create = new MutationController<FunnelPayload>(this, CREATE_FUNNEL, () => this.connection)
  readonly #update = new MutationController<FunnelPayload>(this, UPDATE_FUNNEL, () => this.connection)

  constructor() {
    super(emptyDraft())
    this.funnel = null
  }

  #change(change: Partial<FunnelDraft>): void {
    this.draft = { ...this.draft, ...change }
  }

  #changeStep(index: number, change: Partial<FunnelDraft['steps'][number]>): void {
    this.#change({
      steps: this.draft.steps.map((step, at) => (at === index ? { ...step, ...change } : step)),
    })
  }

  #move(index: number, by: -1 | 1): void {
    const steps = [...this.draft.steps]
    const [step] = steps.splice(index, 1)
    if (step !== undefined) steps.splice(index + by, 0, step)
    this.#change({ steps })
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const input = { name: this.draft.name.trim(), definition: definitionOf(this.draft) }
    const payload =
      this.funnel === null
        ? await this.#create.run({ input: { site: this.siteName, ...input } })
        : await this.#update.run({ input: { id: this.funnel, ...input } })
    if (payload?.funnel)
      this.dispatchEvent(new CustomEvent('sight-saved', { detail: { id: payload.funnel.id } }))
  }

  protected override render(): TemplateResult {
    const { draft } = this
    const mutation = this.funnel === null ? this.#create : this.#update
    const errors = mutation.userErrors
    const preview = stepsOf(draft)
    return html`<form class="panel" @submit=${this.#onSubmit}>
        <h3>${this.funnel === null ? 'New funnel' : 'Change the funnel'}</h3>
        ${renderInput({
          id: 'name',
          label: 'Name',
          errors,
          required: true,
          value: draft.name,
          onInput: (name) => this.#change({ name }),
        })}
        <fieldset class="steps">
          <legend>Steps</legend>
          <ol>
            ${draft.steps.map((_, index) => this.#renderStep(index))}
          </ol>
          <button
            type="button"
            class="secondary"
            ?disabled=${draft.steps.length >= MOST_STEPS}
            @click=${() => this.#change({ steps: [...draft.steps, emptyStep()] })}
          >
            Add a step
          </button>
        </fieldset>
        <div class="row">
          ${this.#renderSelect('order', 'Order', ORDERS)}
          ${this.#renderSelect('countBy', 'Who is counted', [
            ['SESSION', 'Sessions'],
            ['VISITOR', 'Visitors, over several sessions'],
          ])}
          ${this.#renderSelect('window', 'Time from first to last step', WINDOWS)}
        </div>
        ${renderActions(mutation, ['name'], {
          submit: 'Save',
          onCancel: () => this.dispatchEvent(new CustomEvent('sight-cancel')),
        })}
      </form>
      ${
        preview.length === 0
          ? html`<p class="muted">What it finds stands here as soon as a step says what it looks for.</p>`
          : html`<sight-funnel
              .steps=${preview}
              .order=${draft.order}
              .countBy=${draft.countBy}
              .window=${draft.window === '' ? null : draft.window}
            ></sight-funnel>`
      }`
  }

  #renderStep(index: number): TemplateResult {
    const { steps } = this.draft
    const step = steps[index] ?? emptyStep()
    const at = index + 1
    return html`<li>
      <select
        aria-label="Step ${at}: what happens"
        @change=${(event: Event) => this.#changeStep(index, { kind: (event.target as HTMLSelectElement).value as StepKind })}
      >
        ${KINDS.map(
          ([kind, { label }]) =>
            html`<option value=${kind} ?selected=${kind === step.kind}>${label}</option>`,
        )}
      </select>
      <input
        aria-label="Step ${at}: ${STEP_KINDS[step.kind].label}"
        placeholder=${STEP_KINDS[step.kind].example}
        required
        .value=${step.value}
        @change=${(event: Event) => this.#changeStep(index, { value: (event.target as HTMLInputElement).value })}
      />
      <input
        aria-label="Step ${at}: name"
        placeholder="Name, if it has one"
        .value=${step.name}
        @change=${(event: Event) => this.#changeStep(index, { name: (event.target as HTMLInputElement).value })}
      />
      <span class="order">
        <button
          type="button"
          class="secondary"
          aria-label="Step ${at}: move up"
          ?disabled=${index === 0}
          @click=${() => this.#move(index, -1)}
        >
          ↑
        </button>
        <button
          type="button"
          class="secondary"
          aria-label="Step ${at}: move down"
          ?disabled=${index === steps.length - 1}
          @click=${() => this.#move(index, 1)}
        >
          ↓
        </button>
        <button
          type="button"
          class="secondary"
          aria-label="Step ${at}: remove"
          ?disabled=${steps.length === 1}
          @click=${() => this.#change({ steps: steps.filter((_, other) => other !== index) })}
        >
          ×
        </button>
      </span>
    </li>`
  }

  #renderSelect(
    name: 'order' | 'countBy' | 'window',
    label: string,
    options: readonly Choice[],
  ): TemplateResult {
    return renderSelect({
      id: name,
      label,
      options,
      value: this.draft[name],
      onInput: (value) => this.#change({ [name]: value }),
    })
  }
}

define('sight-funnel-form', SightFunnelForm)
