import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import { dateFormat } from '../../format/time.ts'
import '../forms/code.ts'
import { renderConfirm } from '../forms/confirm-button.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import './embed-builder.ts'
import {
  CREATE_EMBED_SECRET,
  DISABLE_EMBED_SECRET,
  EMBED_QUERY,
  type EmbedAnswer,
  type EmbedSecret,
  type EmbedSecretPayload,
} from './embed.query.ts'
import type { DonePayload } from './settings.query.ts'
import { settingsStyles } from './settings.styles.ts'

/** `<sight-embed-settings>`: elements in pages elsewhere: the code, and the secrets that sign their tokens. */
export class SightEmbedSettings extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    asks: { state: true },
    made: { state: true },
  }

  declare private asks: string | null
  /** The secret that was made last: it is never shown again. */
  declare private made: { kid: string; secret: string } | null

  readonly #asked = new QueryController<EmbedAnswer, { site: string }>(this, {
    query: EMBED_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #create = new MutationController<EmbedSecretPayload>(
    this,
    CREATE_EMBED_SECRET,
    () => this.connection,
  )
  readonly #disable = new MutationController<DonePayload>(this, DISABLE_EMBED_SECRET, () => this.connection)

  constructor() {
    super()
    this.asks = null
    this.made = null
  }

  readonly #onCreate = async (): Promise<void> => {
    const payload = await this.#create.run({ site: this.siteName })
    if (payload === null) return
    const { kid, secret } = payload
    this.made = kid === null || secret === null ? null : { kid, secret }
    this.#asked.retry()
  }

  async #onDisable(kid: string): Promise<void> {
    if ((await this.#disable.run({ site: this.siteName, kid })) === null) return
    this.asks = null
    this.made = null
    this.#asked.retry()
  }

  protected override render(): TemplateResult {
    return html`<div class="stack">
      ${this.renderAsked(this.#asked, ({ capabilities, site }) => {
        const secrets = site?.embedSecrets ?? []
        return html`<div class="stack">
          <sight-embed-builder
            .manages=${this.manages}
            .kid=${secrets.filter(({ disabledAt }) => disabledAt === null).at(-1)?.kid ?? null}
            .wholeSite=${new Set(capabilities.embeddable.filter(({ wholeSite }) => wholeSite).map(({ name }) => name))}
            .funnels=${site?.funnels ?? []}
            .slos=${site?.slos ?? []}
          ></sight-embed-builder>
          ${this.#renderSecrets(secrets)}
        </div>`
      })}
    </div>`
  }

  #renderSecrets(secrets: readonly EmbedSecret[]): TemplateResult {
    const problem = this.#create.userErrors[0]?.message ?? this.#create.error?.message ?? null
    return html`<article class="panel">
      <div class="toolbar">
        <h3>Secrets that sign</h3>
        <span class="spacer"></span>
        ${
          this.manages
            ? html`<button class="secondary" ?disabled=${this.#create.pending} @click=${this.#onCreate}>
                New secret
              </button>`
            : this.renderReadOnly()
        }
      </div>
      <p class="lead">
        Your own server signs embed tokens with a secret, so that it need not ask Sightline for each. Two work
        at once at most: make the second, sign with it, then disable the first.
      </p>
      ${problem === null ? nothing : html`<p class="mistake" role="alert">${problem}</p>`}
      ${
        this.made === null
          ? nothing
          : html`<div class="secret" role="status">
              <p>Copy the secret now. It is shown this once.</p>
              <sight-code label="Secret of ${this.made.kid}" .text=${this.made.secret}></sight-code>
            </div>`
      }
      ${
        secrets.length === 0
          ? this.renderState('No secrets yet', 'You need one only if your own server signs.')
          : html`<ul class="rows" aria-label="Embed secrets">
              ${[...secrets].reverse().map((secret) => this.#renderSecret(secret))}
            </ul>`
      }
    </article>`
  }

  #renderSecret({ kid, createdAt, disabledAt }: EmbedSecret): TemplateResult {
    const { language } = this
    const day = (at: string) => dateFormat(language, { dateStyle: 'medium' }).format(Date.parse(at))
    return html`<li ?data-ended=${disabledAt !== null}>
      <span class="what">
        <code>${kid}</code>
        <small>Made ${day(createdAt)}${disabledAt === null ? '' : `, disabled ${day(disabledAt)}`}</small>
      </span>
      ${
        this.manages && disabledAt === null
          ? renderConfirm(this.#disable, {
              action: 'Disable',
              of: kid,
              question: 'Every token that it signed is refused within 30 s. Disable it?',
              asks: this.asks === kid,
              onAsk: (asks) => {
                this.asks = asks ? kid : null
                this.#disable.forget()
              },
              onDo: () => this.#onDisable(kid),
            })
          : nothing
      }
    </li>`
  }
}

define('sight-embed-settings', SightEmbedSettings)
