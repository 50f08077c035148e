import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../../elements/base/define.ts'
import { alertsParts } from '../alerts/alerts-parts.styles.ts'
import { CHOSEN_VITALS } from '../console-pages.ts'
import { ConsoleForm } from '../forms/console-form.ts'
import { renderChecks, renderInput, type Choice } from '../forms/controls.ts'
import { renderActions } from '../forms/fields.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { FLAG_FIGURES, emptyDraft, inputOf, type FlagDraft } from './flag-draft.ts'
import { flagFormStyles } from './flag-form.styles.ts'
import { renderConversions, renderGuardrails, renderSplit, type FlagRows } from './flag-rows.ts'
import { SAVE_FLAG, type FlagsSite, type SaveFlagPayload } from './flags.query.ts'

const PATHS = ['key', 'control', 'owner', 'split', 'startedAt', 'channels']

/**
 * `<sight-flag-form>`: saves what is decided about a flag: whom it is of, the control, the split, what is compared, what
 * must not get worse, and who is told.
 *
 * - `initial`: what the form begins with. `isNew`: whether its key can be written.
 * - `world`: the flags and channels of the site, and its time zone.
 *
 * Event `sight-saved` {key}. Event `sight-cancel`.
 */
export class SightFlagForm extends ConsoleForm<FlagDraft> {
  static override styles: CSSResultGroup = [ConsoleForm.styles, alertsParts, flagFormStyles]

  static override properties: PropertyDeclarations = {
    isNew: { attribute: false },
    world: { attribute: false },
  }

  declare isNew: boolean
  declare world: FlagsSite

  readonly #save = new MutationController<SaveFlagPayload>(this, SAVE_FLAG, () => this.connection)

  constructor() {
    super(emptyDraft(null))
    this.isNew = true
    this.world = { timeZone: 'UTC', flags: [], channels: [] }
  }

  #change(change: Partial<FlagDraft>): void {
    this.draft = { ...this.draft, ...change }
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
    const rows: FlagRows = {
      draft,
      seen: this.#seen,
      errors: this.#save.userErrors,
      onChange: (change) => this.#change(change),
    }
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
      ${renderSplit(rows)}
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
      ${renderConversions(rows)} ${renderGuardrails(rows)}
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

  /** The variants that sessions saw. */
  get #seen(): string[] {
    const flag = this.world.flags.find(({ key }) => key === this.draft.key)
    return flag?.variants.map(({ key }) => key) ?? []
  }

  #variantsHint(): string {
    const seen = this.#seen.length === 0 ? '' : ` Seen: ${this.#seen.join(', ')}.`
    return `The variant that the others are compared with.${seen}`
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
}

define('sight-flag-form', SightFlagForm)
