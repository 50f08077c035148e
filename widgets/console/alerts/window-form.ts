import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../../elements/base/define.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderChecks, renderInput, renderSelect } from '../forms/controls.ts'
import { renderActions } from '../forms/fields.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import { CREATE_WINDOW, type SilencesSite, type WindowPayload } from './silences.query.ts'
import { weekdayName } from './weekdays.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const
const LENGTHS = [
  ['PT30M', '30 minutes'],
  ['PT1H', 'An hour'],
  ['PT2H', '2 hours'],
  ['PT4H', '4 hours'],
  ['PT8H', '8 hours'],
  ['PT24H', '24 hours'],
] as const

/**
 * `<sight-maintenance-form>`: a silence that comes every week.
 *
 * - `rules`: of the site. `timeZone`: the one of the site, which it has at first.
 *
 * Event `sight-saved`. Event `sight-cancel`.
 */
export class SightMaintenanceForm extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  static override properties: PropertyDeclarations = {
    rules: { attribute: false },
    timeZone: { attribute: false },
    name: { state: true },
    rule: { state: true },
    weekdays: { state: true },
    startsAt: { state: true },
    duration: { state: true },
  }

  declare rules: SilencesSite['alertRules']
  declare timeZone: string
  declare private name: string
  declare private rule: string
  declare private weekdays: readonly string[]
  declare private startsAt: string
  declare private duration: string

  readonly #create = new MutationController<WindowPayload>(this, CREATE_WINDOW, () => this.connection)

  constructor() {
    super()
    this.rules = []
    this.timeZone = 'UTC'
    this.name = ''
    this.rule = ''
    this.weekdays = ['7']
    this.startsAt = '02:00'
    this.duration = 'PT2H'
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const payload = await this.#create.run({
      input: {
        site: this.siteName,
        name: this.name.trim(),
        rule: this.rule === '' ? null : this.rule,
        timeZone: this.timeZone.trim(),
        weekdays: this.weekdays.map(Number).sort((a, b) => a - b),
        startsAt: this.startsAt,
        duration: this.duration,
      },
    })
    if (payload !== null) this.dispatchEvent(new CustomEvent('sight-saved'))
  }

  protected override render(): TemplateResult {
    const errors = this.#create.userErrors
    return html`<form class="panel" @submit=${this.#onSubmit}>
      <h3>New maintenance window</h3>
      <div class="row">
        ${renderInput({
          id: 'name',
          label: 'Name',
          required: true,
          errors,
          value: this.name,
          onInput: (name) => (this.name = name),
        })}
        ${renderSelect({
          id: 'rule',
          label: 'Of',
          errors,
          value: this.rule,
          options: [['', 'Every rule of the site'], ...this.rules.map(({ id, name }) => [id, name] as const)],
          onInput: (rule) => (this.rule = rule),
        })}
      </div>
      ${renderChecks({
        id: 'weekdays',
        label: 'It begins on',
        errors,
        values: this.weekdays,
        options: WEEK.map((day) => [String(day), weekdayName(day, this.language)] as const),
        onChange: (weekdays) => (this.weekdays = weekdays),
      })}
      <div class="row">
        ${renderInput({
          id: 'startsAt',
          label: 'At',
          type: 'time',
          required: true,
          errors,
          value: this.startsAt,
          onInput: (startsAt) => (this.startsAt = startsAt),
        })}
        ${renderSelect({
          id: 'duration',
          label: 'For',
          errors,
          value: this.duration,
          options: LENGTHS,
          onInput: (duration) => (this.duration = duration),
        })}
        ${renderInput({
          id: 'timeZone',
          label: 'On the clocks of',
          required: true,
          hint: 'A zone, such as Europe/Berlin.',
          errors,
          value: this.timeZone,
          onInput: (timeZone) => (this.timeZone = timeZone),
        })}
      </div>
      ${renderActions(this.#create, ['name', 'rule', 'weekdays', 'startsAt', 'duration', 'timeZone'], {
        submit: 'Save',
        onCancel: () => this.dispatchEvent(new CustomEvent('sight-cancel')),
      })}
    </form>`
  }
}

define('sight-maintenance-form', SightMaintenanceForm)
