import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../../elements/base/define.ts'
import { alertsParts } from '../alerts/alerts-parts.styles.ts'
import { CHOSEN_VITALS } from '../console-pages.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderChecks, renderInput, type Choice } from '../forms/controls.ts'
import { renderActions } from '../forms/fields.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import {
  FLAG_FIGURES,
  emptyDraft,
  inputOf,
  worstUnit,
  type FlagDraft,
  type GuardrailDraft,
  type MetricName,
} from './flag-draft.ts'
import { flagFormStyles } from './flag-form.styles.ts'
import { SAVE_FLAG, type FlagsSite, type SaveFlagPayload } from './flags.query.ts'

const PATHS = ['key', 'control', 'owner', 'split', 'startedAt', 'channels']

type RowList = 'split' | 'conversions' | 'guardrails'

/**
 * `<sight-flag-form>`: saves what is decided about a flag: whom it is of, the control, the split, what is compared, what
 * must not get worse, and who is told.
 *
 * - `draft`: what the form begins with. `isNew`: whether its key can be written.
 * - `world`: the flags and channels of the site, and its time zone.
 *
 * Event `sight-saved` {key}. Event `sight-cancel`.
 */
export class SightFlagForm extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts, flagFormStyles]

  static override properties: PropertyDeclarations = {
    draft: { attribute: false },
    isNew: { attribute: false },
    world: { attribute: false },
  }

  declare draft: FlagDraft
  declare isNew: boolean
  declare world: FlagsSite

  readonly #save = new MutationController<SaveFlagPayload>(this, SAVE_FLAG, () => this.connection)

  constructor() {
    super()
    this.draft = emptyDraft(null)
    this.isNew = true
    this.world = { timeZone: 'UTC', flags: [], channels: [] }
  }

  #change(change: Partial<FlagDraft>): void {
    this.draft = { ...this.draft, ...change }
  }

  #remove(list: RowList, index: number): void {
    this.#change({ [list]: this.draft[list].filter((_, at) => at !== index) })
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const input = { site: this.siteName, ...inputOf(this.draft, this.world.timeZone) }
    const payload = await this.#save.run({ input })
    if (payload?.flag)
      this.dispatchEvent(new CustomEvent('sight-saved', { detail: { key: payload.flag.key } }))
  }

  protected override render(): TemplateResult {
    const { draft } = this
    const { timeZone, channels } = this.world
    return html`<form class="panel" @submit=${this.#onSubmit}>
      <h3>${this.isNew ? 'New experiment' : `The experiment ${draft.key}`}</h3>
      <div class="row">
        ${this.isNew ? this.#text('key', 'Key of the flag', { required: true, hint: 'As the page evaluates it.' }) : nothing}
        ${this.#text('control', 'Control', { required: true, hint: this.#variantsHint() })}
        ${this.#text('owner', 'Owner', { hint: 'A team or a person.' })}
        ${renderInput({
          id: 'startedAt',
          label: `Began, in ${timeZone}`,
          type: 'datetime-local',
          hint: draft.original === null ? 'Empty: now. Nothing before counts.' : 'Nothing before counts.',
          errors: this.#save.userErrors,
          value: draft.startedAt,
          onInput: (startedAt) => this.#change({ startedAt }),
        })}
      </div>
      ${this.#renderSplit()}
      ${renderChecks({
        id: 'vitals',
        label: 'Compare: vitals, their p75',
        values: draft.vitals,
        options: CHOSEN_VITALS.map((name): Choice => [name, name]),
        onChange: (vitals) => this.#change({ vitals }),
      })}
      ${renderChecks({
        id: 'figures',
        label: 'Compare: figures of sessions',
        hint: 'The verdicts are corrected for all of them together: choose what you will look at, all of it.',
        values: draft.figures,
        options: Object.entries(FLAG_FIGURES).map(([name, { label }]): Choice => [name, label]),
        onChange: (figures) => this.#change({ figures }),
      })}
      ${this.#renderConversions()} ${this.#renderGuardrails()}
      ${renderChecks({
        id: 'channels',
        label: 'Who is told of verdicts and broken guardrails',
        errors: this.#save.userErrors,
        values: draft.channels,
        options: channels.map(({ id, name }): Choice => [id, name]),
        empty:
          'There is no channel yet: make one under Alerts, Channels. It is judged by itself only if somebody is told.',
        onChange: (channels) => this.#change({ channels }),
      })}
      ${renderActions(this.#save, PATHS, {
        submit: 'Save',
        onCancel: () => this.dispatchEvent(new CustomEvent('sight-cancel')),
      })}
    </form>`
  }

  #variantsHint(): string {
    const seen = this.world.flags.find(({ key }) => key === this.draft.key)?.variants ?? []
    if (seen.length === 0) return 'The variant that the others are compared with.'
    return `The variant that the others are compared with. Seen: ${seen.map(({ key }) => key).join(', ')}.`
  }

  #renderSplit(): TemplateResult {
    const { split } = this.draft
    const change = (index: number, change: object) =>
      this.#change({ split: split.map((part, at) => (at === index ? { ...part, ...change } : part)) })
    return html`<fieldset class="rows">
      <legend>Split that was meant</legend>
      ${split.length === 0 ? html`<p class="hint">Alike over all variants that are seen.</p>` : nothing}
      ${split.map(
        ({ variant, weight }, index) =>
          html`<div class="one">
            ${this.#bare(`Part ${index + 1}: variant`, variant, (variant) => change(index, { variant }))}
            ${this.#bare(`Part ${index + 1}: weight`, weight, (weight) => change(index, { weight }), 'decimal')}
            ${this.#renderRemove('split', index, `Part ${index + 1}: remove`)}
          </div>`,
      )}
      ${this.#save.userErrors
        .filter(({ path }) => path[0] === 'split')
        .map(({ message }) => html`<p class="mistake" role="alert">${message}</p>`)}
      <button type="button" class="secondary" @click=${() => this.#addParts()}>
        ${split.length === 0 ? 'Say the split' : 'Add a variant'}
      </button>
    </fieldset>`
  }

  /** At first a part for each variant that was seen. */
  #addParts(): void {
    const { split, key } = this.draft
    const seen = this.world.flags.find((flag) => flag.key === key)?.variants ?? []
    const parts =
      split.length === 0 && seen.length > 0
        ? seen.map((variant) => ({ variant: variant.key, weight: '1' }))
        : [{ variant: '', weight: '1' }]
    this.#change({ split: [...split, ...parts] })
  }

  #renderConversions(): TemplateResult {
    const { conversions, otherMetrics } = this.draft
    const more = otherMetrics.length
    return html`<fieldset class="rows">
      <legend>Compare: share of sessions in which an event happened</legend>
      ${conversions.map(
        (event, index) =>
          html`<div class="one">
            ${this.#bare(`Event ${index + 1}`, event, (name) =>
              this.#change({ conversions: conversions.map((one, at) => (at === index ? name : one)) }),
            )}
            ${this.#renderRemove('conversions', index, `Event ${index + 1}: remove`)}
          </div>`,
      )}
      ${
        more === 0
          ? nothing
          : html`<p class="hint">
              And ${more} that ${more === 1 ? 'was' : 'were'} made through the API: kept.
            </p>`
      }
      <button
        type="button"
        class="secondary"
        @click=${() => this.#change({ conversions: [...conversions, ''] })}
      >
        Add an event
      </button>
    </fieldset>`
  }

  #renderGuardrails(): TemplateResult {
    const { guardrails, otherGuardrails } = this.draft
    const more = otherGuardrails.length
    return html`<fieldset class="rows">
      <legend>Guardrails: what must not get worse than the control by more than</legend>
      ${guardrails.map((guardrail, index) => this.#renderGuardrail(guardrail, index))}
      ${
        more === 0
          ? nothing
          : html`<p class="hint">
              And ${more} that ${more === 1 ? 'was' : 'were'} made through the API: kept.
            </p>`
      }
      <button
        type="button"
        class="secondary"
        @click=${() =>
          this.#change({
            guardrails: [...guardrails, { metric: 'vital:INP', worst: '50', relative: false }],
          })}
      >
        Add a guardrail
      </button>
    </fieldset>`
  }

  #renderGuardrail({ metric, worst, relative }: GuardrailDraft, index: number): TemplateResult {
    const at = `Guardrail ${index + 1}`
    const { guardrails, conversions } = this.draft
    const change = (change: Partial<GuardrailDraft>) =>
      this.#change({ guardrails: guardrails.map((one, i) => (i === index ? { ...one, ...change } : one)) })
    const events = new Set([...conversions, ...(metric.startsWith('event:') ? [metric.slice(6)] : [])])
    const metrics: Choice[] = [
      ...CHOSEN_VITALS.map((name): Choice => [`vital:${name}`, `${name} p75`]),
      ...Object.entries(FLAG_FIGURES).map(([name, { label }]): Choice => [`figure:${name}`, label]),
      ...[...events].filter(Boolean).map((name): Choice => [`event:${name}`, `Event ${name}`]),
    ]
    return html`<div class="one">
      ${this.#choice(`${at}: figure`, metric, metrics, (metric) => change({ metric: metric as MetricName }))}
      ${this.#bare(`${at}: worst change`, worst, (worst) => change({ worst }), 'decimal')}
      ${this.#choice(
        `${at}: unit`,
        relative ? 'relative' : 'absolute',
        [
          ['absolute', worstUnit(metric, false)],
          ['relative', worstUnit(metric, true)],
        ],
        (unit) => change({ relative: unit === 'relative' }),
      )}
      ${this.#renderRemove('guardrails', index, `${at}: remove`)}
    </div>`
  }

  #renderRemove(list: RowList, index: number, label: string): TemplateResult {
    return html`<button
      type="button"
      class="secondary"
      aria-label=${label}
      @click=${() => this.#remove(list, index)}
    >
      ×
    </button>`
  }

  #text(
    name: 'key' | 'control' | 'owner',
    label: string,
    options: { hint: string; required?: boolean },
  ): TemplateResult {
    return renderInput({
      id: name,
      label,
      ...options,
      errors: this.#save.userErrors,
      value: this.draft[name],
      onInput: (value) => this.#change({ [name]: value }),
    })
  }

  /** A control of a row, named by its label alone. */
  #bare(
    label: string,
    value: string,
    onInput: (value: string) => void,
    inputmode: 'text' | 'decimal' = 'text',
  ): TemplateResult {
    return html`<input
      class=${inputmode === 'decimal' ? 'short' : ''}
      aria-label=${label}
      inputmode=${inputmode}
      pattern=${inputmode === 'decimal' ? '[0-9]*[.]?[0-9]+' : '.*'}
      required
      spellcheck="false"
      autocomplete="off"
      .value=${value}
      @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
    />`
  }

  #choice(
    label: string,
    value: string,
    options: readonly Choice[],
    onChoose: (value: string) => void,
  ): TemplateResult {
    return html`<select
      aria-label=${label}
      @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`,
      )}
    </select>`
  }
}

define('sight-flag-form', SightFlagForm)
