/** The fields of the form of a rule, each bound to the field of the draft that has its name. */
import type { TemplateResult } from 'lit'
import { renderChecks, renderInput, renderSelect, type Choice } from '../forms/controls.ts'
import type { UserError } from '../forms/mutation-controller.ts'
import type { RuleDraft } from './rule-draft.ts'
import type { Named, RuleWorld } from './rules.query.ts'

export interface RuleFields {
  draft: RuleDraft
  world: RuleWorld
  errors: readonly UserError[]
  onChange: (change: Partial<RuleDraft>) => void
}

/** The fields that are texts or choices. */
type TextField = {
  [Name in keyof RuleDraft]: RuleDraft[Name] extends string ? Name : never
}[keyof RuleDraft]

interface Field {
  name: TextField
  label: string
  hint?: string
  /** Of its mistakes; default: the name. */
  path?: string
  required?: boolean
  placeholder?: string
}

export function textField(fields: RuleFields, { name, path = name, ...field }: Field): TemplateResult {
  return renderInput({ ...field, ...bound(fields, name), path })
}

export function numberField(fields: RuleFields, { name, path = name, ...field }: Field): TemplateResult {
  return renderInput({ ...field, ...bound(fields, name), path, type: 'decimal' })
}

export function selectField(
  fields: RuleFields,
  { name, path = name, ...field }: Field,
  options: readonly Choice[],
): TemplateResult {
  const { onInput, ...rest } = bound(fields, name)
  return renderSelect({ ...field, ...rest, path, options, onInput: onInput })
}

/** One of what was saved; there may be nothing yet. */
export function namedField(fields: RuleFields, field: Field, all: readonly Named[]): TemplateResult {
  const options = all.map(({ id, name }): Choice => [id, name])
  const none = options.length === 0 ? 'There is none yet: make one first' : 'Choose one'
  return selectField(fields, { ...field, required: true }, [['', none], ...options])
}

export function channelsField(
  { draft, world, errors, onChange }: RuleFields,
  name: 'channels' | 'escalationChannels',
  label: string,
): TemplateResult {
  return renderChecks({
    id: name,
    label,
    errors,
    values: draft[name],
    options: world.channels.map(({ id, name }): Choice => [id, name]),
    empty: 'There is no channel yet: the alert is seen here alone. Make one under Channels.',
    onChange: (values) => onChange({ [name]: values }),
  })
}

function bound({ draft, errors, onChange }: RuleFields, name: TextField) {
  return {
    id: name,
    errors,
    value: draft[name],
    onInput: (value: string) => onChange({ [name]: value }),
  }
}
