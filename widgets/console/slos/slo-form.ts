import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import { VITALS } from '../../../sdk/wire/vitals.ts'
import { durationMs } from '../../data/period.ts'
import { define } from '../../elements/base/define.ts'
import { DIMENSIONS } from '../../format/names.ts'
import { formatShare } from '../../format/number.ts'
import { formatSpan } from '../../format/time.ts'
import { ConsoleForm } from '../forms/console-form.ts'
import { renderInput, renderSelect, type Choice } from '../forms/controls.ts'
import { renderActions } from '../forms/fields.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import {
  INDICATORS,
  OWN_RULES,
  WINDOWS,
  definitionOf,
  emptyDraft,
  type IndicatorKind,
  type SloDraft,
} from './slo-draft.ts'
import { CREATE_SLO, UPDATE_SLO, type PredictedRule, type SloPayload } from './slos.query.ts'

type Field = Exclude<keyof SloDraft, 'original'>

const PRESETS: readonly Choice[] = [
  ['GOOGLE', 'Google: pages over 1 h and 6 h, a ticket over 3 d'],
  ['SLOTH', 'Sloth: those, and a ticket over 1 d'],
  ['OPENOBSERVE', 'OpenObserve: 1 h, 6 h and 1 d'],
]
const PATHS = ['name', 'definition.objective', 'definition.indicator', 'definition.where', 'where']

/**
 * `<sight-slo-form>`: makes an SLO or changes one. While it is written it says how soon its rules will find an outage.
 *
 * - `initial`: what the form begins with; one with an `original` is changed.
 *
 * Event `sight-saved` {id}. Event `sight-cancel`.
 */
export class SightSloForm extends ConsoleForm<SloDraft> {
  static override properties: PropertyDeclarations = {
    mistake: { state: true },
    predicted: { state: true },
  }

  /** Of the filter, which must be JSON. */
  declare private mistake: string | null
  declare private predicted: readonly PredictedRule[]

  readonly #create = new MutationController<SloPayload>(this, CREATE_SLO, () => this.connection)
  readonly #update = new MutationController<SloPayload>(this, UPDATE_SLO, () => this.connection)
  readonly #predict = new MutationController<SloPayload>(this, CREATE_SLO, () => this.connection)

  constructor() {
    super(emptyDraft())
    this.mistake = null
    this.predicted = []
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (changed.has('draft')) void this.#askPredictions()
  }

