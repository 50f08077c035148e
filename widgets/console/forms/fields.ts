/** Fields of forms: a label, the control, what it is good for, and what is wrong with it. */
import { html, nothing, type TemplateResult } from 'lit'
import type { UserError } from './mutation-controller.ts'

interface Field {
  /** Of the control, which has it as its id. */
  id: string
  label: string
  hint?: string
  /** The mistakes of the form; those whose path begins with this field's are shown at it. */
  errors: readonly UserError[]
  path: string
}

/** The control must have `id`, and `aria-describedby` of `described(id)`. */
export function renderField(
  { id, label, hint, errors, path }: Field,
  control: TemplateResult,
): TemplateResult {
  const own = errorsAt(errors, path)
  return html`<div class="field" ?data-wrong=${own.length > 0}>
    <label for=${id}>${label}</label>
    ${control}
    <p class="hint" id="${id}-hint">
      ${hint ?? nothing}${own.map(({ message }) => html`<span class="mistake" role="alert">${message}</span>`)}
    </p>
  </div>`
}

export function described(id: string): string {
  return `${id}-hint`
}

export function errorsAt(errors: readonly UserError[], path: string): UserError[] {
  return errors.filter((error) => error.path.join('.').startsWith(path))
}

interface Outcome {
  pending: boolean
  userErrors: readonly UserError[]
  error: { message: string } | null
}

interface Actions {
  submit: string
  onCancel: () => void
}

/** The end of a form: what is wrong and belongs to none of its fields, and the buttons. */
export function renderActions(
  { pending, userErrors, error }: Outcome,
  paths: readonly string[],
  { submit, onCancel }: Actions,
): TemplateResult {
  const others = userErrors.filter(({ path }) => !paths.some((field) => path.join('.').startsWith(field)))
  const messages = [...others.map(({ message }) => message), ...(error === null ? [] : [error.message])]
  return html`
    ${messages.map((message) => html`<p class="mistake" role="alert">${message}</p>`)}
    <div class="actions">
      <button class="primary" ?disabled=${pending}>${pending ? 'Saving…' : submit}</button>
      <button type="button" class="quiet" @click=${onCancel}>Cancel</button>
    </div>
  `
}
