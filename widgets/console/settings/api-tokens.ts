import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import { dateFormat } from '../../format/time.ts'
import '../forms/code.ts'
import { renderConfirm } from '../forms/confirm-button.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderActions } from '../forms/fields.ts'
import { renderChecks, renderSelect, renderInput, type Choice } from '../forms/controls.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import {
  CREATE_TOKEN,
  REVOKE_TOKEN,
  TOKENS_QUERY,
  type ApiToken,
  type DonePayload,
  type TokenPayload,
  type TokensAnswer,
} from './settings.query.ts'
import { settingsStyles } from './settings.styles.ts'
import {
  LIVES,
  SCOPES,
  emptyToken,
  hasEnded,
  tokenInput,
  tokenWords,
  type TokenDraft,
} from './token-draft.ts'

/** `<sight-api-tokens>`: who may ask, with what, and until when; a new token, and taking one back. */
export class SightApiTokens extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    draft: { state: true },
    secret: { state: true },
    asks: { state: true },
  }

  /** Null while the form is closed. */
  declare private draft: TokenDraft | null
  /** Of the token that was made last, until another thing is done. */
  declare private secret: string | null
  declare private asks: string | null

  readonly #tokens = new QueryController<TokensAnswer, object>(this, {
    query: TOKENS_QUERY,
    variables: () => (this.manages ? {} : null),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #create = new MutationController<TokenPayload>(this, CREATE_TOKEN, () => this.connection)
  readonly #revoke = new MutationController<DonePayload>(this, REVOKE_TOKEN, () => this.connection)

  constructor() {
    super()
    this.draft = null
    this.secret = null
    this.asks = null
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (this.draft === null) return
    const payload = await this.#create.run({ input: tokenInput(this.draft) })
    if (payload === null) return
    this.draft = null
    this.secret = payload.secret
    this.#tokens.retry()
  }

  async #onRevoke(id: string): Promise<void> {
    if ((await this.#revoke.run({ id })) === null) return
    this.asks = null
    this.#tokens.retry()
  }

  #open(draft: TokenDraft | null): void {
    this.draft = draft
    this.secret = null
    this.#create.forget()
  }

  protected override render(): TemplateResult {
    return html`<article class="panel">
      <div class="toolbar">
        <h3>API tokens</h3>
        <span class="spacer"></span>
        ${
          this.manages && this.draft === null
            ? html`<button class="secondary" @click=${() => this.#open(emptyToken())}>New token</button>`
            : nothing
        }
      </div>
      <p class="lead">
        A token asks the API, signs in to this console, or lets a pipeline tell of a deploy. It may do no more
        than whoever makes it.
      </p>
      ${
        this.manages
          ? this.renderAsked(this.#tokens, ({ tokens, sites }) => this.#renderTokens(tokens, sites.nodes))
          : this.renderReadOnly()
      }
    </article>`
  }

  #renderTokens(tokens: readonly ApiToken[], sites: readonly { id: string; name: string }[]): TemplateResult {
    const choices = sites.map(({ id, name }): Choice => [id, name])
    return html`<div class="stack">
      ${this.draft === null ? nothing : this.#renderForm(this.draft, choices)}
      ${
        this.secret === null
          ? nothing
          : html`<div class="secret" role="status">
              <p>Copy the token now. It is shown this once and kept nowhere.</p>
              <sight-code label="The token" .text=${this.secret}></sight-code>
            </div>`
      }
      <ul class="rows" aria-label="API tokens">
        ${tokens.map((token) => this.#renderToken(token))}
      </ul>
    </div>`
  }

  #renderForm(draft: TokenDraft, sites: readonly Choice[]): TemplateResult {
    const { userErrors } = this.#create
    const change = (change: Partial<TokenDraft>) => (this.draft = { ...draft, ...change })
    return html`<form class="stack" @submit=${this.#onSubmit}>
      ${renderInput({
        id: 'name',
        label: 'What it is for',
        value: draft.name,
        onInput: (name) => change({ name }),
        errors: userErrors,
        required: true,
        placeholder: 'Deploys from CI',
      })}
      ${renderChecks({
        id: 'scopes',
        label: 'It may',
        options: SCOPES,
        values: [...draft.scopes],
        onChange: (scopes) => change({ scopes: new Set(scopes) }),
        hint: draft.scopes.size === 0 ? 'Without a scope it can do nothing.' : '',
      })}
      ${renderChecks({
        id: 'sites',
        label: 'It sees',
        options: sites,
        values: [...draft.sites],
        onChange: (sites) => change({ sites: new Set(sites) }),
        hint: draft.sites.size === 0 ? 'None chosen: all that you see, and those to come.' : '',
      })}
      ${renderSelect({
        id: 'expiresIn',
        label: 'It works for',
        value: draft.expiresIn,
        onInput: (expiresIn) => change({ expiresIn }),
        options: LIVES,
      })}
      ${renderActions(this.#create, ['name'], {
        submit: 'Make the token',
        onCancel: () => this.#open(null),
      })}
    </form>`
  }

  #renderToken(token: ApiToken): TemplateResult {
    const { language } = this
    const ended = hasEnded(token, Date.now())
    const day = (at: string) => dateFormat(language, { dateStyle: 'medium' }).format(Date.parse(at))
    const question = token.asking
      ? 'This is what you are signed in with: you will be signed out. Revoke it?'
      : 'It and every browser that signed in by it are refused within 10 s. Revoke it?'
    return html`<li ?data-ended=${ended}>
      <span class="what">
        <strong>${token.name}</strong>
        <small>${tokenWords(token, Date.now(), day)}</small>
      </span>
      ${
        ended
          ? nothing
          : renderConfirm(this.#revoke, {
              action: 'Revoke',
              of: token.name,
              question,
              asks: this.asks === token.id,
              onAsk: (asks) => {
                this.asks = asks ? token.id : null
                this.#revoke.forget()
              },
              onDo: () => this.#onRevoke(token.id),
            })
      }
    </li>`
  }
}

define('sight-api-tokens', SightApiTokens)
