import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../../elements/base/define.ts'
import { dateFormat } from '../../format/time.ts'
import '../forms/code.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderTextArea, renderSelect, renderInput, type Choice } from '../forms/controls.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import {
  RANGES,
  THEMES,
  claimsText,
  emptyEmbed,
  mistakesIn,
  nodeCode,
  pageCode,
  tokenInputOf,
  type EmbedDraft,
  type EmbedPiece,
} from './embed-draft.ts'
import { BUILDER_ELEMENTS, builderElement, type ElementAttribute, type ElementTag } from './embed-elements.ts'
import './embed-preview.ts'
import { CREATE_EMBED_TOKEN, REVOKE_EMBED_TOKEN, type EmbedTokenPayload } from './embed.query.ts'
import type { DonePayload } from './settings.query.ts'
import { settingsStyles } from './settings.styles.ts'

const TITLES = Object.entries(BUILDER_ELEMENTS).map(([tag, { title }]): Choice => [tag, title])
/**
 * `<sight-embed-builder>`: elements are chosen and seen at once, and the code for a page elsewhere stands below.
 *
 * - `kid`: the name of the secret that signs, or null.
 * - `wholeSite`: tags of the elements that no filter can narrow.
 * - `funnels`, `slos`: those that are saved.
 */
export class SightEmbedBuilder extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    kid: { attribute: false },
    wholeSite: { attribute: false },
    funnels: { attribute: false },
    slos: { attribute: false },
    draft: { state: true },
    integrity: { state: true },
    tried: { state: true },
  }

  declare kid: string | null
  declare wholeSite: ReadonlySet<string>
  declare funnels: readonly { id: string; name: string }[]
  declare slos: readonly { id: string; name: string }[]
  declare private draft: EmbedDraft
  declare private integrity: Readonly<Record<string, string>> | null
  /** The token that the preview is shown with; null: as whoever is signed in. */
  declare private tried: { token: string; jti: string; expiresAt: string; isRevoked: boolean } | null

  readonly #token = new MutationController<EmbedTokenPayload>(this, CREATE_EMBED_TOKEN, () => this.connection)
  readonly #revoke = new MutationController<DonePayload>(this, REVOKE_EMBED_TOKEN, () => this.connection)

  constructor() {
    super()
    this.kid = null
    this.wholeSite = new Set()
    this.funnels = []
    this.slos = []
    this.draft = emptyEmbed()
    this.integrity = null
    this.tried = null
  }

  /** What a token says is no longer what it was made for. */
  #change(change: Partial<EmbedDraft>): void {
    this.draft = { ...this.draft, ...change }
    const isOther = 'pieces' in change || 'where' in change || 'origins' in change
    if (isOther) this.tried = null
    if (this.draft.isPinned && this.integrity === null) void this.#askIntegrity()
  }

  #changePiece(index: number, piece: EmbedPiece | null): void {
    this.#change({ pieces: this.draft.pieces.flatMap((one, i) => (i === index ? (piece ?? []) : one)) })
  }

  async #askIntegrity(): Promise<void> {
    const response = await fetch('/widgets/integrity.json').catch(() => null)
    this.integrity = response?.ok ? ((await response.json()) as Record<string, string>) : null
  }

  readonly #onTry = async (): Promise<void> => {
    const { draft, siteName } = this
    const payload = await this.#token.run({ input: tokenInputOf(draft, siteName ?? '', location.origin) })
    const { token, jti, expiresAt } = payload ?? { token: null, jti: null, expiresAt: null }
    if (token !== null && jti !== null && expiresAt !== null && draft === this.draft)
      this.tried = { token, jti, expiresAt, isRevoked: false }
  }

  readonly #onRevoke = async (): Promise<void> => {
    const { tried } = this
    if (tried === null || (await this.#revoke.run({ site: this.siteName, jti: tried.jti })) === null) return
    this.tried = { ...tried, isRevoked: true }
  }

  protected override render(): TemplateResult {
    const mistakes = mistakesIn(this.draft, this.wholeSite)
    return html`<article class="panel">
      <h3>Embed in another page</h3>
      <p class="lead">
        Choose elements, see them as they will be, and take the code along. They need a token, which works for
        an hour at most, in the pages that you name.
      </p>
      <div class="builder">
        <div class="stack">${this.#renderPieces()} ${this.#renderCommon()}</div>
        <div class="stack">
          ${
            mistakes.some(({ path }) => path[0] === 'where')
              ? html`<div class="preview"><p class="muted">The filter has a mistake.</p></div>`
              : html`<sight-embed-preview
                  .draft=${this.draft}
                  .embedToken=${this.tried?.token ?? null}
                ></sight-embed-preview>`
          }
          ${this.manages ? this.#renderTry(mistakes.length === 0) : nothing}
        </div>
      </div>
      ${mistakes.length === 0 ? this.#renderCode() : html`<p class="muted">The code comes once nothing above is wrong.</p>`}
    </article>`
  }

  #renderPieces(): TemplateResult {
    const { pieces } = this.draft
    return html`${pieces.map(
        (piece, index) =>
          html`<fieldset class="piece">
            <legend>Element ${index + 1}</legend>
            ${renderSelect({
              id: `tag-${index}`,
              label: 'Shows',
              hint: `<${piece.tag}>`,
              value: piece.tag,
              options: TITLES,
              onInput: (tag) => this.#changePiece(index, { tag: tag as ElementTag, attributes: {} }),
            })}
            ${builderElement(piece.tag).attributes.map((attribute) =>
              this.#renderAttribute(piece, attribute, index),
            )}
            ${
              pieces.length === 1
                ? nothing
                : html`<div>
                    <button
                      class="secondary"
                      aria-label="Remove element ${index + 1}"
                      @click=${() => this.#changePiece(index, null)}
                    >
                      Remove
                    </button>
                  </div>`
            }
          </fieldset>`,
      )}
      <div>
        <button
          class="secondary"
          @click=${() => this.#change({ pieces: [...pieces, { tag: 'sight-time-series', attributes: {} }] })}
        >
          Add an element
        </button>
      </div>`
  }

  #renderAttribute(piece: EmbedPiece, { name, label, of, required }: ElementAttribute, index: number) {
    const value = piece.attributes[name] ?? ''
    const input = {
      id: `${name}-${index}`,
      label,
      value,
      onInput: (value: string) =>
        this.#changePiece(index, { ...piece, attributes: { ...piece.attributes, [name]: value } }),
    }
    if (of === 'number' || of === 'text')
      return renderInput({ ...input, type: of, hint: required === true ? 'Needed.' : 'Empty: its default.' })
    if (of !== 'funnels' && of !== 'slos')
      return renderSelect({ ...input, options: of, value: value === '' ? (of[0]?.[0] ?? '') : value })
    const saved = this[of].map(({ id, name }): Choice => [id, name])
    return renderSelect({
      ...input,
      options: [['', saved.length === 0 ? 'There is none yet' : 'Choose one'], ...saved],
    })
  }

  #renderCommon(): TemplateResult {
    const { draft } = this
    const errors = mistakesIn(draft, this.wholeSite)
    const field = (id: 'range' | 'theme' | 'where' | 'origins', label: string, hint = '') => ({
      id,
      label,
      hint,
      errors,
      value: draft[id],
      onInput: (value: string) => this.#change({ [id]: value }),
    })
    return html`<div class="row">
        ${renderSelect({ ...field('range', 'Period'), options: RANGES })}
        ${renderSelect({ ...field('theme', 'Theme'), options: THEMES })}
      </div>
      ${renderTextArea({
        ...field('where', 'Only where', 'A FilterInput as JSON. It is in the token: nobody can widen it.'),
        rows: 2,
        placeholder: '{"device":{"eq":"MOBILE"}}',
      })}
      ${renderTextArea({
        ...field(
          'origins',
          'Pages it is for',
          'Their origins, one a line. A token needs one at least, and does nothing elsewhere.',
        ),
        rows: 2,
        placeholder: 'https://wiki.example',
      })}`
  }

  #renderTry(isRight: boolean): TemplateResult {
    const { tried } = this
    const problem =
      this.#token.userErrors[0]?.message ??
      this.#token.error?.message ??
      this.#revoke.userErrors[0]?.message ??
      this.#revoke.error?.message ??
      null
    const until = (at: string) => dateFormat(this.language, { timeStyle: 'short' }).format(Date.parse(at))
    return html`<div class="stack">
      <div class="toolbar">
        <button class="secondary" ?disabled=${!isRight || this.#token.pending} @click=${this.#onTry}>
          Try it with a token
        </button>
        ${
          tried === null || tried.isRevoked
            ? nothing
            : html`<button
                class="secondary danger"
                ?disabled=${this.#revoke.pending}
                @click=${this.#onRevoke}
              >
                Revoke the token
              </button>`
        }
        ${
          tried === null
            ? nothing
            : html`<button class="quiet" @click=${() => (this.tried = null)}>Look as yourself</button>`
        }
      </div>
      <p class="muted" role="status">
        ${
          tried === null
            ? 'The preview shows what you may see. With a token it shows what the page will.'
            : tried.isRevoked
              ? `Revoked: the token ${tried.jti} is refused within 30 s.`
              : `The preview is shown with a token that works until ${until(tried.expiresAt)}.`
        }
      </p>
      ${problem === null ? nothing : html`<p class="mistake" role="alert">${problem}</p>`}
      ${
        tried === null || tried.isRevoked
          ? nothing
          : html`<sight-code label="The token, for ten minutes" .text=${tried.token}></sight-code>`
      }
    </div>`
  }

  #renderCode(): TemplateResult {
    const { draft, integrity } = this
    const site = this.siteName ?? ''
    const kid = this.kid ?? 'the name of a secret: make one below'
    return html`<div class="stack">
      <label class="check"
        ><input
          type="checkbox"
          .checked=${draft.isPinned}
          @change=${() => this.#change({ isPinned: !draft.isPinned })}
        />
        <span
          >Pin the scripts: they never change, and an update of Sightline does not reach the page</span
        ></label
      >
      <sight-code
        label="Into the page"
        .text=${pageCode(draft, { origin: location.origin, site, integrity })}
      ></sight-code>
      <sight-code label="On your server, with Node" .text=${nodeCode(draft, site, kid)}></sight-code>
      <sight-code
        label="In any other language: a JWT signed with HS256"
        .text=${claimsText(draft, site, kid)}
      ></sight-code>
    </div>`
  }
}

define('sight-embed-builder', SightEmbedBuilder)
