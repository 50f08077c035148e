/** The control of a setting, by its kind. */
import type { TemplateResult } from 'lit'
import { renderCheck, renderChecks, renderInput, renderSelect, renderTextArea } from '../forms/controls.ts'
import type { UserError } from '../forms/mutation-controller.ts'
import { entriesOf, mistakePath } from './setting-draft.ts'
import { fieldAt, type SettingField, type SettingPath } from './setting-fields.ts'

interface Control {
  path: SettingPath
  value: string
  errors: readonly UserError[]
  /** What the value means, behind the hint. */
  told: string
  onInput: (value: string) => void
}

type Rendered = Control & SettingField & { id: string }

const number = (control: Rendered) => renderInput({ ...common(control), type: 'decimal' })

const CONTROLS: Record<SettingField['kind'], (control: Rendered) => TemplateResult> = {
  minutes: number,
  percent: number,
  days: number,
  amount: number,
  switch: ({ value, onInput, ...control }) =>
    renderCheck({
      ...common({ ...control, value, onInput }),
      isOn: value === 'true',
      onChange: (isOn) => onInput(String(isOn)),
    }),
  switches: ({ value, onInput, ...control }) =>
    renderChecks({
      ...common({ ...control, value, onInput }),
      options: control.options ?? [],
      values: entriesOf(value),
      onChange: (values) => onInput(values.join('\n')),
    }),
  choice: (control) => renderSelect({ ...common(control), options: control.options ?? [] }),
  lines: (control) => renderTextArea({ ...common(control), rows: 3 }),
}

export function settingControl(control: Control): TemplateResult {
  const field = fieldAt(control.path)
  return CONTROLS[field.kind]({ ...field, ...control, id: control.path.replace('.', '-') })
}

function common({ id, path, label, hint, told, value, errors, placeholder = '', onInput }: Rendered) {
  const said = told === '' ? hint : `${hint} ${told}`
  return { id, label, hint: said, value, errors, path: mistakePath(path), placeholder, onInput }
}
