/** The lists of the form of a flag: the split, the events that are compared, the guardrails. */
import { html, nothing, type TemplateResult } from 'lit'
import { CHOSEN_VITALS } from '../console-pages.ts'
import type { Choice } from '../forms/controls.ts'
import { errorsAt } from '../forms/fields.ts'
import type { UserError } from '../forms/mutation-controller.ts'
import {
  FLAG_FIGURES,
  worstUnit,
  type FlagDraft,
  type GuardrailDraft,
  type MetricName,
} from './flag-draft.ts'

export interface FlagRows {
  draft: FlagDraft
  /** The variants that sessions saw. */
  seen: readonly string[]
  errors: readonly UserError[]
  onChange: (change: Partial<FlagDraft>) => void
}

const NEW_GUARDRAIL: GuardrailDraft = { metric: 'vital:INP', worst: '50', relative: false }
const METRICS: readonly Choice[] = [
  ...CHOSEN_VITALS.map((name): Choice => [`vital:${name}`, `${name} p75`]),
  ...Object.entries(FLAG_FIGURES).map(([name, { label }]): Choice => [`figure:${name}`, label]),
]

export function renderSplit({ draft, seen, errors, onChange }: FlagRows): TemplateResult {
  const { split } = draft
  // At first a part for each variant that was seen.
  const names = split.length === 0 && seen.length > 0 ? seen : ['']
  const change = (index: number, change: object) =>
    onChange({ split: split.map((part, at) => (at === index ? { ...part, ...change } : part)) })
  return html`<fieldset class="rows">
    <legend>Split that was meant</legend>
    ${split.length === 0 ? html`<p class="hint">Alike over all variants that are seen.</p>` : nothing}
    ${split.map(
      ({ variant, weight }, index) =>
        html`<div class="one">
          ${renderText(`Part ${index + 1}: variant`, variant, (variant) => change(index, { variant }))}
          ${renderNumber(`Part ${index + 1}: weight`, weight, (weight) => change(index, { weight }))}
          ${renderRemove(`Part ${index + 1}: remove`, () => onChange({ split: without(split, index) }))}
        </div>`,
    )}
    ${errorsAt(errors, 'split').map(({ message }) => html`<p class="mistake" role="alert">${message}</p>`)}
    ${renderAdd(split.length === 0 ? 'Say the split' : 'Add a variant', () =>
      onChange({ split: [...split, ...names.map((variant) => ({ variant, weight: '1' }))] }),
    )}
  </fieldset>`
}

export function renderConversions({ draft, onChange }: FlagRows): TemplateResult {
  const { conversions, otherMetrics } = draft
  const change = (index: number, name: string) =>
    onChange({ conversions: conversions.map((one, at) => (at === index ? name : one)) })
  return html`<fieldset class="rows">
    <legend>Compare: share of sessions in which an event happened</legend>
    ${conversions.map(
      (event, index) =>
        html`<div class="one">
          ${renderText(`Event ${index + 1}`, event, (name) => change(index, name))}
          ${renderRemove(`Event ${index + 1}: remove`, () => onChange({ conversions: without(conversions, index) }))}
        </div>`,
    )}
    ${renderKept(otherMetrics.length)}
    ${renderAdd('Add an event', () => onChange({ conversions: [...conversions, ''] }))}
  </fieldset>`
}

export function renderGuardrails(rows: FlagRows): TemplateResult {
  const { guardrails, otherGuardrails } = rows.draft
  return html`<fieldset class="rows">
    <legend>Guardrails: what must not get worse than the control by more than</legend>
    ${guardrails.map((guardrail, index) => renderGuardrail(rows, guardrail, index))}
    ${renderKept(otherGuardrails.length)}
    ${renderAdd('Add a guardrail', () => rows.onChange({ guardrails: [...guardrails, NEW_GUARDRAIL] }))}
  </fieldset>`
}

function renderGuardrail(
  { draft, onChange }: FlagRows,
  { metric, worst, relative }: GuardrailDraft,
  index: number,
): TemplateResult {
  const at = `Guardrail ${index + 1}`
  const { guardrails, conversions } = draft
  const change = (change: Partial<GuardrailDraft>) =>
    onChange({ guardrails: guardrails.map((one, i) => (i === index ? { ...one, ...change } : one)) })
  const events = new Set([...conversions, ...(metric.startsWith('event:') ? [metric.slice(6)] : [])])
  const metrics: Choice[] = [
    ...METRICS,
    ...[...events].filter(Boolean).map((name): Choice => [`event:${name}`, `Event ${name}`]),
  ]
  const units: Choice[] = [
    ['absolute', worstUnit(metric, false)],
    ['relative', worstUnit(metric, true)],
  ]
  return html`<div class="one">
    ${renderChoice({ label: `${at}: figure`, value: metric, options: metrics }, (metric) =>
      change({ metric: metric as MetricName }),
    )}
    ${renderNumber(`${at}: worst change`, worst, (worst) => change({ worst }))}
    ${renderChoice(
      { label: `${at}: unit`, value: relative ? 'relative' : 'absolute', options: units },
      (unit) => change({ relative: unit === 'relative' }),
    )}
    ${renderRemove(`${at}: remove`, () => onChange({ guardrails: without(guardrails, index) }))}
  </div>`
}

function renderKept(count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing
  return html`<p class="hint">
    And ${count} that ${count === 1 ? 'was' : 'were'} made through the API: kept.
  </p>`
}

function renderAdd(label: string, onAdd: () => void): TemplateResult {
  return html`<button type="button" class="secondary" @click=${onAdd}>${label}</button>`
}

function renderRemove(label: string, onRemove: () => void): TemplateResult {
  return html`<button type="button" class="secondary" aria-label=${label} @click=${onRemove}>×</button>`
}

function renderText(label: string, value: string, onInput: (value: string) => void): TemplateResult {
  return html`<input
    aria-label=${label}
    required
    spellcheck="false"
    autocomplete="off"
    .value=${value}
    @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
  />`
}

function renderNumber(label: string, value: string, onInput: (value: string) => void): TemplateResult {
  return html`<input
    class="short"
    aria-label=${label}
    inputmode="decimal"
    pattern="[0-9]*[.]?[0-9]+"
    title="A number, such as 2.5"
    required
    autocomplete="off"
    .value=${value}
    @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
  />`
}

function renderChoice(
  { label, value, options }: { label: string; value: string; options: readonly Choice[] },
  onInput: (value: string) => void,
): TemplateResult {
  return html`<select
    aria-label=${label}
    @change=${(event: Event) => onInput((event.target as HTMLSelectElement).value)}
  >
    ${options.map(
      ([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`,
    )}
  </select>`
}

function without<One>(all: readonly One[], index: number): One[] {
  return all.filter((_, at) => at !== index)
}
