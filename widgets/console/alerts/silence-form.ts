import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { durationMs } from '../../data/period.ts'
import { define } from '../../elements/base/define.ts'
import { DIMENSIONS, isDimension } from '../../format/names.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderInput, renderSelect } from '../forms/controls.ts'
import { renderActions } from '../forms/fields.ts'
import { localMoment, momentOf } from '../forms/moments.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import { CREATE_SILENCE, type SilencePayload, type SilencesSite } from './silences.query.ts'

/** Until a moment that is written. */
const UNTIL = ''
const LENGTHS = [
  ['PT1H', 'An hour'],
  ['PT4H', '4 hours'],
  ['P1D', 'A day'],
  ['P3D', '3 days'],
  ['P7D', 'A week'],
  [UNTIL, 'Until a moment …'],
] as const

/**
 * `<sight-silence-form>`: holds back what is told.
 *
 * - `rules`: of the site. `timeZone`: whose clocks moments are on.
 * - `open`: the id of the rule that is silenced at first; null: all.
 *
 * Event `sight-saved`. Event `sight-cancel`.
 */
export class SightSilenceForm extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  static override properties: PropertyDeclarations = {
    rules: { attribute: false },
    timeZone: { attribute: false },
    rule: { state: true },
    segment: { state: true },
    length: { state: true },
    until: { state: true },
    reason: { state: true },
  }

  declare rules: SilencesSite['alertRules']
  declare timeZone: string
  declare private rule: string
  /** A value of what its rule is split by; empty: all. */
  declare private segment: string
  declare private length: string
  declare private until: string
  declare private reason: string

  readonly #create = new MutationController<SilencePayload>(this, CREATE_SILENCE, () => this.connection)

  constructor() {
    super()
    this.rules = []
    this.timeZone = 'UTC'
    this.rule = ''
    this.segment = ''
    this.length = 'PT4H'
    this.until = ''
    this.reason = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.rule = this.open ?? ''
    this.until = localMoment(Date.now() + 24 * 3_600_000, this.timeZone)
  }

  get #split(): string | null {
    return this.rules.find(({ id }) => id === this.rule)?.split ?? null
  }

  get #to(): string | null {
    if (this.length === UNTIL) return momentOf(this.until, this.timeZone)
    return new Date(Date.now() + (durationMs(this.length) ?? 0)).toISOString()
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const segment = this.segment.trim()
    const payload = await this.#create.run({
      input: {
        site: this.siteName,
        rule: this.rule === '' ? null : this.rule,
        segment: this.#split === null || segment === '' ? null : JSON.stringify(segment),
        to: this.#to,
        reason: this.reason.trim(),
      },
    })
    if (payload !== null) this.dispatchEvent(new CustomEvent('sight-saved'))
  }

  protected override render(): TemplateResult {
    const errors = this.#create.userErrors
    const split = this.#split
    return html`<form class="panel" @submit=${this.#onSubmit}>
      <h3>New silence</h3>
      <p class="muted">Rules are evaluated all the same. What still fires when it ends is told then.</p>
      <div class="row">
        ${renderSelect({
          id: 'rule',
          label: 'Of',
          errors,
          value: this.rule,
          options: [['', 'Every rule of the site'], ...this.rules.map(({ id, name }) => [id, name] as const)],
          onInput: (rule) => (this.rule = rule),
        })}
        ${
          split === null
            ? nothing
            : renderInput({
                id: 'segment',
                label: `Only this ${isDimension(split) ? DIMENSIONS[split].label.toLowerCase() : 'part'}`,
                hint: 'As it is kept, such as DE; empty: all of them.',
                errors,
                value: this.segment,
                onInput: (segment) => (this.segment = segment),
              })
        }
      </div>
      <div class="row">
        ${renderSelect({
          id: 'length',
          label: 'For how long, from now',
          errors: this.length === UNTIL ? [] : errors,
          path: 'to',
          value: this.length,
          options: LENGTHS,
          onInput: (length) => (this.length = length),
        })}
        ${
          this.length === UNTIL
            ? renderInput({
                id: 'to',
                label: `Until, in ${this.timeZone}`,
                type: 'datetime-local',
                required: true,
                hint: 'Within 90 days.',
                errors,
                value: this.until,
                onInput: (until) => (this.until = until),
              })
            : nothing
        }
      </div>
      ${renderInput({
        id: 'reason',
        label: 'Why',
        required: true,
        hint: 'It stands beside everything that is held back.',
        errors,
        value: this.reason,
        onInput: (reason) => (this.reason = reason),
      })}
      ${renderActions(this.#create, ['rule', 'segment', 'to', 'reason'], {
        submit: 'Silence',
        onCancel: () => this.dispatchEvent(new CustomEvent('sight-cancel')),
      })}
    </form>`
  }
}

define('sight-silence-form', SightSilenceForm)
