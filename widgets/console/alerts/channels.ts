import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import { formatMoment } from '../../format/time.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderDelete } from '../forms/delete-button.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { renderShownOnce } from '../forms/shown-once.ts'
import type { DeletedPayload } from '../funnels/funnels.query.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import { CHANNEL_KINDS } from './channel-form.ts'
import {
  CHANNELS_QUERY,
  DELETE_CHANNEL,
  ROTATE_SECRET,
  TEST_CHANNEL,
  type ChannelPayload,
  type ChannelsAnswer,
  type ChannelTestPayload,
  type SavedChannel,
} from './channels.query.ts'

/** `<sight-channels>`: where the notices of a site are sent; each can be tested, and the secrets of webhooks changed. */
export class SightChannels extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  static override properties: PropertyDeclarations = {
    edits: { state: true },
    deletes: { state: true },
    secret: { state: true },
    isCopied: { state: true },
    tested: { state: true },
  }

  /** What the form is open for. */
  declare private edits: SavedChannel | 'new' | null
  /** The channel that may be deleted. */
  declare private deletes: string | null
  declare private secret: string | null
  declare private isCopied: boolean
  /** The channel that was tested, with what its receiver said. */
  declare private tested: { id: string; words: string; isGood: boolean } | null

  readonly #channels = new QueryController<ChannelsAnswer, { site: string }>(this, {
    query: CHANNELS_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #test = new MutationController<ChannelTestPayload>(this, TEST_CHANNEL, () => this.connection)
  readonly #rotate = new MutationController<ChannelPayload>(this, ROTATE_SECRET, () => this.connection)
  readonly #delete = new MutationController<DeletedPayload>(this, DELETE_CHANNEL, () => this.connection)

  constructor() {
    super()
    this.edits = null
    this.deletes = null
    this.secret = null
    this.isCopied = false
    this.tested = null
  }

  #onSaved({ secret }: { secret: string | null }): void {
    this.edits = null
    this.#tell(secret)
    this.#channels.retry()
  }

  #tell(secret: string | null): void {
    this.secret = secret
    this.isCopied = false
  }

  async #onTest(id: string): Promise<void> {
    this.tested = null
    const payload = await this.#test.run({ id })
    const isGood = payload?.delivered === true
    const words =
      payload === null
        ? (this.#test.userErrors[0]?.message ?? this.#test.error?.message ?? 'It was not sent.')
        : `${isGood ? 'The receiver took it' : 'It did not arrive'}: ${payload.answer ?? 'it said nothing'}`
    this.tested = { id, words, isGood }
  }

  async #onRotate(id: string): Promise<void> {
    const payload = await this.#rotate.run({ id })
    if (payload === null) return
    this.#tell(payload.secret)
    this.#channels.retry()
  }

  async #onDelete(id: string): Promise<void> {
    if ((await this.#delete.run({ id })) === null) return
    this.deletes = null
    this.#channels.retry()
  }

  protected override render(): TemplateResult {
    return html`<div class="stack" aria-busy=${this.#channels.pending}>
      ${this.renderAsked(this.#channels, ({ site }) =>
        this.#renderAll(site?.channels ?? [], site?.timeZone ?? 'UTC'),
      )}
    </div>`
  }

  #renderAll(channels: readonly SavedChannel[], timeZone: string): TemplateResult {
    if (this.edits !== null) {
      return html`<sight-channel-form
        .channel=${this.edits === 'new' ? null : this.edits}
        @sight-saved=${({ detail }: CustomEvent<{ secret: string | null }>) => this.#onSaved(detail)}
        @sight-cancel=${() => (this.edits = null)}
      ></sight-channel-form>`
    }
    const create = this.manages
      ? html`<button class="primary" @click=${() => (this.edits = 'new')}>New channel</button>`
      : this.renderReadOnly()
    if (channels.length === 0)
      return html`<div class="empty">
        <strong>Nobody can be told yet</strong>
        <p class="muted">
          A channel is where notices are sent: a webhook, Slack, Teams or e-mail. Rules, flags and errors name
          the channels that they tell.
        </p>
        ${create}
      </div>`
    const problem = this.#rotate.userErrors[0]?.message ?? this.#rotate.error?.message ?? null
    return html`<div class="stack">
      ${
        this.secret === null
          ? nothing
          : renderShownOnce({
              label: 'The secret that it signs with',
              secret: this.secret,
              isCopied: this.isCopied,
              onCopied: () => (this.isCopied = true),
              onDone: () => this.#tell(null),
            })
      }
      <section class="panel" aria-label="Channels">
        <ul class="lines">
          ${channels.map((channel) => this.#renderChannel(channel, timeZone))}
        </ul>
        ${problem === null ? nothing : html`<p class="mistake" role="alert">${problem}</p>`}
      </section>
      <div class="toolbar">${create}</div>
    </div>`
  }

  #renderChannel(channel: SavedChannel, timeZone: string): TemplateResult {
    const { id, name, kind, target, oldSecretUntil } = channel
    const { tested } = this
    return html`<li aria-current=${id === this.open}>
      <span class="about"
        ><b>${name}</b> <span class="tag">${CHANNEL_KINDS[kind].label.split(':')[0]}</span>
        <small>${target}</small>
        ${
          oldSecretUntil === null
            ? nothing
            : html`<small
                >The secret before signs as well until
                ${formatMoment(Date.parse(oldSecretUntil), timeZone, this.language)}</small
              >`
        }
        ${
          tested?.id === id
            ? html`<small class=${tested.isGood ? 'good' : 'poor'} role="status">${tested.words}</small>`
            : nothing
        }</span
      >
      ${this.manages ? this.#renderButtons(channel) : nothing}
    </li>`
  }

  #renderButtons(channel: SavedChannel): TemplateResult {
    const { id, name, kind } = channel
    return html`<button
        class="secondary"
        aria-label="Test ${name}"
        ?disabled=${this.#test.pending}
        @click=${() => this.#onTest(id)}
      >
        Test
      </button>
      ${
        kind === 'WEBHOOK'
          ? html`<button
              class="secondary"
              aria-label="New secret for ${name}"
              title="The secret before it signs as well for a day"
              ?disabled=${this.#rotate.pending}
              @click=${() => this.#onRotate(id)}
            >
              New secret
            </button>`
          : nothing
      }
      <button class="secondary" aria-label="Change ${name}" @click=${() => (this.edits = channel)}>
        Change
      </button>
      ${renderDelete(this.#delete, {
        name,
        asks: this.deletes === id,
        onAsk: (asks) => (this.deletes = asks ? id : null),
        onDelete: () => this.#onDelete(id),
      })}`
  }
}

define('sight-channels', SightChannels)
