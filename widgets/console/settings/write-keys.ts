import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import { dateFormat } from '../../format/time.ts'
import { renderConfirm } from '../forms/confirm-button.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import {
  CREATE_WRITE_KEY,
  DISABLE_WRITE_KEY,
  WRITE_KEYS_QUERY,
  type DonePayload,
  type WriteKey,
  type WriteKeyPayload,
  type WriteKeysAnswer,
} from './settings.query.ts'
import { settingsStyles } from './settings.styles.ts'

/** `<sight-write-keys>`: the keys that pages send with, and how one is exchanged. */
export class SightWriteKeys extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    asks: { state: true },
  }

  /** The key that is asked about. */
  declare private asks: string | null

  readonly #keys = new QueryController<WriteKeysAnswer, { site: string }>(this, {
    query: WRITE_KEYS_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #create = new MutationController<WriteKeyPayload>(this, CREATE_WRITE_KEY, () => this.connection)
  readonly #disable = new MutationController<DonePayload>(this, DISABLE_WRITE_KEY, () => this.connection)

  constructor() {
    super()
    this.asks = null
  }

  readonly #onCreate = async (): Promise<void> => {
    if ((await this.#create.run({ site: this.siteName })) !== null) this.#keys.retry()
  }

  async #onDisable(key: string, force: boolean): Promise<void> {
    if ((await this.#disable.run({ site: this.siteName, key, force })) === null) return
    this.asks = null
    this.#keys.retry()
  }

  protected override render(): TemplateResult {
    const problem = this.#create.userErrors[0]?.message ?? this.#create.error?.message ?? null
    return html`<article class="panel">
      <div class="toolbar">
        <h3>Write keys</h3>
        <span class="spacer"></span>
        ${
          this.manages
            ? html`<button class="secondary" ?disabled=${this.#create.pending} @click=${this.#onCreate}>
                New key
              </button>`
            : this.renderReadOnly()
        }
      </div>
      <p class="lead">
        Pages send with a key. It is public and can do nothing else. To exchange one, make a second, put it
        into your pages, and disable the first once they all have it.
      </p>
      ${problem === null ? nothing : html`<p class="mistake" role="alert">${problem}</p>`}
      ${this.renderAsked(this.#keys, ({ site }) => this.#renderKeys(site?.allWriteKeys ?? []))}
    </article>`
  }

  #renderKeys(keys: readonly WriteKey[]): TemplateResult {
    const live = keys.filter(({ disabledAt }) => disabledAt === null)
    if (keys.length === 0)
      return this.renderState('No keys', 'Nothing can be sent for this site. Make a key.')
    return html`<ul class="rows" aria-label="Write keys">
      ${[...keys].reverse().map((row) => this.#renderKey(row, live.length === 1))}
    </ul>`
  }

  #renderKey({ key, createdAt, disabledAt }: WriteKey, isLast: boolean): TemplateResult {
    const { language } = this
    const day = (at: string) => dateFormat(language, { dateStyle: 'medium' }).format(Date.parse(at))
    const question = isLast
      ? 'It is the last one: nothing more is received for this site. Disable it all the same?'
      : 'Pages that still have it send in vain from now on. Disable it?'
    return html`<li ?data-ended=${disabledAt !== null}>
      <span class="what">
        <code>${key}</code>
        <small>Made ${day(createdAt)}${disabledAt === null ? '' : `, disabled ${day(disabledAt)}`}</small>
      </span>
      ${
        this.manages && disabledAt === null
          ? renderConfirm(this.#disable, {
              action: 'Disable',
              of: key,
              question,
              asks: this.asks === key,
              onAsk: (asks) => {
                this.asks = asks ? key : null
                this.#disable.forget()
              },
              onDo: () => this.#onDisable(key, isLast),
            })
          : nothing
      }
    </li>`
  }
}

define('sight-write-keys', SightWriteKeys)
