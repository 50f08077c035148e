/** Base of what the console shows that has a form: an element that asks as the others do, and may be changed by some. */
import type { CSSResultGroup, PropertyDeclarations } from 'lit'
import { html, type TemplateResult } from 'lit'
import { choices } from '../../elements/base/choices.styles.ts'
import { SightElement } from '../../elements/base/sight-element.ts'
import { controls } from '../controls.styles.ts'
import type { ConsoleLocation } from '../location.ts'
import { formStyles } from './form.styles.ts'

/**
 * - `open`: the id of what is open, or null.
 * - `manages`: whether whoever looks may change anything.
 * - `onGo`: goes elsewhere in the console.
 */
export abstract class ConsolePart extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, choices, controls, formStyles]

  static override properties: PropertyDeclarations = {
    open: { attribute: false },
    manages: { attribute: false },
    onGo: { attribute: false },
  }

  declare open: string | null
  declare manages: boolean
  declare onGo: (change: Partial<ConsoleLocation>) => void

  constructor() {
    super()
    this.open = null
    this.manages = false
    this.onGo = () => undefined
  }

  /** Instead of what one would change by. */
  protected renderReadOnly(): TemplateResult {
    return html`<p class="muted">You may look, not change: your token has no MANAGE scope.</p>`
  }
}
