import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { VITALS } from '../../../sdk/wire/vitals.ts'
import { define } from '../../elements/base/define.ts'
import { DIMENSIONS } from '../../format/names.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderChecks, renderInput, renderSelect, renderTextArea, type Choice } from '../forms/controls.ts'
import { renderActions } from '../forms/fields.ts'
import { MutationController, type UserError } from '../forms/mutation-controller.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import {
  ALERT_METRICS,
  emptyDraft,
  inputOf,
  isOfVital,
  isShare,
  mistakesOf,
  ofKind,
  type RuleDraft,
} from './rule-draft.ts'
import { RULE_KINDS } from './rule-words.ts'
import { CREATE_RULE, UPDATE_RULE, type Named, type RulePayload, type RuleWorld } from './rules.query.ts'

/** The fields that are texts or choices. */
type TextField = {
  [Name in keyof RuleDraft]: RuleDraft[Name] extends string ? Name : never
}[keyof RuleDraft]

interface FieldOptions {
  hint?: string
  path?: string
  required?: boolean
  placeholder?: string
}

/** What of the answer is told at a field; all else stands over the buttons. */
const PATHS = [
  'name',
  'where',
  'split',
  'times',
  'of',
  'minSample',
  'escalateAfter',
  'channels',
  'escalationChannels',
  ...['vital', 'q', 'recovery', 'window'].map((field) => `definition.threshold.${field}`),
  ...['funnel', 'recovery', 'window'].map((field) => `definition.funnel.${field}`),
  ...['query', 'variables', 'path', 'countPath', 'recovery', 'window'].map(
    (field) => `definition.graphql.${field}`,
  ),
  'definition.burnRate.slo',
]
const FLAG_SPLITS: readonly Choice[] = [
  ['FLAG', 'Feature flag'],
  ['ATTRIBUTE', 'Attribute'],
]

/**
 * `<sight-alert-rule-form>`: makes a rule or changes one.
 *
 * - `draft`: what the form begins with; one with an id is changed.
 * - `world`: what can be watched and who can be told.
 *
 * Event `sight-saved` {id}. Event `sight-cancel`.
 */
