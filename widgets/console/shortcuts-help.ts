import { LitElement, html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../elements/base/define.ts'
import { tokens } from '../elements/base/tokens.styles.ts'
import { controls } from './controls.styles.ts'
import { dialogStyles } from './dialog.styles.ts'
import { SHORTCUTS } from './shortcuts.ts'

/** `<sight-shortcuts-help>`: the keys of the console, in a dialog. Event `close`. */
export class SightShortcutsHelp extends LitElement {
  static override styles: CSSResultGroup = [tokens, controls, dialogStyles]

  static override properties: PropertyDeclarations = { theme: { reflect: true } }

  declare theme: string | null

  constructor() {
    super()
    this.theme = null
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal()
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event('close'))}>
      <div class="title">
        <h2 id="title">Keys</h2>
        <form method="dialog"><button class="quiet">Close</button></form>
      </div>
      <dl>
        ${SHORTCUTS.map(
          ([keys, what]) =>
            html`<div>
              <dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd>${what}</dd>
            </div>`,
        )}
      </dl>
    </dialog>`
  }
}

define('sight-shortcuts-help', SightShortcutsHelp)
