/** Fields of forms with their controls. */
import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { described, renderField } from './fields.ts'
import type { UserError } from './mutation-controller.ts'

export type Choice = readonly [value: string, label: string]

interface Input {
  id: string
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string
  errors?: readonly UserError[]
  /** Where mistakes about it are; its id unless said otherwise. */
  path?: string
}

interface TextInput extends Input {
  type?: 'text' | 'number' | 'password'
  required?: boolean
  placeholder?: string
  /** Id of a datalist. */
  list?: string
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value
const fieldOf = ({ id, label, hint = '', errors = [], path = id }: Input) => ({
  id,
  label,
  hint,
  errors,
  path,
})

export function renderText(input: TextInput): TemplateResult {
  const { id, value, onInput, type = 'text', required = false, placeholder = '', list = '' } = input
  return renderField(
    fieldOf(input),
    html`<input
      id=${id}
      type=${type}
      list=${list}
      step="any"
      spellcheck="false"
      autocomplete="off"
      placeholder=${placeholder}
      ?required=${required}
      aria-describedby=${described(id)}
      .value=${live(value)}
      @input=${(event: Event) => onInput(valueOf(event))}
    />`,
  )
}

interface LinesInput extends Input {
  rows?: number
  required?: boolean
  placeholder?: string
}

/** A text of several lines. */
export function renderLines(input: LinesInput): TemplateResult {
  const { id, value, onInput, rows = 3, required = false, placeholder = '' } = input
  return renderField(
    fieldOf(input),
    html`<textarea
      id=${id}
      rows=${rows}
      ?required=${required}
      spellcheck="false"
      placeholder=${placeholder}
      aria-describedby=${described(id)}
      .value=${live(value)}
      @input=${(event: Event) => onInput(valueOf(event))}
    ></textarea>`,
  )
}

/** A value that is none of the options is one more. */
export function renderSelect(input: Input & { options: readonly Choice[] }): TemplateResult {
  const { id, value, onInput, options } = input
  const all = options.some(([option]) => option === value) ? options : [...options, [value, value] as const]
  return renderField(
    fieldOf(input),
    html`<select
      id=${id}
      aria-describedby=${described(id)}
      @change=${(event: Event) => onInput(valueOf(event))}
    >
      ${all.map(
        ([option, label]) => html`<option value=${option} ?selected=${option === value}>${label}</option>`,
      )}
    </select>`,
  )
}

interface Checks {
  legend: string
  options: readonly Choice[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
  hint?: string
}

/** Some of several. */
export function renderChecks({ legend, options, chosen, onChange, hint = '' }: Checks): TemplateResult {
  const toggled = (value: string) => {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    onChange(next)
  }
  return html`<fieldset class="checks">
    <legend>${legend}</legend>
    ${options.map(
      ([value, label]) =>
        html`<label class="check">
          <input type="checkbox" .checked=${live(chosen.has(value))} @change=${() => toggled(value)} />
          <span>${label}</span>
        </label>`,
    )}
    <p class="hint">${hint}</p>
  </fieldset>`
}
