import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { renderSwitch } from '../../elements/base/choices.ts'
import { define } from '../../elements/base/define.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderDelete } from '../forms/delete-button.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import type { DeletedPayload } from '../funnels/funnels.query.ts'
import { silenceOf } from './alert-places.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import { draftOf, emptyDraft, type RuleDraft } from './rule-draft.ts'
import { renderFacts } from './rule-facts.ts'
import './rule-form.ts'
import { renderStanding, renderStates, renderTest, standingOf } from './rule-view.ts'
import { ruleWords } from './rule-words.ts'
import {
  DELETE_RULE,
  ENABLE_RULE,
  RULES_QUERY,
  TEST_RULE,
  type RulePayload,
  type RulesAnswer,
  type RuleTest,
  type RuleTestPayload,
  type SavedRule,
} from './rules.query.ts'

type Site = NonNullable<RulesAnswer['site']>

/** `<sight-alert-rules>`: the rules of a site; how the one that is open stands, what a test finds, and the form. */
export class SightAlertRules extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  static override properties: PropertyDeclarations = {
    draft: { state: true },
    deletes: { state: true },
    test: { state: true },
  }

  /** What the form begins with; null while it is not open. */
  declare private draft: RuleDraft | null
  declare private deletes: boolean
  /** What a test found, of which rule. */
  declare private test: { of: string; found: RuleTest } | null

  readonly #rules = new QueryController<RulesAnswer, { site: string }>(this, {
    query: RULES_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => (this.draft === null ? this.refreshSeconds : 0),
  })
  readonly #enable = new MutationController<RulePayload>(this, ENABLE_RULE, () => this.connection)
  readonly #try = new MutationController<RuleTestPayload>(this, TEST_RULE, () => this.connection)
  readonly #delete = new MutationController<DeletedPayload>(this, DELETE_RULE, () => this.connection)

  constructor() {
    super()
    this.draft = null
    this.deletes = false
    this.test = null
  }

  /** Another rule has nothing of the one before. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (!changed.has('open') || changed.get('open') === undefined) return
    this.#forget()
  }

  #forget(): void {
    this.draft = null
    this.deletes = false
    this.test = null
    for (const mutation of [this.#enable, this.#try, this.#delete]) mutation.forget()
  }

  #choose(id: string): void {
    this.#forget()
    this.onGo({ open: id })
  }

  #onSaved(id: string): void {
    this.#choose(id)
    this.#rules.retry()
  }

  async #onEnable(id: string, enabled: boolean): Promise<void> {
    if ((await this.#enable.run({ id, enabled })) !== null) this.#rules.retry()
  }

  async #onTest(id: string): Promise<void> {
    this.test = null
    const found = (await this.#try.run({ id }))?.test ?? null
    this.test = found === null ? null : { of: id, found }
  }

  async #onDelete(id: string): Promise<void> {
    if ((await this.#delete.run({ id })) === null) return
    this.#choose('rules')
    this.#rules.retry()
  }

  protected override render(): TemplateResult {
    return html`<div aria-busy=${this.#rules.pending}>
      ${this.renderAsked(this.#rules, ({ site }) =>
        site === null
          ? this.renderState('No such site', `There is no site ${this.siteName ?? ''} that you may see.`)
          : this.#renderSite(site),
      )}
    </div>`
  }

  #renderSite(site: Site): TemplateResult {
    const rules = site.alertRules
    const open = rules.find(({ id }) => this.open === null || id === this.open) ?? null
    if (this.draft !== null) return this.#renderForm(this.draft, site)
    const create = this.manages
      ? html`<button class="primary" @click=${() => (this.draft = emptyDraft())}>New rule</button>`
      : this.renderReadOnly()
    if (rules.length === 0)
      return html`<div class="empty">
        <strong>Nothing is watched yet</strong>
        <p class="muted">
          A rule watches one thing: a vital, crashes, an SLO, a funnel or any number of the API. When it is
          bad for long enough an alert fires, and its channels are told.
        </p>
        ${create}
      </div>`
    return html`<div class="split">
      <div class="stack">
        <ul class="choose-list" aria-label="Rules">
          ${rules.map((rule) => this.#renderItem(rule, site, rule.id === open?.id))}
        </ul>
        ${create}
      </div>
      <div class="stack">${open === null ? this.#renderMissing() : this.#renderOpen(open, site)}</div>
    </div>`
  }

  /** One that was made just now comes with the next answer. */
  #renderMissing(): TemplateResult {
    return this.#rules.pending
      ? html`<p class="muted" role="status">Loading …</p>`
      : this.renderState('No such rule', 'It was deleted, or is of another site.')
  }

  #renderItem(rule: SavedRule, site: Site, isOpen: boolean): TemplateResult {
    const words = ruleWords(rule, site, this.language)
    return html`<li>
      <button aria-current=${isOpen} title="${rule.name}: ${words}" @click=${() => this.#choose(rule.id)}>
        ${rule.name} <small>${renderStanding(standingOf(rule))}</small><small>${words}</small>
      </button>
    </li>`
  }

  #renderOpen(rule: SavedRule, site: Site): TemplateResult {
    const locale = this.language
    const { timeZone } = site
    const problem =
      this.#enable.userErrors[0]?.message ??
      this.#enable.error?.message ??
      this.#try.userErrors[0]?.message ??
      this.#try.error?.message ??
      null
    return html`<section class="panel" aria-label=${rule.name}>
      <div class="head">
        <h3>${rule.name}</h3>
        ${renderStanding(standingOf(rule))}
        <span class="spacer"></span>
        ${this.manages ? this.#renderSwitch(rule) : nothing}
      </div>
      ${renderFacts(rule, site, locale)}
      <h4>How it stands</h4>
      ${renderStates(rule, { timeZone, locale })}
      ${
        this.manages
          ? html`<div class="toolbar">
              <button class="secondary" ?disabled=${this.#try.pending} @click=${() => this.#onTest(rule.id)}>
                ${this.#try.pending ? 'Testing…' : 'Test it now'}
              </button>
              <button class="secondary" @click=${() => this.onGo({ open: silenceOf(rule.id) })}>
                Silence
              </button>
              <button class="secondary" @click=${() => (this.draft = draftOf(rule))}>Change</button>
              ${renderDelete(this.#delete, {
                name: rule.name,
                asks: this.deletes,
                onAsk: (asks) => (this.deletes = asks),
                onDelete: () => this.#onDelete(rule.id),
              })}
            </div>`
          : nothing
      }
      ${problem === null ? nothing : html`<p class="mistake" role="alert">${problem}</p>`}
      ${this.test?.of === rule.id ? renderTest(this.test.found, rule.split, { timeZone, locale }) : nothing}
    </section>`
  }

  #renderSwitch({ id, enabled }: SavedRule): TemplateResult {
    return html`<span title="When it is switched off, its open alerts end"
      >${renderSwitch('Watches', enabled, (isOn) => void this.#onEnable(id, isOn))}</span
    >`
  }

  #renderForm(draft: RuleDraft, site: Site): TemplateResult {
    return html`<sight-alert-rule-form
      .initial=${draft}
      .world=${site}
      @sight-saved=${({ detail }: CustomEvent<{ id: string }>) => this.#onSaved(detail.id)}
      @sight-cancel=${() => (this.draft = null)}
    ></sight-alert-rule-form>`
  }
}

define('sight-alert-rules', SightAlertRules)
