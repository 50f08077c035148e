import { LitElement, html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../elements/base/define.ts'
import { tokens } from '../elements/base/tokens.styles.ts'
import { controls } from './controls.styles.ts'
import { page } from './page.styles.ts'

/** `<sight-first-run>`: what a site without data shows: the snippet with its write key, and the demo. */
export class SightFirstRun extends LitElement {
  static override styles: CSSResultGroup = [tokens, controls, page]

  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    name: {},
    writeKey: {},
    copied: { state: true },
  }

  declare theme: string | null
  declare name: string
  /** Null: the site has none. */
  declare writeKey: string | null
  declare private copied: boolean

  constructor() {
    super()
    this.theme = null
    this.name = ''
    this.writeKey = null
    this.copied = false
  }

  get #snippet(): string {
    return `<script async src="${location.origin}/sdk/v1.js" data-key="${this.writeKey ?? ''}"></script>`
  }

  readonly #onCopy = async (): Promise<void> => {
    await navigator.clipboard.writeText(this.#snippet)
    this.copied = true
  }

  protected override render(): TemplateResult {
    return html`<section>
      <p class="waiting" role="status">
        <i aria-hidden="true"></i>Waiting for the first view of ${this.name}
      </p>
      <h1>Add one line to your pages</h1>
      ${
        this.writeKey === null
          ? html`<p class="muted">This site has no write key. Make one before you add the script.</p>`
          : html`<p class="muted">
                Put it into the head. The first views appear here within seconds of a visit. Nothing is kept
                in the visitor's browser; for sessions over several pages and returning visitors add
                <code>data-consent="full"</code>, if they agreed or need not be asked.
              </p>
              <pre tabindex="0"><code>${this.#snippet}</code></pre>
              <button class="primary" @click=${this.#onCopy}>${this.copied ? 'Copied' : 'Copy'}</button>`
      }
      <p class="muted">Or look around first: the <a href="/demo">demo shop</a> sends what you do in it.</p>
    </section>`
  }
}

define('sight-first-run', SightFirstRun)
