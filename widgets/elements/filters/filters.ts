import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { DIMENSIONS, keyLabel, type DimensionName } from '../../format/names.ts'
import { choices } from '../base/choices.styles.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'

/**
 * `<sight-filters>`: what was selected in the elements of the `<sight-context>` around it, each as a chip that takes it
 * away again. Shows nothing where nothing is selected.
 *
 * Event `sight-deselect` {dimension}: a chip was pressed. A context takes it and keeps it.
 * Part: `chip`.
 */
export class SightFilters extends SightElement {
  static override styles: CSSResultGroup = [
    SightElement.styles,
    choices,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ]

  #remove(dimension: DimensionName): void {
    const detail = { dimension }
    this.dispatchEvent(new CustomEvent('sight-deselect', { detail, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult | typeof nothing {
    const selected = [...this.selections]
    if (selected.length === 0) return nothing
    return html`${selected.map(([dimension, key]) => {
      const { label } = DIMENSIONS[dimension]
      const value = keyLabel(dimension, key, this.language)
      return html`<button
        class="chip"
        part="chip"
        aria-label="Remove filter ${label} ${value}"
        title=${value}
        @click=${() => this.#remove(dimension)}
      >
        <span class="muted">${label}</span><b>${value}</b><span aria-hidden="true">×</span>
      </button>`
    })}`
  }
}

define('sight-filters', SightFilters)

declare global {
  interface HTMLElementTagNameMap {
    'sight-filters': SightFilters
  }
}
