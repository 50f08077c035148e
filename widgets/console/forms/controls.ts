/** The controls that forms have most: a line or more of text, one of several, some of several. */
import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { described, errorsAt, renderField } from './fields.ts'
import type { UserError } from './mutation-controller.ts'

interface Control {
  id: string
  label: string
  hint?: string
  errors?: readonly UserError[]
  /** Of its mistakes; default: the id. */
  path?: string
}

interface TextControl extends Control {
  value: string
  /** `decimal`: a number, written as text, as half of a number is none. */
  type?: 'text' | 'decimal' | 'number' | 'password' | 'url' | 'datetime-local' | 'time'
  required?: boolean
  placeholder?: string
  /** Id of a datalist. */
  list?: string
  /** Of a text area. */
  rows?: number
  onInput: (value: string) => void
}

const DECIMAL = '-?[0-9]*[.]?[0-9]+'

export function renderInput({ id, value, type = 'text', onInput, ...field }: TextControl): TemplateResult {
  const decimal = type === 'decimal'
  return renderField(
    { ...fieldOf({ id, ...field }) },
    html`<input
      id=${id}
      type=${decimal ? 'text' : type}
      inputmode=${decimal ? 'decimal' : 'text'}
      list=${field.list ?? ''}
      step="any"
      pattern=${decimal ? DECIMAL : '.*'}
      title=${decimal ? 'A number, such as 2.5' : ''}
      ?required=${field.required ?? false}
      placeholder=${field.placeholder ?? ''}
      spellcheck="false"
      autocomplete="off"
      aria-describedby=${described(id)}
      .value=${live(value)}
      @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
    />`,
  )
}

export function renderTextArea({ id, value, onInput, ...field }: TextControl): TemplateResult {
  return renderField(
    { ...fieldOf({ id, ...field }) },
    html`<textarea
      id=${id}
      rows=${field.rows ?? 4}
      spellcheck="false"
      ?required=${field.required ?? false}
      placeholder=${field.placeholder ?? ''}
      aria-describedby=${described(id)}
      .value=${live(value)}
      @input=${(event: Event) => onInput((event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  )
}

export type Choice = readonly [value: string, label: string]

interface SelectControl extends Control {
  value: string
  options: readonly Choice[]
  /** Whether the option without a value is no choice. */
  required?: boolean
  onInput: (value: string) => void
}

/** What is chosen and stands in no option gets one of its own. */
export function renderSelect({ id, value, options, onInput, ...field }: SelectControl): TemplateResult {
  const all = options.some(([option]) => option === value) ? options : [...options, [value, value] as const]
  return renderField(
    { ...fieldOf({ id, ...field }) },
    html`<select
      id=${id}
      ?required=${field.required ?? false}
      aria-describedby=${described(id)}
      @change=${(event: Event) => onInput((event.target as HTMLSelectElement).value)}
    >
      ${all.map(
        ([option, label]) => html`<option value=${option} ?selected=${option === value}>${label}</option>`,
      )}
    </select>`,
  )
}

interface CheckControl extends Control {
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** Yes or no. */
export function renderCheck(control: CheckControl): TemplateResult {
  const { id, label, hint = '', errors = [], path = id, isOn, onChange } = control
  return html`<div class="field">
    <label class="check" for=${id}
      ><input
        id=${id}
        type="checkbox"
        aria-describedby=${described(id)}
        .checked=${live(isOn)}
        @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
      /><span>${label}</span></label
    >
    <p class="hint" id=${described(id)}>
      ${hint}${errorsAt(errors, path).map(({ message }) => html`<span class="mistake" role="alert">${message}</span>`)}
    </p>
  </div>`
}

interface ChecksControl extends Control {
  values: readonly string[]
  options: readonly Choice[]
  /** Instead of options where there are none. */
  empty?: string
  onChange: (values: string[]) => void
}

/** Some of several. What is chosen and stands in no option stays chosen. */
export function renderChecks(control: ChecksControl): TemplateResult {
  const { id, label, hint = '', errors = [], path = id, values, options, empty = '', onChange } = control
  const own = errors.filter((error) => error.path.join('.').startsWith(path))
  return html`<fieldset class="field checks" ?data-wrong=${own.length > 0}>
    <legend>${label}</legend>
    ${options.length === 0 ? html`<p class="muted">${empty}</p>` : ''}
    ${options.map(
      ([value, label]) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${live(values.includes(value))}
            @change=${(event: Event) =>
              onChange(
                (event.target as HTMLInputElement).checked
                  ? [...values, value]
                  : values.filter((one) => one !== value),
              )}
          />${label}</label
        >`,
    )}
    <p class="hint">
      ${hint}${own.map(({ message }) => html`<span class="mistake" role="alert">${message}</span>`)}
    </p>
  </fieldset>`
}

function fieldOf({ id, label, hint = '', errors = [], path = id }: Control) {
  return { id, label, hint, errors, path }
}
