import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../../elements/base/define.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderInput, renderSelect, renderTextArea } from '../forms/controls.ts'
import { renderActions } from '../forms/fields.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import {
  CREATE_CHANNEL,
  UPDATE_CHANNEL,
  type ChannelKind,
  type ChannelPayload,
  type SavedChannel,
} from './channels.query.ts'

export const CHANNEL_KINDS: Record<ChannelKind, { label: string; example: string }> = {
  WEBHOOK: { label: 'Webhook: signed JSON', example: 'https://hooks.example/sightline' },
  SLACK: { label: 'Slack', example: 'https://hooks.slack.com/services/…' },
  TEAMS: { label: 'Microsoft Teams', example: 'https://….logic.azure.com/workflows/…' },
  EMAIL: { label: 'E-mail', example: 'oncall@shop.example' },
}

/**
 * `<sight-channel-form>`: makes a channel or changes one.
 *
 * - `channel`: the one that is changed; null makes one.
 *
 * Event `sight-saved` {id, secret}. Event `sight-cancel`.
 */
export class SightChannelForm extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  static override properties: PropertyDeclarations = {
    channel: { attribute: false },
    name: { state: true },
    kind: { state: true },
    target: { state: true },
  }

  declare channel: SavedChannel | null
  declare private name: string
  declare private kind: ChannelKind
  /** An address, or recipients a line each; empty keeps what is there, as that is not told. */
  declare private target: string

  readonly #create = new MutationController<ChannelPayload>(this, CREATE_CHANNEL, () => this.connection)
  readonly #update = new MutationController<ChannelPayload>(this, UPDATE_CHANNEL, () => this.connection)

  constructor() {
    super()
    this.channel = null
    this.name = ''
    this.kind = 'WEBHOOK'
    this.target = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.channel === null) return
    this.name = this.channel.name
    this.kind = this.channel.kind
    this.target = this.kind === 'EMAIL' ? this.channel.target.split(', ').join('\n') : ''
  }

  get #receiver(): object {
    const target = this.target.trim()
    if (this.kind === 'EMAIL') return { to: target.split(/[\s,;]+/).filter(Boolean) }
    return target === '' && this.channel !== null ? {} : { url: target }
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const input = { name: this.name.trim(), ...this.#receiver }
    const payload =
      this.channel === null
        ? await this.#create.run({ input: { site: this.siteName, kind: this.kind, ...input } })
        : await this.#update.run({ input: { id: this.channel.id, ...input } })
    if (!payload?.channel) return
    const detail = { id: payload.channel.id, secret: payload.secret }
    this.dispatchEvent(new CustomEvent('sight-saved', { detail }))
  }

  protected override render(): TemplateResult {
    const mutation = this.channel === null ? this.#create : this.#update
    const errors = mutation.userErrors
    return html`<form class="panel" @submit=${this.#onSubmit}>
      <h3>${this.channel === null ? 'New channel' : 'Change the channel'}</h3>
      ${renderInput({
        id: 'name',
        label: 'Name',
        required: true,
        errors,
        value: this.name,
        onInput: (name) => (this.name = name),
      })}
      ${
        this.channel === null
          ? renderSelect({
              id: 'kind',
              label: 'Kind',
              value: this.kind,
              options: Object.entries(CHANNEL_KINDS).map(([kind, { label }]) => [kind, label] as const),
              onInput: (kind) => (this.kind = kind as ChannelKind),
            })
          : html`<p class="muted">${CHANNEL_KINDS[this.kind].label}</p>`
      }
      ${this.#renderTarget(errors)}
      ${renderActions(mutation, ['name', 'url', 'to'], {
        submit: 'Save',
        onCancel: () => this.dispatchEvent(new CustomEvent('sight-cancel')),
      })}
    </form>`
  }

  #renderTarget(errors: readonly { path: string[]; message: string }[]): TemplateResult {
    const field = {
      value: this.target,
      errors,
      placeholder: CHANNEL_KINDS[this.kind].example,
      onInput: (target: string) => (this.target = target),
    }
    if (this.kind === 'EMAIL')
      return renderTextArea({
        id: 'to',
        label: 'Recipients',
        required: true,
        hint: '1 to 20, a line each.',
        ...field,
      })
    return renderInput({
      id: 'url',
      label: 'Address of the receiver',
      type: 'url',
      required: this.channel === null,
      hint:
        this.channel === null
          ? 'https, on port 443 or 8443, at a public address.'
          : `Empty: it stays as it is, at ${this.channel.target}. The rest of it is not told.`,
      ...field,
    })
  }
}

define('sight-channel-form', SightChannelForm)