  /** The definition as it stands; null while its filter is no JSON. */
  get #definition(): object | null {
    try {
      return definitionOf(this.draft)
    } catch (error) {
      this.mistake = `This is no JSON: ${(error as Error).message}`
      return null
    }
  }

  async #askPredictions(): Promise<void> {
    const { draft } = this
    this.mistake = null
    const definition = this.#definition
    const share = Number(draft.objective) / 100
    if (definition === null || !(share > 0 && share < 1)) return
    // A name that nobody has: this one may be the one of the SLO that is changed.
    const name = `Prediction ${crypto.randomUUID()}`
    const payload = await this.#predict.run({
      input: { site: this.siteName, name, definition, dryRun: true },
    })
    if (payload !== null) this.predicted = payload.predictions ?? []
    if (draft !== this.draft) void this.#askPredictions()
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const definition = this.#definition
    if (definition === null) return
    const { original } = this.draft
    const input = {
      name: this.draft.name.trim(),
      description: this.draft.description.trim() === '' ? null : this.draft.description.trim(),
      definition,
    }
    const payload =
      original === null
        ? await this.#create.run({ input: { site: this.siteName, ...input } })
        : await this.#update.run({ input: { id: original.id, ...input } })
    if (payload?.slo) this.dispatchEvent(new CustomEvent('sight-saved', { detail: { id: payload.slo.id } }))
  }

  protected override render(): TemplateResult {
    const { draft } = this
    const mutation = draft.original === null ? this.#create : this.#update
    return html`<form class="panel" @submit=${this.#onSubmit}>
      <h3>${draft.original === null ? 'New service level objective' : 'Change the objective'}</h3>
      ${this.#renderText('name', 'Name', { required: true })}
      ${this.#renderText('description', 'Description', {})}
      ${this.#renderSelect('kind', 'What is to be good', Object.entries(INDICATORS))}
      ${this.#renderIndicator(draft.kind)}
      <div class="row">
        ${this.#renderText('objective', 'Objective, %', {
          required: true,
          number: true,
          path: 'definition.objective',
          hint: 'Take what you have, not what you wish for. 75 says: the 75th percentile is good.',
        })}
        ${this.#renderSelect('window', 'Over', WINDOWS)}
      </div>
      <div class="row">
        ${this.#renderSelect('preset', 'Rules that call somebody', [
          ...PRESETS,
          ...(draft.original !== null && draft.original.preset === null
            ? ([[OWN_RULES, 'Its own rules, as they are']] as const)
            : []),
        ])}
        ${this.#renderSelect('fanOut', 'Name who burns it, by', [
          ['', 'Nobody'],
          ...Object.entries(DIMENSIONS).map(([name, { label }]): Choice => [name, label]),
        ])}
      </div>
      ${this.#renderWhere()}
      ${renderActions(mutation, PATHS, {
        submit: 'Save',
        onCancel: () => this.dispatchEvent(new CustomEvent('sight-cancel')),
      })}
      ${this.#renderPredictions()}
    </form>`
  }

  #renderIndicator(kind: IndicatorKind): TemplateResult | typeof nothing {
    const fields: Partial<Record<IndicatorKind, () => TemplateResult>> = {
      VITAL: () =>
        html`<div class="row">
          ${this.#renderSelect(
            'metric',
            'Vital',
            Object.keys(VITALS).map((name): Choice => [name, name]),
          )}
          ${this.#renderText('threshold', 'Good up to', {
            number: true,
            hint: 'Empty: up to where it is rated good.',
          })}
        </div>`,
      REQUESTS: () =>
        html`<div class="row">
          ${this.#renderText('endpoint', 'Only this endpoint', { hint: 'POST api.shop.example/orders; empty: all' })}
          ${this.#renderText('slowerThan', 'Bad if slower than, ms', { number: true, hint: 'Empty: time does not matter.' })}
        </div>`,
      TRANSACTIONS: () => this.#renderText('transaction', 'Name of the transaction', { required: true }),
    }
    return fields[kind]?.() ?? nothing
  }

  #renderWhere(): TemplateResult {
    const errors = this.mistake === null ? [] : [{ path: ['where'], message: this.mistake }]
    return renderInput({
      id: 'where',
      label: 'Only where',
      hint: 'A FilterInput as JSON, such as {"device":{"eq":"MOBILE"}}; empty: everything counts.',
      errors,
      value: this.draft.where,
      onInput: (value) => this.#change('where', value),
    })
  }

  #renderPredictions(): TemplateResult {
    const problem = this.#predict.userErrors[0]?.message ?? this.#predict.error?.message ?? null
    const span = (duration: string | null) =>
      duration === null ? 'never' : formatSpan(durationMs(duration) ?? 0, this.language)
    if (problem !== null) return html`<p class="mistake" role="status">${problem}</p>`
    return html`<div class="field" aria-busy=${this.#predict.pending}>
      <span class="label">What to expect</span>
      <ul class="plain">
        ${this.predicted.map(
          ({ name, severity, predictions }) =>
            html`<li>
              <b>${name}</b> <span class="muted">${severity.toLowerCase()}</span>:
              ${predictions
                .map(
                  ({ errorRatio, detection }) =>
                    `${errorRatio === 1 ? 'a total outage' : `${formatShare(errorRatio, this.language)} bad`} is found after ${span(detection)}`,
                )
                .join('; ')}
            </li>`,
        )}
      </ul>
    </div>`
  }

  #change(name: Field, value: string): void {
    this.draft = { ...this.draft, [name]: value }
  }

  #renderText(
    name: Field,
    label: string,
    {
      required = false,
      number = false,
      hint = '',
      path = name,
    }: { required?: boolean; number?: boolean; hint?: string; path?: string },
  ): TemplateResult {
    return renderInput({
      id: name,
      label,
      hint,
      path,
      required,
      type: number ? 'decimal' : 'text',
      errors: [...this.#create.userErrors, ...this.#update.userErrors],
      value: this.draft[name],
      onInput: (value) => this.#change(name, value),
    })
  }

  #renderSelect(name: Field, label: string, options: readonly Choice[]): TemplateResult {
    return renderSelect({
      id: name,
      label,
      options,
      value: this.draft[name],
      onInput: (value) => this.#change(name, value),
    })
  }
}

define('sight-slo-form', SightSloForm)
