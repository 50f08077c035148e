import {
  LitElement,
  css,
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit'
import { define } from '../../elements/base/define.ts'
import { tokens } from '../../elements/base/tokens.styles.ts'
import { controls } from '../controls.styles.ts'

/**
 * `<sight-code>`: a text to take along, with a button that copies it.
 *
 * - `text`: the text.
 * - `label`: what it is; the name of the button says it too.
 */
export class SightCode extends LitElement {
  static override styles: CSSResultGroup = [
    tokens,
    controls,
    css`
      :host {
        color-scheme: inherit;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
        min-block-size: 32px;
      }
      .label {
        font-weight: 500;
      }
      .quiet {
        border: 1px solid var(--_line);
        background: var(--_surface);
        color: var(--_ink);
      }
      pre {
        margin: 4px 0 0;
        padding: 12px 14px;
        border-radius: 8px;
        background: var(--_sunken);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      code {
        font:
          12.5px / 1.55 ui-monospace,
          'SF Mono',
          Menlo,
          Consolas,
          monospace;
      }
    `,
  ]

  static override properties: PropertyDeclarations = {
    text: {},
    label: {},
    copied: { state: true },
  }

  declare text: string
  declare label: string
  /** The text that was copied last, so that another one says so no more; null where copying is not allowed. */
  declare private copied: string | null | undefined

  constructor() {
    super()
    this.text = ''
    this.label = ''
    this.copied = undefined
  }

  readonly #onCopy = async (): Promise<void> => {
    const { text } = this
    // Without TLS browsers have no clipboard: then the text is selected, for the keys of the browser.
    const copying: Promise<void> | undefined = navigator.clipboard?.writeText(text)
    this.copied =
      copying === undefined
        ? null
        : await copying.then(
            () => text,
            () => null,
          )
    const code = this.renderRoot.querySelector('code')
    if (this.copied === null && code !== null) getSelection()?.selectAllChildren(code)
  }

  protected override render(): TemplateResult {
    const says =
      this.copied === this.text ? 'Copied' : this.copied === null ? 'Selected, copy it by Ctrl C' : 'Copy'
    return html`<div class="head">
        <span class="label">${this.label}</span>
        <button type="button" class="quiet" aria-label="${says}: ${this.label}" @click=${this.#onCopy}>
          ${says}
        </button>
      </div>
      <pre tabindex="0" role="region" aria-label=${this.label}><code>${this.text}</code></pre>`
  }
}

define('sight-code', SightCode)