export class SightAlertRuleForm extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  static override properties: PropertyDeclarations = {
    draft: { attribute: false },
    world: { attribute: false },
  }

  declare draft: RuleDraft
  declare world: RuleWorld

  readonly #create = new MutationController<RulePayload>(this, CREATE_RULE, () => this.connection)
  readonly #update = new MutationController<RulePayload>(this, UPDATE_RULE, () => this.connection)

  constructor() {
    super()
    this.draft = emptyDraft()
    this.world = { timeZone: 'UTC', channels: [], slos: [], funnels: [] }
  }

  get #errors(): UserError[] {
    return [...mistakesOf(this.draft), ...this.#create.userErrors, ...this.#update.userErrors]
  }

  #change(change: Partial<RuleDraft>): void {
    this.draft = { ...this.draft, ...change }
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { draft } = this
    if (mistakesOf(draft).length > 0) return
    const payload =
      draft.id === null
        ? await this.#create.run({ input: { site: this.siteName, ...inputOf(draft) } })
        : await this.#update.run({ input: { id: draft.id, ...inputOf(draft) } })
    if (payload?.rule) this.dispatchEvent(new CustomEvent('sight-saved', { detail: { id: payload.rule.id } }))
  }

  protected override render(): TemplateResult {
    const { draft } = this
    return html`<form class="panel" @submit=${this.#onSubmit}>
      <h3>${draft.id === null ? 'New alert rule' : 'Change the rule'}</h3>
      ${this.#text('name', 'Name', { required: true })}
      ${renderSelect({
        id: 'kind',
        label: 'What it watches',
        hint:
          draft.id === null
            ? 'Everything is asked through GraphQL, so that a rule and a chart cannot disagree.'
            : 'When what is watched changes, its open alerts end.',
        value: draft.kind,
        options: Object.entries(RULE_KINDS),
        onChoose: (kind) => (this.draft = ofKind(draft, kind as RuleDraft['kind'])),
      })}
      ${this.#renderWatched()} ${draft.kind === 'BURN_RATE' ? nothing : this.#renderPatience()}
      <div class="row">
        ${this.#select('severity', 'How urgent', [
          ['PAGE', 'Page: somebody should look now'],
          ['TICKET', 'Ticket: within days'],
        ])}
        ${this.#number('escalateAfterMin', 'Escalate after, min', {
          path: 'escalateAfter',
          hint: 'Empty: it does not escalate.',
        })}
      </div>
      <div class="row">
        ${this.#channels('channels', 'Who is told')}
        ${draft.escalateAfterMin === '' ? nothing : this.#channels('escalationChannels', 'Who besides, once it escalated')}
      </div>
      ${renderActions({ ...this.#outcome, userErrors: this.#errors }, PATHS, {
        submit: 'Save',
        onCancel: () => this.dispatchEvent(new CustomEvent('sight-cancel')),
      })}
    </form>`
  }

  get #outcome() {
    const { pending, error } = this.draft.id === null ? this.#create : this.#update
    return { pending, error }
  }

  #renderWatched(): TemplateResult {
    const { kind } = this.draft
    const watched: Record<RuleDraft['kind'], () => TemplateResult> = {
      THRESHOLD: () =>
        html`${this.#renderFigure()}${this.#renderBounds('threshold')}${this.#renderWhere()}${this.#renderSplit()}`,
      BURN_RATE: () =>
        html`<div class="row">
          ${this.#named('slo', 'Objective', this.world.slos, 'definition.burnRate.slo')}
          ${this.#select('burnSeverity', 'By which of its rules', [
            ['', 'All'],
            ['PAGE', 'Those that page'],
            ['TICKET', 'Those that make a ticket'],
          ])}
        </div>`,
      FUNNEL: () =>
        html`${this.#named('funnel', 'Funnel', this.world.funnels, 'definition.funnel.funnel')}
        ${this.#renderBounds('funnel')}${this.#renderWhere()}`,
      GRAPHQL: () => html`${this.#renderQuery()}${this.#renderBounds('graphql')}`,
    }
    return watched[kind]()
  }

  #renderFigure(): TemplateResult {
    const { draft } = this
    const metrics = Object.entries(ALERT_METRICS).map(([name, { label }]): Choice => [name, label])
    const vitals = Object.keys(VITALS).map((name): Choice => [name, name])
    return html`<div class="row">
      ${this.#select('metric', 'Figure', metrics)}
      ${isOfVital(draft) ? this.#select('vital', 'Vital', vitals, 'definition.threshold.vital') : nothing}
      ${
        draft.metric === 'VITAL_PERCENTILE'
          ? this.#number('quantile', 'Percentile', { required: true, path: 'definition.threshold.q' })
          : nothing
      }
    </div>`
  }

  #renderBounds(field: 'threshold' | 'funnel' | 'graphql'): TemplateResult {
    const unit = isShare(this.draft) ? ', %' : ''
    return html`<div class="row">
      ${this.#select('side', 'Bad if it is', [
        ['ABOVE', 'above'],
        ['BELOW', 'below'],
      ])}
      ${this.#number('bound', `Bound${unit}`, {
        required: true,
        path: 'definition.bound',
        hint: this.#boundHint(),
      })}
      ${this.#number('recovery', `Well again at${unit}`, {
        path: `definition.${field}.recovery`,
        hint: 'Empty: at the bound itself.',
      })}
      ${this.#number('windowMin', 'Over the last, min', {
        required: true,
        path: `definition.${field}.window`,
        hint: 'Whole minutes, 7 days at most.',
      })}
    </div>`
  }

  #boundHint(): string {
    const { kind, metric, vital } = this.draft
    if (kind !== 'THRESHOLD' || metric !== 'VITAL_PERCENTILE') return ''
    return VITALS[vital as keyof typeof VITALS]?.unit === 'ms' ? 'In ms.' : 'A score, such as 0.25.'
  }

  #renderWhere(): TemplateResult {
    return this.#text('where', 'Only where', {
      hint: 'A FilterInput as JSON, such as {"device":{"eq":"MOBILE"}}; empty: everything counts.',
    })
  }

  #renderSplit(): TemplateResult {
    const { split } = this.draft
    return html`<div class="row">
      ${this.#select('split', 'An alert for each', [
        ['', 'None: one for all'],
        ...Object.entries(DIMENSIONS).map(([name, { label }]): Choice => [name, label]),
        ...FLAG_SPLITS,
      ])}
      ${
        FLAG_SPLITS.some(([name]) => name === split)
          ? this.#text('splitKey', 'Which flag or attribute', { required: true })
          : nothing
      }
    </div>`
  }

  #renderQuery(): TemplateResult {
    const errors = this.#errors
    return html`${renderTextArea({
        id: 'query',
        label: 'Query',
        required: true,
        hint: '$site and $range are set where it declares them. It may read this site and no other.',
        errors,
        path: 'definition.graphql.query',
        placeholder:
          'query ($site: ID!, $range: RangeInput!) { site(id: $site) { segment(range: $range) { views } } }',
        value: this.draft.query,
        onInput: (query) => this.#change({ query }),
      })}
      ${this.#text('variables', 'Its other variables', {
        path: 'definition.graphql.variables',
        hint: 'An object as JSON; empty: none.',
      })}
      <div class="row">
        ${this.#text('path', 'Where the number is', {
          required: true,
          path: 'definition.graphql.path',
          placeholder: 'site.segment.views',
        })}
        ${this.#text('countPath', 'Where its samples are counted', {
          path: 'definition.graphql.countPath',
          hint: 'Empty: that is not known.',
        })}
      </div>`
  }

  #renderPatience(): TemplateResult {
    return html`<div class="row">
      ${this.#number('times', 'Fires when bad in', {
        required: true,
        hint: 'It resolves after as many good ones in a row.',
      })}
      ${this.#number('of', 'of the last evaluations', { required: true, hint: '60 at most; there is one a minute.' })}
      ${this.#number('minSample', 'Says nothing under, samples', { required: true })}
    </div>`
  }

  #text(name: TextField, label: string, options: FieldOptions): TemplateResult {
    return renderInput({
      id: name,
      label,
      ...options,
      errors: this.#errors,
      value: this.draft[name],
      onInput: (value) => this.#change({ [name]: value }),
    })
  }

  #number(name: TextField, label: string, options: FieldOptions): TemplateResult {
    return renderInput({
      id: name,
      label,
      type: 'decimal',
      ...options,
      errors: this.#errors,
      value: this.draft[name],
      onInput: (value) => this.#change({ [name]: value }),
    })
  }

  #select(name: TextField, label: string, options: readonly Choice[], path: string = name): TemplateResult {
    return renderSelect({
      id: name,
      label,
      errors: this.#errors,
      path,
      value: this.draft[name],
      options,
      onChoose: (value) => this.#change({ [name]: value }),
    })
  }

  /** One of what was saved; there may be nothing yet. */
  #named(name: 'slo' | 'funnel', label: string, all: readonly Named[], path: string): TemplateResult {
    const options = all.map(({ id, name }): Choice => [id, name])
    return this.#select(
      name,
      label,
      [['', options.length === 0 ? 'There is none yet: make one first' : 'Choose one'], ...options],
      path,
    )
  }

  #channels(name: 'channels' | 'escalationChannels', label: string): TemplateResult {
    return renderChecks({
      id: name,
      label,
      errors: this.#errors,
      values: this.draft[name],
      options: this.world.channels.map(({ id, name }): Choice => [id, name]),
      empty: 'There is no channel yet: the alert is seen here alone. Make one under Channels.',
      onChange: (values) => this.#change({ [name]: values }),
    })
  }
}

define('sight-alert-rule-form', SightAlertRuleForm)
