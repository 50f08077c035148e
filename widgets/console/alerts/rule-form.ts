import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../../elements/base/define.ts'
import { ConsoleForm } from '../forms/console-form.ts'
import { renderSelect } from '../forms/controls.ts'
import { renderActions } from '../forms/fields.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import { emptyDraft, inputOf, mistakesOf, ofKind, type RuleDraft } from './rule-draft.ts'
import { channelsField, numberField, selectField, textField, type RuleFields } from './rule-fields.ts'
import { renderWatched, WATCHED_PATHS } from './rule-watched.ts'
import { RULE_KINDS } from './rule-words.ts'
import { CREATE_RULE, UPDATE_RULE, type RuleKind, type RulePayload, type RuleWorld } from './rules.query.ts'

const PATHS = [
  ...WATCHED_PATHS,
  'name',
  'times',
  'of',
  'minSample',
  'escalateAfter',
  'channels',
  'escalationChannels',
]

/**
 * `<sight-alert-rule-form>`: makes a rule or changes one.
 *
 * - `initial`: what the form begins with; one with an id is changed.
 * - `world`: what can be watched and who can be told.
 *
 * Event `sight-saved` {id}. Event `sight-cancel`.
 */
export class SightAlertRuleForm extends ConsoleForm<RuleDraft> {
  static override styles: CSSResultGroup = [ConsoleForm.styles, alertsParts]

  static override properties: PropertyDeclarations = {
    world: { attribute: false },
  }

  declare world: RuleWorld

  readonly #create = new MutationController<RulePayload>(this, CREATE_RULE, () => this.connection)
  readonly #update = new MutationController<RulePayload>(this, UPDATE_RULE, () => this.connection)

  constructor() {
    super(emptyDraft())
    this.world = { timeZone: 'UTC', channels: [], slos: [], funnels: [] }
  }

  get #fields(): RuleFields {
    const { draft, world } = this
    return {
      draft,
      world,
      errors: [...mistakesOf(draft), ...this.#create.userErrors, ...this.#update.userErrors],
      onChange: (change) => (this.draft = { ...this.draft, ...change }),
    }
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
    const fields = this.#fields
    const { pending, error } = draft.id === null ? this.#create : this.#update
    return html`<form class="panel" @submit=${this.#onSubmit}>
      <h3>${draft.id === null ? 'New alert rule' : 'Change the rule'}</h3>
      ${textField(fields, { name: 'name', label: 'Name', required: true })}
      ${renderSelect({
        id: 'kind',
        label: 'What it watches',
        hint:
          draft.id === null
            ? 'Everything is asked through GraphQL, so that a rule and a chart cannot disagree.'
            : 'When what is watched changes, its open alerts end.',
        value: draft.kind,
        options: Object.entries(RULE_KINDS),
        onInput: (kind) => (this.draft = ofKind(draft, kind as RuleKind)),
      })}
      ${renderWatched(fields)} ${draft.kind === 'BURN_RATE' ? nothing : renderPatience(fields)}
      <div class="row">
        ${selectField(fields, { name: 'severity', label: 'How urgent' }, [
          ['PAGE', 'Page: somebody should look now'],
          ['TICKET', 'Ticket: within days'],
        ])}
        ${numberField(fields, {
          name: 'escalateAfterMin',
          label: 'Escalate after, min',
          path: 'escalateAfter',
          hint: 'Empty: it does not escalate.',
        })}
      </div>
      <div class="row">
        ${channelsField(fields, 'channels', 'Who is told')}
        ${
          draft.escalateAfterMin === ''
            ? nothing
            : channelsField(fields, 'escalationChannels', 'Who besides, once it escalated')
        }
      </div>
      ${renderActions({ pending, error, userErrors: fields.errors }, PATHS, {
        submit: 'Save',
        onCancel: () => this.dispatchEvent(new CustomEvent('sight-cancel')),
      })}
    </form>`
  }
}

function renderPatience(fields: RuleFields): TemplateResult {
  return html`<div class="row">
    ${numberField(fields, {
      name: 'times',
      label: 'Fires when bad in',
      required: true,
      hint: 'It resolves after as many good ones in a row.',
    })}
    ${numberField(fields, {
      name: 'of',
      label: 'of the last evaluations',
      required: true,
      hint: '60 at most; there is one a minute.',
    })}
    ${numberField(fields, { name: 'minSample', label: 'Says nothing under, samples', required: true })}
  </div>`
}

define('sight-alert-rule-form', SightAlertRuleForm)
